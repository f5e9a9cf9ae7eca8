import JapaneseText
import Testing

/// A change of a text that leaves what it says as it is, or changes the expected tables with it.
enum Alteration: String, CaseIterable, CustomTestStringConvertible {
  case asItIs
  case otherAmounts, otherDigits, inMillions
  case narrow, wide, compatible
  case roundBullets, dotBullets, squareBullets
  case blankLines, manyBlankLines, pageNumbers, barePageNumbers
  case otherWords, otherNames
  case laterYears
  case millionsOtherNames, wideLaterYears, everything

  var testDescription: String { rawValue }

  /// Changes a text with its tables.
  func alter(_ specimen: inout Specimen) {
    switch self {
    case .asItIs: break
    case .otherAmounts: specimen.changeAmounts { $0.raised() }
    case .otherDigits: specimen.changeAmounts { $0.withOtherDigits() }
    case .inMillions: specimen.changeAmounts { $0.inMillions() }
    case .narrow: specimen.text = Widths.narrow(specimen.text)
    case .wide: specimen.text = Widths.wide(specimen.text)
    case .compatible: specimen.text = Widths.compatible(specimen.text)
    case .roundBullets: specimen.changeBullets(["●": "○", "○": "●", "〇": "●", "•": "○"])
    case .dotBullets: specimen.changeBullets(["●": "•", "•": "●"])
    case .squareBullets: specimen.changeBullets(["●": "◆", "•": "◆", "○": "◇", "〇": "◇"])
    case .blankLines: specimen.insertLines(every: 17) { _ in [""] }
    case .manyBlankLines: specimen.insertLines(every: 7) { _ in [""] }
    case .barePageNumbers: specimen.insertLines(every: 60) { ["\($0)"] }
    case .pageNumbers: specimen.insertLines(every: 45) { ["", "- \($0) -", ""] }
    case .otherWords: specimen.changeWords()
    case .otherNames: specimen.changeNames()
    case .laterYears: specimen.changeYears(by: 4)
    case .millionsOtherNames: Self.apply([.inMillions, .otherWords, .blankLines], to: &specimen)
    case .wideLaterYears: Self.apply([.laterYears, .wide, .roundBullets], to: &specimen)
    case .everything:
      Self.apply(
        [
          .otherNames, .otherWords, .laterYears, .otherAmounts, .roundBullets, .pageNumbers,
          .narrow,
        ],
        to: &specimen)
    }
  }

  private static func apply(_ alterations: [Alteration], to specimen: inout Specimen) {
    for alteration in alterations { alteration.alter(&specimen) }
  }
}

/// The widths in which letters, digits and marks are printed.
enum Widths {
  private static let pairs: [(narrow: Character, wide: Character)] =
    Array(zip("0123456789()[]:/%,.", "０１２３４５６７８９（）［］：／％，．")).map { ($0.0, $0.1) }

  /// Digits and marks in half width.
  static func narrow(_ text: String) -> String {
    let map = Dictionary(pairs.map { ($0.wide, $0.narrow) }) { first, _ in first }
    return String(text.map { map[$0] ?? $0 })
  }

  private static let circled = Array("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
  private static let roman: [Character: String] = [
    "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "Ⅵ": "VI", "Ⅶ": "VII", "Ⅷ": "VIII",
  ]

  /// Every character as its compatibility form, numbers in circles and Roman ones too.
  static func compatible(_ text: String) -> String {
    var out = ""
    for character in fold(text) {
      if let index = circled.firstIndex(of: character) {
        out += String(index + 1)
      } else {
        out += roman[character] ?? String(character)
      }
    }
    return out
  }

  /// Digits and marks in full width, the points and commas of numbers left as they are.
  static func wide(_ text: String) -> String {
    let map = Dictionary(pairs.dropLast(2).map { ($0.narrow, $0.wide) }) { first, _ in first }
    return String(text.map { map[$0] ?? $0 })
  }
}
