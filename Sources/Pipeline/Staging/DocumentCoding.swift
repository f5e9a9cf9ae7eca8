import JSON
import JapaneseText
import Model

/// A document as JSON Lines: its attributes, then a line for each line of text or cell.
enum DocumentCoding {
  /// The lines of a document.
  static func lines(_ document: Document) -> [JSONValue] {
    var lines = [attributes(document.attributes)]
    switch document.content {
    case .text(let body):
      for line in body.lineStarts.indices {
        let text = JSONMember("text", .string(body.text(ofLine: line + 1)))
        let box = body.box(ofLine: line + 1).map {
          JSONMember("box", .array(([$0.page] + $0.edges).map { .integer($0) }))
        }
        lines.append(.object([text] + [box].compactMap(\.self)))
      }
    case .sheets(let sheets):
      for sheet in sheets {
        lines.append([
          "sheet": .string(sheet.name), "hidden": .boolean(sheet.isHidden),
          "merges": .array(sheet.merges.map { .strings(["\($0.first)", "\($0.last)"]) }),
        ])
        lines += sheet.cells.map(json)
      }
    }
    return lines
  }

  /// A document from its lines; nothing where a line is not of this form.
  static func document(_ lines: [JSONValue], id: String) -> Document? {
    guard let first = lines.first, let attributes = attributes(first) else { return nil }
    let rest = lines.dropFirst()
    if rest.first?["sheet"] != nil || rest.isEmpty {
      guard let sheets = sheets(rest) else { return nil }
      return Document(id: id, attributes: attributes, content: .sheets(sheets))
    }
    let texts = rest.compactMap { $0["text"]?.string }
    guard texts.count == rest.count else { return nil }
    let boxes = rest.map { PageBox($0["box"]) }
    let body = TextBody(
      Array(texts.joined(separator: "\n").utf8),
      boxes: boxes.contains { $0 != nil } ? boxes : [])
    return Document(id: id, attributes: attributes, content: .text(body))
  }

  // MARK: Attributes

  private static func attributes(_ attributes: DocumentAttributes) -> JSONValue {
    [
      "path": .string(attributes.path), "title": .string(attributes.title),
      "issuer": .string(attributes.issuer),
      "published": attributes.published.map { .string($0.description) } ?? .null,
      "fiscal_year": attributes.fiscalYear.map { .integer($0) } ?? .null,
      "media_type": .string(attributes.mediaType), "encoding": .string(attributes.encoding),
      "reader": .string(attributes.reader),
    ]
  }

  private static func attributes(_ json: JSONValue) -> DocumentAttributes? {
    guard let path = json["path"]?.string, let title = json["title"]?.string,
      let issuer = json["issuer"]?.string, let mediaType = json["media_type"]?.string,
      let encoding = json["encoding"]?.string, let reader = json["reader"]?.string
    else { return nil }
    return DocumentAttributes(
      path: path, title: title, issuer: issuer,
      published: json["published"]?.string.flatMap(Day.init(iso:)),
      fiscalYear: json["fiscal_year"]?.integer.map { Int($0) }, mediaType: mediaType,
      encoding: encoding, reader: reader)
  }

  // MARK: Cells

  private static func json(_ cell: Cell) -> JSONValue {
    var members = [JSONMember("cell", .string("\(cell.reference)"))]
    switch cell.value {
    case .text(let text): members.append(JSONMember("text", .string(text)))
    case .number(let digits): members.append(JSONMember("number", .string(digits)))
    case .boolean(let flag): members.append(JSONMember("flag", .boolean(flag)))
    case .error(let code): members.append(JSONMember("error", .string(code)))
    case .day(let day, let shown):
      members.append(JSONMember("day", .string(day.description)))
      members.append(JSONMember("shown", .string(shown)))
    }
    if !cell.format.isEmpty { members.append(JSONMember("format", .string(cell.format))) }
    if cell.isHidden { members.append(JSONMember("hidden", .boolean(true))) }
    return .object(members)
  }

  private static func sheets(_ lines: ArraySlice<JSONValue>) -> [Sheet]? {
    var sheets: [Sheet] = []
    var head: (name: String, isHidden: Bool, merges: [MergedArea])?
    var cells: [Cell] = []
    func close() {
      if let head {
        sheets.append(
          Sheet(name: head.name, isHidden: head.isHidden, cells: cells, merges: head.merges))
      }
      cells = []
    }
    for line in lines {
      if let name = line["sheet"]?.string {
        close()
        guard let merges = merges(line["merges"]) else { return nil }
        head = (name, line["hidden"]?.boolean ?? false, merges)
      } else {
        guard let cell = cell(line) else { return nil }
        cells.append(cell)
      }
    }
    close()
    return sheets
  }

  private static func merges(_ json: JSONValue?) -> [MergedArea]? {
    var areas: [MergedArea] = []
    for pair in json?.array ?? [] {
      guard let ends = pair.array, ends.count == 2,
        let first = ends[0].string.flatMap({ CellReference($0) }),
        let last = ends[1].string.flatMap({ CellReference($0) })
      else { return nil }
      areas.append(MergedArea(first: first, last: last))
    }
    return areas
  }

  private static func cell(_ json: JSONValue) -> Cell? {
    guard let reference = json["cell"]?.string.flatMap({ CellReference($0) }),
      let value = value(json)
    else { return nil }
    return Cell(
      reference, value, format: json["format"]?.string ?? "",
      isHidden: json["hidden"]?.boolean ?? false)
  }

  private static func value(_ json: JSONValue) -> CellValue? {
    if let text = json["text"]?.string { return .text(text) }
    if let digits = json["number"]?.string { return .number(digits) }
    if let flag = json["flag"]?.boolean { return .boolean(flag) }
    if let code = json["error"]?.string { return .error(code) }
    guard let day = json["day"]?.string.flatMap(Day.init(iso:)), let shown = json["shown"]?.string
    else { return nil }
    return .day(day, shown: shown)
  }
}

extension PageBox {
  /// A box from its page and edges.
  fileprivate init?(_ json: JSONValue?) {
    guard let numbers = json?.array?.compactMap({ $0.integer.map { Int($0) } }), numbers.count == 5
    else { return nil }
    self.init(
      page: numbers[0], left: numbers[1], top: numbers[2], right: numbers[3], bottom: numbers[4])
  }
}
