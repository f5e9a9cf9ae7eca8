import Model

/// Reads the unit that a caption or heading prints: 単位：千円, （百万円）.
enum UnitCaption {
  private static let units: [(word: Word, yen: Int64)] = [
    ("十億円", 1_000_000_000), ("百万円", 1_000_000), ("億円", 100_000_000), ("兆円", 1_000_000_000_000),
    ("千円", 1000), ("万円", 10_000), ("円", 1),
  ]
  private static let unit: Word = "単位"

  /// The unit in yen; only where 単位 or a bracket makes it a caption.
  static func unit(in label: String) -> Int64? {
    let bytes = Array(label.utf8)
    for entry in units {
      guard let start = bytes.firstIndex(of: entry.word.bytes) else { continue }
      let end = start + entry.word.count
      let isBracketed =
        start > 0 && [0x28, 0x5B].contains(bytes[start - 1])
        && (end == bytes.count || [0x29, 0x5D].contains(bytes[end]))
      let isDeclared = bytes.firstIndex(of: unit.bytes).map { $0 < start } ?? false
      if isBracketed || isDeclared || start == 0 && end == bytes.count { return entry.yen }
    }
    return nil
  }

  /// The unit that the cells above and in the header of a table print.
  static func unit(of grid: SheetGrid, in rows: ClosedRange<Int>) -> Int64? {
    for row in rows {
      if let found = unit(of: grid.sheet.cells(inRow: row)) { return found }
    }
    return nil
  }

  private static func unit(of cells: ArraySlice<Cell>) -> Int64? {
    for cell in cells {
      guard case .text(let text) = cell.value else { continue }
      let label = SheetGrid.compact(text)
      if label.holds(unit), let found = UnitCaption.unit(in: label) { return found }
    }
    return nil
  }
}
