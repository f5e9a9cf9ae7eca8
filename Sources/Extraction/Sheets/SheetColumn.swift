import JapaneseText
import Model

/// What a column of a sheet holds.
struct SheetColumn: Sendable {
  var number: Int
  /// Its heading, folded, all rows of the header joined.
  var label: String
  var meaning: Meaning
  /// The stage and year of its money.
  var kind = BudgetKind.other
  var fiscalYear: Int?
  var isPriorYear = false
  /// The unit that its own heading prints.
  var unit: Int64?

  /// What the cells of a column are.
  enum Meaning: Sendable {
    case programme
    case project
    case ministry
    case year
    /// The stage of the row's money, in words.
    case stage
    case money
    /// The sum of the money columns before it.
    case total
    case difference
    case other

    /// Whether its cells say what the amounts of a row are about.
    var namesRow: Bool {
      switch self {
      case .programme, .project, .ministry, .year, .stage: true
      case .money, .total, .difference, .other: false
      }
    }
  }

  /// うち columns say a part of the column before them again.
  var isPart: Bool { label.holds("うち") }

  var isMoney: Bool { meaning == .money || meaning == .total || meaning == .difference }
}
