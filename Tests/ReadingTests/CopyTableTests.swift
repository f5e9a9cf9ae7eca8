import CSV
import Model
import Platform
import Reading
import TestSupport
import Testing

/// Tables that are copied come out as they do when the source is read whole.
@Suite struct CopyTableTests {
  @Test(
    .temporaryFolder,
    arguments: [
      ("a,b\n1,2\n", "a,b\n1,2\n"), ("a,b\r\n1,2", "a,b\n1,2\n"),
      ("a;b\n1,5;2\n", "a,b\n\"1,5\",2\n"),
      ("a\tb\n\"x\ty\"\t\"\"\"\"\n", "a,b\nx\ty,\"\"\"\"\n"),
      // Quotes go where nothing needs them, and stay around line ends.
      ("a,b\n\"x\",\"1\r\n2\"\n", "a,b\nx,\"1\r\n2\"\n"),
      // Blank and ragged rows stay what they are.
      ("a,b\n\n1\n,\n1,2,3\n\"\"\n", "a,b\n\n1\n,\n1,2,3\n\"\"\n"),
      ("a,b\n1,x\"y\n2,3\n", "a,b\n1,\"x\"\"y\"\n2,3\n"),
    ])
  func delimitedText(text: String, expected: String) throws {
    let (copy, _) = try copied(Array(text.utf8), "x.csv")
    #expect(copy == expected)
  }

  @Test(.temporaryFolder, arguments: [TextEncoding.utf8, .cp932])
  func longTextInPieces(encoding: TextEncoding) throws {
    // One record in a hundred is odd in some way; characters fall across the pieces.
    var text = encoding == .utf8 ? "\u{FEFF}" : ""
    text += "番号,事業名,金額\n"
    for number in 0..<15_000 {
      switch number % 100 {
      case 17: text += "\(number),\"研究,開発\",1\r\n"
      case 42: text += "\(number),\"一行目\n二行目\",2\n"
      case 63: text += "\(number)\n"
      default: text += "\(number),研究開発推進事業,\(number * 1000)\n"
      }
    }
    let bytes = encoding == .utf8 ? Array(text.utf8) : try windows(text)
    try check(bytes, "x.csv")
    // From a stray quote on the library reads, and the rest must be the same as well.
    let line = encoding == .utf8 ? Array("9,東\"京,1\n".utf8) : try windows("9,東\"京,1\n")
    try check(bytes + line + bytes.suffix(300_000), "x.csv")
    let open = encoding == .utf8 ? Array("9,\"東京,1\n".utf8) : try windows("9,\"東京,1\n")
    try check(bytes + open, "x.csv")
    // Bytes that stand for nothing refuse the whole, wherever they stand.
    try check(bytes + [0xFF, 0x0A], "x.csv")
    try check(bytes + Array("9,\u{0},1\n".utf8), "x.csv")
  }

