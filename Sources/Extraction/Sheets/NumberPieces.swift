import JapaneseText

/// How the digits of a cell hang together: blanks and commas may make one number of them, or not.
enum NumberPieces {
  /// One number, its digits in groups of three or not grouped at all.
  case whole
  /// One number that blanks tear apart: `1 234`, `1,2 34`.
  case torn
  /// Several numbers: two lines of digits in one cell.
  case several
  /// No number: its commas stand where none belongs.
  case broken

  /// Looks at a text that is a number without its blanks, and at that number.
  init(_ text: String, whole: String) {
    let pieces = fold(text).split { $0 == " " || $0.isNewline || $0 == "\t" }.map(String.init)
    guard pieces.count > 1 else {
      self = NumberPieces.isGrouped(whole) ? .whole : .broken
      return
    }
    // A sign may stand apart from its number.
    let numbers = pieces.filter { $0.utf8.contains { (0x30...0x39).contains($0) } }
    if numbers.count < 2 {
      self = NumberPieces.isGrouped(whole) ? .whole : .broken
    } else if fold(text).contains(where: \.isNewline), numbers.allSatisfy(NumberPieces.isGrouped) {
      self = .several
    } else if NumberPieces.goOn(numbers) || NumberPieces.isGroupedByCommas(whole) {
      self = .torn
    } else {
      self = numbers.allSatisfy(NumberPieces.isGrouped) ? .several : .broken
    }
  }

  /// Whether pieces are the groups of one number: three digits each after the first.
  private static func goOn(_ pieces: [String]) -> Bool {
    guard let first = pieces.first, (1...3).contains(first.filter(\.isNumber).count),
      !first.contains(",")
    else { return false }
    return pieces.dropFirst().allSatisfy { $0.utf8.count == 3 && $0.allSatisfy(\.isNumber) }
  }

  private static func isGroupedByCommas(_ number: String) -> Bool {
    number.contains { $0 == "," || $0 == "、" } && isGrouped(number)
  }

  /// Whether the commas of a number, where it has any, cut its whole part in groups of three.
  private static func isGrouped(_ number: String) -> Bool {
    let whole = number.drop { "△▲-−+".contains($0) }.prefix { $0 != "." }
    let groups = whole.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "、" }
    guard groups.count > 1, let first = groups.first else { return true }
    return (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
