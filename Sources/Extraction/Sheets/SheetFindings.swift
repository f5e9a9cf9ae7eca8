import Model

/// What is odd about the cells of a table, one finding for each column and sort.
struct SheetFindings {
  private struct Key: Hashable {
    var code: FindingCode
    var column: Int
    var use: String
  }

  /// What is done with an amount that a mark stands for.
  static let untold = "an amount that is not told; sums with it stay open"

  private struct Cells {
    var count = 0
    var label: String
    var first: Place
    var text: String
  }

  private var cells: [Key: Cells] = [:]
  private var order: [Key] = []
  private let document: String
  private let sheet: String

  init(document: String, sheet: String) {
    self.document = document
    self.sheet = sheet
  }

  /// Notes a cell.
  mutating func add(
    _ code: FindingCode, _ column: SheetColumn, _ place: Place, _ text: String, use: String
  ) {
    let key = Key(code: code, column: column.number, use: use)
    if cells[key] == nil {
      order.append(key)
      cells[key] = Cells(label: column.label, first: place, text: text)
    }
    cells[key]?.count += 1
  }

  /// The findings, in the order in which their first cells were met.
  func findings() -> [Finding] {
    order.compactMap { key in
      guard let found = cells[key] else { return nil }
      let text = found.text.split(whereSeparator: \.isNewline).joined(separator: "⏎")
      let severity: Severity? = key.code == .amountUnreadable ? .warning : nil
      return Finding(
        key.code, severity: severity, document: document, place: found.first,
        dataset: "budget_lines",
        subject: "\(sheet) \(found.label) \(key.code.rawValue)"
          + (key.use == SheetFindings.untold ? " untold" : ""),
        message: "\(found.label): \(found.count) cell\(found.count == 1 ? "" : "s") from "
          + "\(found.first) ('\(text)'): \(key.code.sheetWords); \(key.use)")
    }
  }
}

extension FindingCode {
  /// What is said of cells with such a finding.
  fileprivate var sheetWords: String {
    switch self {
    case .severalValues: "several values"
    case .tornNumber: "a number torn apart by blanks"
    case .numberAsText: "a number stored as text"
    case .symbolInNumbers: "a mark or a word among numbers"
    case .excessDigits: "digits finer than the unit of the column"
    case .unitUnknown: "an amount whose unit is not known"
    case .missingCell: "an amount in a row without a name"
    case .repeatedValues: "the amount of the row above again, for the same item"
    default: "digits that make no number"
    }
  }
}