  @Test(.temporaryFolder, arguments: 0..<8)
  func anyTextIsCopiedAsItIsRead(seed: Int) throws {
    var chance = Seeded(seed: UInt64(seed))
    let pieces = [
      ",", "\"", "\n", "\r\n", "\r", "\"\"", "\",", ",\"", "予", "a", "1", "\0", "\t",
    ]
    for _ in 0..<60 {
      var text = "a,b,c\n"
      for _ in 0..<Int.random(in: 0..<40, using: &chance) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &chance)]
      }
      // The delimiter is set: what would be found in such a text is another question.
      try check(Array(text.utf8), "x.csv") {
        $0.kind = .csv
        $0.delimiter = UInt8(ascii: ",")
      }
    }
  }

  @Test(.temporaryFolder) func aSheetIsARectangle() throws {
    var book = WorkbookBuilder()
    book.strings = "<si><t>省,庁</t></si><si><t>金額</t></si>"
    book.rows = """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
      <row r="4"><c r="B4"><v>274.65999999999997</v></c></row>
      """
    let (copy, findings) = try copied(book.file, "x.xlsx")
    #expect(copy == ",,\n\"省,庁\",,金額\n,,\n,274.66,\n")
    #expect(findings.map(\.code) == [.floatResidue])
    try check(book.file, "x.xlsx")
  }

  @Test(
    .temporaryFolder,
    arguments: [
      // A value under a merged area, cells out of order, a cell that stands twice, broken XML.
      ("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row>", "B1:C1"),
      (
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row><row r=\"1\"><c r=\"A1\"><v>3</v></c></row>",
        ""
      ),
      (
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>", ""
      ),
      ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row", ""),
      ("<row r=\"1\"><c r=\"A1\"><v>x</v></c></row>", ""),
      ("", ""),
    ])
  func oddSheets(rows: String, merge: String) throws {
    // Once small, once after more rows than are held.
    let many = (10...30_000).map { row in
      "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c>"
        + "<c r=\"B\(row)\" t=\"str\"><v>研究開発推進事業その\(row)</v></c></row>"
    }.joined()
    for rows in [
      rows,
      many
        + rows.replacing("r=\"1\"", with: "r=\"40000\"").replacing("A1", with: "A40000").replacing(
          "C1", with: "C40000"), many + rows,
    ] {
      var book = WorkbookBuilder()
      book.rows = rows
      if !merge.isEmpty {
        book.afterRows =
          "<mergeCells><mergeCell ref=\"\(merge)\"/><mergeCell ref=\"A40000:C40000\"/></mergeCells>"
      }
      try check(book.file, "x.xlsx")
    }
  }

  @Test(.temporaryFolder) func openDocumentSheets() throws {
    let rows = (1...20_000).map {
      "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"\($0)\"/>"
        + "<table:table-cell office:value-type=\"string\"><text:p>研究開発推進事業その\($0)、大きな表</text:p></table:table-cell>"
        + "</table:table-row>"
    }.joined()
    let wide =
      "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-spanned=\"2\" "
      + "office:value-type=\"string\"><text:p>計</text:p></table:table-cell><table:covered-table-cell "
      + "office:value-type=\"float\" office:value=\"7\"/><table:table-cell table:number-columns-repeated=\"2\" "
      + "office:value-type=\"boolean\" office:boolean-value=\"true\"/></table:table-row>"
    for content in ["", rows, wide, rows + wide, wide + rows] {
      let file = WorkbookBuilder.openDocument(
        "<table:table table:name=\"A\">\(content)</table:table>")
      try check(file, "x.ods")
    }
  }

  @Test(.temporaryFolder) func aSheetIsChosenByItsName() throws {
    let file = WorkbookBuilder.openDocument(
      "<table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"float\" "
        + "office:value=\"1\"/></table:table-row></table:table><table:table table:name=\"B\"><table:table-row>"
        + "<table:table-cell office:value-type=\"float\" office:value=\"2\"/></table:table-row></table:table>"
    )
    #expect(try copied(file, "x.ods").text == "1\n")
    #expect(try copied(file, "x.ods", sheet: "B").text == "2\n")
    let refusal = try refused(file, "x.ods", sheet: "C")
    #expect(refusal.reason == "the source has no sheet named 'C'")
    #expect(refusal.advice == "name one of its sheets: 'A', 'B'")
  }

  @Test(.temporaryFolder) func aTextHoldsNoTable() throws {
    let refusal = try refused(Array("予算の概要\n".utf8), "x.txt")
    #expect(refusal.reason == "the source holds no table")
  }

  @Test(.temporaryFolder) func aRefusedTableLeavesTheFileThatWasThere() throws {
    let target = TemporaryFolder.path + "/out.csv"
    try Files.writeNew(target, Array("earlier\n".utf8))
    _ = try refused(Array("a,\"b\n".utf8), "x.csv")
    #expect(try Files.read(target) == Array("earlier\n".utf8))
    #expect(try Folder.entries(TemporaryFolder.path)?.map(\.name).sorted() == ["out.csv", "x.csv"])
  }

  @Test(
    .enabled(if: PublicFiles.areThere, "../shared/data is not here: public files not copied"),
    .temporaryFolder)
  func publicFilesAreCopiedAsTheyAreRead() throws {
    for file in PublicFiles.all
    where file.path.contains(".csv") || file.path.contains(".xlsx") || file.path.contains(".ods") {
      let bytes = try Files.read(PublicFiles.folder + "/files/" + file.path)
      try check(bytes, file.path.split(separator: "/").last.map(String.init) ?? "x", file.path)
    }
  }
}

extension CopyTableTests {
  private func copy(
    _ bytes: [UInt8], _ name: String, sheet: String? = nil,
    _ change: (inout ReadingSettings) -> Void = { _ in }
  ) throws -> TableCopyOutcome {
    var settings = ReadingSettings()
    change(&settings)
    let source = TemporaryFolder.path + "/" + name
    try Files.replace(source, with: bytes, durably: false)
    let sink = try CSVSink(TemporaryFolder.path + "/out.csv")
    return try copyTable(source, sheet: sheet, settings: settings, to: sink)
  }

  private func copied(
    _ bytes: [UInt8], _ name: String, sheet: String? = nil
  ) throws -> (text: String, findings: [Finding]) {
    switch try copy(bytes, name, sheet: sheet) {
    case .refused(let refusal):
      Issue.record("refused: \(refusal)")
      throw refusal
    case .copied(_, let findings):
      let out = try Files.read(TemporaryFolder.path + "/out.csv")
      return (String(decoding: out, as: UTF8.self), findings)
    }
  }

  private func refused(
    _ bytes: [UInt8], _ name: String, sheet: String? = nil
  ) throws -> Refusal {
    guard case .refused(let refusal) = try copy(bytes, name, sheet: sheet) else {
      throw Refusal(.empty, "copied", advice: "")
    }
    return refusal
  }

