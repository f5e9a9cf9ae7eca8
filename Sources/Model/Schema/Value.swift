public import JapaneseText

/// One value of a published table.
public enum Value: Sendable, Hashable {
  /// Unknown or not printed.
  case null
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// A decimal number, kept as its digits so that none is lost.
  case decimal(String)
  /// Yes or no.
  case boolean(Bool)
  /// A day.
  case day(Day)
}

extension Value {
  /// The value as a CSV field; a null is the empty field.
  public var field: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let digits): digits
    case .boolean(let flag): flag ? "true" : "false"
    case .day(let day): day.description
    }
  }
}

/// The types a column can have, named as Table Schema names them.
public enum ColumnType: String, Sendable, Hashable, CaseIterable {
  /// Text.
  case string
  /// A whole number; all money is of this type.
  case integer
  /// A decimal number that is not money.
  case number
  /// Yes or no.
  case boolean
  /// A day.
  case date

  /// Reads a CSV field strictly as this type; the empty field is null, a wrong field is nothing.
  public func value(ofField field: String) -> Value? {
    if field.isEmpty { return .null }
    switch self {
    case .string: return .text(field)
    case .integer:
      guard let number = Int64(field), String(number) == field else { return nil }
      return .integer(number)
    case .number: return ColumnType.isDecimal(field) ? .decimal(field) : nil
    case .boolean:
      return field == "true" ? .boolean(true) : field == "false" ? .boolean(false) : nil
    case .date: return Day(iso: field).map(Value.day)
    }
  }

  private static func isDecimal(_ field: String) -> Bool {
    var digits = field.utf8[...]
    if digits.first == 0x2D { digits.removeFirst() }
    let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
