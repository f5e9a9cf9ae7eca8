extension Value {
  /// The type a value alone suggests; a null suggests none.
  public var type: ColumnType? {
    switch self {
    case .null: nil
    case .text: .string
    case .integer: .integer
    case .decimal: .number
    case .boolean: .boolean
    case .day: .date
    }
  }
}

extension ColumnType {
  /// The type of a column that holds values of both types: whole and decimal numbers are numbers,
  /// all else is text.
  public func joined(with other: ColumnType?) -> ColumnType {
    guard let other, other != self else { return self }
    return Set([self, other]).isSubset(of: [.integer, .number]) ? .number : .string
  }
}
