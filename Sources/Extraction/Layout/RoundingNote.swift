import JapaneseText
import Model

/// What a source itself says of the rounding of its figures: 単位未満四捨五入, 百万円未満切り捨て.
enum RoundingNote {
  private static let rounded: [Word] = ["四捨五入"]
  private static let cut: [Word] = ["切り捨て", "切捨"]
  /// Words that make a sentence one about figures.
  private static let subjects: [Word] = ["未満", "端数", "単位", "計数", "金額", "数値"]
  /// 四捨五入していない says the opposite.
  private static let denials: [Word] = ["ていない", "ておりません", "ていません", "しない"]
  /// The bytes after the word in which it is denied.
  private static let denial = 21
  private static let full: Word = "。"
  /// The bytes before and after the word that make its sentence.
  private static let before = 120
  private static let after = 90
  /// All words begin with this byte of UTF-8.
  private static let lead: UInt8 = 0xE5

  /// The rounding that folded text declares; `unknown` where it names both ways, and nothing where
  /// it names none.
  static func rounding(in bytes: [UInt8]) -> Rounding? {
    var found: Set<Rounding> = []
    for start in bytes.indices where bytes[start] == lead {
      let rest = bytes[start...]
      if let word = rounded.first(where: { rest.starts(with: $0.bytes) }) {
        if speaks(start, word, bytes) { found.insert(.round) }
      } else if let word = cut.first(where: { rest.starts(with: $0.bytes) }) {
        if speaks(start, word, bytes) { found.insert(.truncate) }
      }
    }
    return found.count > 1 ? .unknown : found.first
  }

  /// The rounding that the cells above and below the tables of a sheet declare.
  static func rounding(of sheet: Sheet) -> Rounding? {
    var text: [UInt8] = []
    for cell in sheet.cells
    where cell.reference.row <= edge || cell.reference.row > sheet.rowCount - edge {
      guard case .text(let words) = cell.value, words.utf8.contains(lead) else { continue }
      text += Array(fold(words).utf8)
      // Sentences of two cells are not one.
      text += [UInt8](repeating: 0x0A, count: before)
    }
    return rounding(in: text)
  }

  /// Notes stand within this many rows of a sheet's ends.
  private static let edge = 40

  /// Whether the sentence around a word is about figures, and does not deny the word.
  private static func speaks(_ start: Int, _ word: Word, _ bytes: [UInt8]) -> Bool {
    let end = start + word.count
    let next = Array(bytes[end..<min(bytes.count, end + denial)])
    if denials.contains(where: { next.firstIndex(of: $0.bytes) != nil }) { return false }
    var low = max(0, start - before)
    var high = min(bytes.count, start + after)
    while let end = bytes[low..<start].firstIndex(of: full.bytes) { low = end + full.count }
    if let end = bytes[start..<high].firstIndex(of: full.bytes) { high = end }
    let window = bytes[low..<high].filter { $0 != 0x0A }
    return subjects.contains { window.firstIndex(of: $0.bytes) != nil }
  }
}

extension FamilySettings {
  /// The settings with the rounding that a source notes, where the pipeline file says nothing of it.
  func noting(_ rounding: Rounding?) -> FamilySettings {
    guard let rounding, !roundingIsDeclared else { return self }
    var settings = self
    settings.rounding = rounding
    return settings
  }
}

extension ArraySlice<UInt8> {
  /// Where a word first stands in the slice.
  fileprivate func firstIndex(of word: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: word) }
  }
}
