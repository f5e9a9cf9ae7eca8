import JapaneseText
import RawBytes
import Reading

/// What is read in the cells of a column.
enum ColumnKind {
  case dates
  case fiscalYears
  case yen

  /// What the names of the new columns end with.
  var endings: [String] {
    switch self {
    case .dates: ["_start", "_end"]
    case .fiscalYears: ["_fiscal_year"]
    case .yen: ["_yen", "_flags"]
    }
  }

  /// What a cell is not that gives no value.
  var noun: String {
    switch self {
    case .dates: "date"
    case .fiscalYears: "fiscal year"
    case .yen: "amount"
    }
  }
}

/// Reads cells and writes what they say as further fields.
struct CellValues: ~Copyable {
  private let anchor: Day?
  private var dates = CellMemory()
  private var years = CellMemory()

  init(anchor: Day?) { self.anchor = anchor }

  /// Appends the values of a cell, each behind a comma; false where something stands in the cell
  /// and gives no value.
  mutating func append(
    _ cell: Span<UInt8>, _ kind: ColumnKind, _ unit: Int64?, to output: inout ByteBuffer
  ) -> Bool {
    guard !cell.isEmpty else {
      for _ in kind.endings { output.append(ByteBuffer.comma) }
      return true
    }
    switch kind {
    case .dates:
      if let isRead = dates.append(cell, to: &output) { return isRead }
      let start = output.count
      let isRead = CellValues.append(DateValue.read(cell, anchor: anchor), to: &output)
      dates.keep(cell, output.bytes.extracting(start...), isRead: isRead)
      return isRead
    case .fiscalYears:
      if let isRead = years.append(cell, to: &output) { return isRead }
      let start = output.count
      let year = FiscalYear.read(cell: cell)
      output.append(ByteBuffer.comma)
      if let year { output.append(number: Int64(year.year)) }
      years.keep(cell, output.bytes.extracting(start...), isRead: year != nil)
      return year != nil
    case .yen: return append(amount: cell, unit, to: &output)
    }
  }

  mutating func append(
    _ cell: borrowing ByteBuffer, _ kind: ColumnKind, _ unit: Int64?, to output: inout ByteBuffer
  ) -> Bool {
    append(cell.bytes, kind, unit, to: &output)
  }

  private static func append(
    _ date: Result<DateValue, DateError>, to output: inout ByteBuffer
  ) -> Bool {
    output.append(ByteBuffer.comma)
    let days = try? date.get()
    if let start = days?.start { output.append(start) }
    output.append(ByteBuffer.comma)
    if let end = days?.end { output.append(end) }
    return days != nil
  }

  private func append(
    amount cell: Span<UInt8>, _ unit: Int64?, to output: inout ByteBuffer
  ) -> Bool {
    output.append(ByteBuffer.comma)
    let amount = unit.map { AmountValue.read(cell: cell, unitYen: $0) } ?? AmountValue.read(cell)
    switch amount {
    case .success(let amount):
      let mention = amount.mention
      if let yen = mention.yen { output.append(number: yen) }
      output.append(ByteBuffer.comma)
      output.appendList(mention.qualifiers, separator: 0x3B, isQuoted: false)
      if !mention.qualifiers.isEmpty, !mention.flags.isEmpty { output.append(0x3B) }
      output.appendList(mention.flags, separator: 0x3B, isQuoted: false)
      return mention.yen != nil
    case .failure(let error):
      output.append(ByteBuffer.comma)
      // A number that has no unit is another matter than what is no number.
      if unit == nil, case .success = NumberValue.read(cell) {
        output.append("unit_missing")
      } else {
        output.append(text: error.rawValue)
      }
      return false
    }
  }
}