  /// Compares a copy with what reading the source whole says.
  private func check(
    _ bytes: [UInt8], _ name: String, _ path: String = "",
    _ change: (inout ReadingSettings) -> Void = { _ in }
  ) throws {
    let whole = outcome(bytes, path: TemporaryFolder.path + "/" + name, change)
    switch (try copy(bytes, name, change), whole) {
    case (.copied(let attributes, let findings), .read(let document, let expected)):
      #expect(attributes == document.attributes, "\(path)")
      let sheets = document.sheets.isEmpty ? document.tables : document.sheets
      let sheet = try #require(sheets.first { !$0.isHidden } ?? sheets.first, "\(path)")
      // Only the sheet that is copied is looked at.
      let mine = expected.filter {
        sheets.count == 1 || $0.place?.sheet ?? sheet.name == sheet.name
      }
      if sheets.count == 1 { #expect(findings.map(\.message) == mine.map(\.message), "\(path)") }
      #expect(
        Set(findings.map(\.message)).isSuperset(of: sheets.count == 1 ? mine.map(\.message) : []))
      let copy = try Files.read(TemporaryFolder.path + "/out.csv")
      let isDelimited = document.attributes.reader == "csv"
      let rows = isDelimited ? try records(bytes, document.attributes) : rectangle(sheet)
      #expect(copy == Array(written(rows).utf8), "\(path)")
    case (.refused(let refusal), .refused(let expected)):
      #expect(refusal.reason == expected.reason, "\(path)")
      #expect(refusal.place == expected.place && refusal.attributes == expected.attributes)
    case (.refused(let refusal), .read(let document, _)):
      #expect(
        document.sheets.isEmpty && document.tables.isEmpty, "\(path) is refused: \(refusal)")
    case (.copied, .refused(let refusal)):
      // A fault in a sheet that is not copied is not seen, nor are cells counted that are not held.
      let isElsewhere = refusal.place.map { !$0.sheet.isEmpty } ?? refusal.reason.contains("sheet")
      #expect(isElsewhere || refusal.reason.contains("'cells'"), "\(path): \(refusal)")
    }
  }

  private func rectangle(_ sheet: Sheet) -> [[String]] {
    guard sheet.rowCount > 0 else { return [] }
    return (1...sheet.rowCount).map { row in
      var fields = [String](repeating: "", count: sheet.columnCount)
      for cell in sheet.cells(inRow: row) { fields[cell.reference.column - 1] = cell.value.text }
      return fields
    }
  }

  /// The records of a delimited text as the library alone finds them.
  private func records(_ bytes: [UInt8], _ attributes: DocumentAttributes) throws -> [[String]] {
    var decoded = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if attributes.encoding != "UTF-8" {
      // Line ends are made one here, so no field of such a text may hold CR.
      guard case .read(let text, _) = outcome(bytes, path: "x", { $0.kind = .text }),
        case .text(let body) = text.content
      else { return [] }
      decoded = body.bytes
    }
    let sample = decoded.prefix(1 << 17)
    let delimiter = delimiter(sample, attributes)
    var parser = try CSVParser(delimiter: delimiter)
    var batch = CSVBatch()
    try parser.feed(decoded.span, into: &batch)
    try parser.finish(into: &batch)
    return batch.records.map { record in
      record.fields.map { String(decoding: batch.bytes[batch.range(ofField: $0)], as: UTF8.self) }
    }
  }

  private func delimiter(_ sample: ArraySlice<UInt8>, _ attributes: DocumentAttributes) -> UInt8 {
    if attributes.mediaType == "text/tab-separated-values" { return 0x09 }
    let counts = [0x2C, 0x3B, 0x7C].map { byte in (UInt8(byte), sample.count { $0 == UInt8(byte) })
    }
    return counts.max { $0.1 < $1.1 }?.0 ?? 0x2C
  }

  private func written(_ rows: [[String]]) -> String {
    var text = ""
    for row in rows {
      let fields = row.map { field in
        field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
          ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
      }
      text += (fields == [""] ? "\"\"" : fields.joined(separator: ",")) + "\n"
    }
    return text
  }

  /// A text in CP932, by the characters that this test uses.
  private func windows(_ text: String) throws -> [UInt8] {
    var pairs: [Unicode.Scalar: [UInt8]] = [:]
    for first in Array(0x81...0x9F) + Array(0xE0...0xEF) {
      for second in Array(0x40...0x7E) + Array(0x80...0xFC) {
        let pair = [UInt8(first), UInt8(second)]
        guard
          case .read(let document, _) = outcome(
            pair, path: "x",
            {
              $0.encoding = .cp932
              $0.kind = .text
            }),
          case .text(let body) = document.content,
          let scalar = String(decoding: body.bytes, as: UTF8.self).unicodeScalars.first
        else { continue }
        pairs[scalar] = pair
      }
    }
    return try text.unicodeScalars.flatMap { scalar in
      scalar.isASCII ? [UInt8(scalar.value)] : try #require(pairs[scalar])
    }
  }
}
