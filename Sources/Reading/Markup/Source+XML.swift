import Model

/// XML documents: lists of flat records are tables, all else is running text.
extension Source {
  mutating func readXML(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    // A spreadsheet in one piece, as LibreOffice saves it on request.
    if Array(bytes.prefix(4096)).holds(FileKind.ods.mediaType) { return try readFlatODS(bytes) }
    identify(as: .xml)
    var tree = XMLTree(limits)
    try parse(Source.joiningLineEnds(bytes), &tree)
    let records = XMLRecords(tree)
    if records.areTheContent { return .sheets(try records.sheets(within: limits)) }
    let body = TextBody(tree.lines.bytes)
    return .text(body)
  }

  private mutating func readFlatODS(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    identify(as: .ods)
    var content = ODSContentPart(limits, findings: findings) {
      SheetBuilder(name: $0, isHidden: $1)
    }
    defer { findings = content.findings }
    try parse(bytes, &content)
    return .sheets(content.finished.map(\.sheet))
  }
}

/// The lists of flat records in an XML document.
struct XMLRecords {
  /// How much of all text records must hold for the document to be a table, in per cent.
  static let minimumShare = 50

  private let tree: XMLTree
  /// The paths of elements that repeat beside each other and hold nothing but values.
  private var recordPaths: Set<String> = []
  private var textInRecords = 0
  private var textInAll = 0

  init(_ tree: XMLTree) {
    self.tree = tree
    guard !tree.elements.isEmpty else { return }
    findRecords(0, path: tree.elements[0].name)
  }

  /// Whether the document is a list of records rather than a text.
  var areTheContent: Bool {
    !recordPaths.isEmpty && textInRecords * 100 >= textInAll * XMLRecords.minimumShare
  }

  private mutating func findRecords(_ element: Int, path: String) {
    textInAll += size(of: element)
    var counts: [String: Int] = [:]
    for child in tree.elements[element].children where isRecord(child) {
      counts[tree.elements[child].name, default: 0] += 1
    }
    for child in tree.elements[element].children {
      let name = tree.elements[child].name
      if isRecord(child), counts[name, default: 0] > 1 {
        recordPaths.insert("\(path).\(name)")
        let size = tree.elements[child].children.reduce(size(of: child)) { $0 + self.size(of: $1) }
        textInRecords += size
        textInAll += size
      } else {
        findRecords(child, path: "\(path).\(name)")
      }
    }
  }

  /// At least two values and nothing deeper.
  private func isRecord(_ element: Int) -> Bool {
    let record = tree.elements[element]
    guard record.children.count + record.attributes.count >= 2, !record.hasText else {
      return false
    }
    return record.children.allSatisfy { tree.elements[$0].children.isEmpty }
  }

  /// The bytes that an element itself says, without its children.
  private func size(of element: Int) -> Int {
    let values = tree.elements[element].attributes.reduce(0) { $0 + $1.value.utf8.count }
    return values + tree.elements[element].text.count { $0 > 0x20 }
  }

  /// A sheet for each kind of record, and one for what stands outside them.
  func sheets(within limits: ReadingLimits) throws(Refusal) -> [Sheet] {
    var tables = RecordTables(limits)
    let table = tables.table("")
    var outside = Row(table: table, number: try tables.beginRecord(inTable: table, parent: nil))
    try lay(0, path: tree.elements[0].name, &outside, &tables)
    return tables.finish()
  }

  /// A row that is being filled, and how often each name has come in it.
  private struct Row {
    let table: Int
    let number: Int
    var counts: [String: Int] = [:]
  }

  private func lay(
    _ element: Int, path: String, _ outside: inout Row, _ tables: inout RecordTables
  ) throws(Refusal) {
    guard recordPaths.contains(path), isRecord(element) else {
      try set(element, path, &outside, &tables)
      for child in tree.elements[element].children {
        try lay(child, path: "\(path).\(tree.elements[child].name)", &outside, &tables)
      }
      return
    }
    let table = tables.table(path)
    var row = Row(table: table, number: try tables.beginRecord(inTable: table, parent: nil))
    try set(element, "", &row, &tables)
    for child in tree.elements[element].children {
      try set(child, tree.elements[child].name, &row, &tables)
    }
  }

  private func set(
    _ element: Int, _ label: String, _ row: inout Row, _ tables: inout RecordTables
  ) throws(Refusal) {
    let element = tree.elements[element]
    for attribute in element.attributes {
      try set(attribute.value, "\(label)@\(attribute.name)", &row, &tables)
    }
    if element.hasText { try set(element.trimmedText, label, &row, &tables) }
  }

  /// Sets a value under its name, or under its name and a number where the name has come before.
  private func set(
    _ text: String, _ label: String, _ row: inout Row, _ tables: inout RecordTables
  ) throws(Refusal) {
    let count = row.counts[label, default: 0] + 1
    row.counts[label] = count
    let name = count == 1 ? label : "\(label).\(count)"
    _ = try tables.set(.text(text), name, row.number, row.table)
  }
}
