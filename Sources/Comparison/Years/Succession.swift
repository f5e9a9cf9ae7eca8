import Model

/// Who follows whom, as the registry says; likeness of names plays no part.
struct Succession {
  /// For each holder those it follows.
  let predecessors: [String: [String]]

  /// A holder or several that must be compared together.
  struct Group: Hashable {
    var before: [String]
    var after: [String]
  }

  /// The groups of two years: one holder as a rule; all that split or merged together otherwise.
  func groups(before: Set<String>, after: Set<String>) -> [Group] {
    // A holder that has an amount in both years continues; only others took over from somebody.
    var parent: [String: String] = [:]
    func root(_ node: String) -> String {
      var node = node
      while let next = parent[node] { node = next }
      return node
    }
    for holder in after.subtracting(before).sorted() {
      for predecessor in (predecessors[holder] ?? []).sorted() where before.contains(predecessor) {
        let (a, b) = (root(holder), root(predecessor))
        if a != b { parent[a] = b }
      }
    }
    var groups: [String: Group] = [:]
    for holder in before.sorted() {
      groups[root(holder), default: Group(before: [], after: [])].before.append(holder)
    }
    for holder in after.sorted() {
      groups[root(holder), default: Group(before: [], after: [])].after.append(holder)
    }
    return groups.values.sorted {
      ($0.after + $0.before).lexicographicallyPrecedes($1.after + $1.before)
    }
  }
}

extension Succession.Group {
  /// What happened, for people.
  func note(_ name: (String) -> String) -> String {
    let from = before.map(name).joined(separator: "、")
    switch (before.count, after.count) {
    case (0, _): return "新規 (new)"
    case (_, 0): return "終了 (ended)"
    case (1, 1): return before == after ? "" : "改称 (renamed): \(from)"
    case (1, _): return "分割 (split): \(from)"
    case (_, 1): return "統合 (merged): \(from)"
    default: return "再編 (reorganised): \(from)"
    }
  }
}
