import Model

/// Finds the lines of one programme or project total, part and fiscal year in any source, at any
/// stage.
struct FigureIndex {
  /// What the lines have in common.
  struct Key: Hashable {
    /// The programme; a project's total has the project with a minus.
    var subject: Int32
    /// The part; an in-house total has -1.
    var note: Int32
    var year: Int32

    /// The key of a line, or nothing where the line does not say what it is about.
    init?(_ line: Line) {
      switch line.level {
      case .programme, .component: subject = line.programme
      case .projectTotal, .inhouseTotal: subject = -line.project
      case .subtotal: return nil
      }
      if subject == 0 { return nil }
      note = line.level == .inhouseTotal ? -1 : line.note
      year = line.year
    }

    /// The same part and year of another programme.
    func of(programme: Int32) -> Key {
      var key = self
      key.subject = programme
      return key
    }

    /// The same programme and year, not only a part of it.
    var whole: Key {
      var key = self
      key.note = 0
      return key
    }
  }

  private var heads: [Key: Int32] = [:]
  // The line after each line of the same key, so that a million keys need no lists of their own.
  private var next: [Int32]
  /// The keys that more than one line has, in an order that the lines alone decide.
  private(set) var sharedKeys: [Key] = []

  /// Indexes all lines, or those of some keys.
  init(_ ledger: Ledger, of wanted: Set<Key>? = nil) {
    next = [Int32](repeating: -1, count: ledger.lines.count)
    heads.reserveCapacity(wanted?.count ?? ledger.lines.count)
    for line in ledger.lines.indices.reversed() {
      guard let key = Key(ledger.lines[line]), wanted?.contains(key) ?? true else { continue }
      if let head = heads.updateValue(Int32(line), forKey: key) {
        if next[Int(head)] < 0 { sharedKeys.append(key) }
        next[line] = head
      }
    }
    sharedKeys.reverse()
  }

  /// The lines of a key in the order of the sources.
  func lines(_ key: Key) -> [Int] {
    var lines: [Int] = []
    var line = heads[key] ?? -1
    while line >= 0 {
      lines.append(Int(line))
      line = next[Int(line)]
    }
    return lines
  }
}
