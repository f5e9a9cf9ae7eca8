import Model

/// A condition that a row must meet to be listed: a column, a comparison and a value.
public struct RowCondition: Sendable, Hashable {
  /// How a value is compared.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case contains = "~"
    case less = "<"
    case greater = ">"
  }

  /// The column.
  public let column: String
  /// How its value is compared.
  public let comparison: Comparison
  /// What it is compared with.
  public let value: String

  /// Reads `COLUMN=VALUE` or another comparison; nothing where there is none.
  public init?(_ text: String) {
    // The first sign counts; of signs that begin at one place the longer one, which is listed first.
    var place = text.startIndex
    while place < text.endIndex {
      let rest = text[place...]
      if let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }) {
        column = String(text[..<place])
        self.comparison = comparison
        value = String(rest.dropFirst(comparison.rawValue.count))
        if column.isEmpty { return nil }
        return
      }
      place = text.index(after: place)
    }
    return nil
  }

  /// Whether a value meets the condition; whole numbers are compared as such, all else by its bytes.
  func holds(for found: Value) -> Bool {
    let field = found.field
    switch comparison {
    case .equal: return field.utf8.elementsEqual(value.utf8)
    case .notEqual: return !field.utf8.elementsEqual(value.utf8)
    case .contains: return field.contains(value)
    case .less, .greater, .atMost, .atLeast:
      if found == .null { return false }
      let order: Int
      if let a = found.number, let b = Value.text(value).number {
        order = a < b ? -1 : a > b ? 1 : 0
      } else if field.utf8.elementsEqual(value.utf8) {
        order = 0
      } else {
        order = field.utf8.lexicographicallyPrecedes(value.utf8) ? -1 : 1
      }
      switch comparison {
      case .less: return order < 0
      case .greater: return order > 0
      case .atMost: return order <= 0
      default: return order >= 0
      }
    }
  }
}

extension TableChanges {
  /// Whether the table has a column now or had it before.
  public func has(_ column: String) -> Bool {
    oldColumns.contains(column) || newColumns.contains(column)
  }

  /// The changes of rows that meet all conditions, as they were or as they are.
  public func only(where conditions: [RowCondition]) -> TableChanges {
    var changes = self
    changes.rows = rows.filter { row in
      meets(conditions, row.old, oldColumns) || meets(conditions, row.new, newColumns)
    }
    return changes
  }

  private func meets(_ conditions: [RowCondition], _ row: [Value], _ columns: [String]) -> Bool {
    !row.isEmpty
      && conditions.allSatisfy { condition in
        columns.firstIndex(of: condition.column).map { condition.holds(for: row[$0]) } ?? false
      }
  }
}
