import JapaneseText
import Model

/// Reads the unit that a caption or heading prints: 単位：千円, （百万円）.
enum UnitCaption {
  private static let units: [(word: Word, yen: Int64)] = [
    ("十億円", 1_000_000_000), ("百万円", 1_000_000), ("億円", 100_000_000), ("兆円", 1_000_000_000_000),
    ("千円", 1000), ("万円", 10_000), ("円", 1),
  ]
  private static let declared: [Word] = ["単位:", "単位は", "単位="]

  /// The unit in yen; only where 単位 or a bracket makes it a caption.
  static func unit(in label: String) -> Int64? {
    let bytes = Array(label.utf8)
    if let caption = JapaneseText.UnitCaption.captions(in: bytes).first { return caption.unitYen }
    for entry in units {
      guard let start = bytes.firstIndex(of: entry.word.bytes) else { continue }
      let end = start + entry.word.count
      let isBracketed =
        start > 0 && [0x28, 0x5B].contains(bytes[start - 1])
        && (end == bytes.count || [0x29, 0x5D].contains(bytes[end]))
      if isBracketed || start == 0 && end == bytes.count { return entry.yen }
    }
    return nil
  }

  /// What the captions near a table say of its unit.
  enum Said {
    case yen(Int64)
    /// A unit that is none of yen.
    case other
  }

  /// The caption nearest above the end of a table's header, over or left of its columns.
  static func unit(of grid: SheetGrid, in rows: ClosedRange<Int>, lastColumn: Int) -> Said? {
    for row in rows.reversed() {
      let captions = grid.sheet.cells(inRow: row).compactMap { cell in
        said(by: cell).map { (column: cell.reference.column, said: $0) }
      }
      if let found = captions.last(where: { $0.column <= lastColumn }) ?? captions.first {
        return found.said
      }
    }
    return nil
  }

  private static func said(by cell: Cell) -> Said? {
    guard case .text(let text) = cell.value else { return nil }
    let label = SheetGrid.compact(text)
    let bytes = Array(label.utf8)
    if let caption = JapaneseText.UnitCaption.captions(in: bytes).first {
      return .yen(caption.unitYen)
    }
    // A unit alone in brackets; with a heading before it, it is that of the column.
    if bytes.first == 0x28 || bytes.first == 0x5B, let unit = unit(in: label),
      units.contains(where: { bytes.count == $0.word.count + 2 && $0.yen == unit })
    {
      return .yen(unit)
    }
    return declared.contains { label.holds($0) } ? .other : nil
  }
}
