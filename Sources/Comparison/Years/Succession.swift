import Model

/// Who follows whom, as the registry says; likeness of names plays no part.
struct Succession {
  // For each holder those it follows, and the years it ran.
  private var predecessors: [String: [String]] = [:]
  private var firstYears: [String: Int] = [:]
  private var lastYears: [String: Int] = [:]

  /// Adds what the registry says of a holder.
  mutating func add(_ holder: String, follows: [String], first: Int?, last: Int?) {
    predecessors[holder] = follows
    firstYears[holder] = first
    lastYears[holder] = last
  }

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

extension Succession {
  /// What happened between two years, for people; that something is new or ended only where the
  /// registry says so.
  func note(_ group: Group, year: Int, _ name: (String) -> String) -> String {
    let from = group.before.map(name).joined(separator: "、")
    switch (group.before.count, group.after.count) {
    case (0, _):
      let isNew = group.after.allSatisfy { firstYears[$0] == year }
      return isNew ? "新規 (new)" : "前年度の額なし (no figure for the year before)"
    case (_, 0):
      let hasEnded = group.before.allSatisfy { lastYears[$0] == year - 1 }
      return hasEnded ? "終了 (ended)" : "当年度の額なし (no figure for the year)"
    case (1, 1): return group.before == group.after ? "" : "改称 (renamed): \(from)"
    case (1, _): return "分割 (split): \(from)"
    case (_, 1): return "統合 (merged): \(from)"
    default: return "再編 (reorganised): \(from)"
    }
  }
}
