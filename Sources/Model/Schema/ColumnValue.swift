public import JapaneseText

/// A Swift type that can stand in a column.
public protocol ColumnValue: Sendable {
  /// The column's type.
  static var columnType: ColumnType { get }
  /// Whether the column may be empty.
  static var isOptional: Bool { get }
  /// The words the column allows, where they are fixed.
  static var categories: [String] { get }
  /// The value to publish.
  var columnValue: Value { get }
  /// Reads a published value, or nothing where it is of another type.
  init?(columnValue: Value)
}

extension ColumnValue {
  /// Required unless a type says otherwise.
  public static var isOptional: Bool { false }
  /// Free unless a type says otherwise.
  public static var categories: [String] { [] }
}

extension String: ColumnValue {
  /// The type of the column.
  public static var columnType: ColumnType { .string }
  /// Text may be empty: empty means unknown or not printed.
  public static var isOptional: Bool { true }
  /// The value to publish.
  public var columnValue: Value { isEmpty ? .null : .text(self) }
  /// The value to publish.
  public init?(columnValue: Value) {
    switch columnValue {
    case .text(let text): self = text
    case .null: self = ""
    default: return nil
    }
  }
}

extension Int64: ColumnValue {
  /// The type of the column.
  public static var columnType: ColumnType { .integer }
  /// The value to publish.
  public var columnValue: Value { .integer(self) }
  /// The value to publish.
  public init?(columnValue: Value) {
    guard case .integer(let number) = columnValue else { return nil }
    self = number
  }
}

extension Int: ColumnValue {
  /// The type of the column.
  public static var columnType: ColumnType { .integer }
  /// The value to publish.
  public var columnValue: Value { .integer(Int64(self)) }
  /// The value to publish.
  public init?(columnValue: Value) {
    guard case .integer(let number) = columnValue else { return nil }
    self.init(exactly: number)
  }
}

extension Bool: ColumnValue {
  /// The type of the column.
  public static var columnType: ColumnType { .boolean }
  /// The value to publish.
  public var columnValue: Value { .boolean(self) }
  /// The value to publish.
  public init?(columnValue: Value) {
    guard case .boolean(let flag) = columnValue else { return nil }
    self = flag
  }
}

extension Day: ColumnValue {
  /// The type of the column.
  public static var columnType: ColumnType { .date }
  /// The value to publish.
  public var columnValue: Value { .day(self) }
  /// The value to publish.
  public init?(columnValue: Value) {
    guard case .day(let day) = columnValue else { return nil }
    self = day
  }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  /// The type of the column.
  public static var columnType: ColumnType { Wrapped.columnType }
  /// Whether the column may be empty.
  public static var isOptional: Bool { true }
  /// The words the column allows.
  public static var categories: [String] { Wrapped.categories }
  /// The value to publish.
  public var columnValue: Value { self?.columnValue ?? .null }
  /// The value to publish.
  public init?(columnValue: Value) {
    if columnValue == .null {
      self = .none
    } else if let wrapped = Wrapped(columnValue: columnValue) {
      self = wrapped
    } else {
      return nil
    }
  }
}

/// A list in one field, joined by `;`.
extension Array: ColumnValue where Element == String {
  /// The type of the column.
  public static var columnType: ColumnType { .string }
  /// Whether the column may be empty.
  public static var isOptional: Bool { true }
  /// The value to publish.
  public var columnValue: Value { isEmpty ? .null : .text(joined(separator: ";")) }
  /// The value to publish.
  public init?(columnValue: Value) {
    guard let text = String(columnValue: columnValue) else { return nil }
    self = text.split(separator: ";").map(String.init)
  }
}

/// A decimal number that is not money, such as an indicator's value, kept as its digits.
public struct Decimal: ColumnValue, Hashable {
  /// The digits, with a point where there is one.
  public let digits: String
  /// Makes a number from its digits, or nothing where they are none.
  public init?(_ digits: String) {
    guard case .decimal? = ColumnType.number.value(ofField: digits) else { return nil }
    self.digits = digits
  }
  /// The type of the column.
  public static var columnType: ColumnType { .number }
  /// The value to publish.
  public var columnValue: Value { .decimal(digits) }
  /// The value to publish.
  public init?(columnValue: Value) {
    guard case .decimal(let digits) = columnValue else { return nil }
    self.init(digits)
  }
}

/// An enum of fixed words can stand in a column as it is.
public protocol ColumnWord: ColumnValue, CaseIterable, RawRepresentable where RawValue == String {}

extension ColumnWord {
  /// The type of the column.
  public static var columnType: ColumnType { .string }
  /// The words the column allows.
  public static var categories: [String] { allCases.map(\.rawValue) }
  /// The value to publish.
  public var columnValue: Value { .text(rawValue) }
  /// The value to publish.
  public init?(columnValue: Value) {
    guard case .text(let word) = columnValue else { return nil }
    self.init(rawValue: word)
  }
}
