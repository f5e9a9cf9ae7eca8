import JSON
import JapaneseText
import Model

/// Rows, places and findings as JSON, for the cache between the steps.
enum RowCoding {
  /// A row as a list of its values, in published order.
  static func json(_ row: some DatasetRow) -> JSONValue { .array(row.values.map(json)) }

  private static func json(_ value: Value) -> JSONValue {
    switch value {
    case .null: .null
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .decimal(let digits): .number(digits)
    case .boolean(let flag): .boolean(flag)
    case .day(let day): .string(day.description)
    }
  }

  /// A row from its values; nothing where they do not fit, since a cache is made anew then.
  static func row<Row: DatasetRow>(_ json: JSONValue?, _ type: Row.Type) -> Row? {
    guard let fields = json?.array, fields.count == Row.columns.count else { return nil }
    var values: [Value] = []
    for (field, column) in zip(fields, Row.columns) {
      guard let value = value(field, column.description.type) else { return nil }
      values.append(value)
    }
    return try? Row(values: values)
  }

  private static func value(_ json: JSONValue, _ type: ColumnType) -> Value? {
    switch (json, type) {
    case (.null, _): .null
    case (.string(let text), .string): .text(text)
    case (.string(let text), .date): Day(iso: text).map(Value.day)
    case (.number(let digits), .integer): Int64(digits).map(Value.integer)
    case (.number(let digits), .number): .decimal(digits)
    case (.boolean(let flag), .boolean): .boolean(flag)
    default: nil
    }
  }

  /// A place as a list: the sheet, then line, start, end and cell of each span.
  static func json(_ place: Place) -> JSONValue {
    .array(
      [.string(place.sheet)]
        + place.spans.map { span in
          var numbers: [JSONValue] = [
            .integer(span.line), .integer(span.columns.lowerBound),
            .integer(span.columns.upperBound),
          ]
          if let cell = span.cell { numbers += [.integer(cell.row), .integer(cell.column)] }
          return .array(numbers)
        })
  }

  /// A place from its list.
  static func place(_ json: JSONValue?) -> Place? {
    guard let parts = json?.array, let sheet = parts.first?.string else { return nil }
    var spans: [Span] = []
    for part in parts.dropFirst() {
      let numbers = (part.array ?? []).compactMap(\.integer).map { Int($0) }
      guard numbers.count == 3 || numbers.count == 5, numbers[1] <= numbers[2] else { return nil }
      let cell = numbers.count == 5 ? CellReference(row: numbers[3], column: numbers[4]) : nil
      spans.append(Span(line: numbers[0], columns: numbers[1]..<numbers[2], cell: cell))
    }
    guard let first = spans.first else { return nil }
    return Place(first, Array(spans.dropFirst()), sheet: sheet)
  }

  /// A finding as a list.
  static func json(_ finding: Finding) -> JSONValue {
    .array([
      .string(finding.code.rawValue), .string(finding.severity.rawValue),
      finding.document.map(JSONValue.string) ?? .null, finding.place.map(json) ?? .null,
      .string(finding.dataset), .string(finding.row), .string(finding.subject),
      .string(finding.message),
    ])
  }

  /// A finding from its list.
  static func finding(_ json: JSONValue?) -> Finding? {
    guard let parts = json?.array, parts.count == 8,
      let code = parts[0].string.flatMap(FindingCode.init(rawValue:)),
      let severity = parts[1].string.flatMap(Severity.init(rawValue:)),
      let dataset = parts[4].string, let row = parts[5].string, let subject = parts[6].string,
      let message = parts[7].string
    else { return nil }
    return Finding(
      code, severity: severity, document: parts[2].string, place: place(parts[3]),
      dataset: dataset, row: row, subject: subject, message: message)
  }
}
