import Model

/// Which programmes follow which by the registry, backwards and forwards, with the years they ran.
struct Successions {
  private var programmes: [String: Programme] = [:]
  private var followers: [String: [String]] = [:]

  /// Where a programme comes from.
  struct Origin {
    /// The programmes it follows that ran in the year asked for, as the registry lists them.
    var programmes: [String] = []
    /// The other programmes that follow those, and so share what they had.
    var others: [String] = []
  }

  init(_ programmes: [Programme]) {
    for programme in programmes {
      self.programmes[programme.id] = programme
      for earlier in programme.succeeds { followers[earlier, default: []].append(programme.id) }
    }
  }

  /// The programmes that follow one.
  func followers(of id: String) -> [String] { followers[id] ?? [] }

  /// What a programme comes from: its forerunners of a year, over as many steps as that takes.
  func origin(of id: String, in year: Int?) -> Origin {
    var origin = Origin()
    // A registry may say by mistake that programmes follow each other in a circle.
    var seen: Set<String> = [id]
    var open = programmes[id]?.succeeds ?? []
    var index = 0
    while index < open.count {
      let earlier = open[index]
      index += 1
      guard let programme = programmes[earlier], seen.insert(earlier).inserted else { continue }
      if runs(programme, in: year) {
        origin.programmes.append(earlier)
      } else if let year, let first = programme.firstYear, year < first {
        open += programme.succeeds
      }
    }
    for earlier in origin.programmes {
      for other in followers(of: earlier) where seen.insert(other).inserted {
        origin.others.append(other)
      }
    }
    return origin
  }

  private func runs(_ programme: Programme, in year: Int?) -> Bool {
    guard let year else { return true }
    return year >= programme.firstYear ?? year && year <= programme.lastYear ?? year
  }

  // MARK: - For people

  /// The name of a programme.
  func name(of id: String) -> String { programmes[id]?.name ?? id }

  /// The names of programmes, joined.
  func names(of ids: [String]) -> String { ids.map(name).joined(separator: " and ") }

  /// Names with their years: `事業乙 (2023 to …)`.
  func namesWithYears(of ids: [String]) -> String {
    ids.map { id in
      let years = yearsText(programmes[id]?.firstYear, programmes[id]?.lastYear)
      return "\(name(of: id)) (\(years))"
    }.joined(separator: " and ")
  }
}

extension Successions.Origin {
  /// Why the figure of a programme says little about those of its forerunners.
  func reason(for id: String, _ successions: Successions) -> String {
    let before = successions.names(of: programmes)
    let after = successions.names(of: [id] + others)
    switch (programmes.count > 1, !others.isEmpty) {
    case (false, false):
      return "the programme follows \(before), which may have covered more or less"
    case (true, false):
      return "the programme follows \(before), which together may have covered more or less"
    case (false, true): return "\(before) was divided into \(after); the figure is that of one part"
    case (true, true):
      return "\(before) were regrouped into \(after); the figure is that of one part"
    }
  }
}

/// The years something is known for: `2017 to 2021`, `2023 to …`.
func yearsText(_ first: Int?, _ last: Int?) -> String {
  "\(first.map(String.init) ?? "…") to \(last.map(String.init) ?? "…")"
}
