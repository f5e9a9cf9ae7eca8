import Model
import Workbooks

/// How a column of a table looks on its sheet.
struct SheetColumn {
  private static let widths = 6...60
  /// Room for the button of the filter.
  private static let buttonWidth = 3
  /// Marks between thousands, and △ for less than nothing, as budgets print it.
  private static let moneyFormat = "#,##0;\"△\"#,##0"
  private static let dayFormat = "yyyy-mm-dd"
  private static let moneyColumns: Set<String> = [
    "amount_low", "amount_high", "left_low", "left_high", "right_low", "right_high", "difference",
  ]

  let style: CellStyle
  // Enough characters for the header and the values so far.
  private var needed: Int

  init(_ column: ColumnDescription) {
    style =
      switch column.type {
      case .integer where SheetColumn.isMoney(column):
        CellStyle(numberFormat: SheetColumn.moneyFormat)
      case .date: CellStyle(numberFormat: SheetColumn.dayFormat)
      default: CellStyle()
      }
    needed = max(
      SheetColumn.width(column.title.utf8Span.span),
      SheetColumn.width(column.name.utf8Span.span) + SheetColumn.buttonWidth)
  }

  static func isMoney(_ column: ColumnDescription) -> Bool {
    column.type == .integer && (column.name.hasSuffix("_yen") || moneyColumns.contains(column.name))
  }

  /// Enough characters for the header and the values, within reason.
  var width: Int {
    min(max(needed, SheetColumn.widths.lowerBound), SheetColumn.widths.upperBound)
  }

  /// Makes room for a value.
  mutating func widen(for cell: SheetInput) {
    if needed >= SheetColumn.widths.upperBound { return }
    switch cell {
    case .value(.null): return
    case .value(.integer(let number)):
      needed = max(needed, SheetColumn.digits(of: number) * 4 / 3 + 1)
    case .value(let value): needed = max(needed, SheetColumn.width(value.field.utf8Span.span) + 1)
    case .text(let bytes): needed = max(needed, SheetColumn.width(bytes.span) + 1)
    }
  }

  /// How many characters a number is written with.
  private static func digits(of number: Int64) -> Int {
    var digits = number < 0 ? 2 : 1
    var rest = number.magnitude / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits
  }

  /// How wide a text is; characters that are not Latin, Greek or Cyrillic take two places.
  private static func width(_ bytes: Swift.Span<UInt8>) -> Int {
    var width = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      width += bytes[index] >= 0xE0 ? 2 : 1
    }
    return width
  }
}

extension CellStyle {
  /// The Japanese titles.
  static let title = CellStyle(isBold: true, fill: 0xDDEBF7)
  /// The names, which other systems rely on.
  static let name = CellStyle(fill: 0xF2F2F2)
  /// A text that leads somewhere.
  static let link = CellStyle(isLink: true)
}
