import XML

/// The names that worksheets use.
enum XLSXSheetWord: Int, CaseIterable {
  case row
  case cell
  case value
  case formula
  case inline
  case text
  case reference
  case style
  case phonetic
  case space
  case hidden
  case merge
  case area
  case column
  case first
  case last

  var text: String {
    switch self {
    case .row: "row"
    case .cell: "c"
    case .value: "v"
    case .formula: "f"
    case .inline: "is"
    case .text: "t"
    case .reference: "r"
    case .style: "s"
    case .phonetic: "rPh"
    case .space: "space"
    case .hidden: "hidden"
    case .merge: "mergeCell"
    case .area: "ref"
    case .column: "col"
    case .first: "min"
    case .last: "max"
    }
  }

  static let vocabulary = XMLVocabulary(allCases.map(\.text))
}
