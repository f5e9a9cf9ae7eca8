import JSON
import JapaneseText
import Model

/// What the readers see of a source, as JSON Lines.
public struct ReadingReport {
  /// What is listed of a document.
  public enum Detail: String, Sendable, CaseIterable {
    /// Each cell of its sheets, or each line of a text.
    case cells
    /// Each line of a text, or each row of its sheets.
    case lines
    /// Each table by its size and merged areas.
    case tables
  }

  private let detail: Detail
  private var writer = JSONWriter()

  /// Makes a report of an outcome; the bytes are one JSON object a line.
  public static func bytes(of outcome: ReadingOutcome, id: String, _ detail: Detail) -> [UInt8] {
    var report = ReadingReport(detail: detail)
    switch outcome {
    case .read(let document, let findings):
      report.write(document)
      for finding in findings { report.write(finding) }
    case .refused(let refusal):
      report.writeHead(id: id, refusal.attributes, status: "refused")
      for finding in refusal.findings { report.write(finding) }
      report.write(refusal)
    }
    return report.writer.bytes
  }

  private init(detail: Detail) {
    self.detail = detail
  }

  private mutating func write(_ document: Document) {
    writeHead(id: document.id, document.attributes, status: "read", lines: document.lineCount)
    switch document.content {
    case .text(let body):
      if detail != .tables { write(body) }
      if detail != .lines { for table in document.tables { write(table) } }
    case .sheets(let sheets): for sheet in sheets { write(sheet) }
    }
  }

  /// The lines of a text, with page and place where it has pages.
  private mutating func write(_ body: TextBody) {
    for line in 0..<body.lineCount {
      var members = [
        JSONMember("type", "line"), JSONMember("line", .integer(line + 1)),
        JSONMember("text", .string(body.text(ofLine: line + 1))),
      ]
      if let box = body.box(ofLine: line + 1) {
        members.append(JSONMember("page", .integer(box.page)))
        members.append(JSONMember("box", .array(box.edges.map { .integer($0) })))
      }
      writer.writeLine(.object(members))
    }
  }

  private mutating func writeHead(
    id: String, _ attributes: DocumentAttributes, status: String, lines: Int? = nil
  ) {
    writer.writeLine([
      "type": "document", "id": .string(id), "path": .string(attributes.path),
      "media_type": .string(attributes.mediaType), "encoding": .string(attributes.encoding),
      "reader": .string(attributes.reader), "status": .string(status),
      "lines": lines.map { .integer($0) } ?? .null,
    ])
  }

  private mutating func write(_ finding: Finding) {
    writer.writeLine([
      "type": "finding", "code": .string(finding.code.rawValue),
      "severity": .string(finding.severity.rawValue),
      "place": finding.place.map { .string($0.description) } ?? .null,
      "message": .string(finding.message),
    ])
  }

  private mutating func write(_ refusal: Refusal) {
    writer.writeLine([
      "type": "refusal", "code": .string(refusal.code.rawValue),
      "place": refusal.place.map { .string($0.description) } ?? .null,
      "reason": .string(refusal.reason), "advice": .string(refusal.advice),
    ])
  }
}

extension ReadingReport {
  private mutating func write(_ sheet: Sheet) {
    writer.writeLine([
      "type": "sheet", "sheet": .string(sheet.name), "hidden": .boolean(sheet.isHidden),
      "rows": .integer(sheet.rowCount), "columns": .integer(sheet.columnCount),
      "merged": .strings(sheet.merges.map { "\($0.first):\($0.last)" }),
    ])
    switch detail {
    case .cells: for cell in sheet.cells { write(cell, of: sheet) }
    case .lines: writeRows(of: sheet)
    case .tables: return
    }
  }

  private mutating func write(_ cell: Cell, of sheet: Sheet) {
    var members: [JSONMember] = [
      JSONMember("type", "cell"), JSONMember("sheet", .string(sheet.name)),
      JSONMember("cell", .string(cell.reference.description)),
      JSONMember("kind", .string(cell.value.kind)), JSONMember("value", .string(cell.value.text)),
    ]
    if case .day(let day, _) = cell.value {
      members.append(JSONMember("day", .string(day.description)))
    }
    if !cell.format.isEmpty { members.append(JSONMember("format", .string(cell.format))) }
    if cell.isHidden { members.append(JSONMember("hidden", .boolean(true))) }
    writer.writeLine(.object(members))
  }

  /// Rows with a value for each column; what holds nothing is null.
  private mutating func writeRows(of sheet: Sheet) {
    var index = 0
    while index < sheet.cells.count {
      let row = sheet.cells[index].reference.row
      var values: [JSONValue] = []
      while index < sheet.cells.count, sheet.cells[index].reference.row == row {
        let cell = sheet.cells[index]
        while values.count < cell.reference.column - 1 { values.append(.null) }
        values.append(.string(cell.value.text))
        index += 1
      }
      writer.writeLine([
        "type": "row", "sheet": .string(sheet.name), "row": .integer(row),
        "values": .array(values),
      ])
    }
  }
}

extension CellValue {
  /// The name of the kind of value.
  fileprivate var kind: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .boolean: "boolean"
    case .day: "day"
    case .error: "error"
    }
  }
}
