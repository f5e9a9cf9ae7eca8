import Platform
import TestSupport
import Testing
import Workbooks
import Zip

@Suite struct WorkbookWriterTests {
  private var path: String { TemporaryFolder.path + "/book.xlsx" }

  @Test(.temporaryFolder) func numbersKeepEveryDigit() throws {
    var writer = try WorkbookWriter(path, title: "帳", temporaryFolder: TemporaryFolder.path)
    try writer.beginSheet("表")
    try writer.write(999_999_999_999_999, row: 0, column: 0)
    try writer.write(-999_999_999_999_999, row: 1, column: 0)
    try writer.write(decimal: "21.85", row: 2, column: 0)
    try writer.write(true, row: 3, column: 0)
    try writer.close()
    let sheet = try part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains(#"<c r="A1"><v>999999999999999</v></c>"#))
    #expect(sheet.contains(#"<c r="A2"><v>-999999999999999</v></c>"#))
    #expect(sheet.contains(#"<c r="A3"><v>21.85</v></c>"#))
    #expect(sheet.contains(#"<c r="A4" t="b"><v>1</v></c>"#))
  }

  @Test(
    .temporaryFolder,
    arguments: [
      // A text that begins as a formula does stays a text.
      ("=1+1", "=1+1"), ("+81", "+81"), ("@x", "@x"), ("\tx", "\tx"), ("<a>&", "&lt;a&gt;&amp;"),
      // What XML forbids, and what would be read as such a form.
      ("a\u{0}b", "a_x0000_b"), ("a\u{1}b", "a_x0001_b"), ("a\r", "a_x000D_"),
      ("a\u{FFFE}\u{FFFF}", "a_xFFFE__xFFFF_"), ("_x0041_", "_x005F_x0041_"), ("_x41_", "_x41_"),
      ("帳合⏎𠮷", "帳合⏎𠮷"),
    ])
  func textsStayAsTheyAre(text: String, written: String) throws {
    var writer = try WorkbookWriter(path, title: "", temporaryFolder: TemporaryFolder.path)
    try writer.beginSheet("a")
    try writer.write(text, row: 0, column: 0)
    try writer.close()
    let sheet = try part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains(#"<c r="A1" t="inlineStr"><is><t"#))
    #expect(sheet.contains("\(written)</t></is></c>"))
  }

  @Test(.temporaryFolder) func theSameCallsGiveTheSameBytes() throws {
    let other = TemporaryFolder.path + "/other.xlsx"
    for path in [path, other] {
      var writer = try WorkbookWriter(path, title: "帳", temporaryFolder: TemporaryFolder.path)
      try writer.beginSheet("a b")
      let link = try writer.format(CellStyle(isLink: true))
      let day = try writer.format(CellStyle(numberFormat: "yyyy-mm-dd"))
      #expect(try writer.format(CellStyle(isLink: true)) == link)
      try writer.write("x", linkedTo: "A7", of: "a b", row: 0, column: 0, link)
      try writer.write(year: 2022, month: 6, day: 3, row: 1, column: 0, day)
      writer.freeze(row: 1, column: 0)
      try writer.filter(rows: 0...1, columns: 1)
      try writer.setWidth(12, column: 0)
      try writer.close()
    }
    #expect(try Files.read(path) == Files.read(other))
    let core = try part("docProps/core.xml")
    #expect(core.contains("1980-01-01T00:00:00Z"))
    let sheet = try part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<v>44715</v>"))
    #expect(sheet.contains(#"<hyperlink ref="A1" location="'a b'!A7""#))
    #expect(sheet.contains(#"<autoFilter ref="A1:A2"/>"#))
    #expect(sheet.contains(#"topLeftCell="A2""#))
  }

  @Test(.temporaryFolder) func whatDoesNotFitIsAnError() throws {
    var writer = try WorkbookWriter(path, title: "", temporaryFolder: TemporaryFolder.path)
    try writer.beginSheet("a")
    let long = String(repeating: "円", count: WorkbookWriter.maxTextLength)
    #expect(WorkbookWriter.fits(long))
    #expect(!WorkbookWriter.fits(long + "円"))
    // Characters outside the first plane count twice.
    #expect(!WorkbookWriter.fits(String(repeating: "𠮷", count: 16_384)))
    try writer.write(long, row: 0, column: 0)
    let tooLong = #expect(throws: WorkbookError.self) {
      try writer.write(long + "円", row: 1, column: 0)
    }
    #expect(tooLong?.code == .textTooLong)
    let beyond = #expect(throws: WorkbookError.self) {
      try writer.write("x", row: WorkbookWriter.maxRows, column: 0)
    }
    #expect(beyond?.code == .beyondSheet)
    try writer.write("x", row: 2, column: 0)
    let earlier = #expect(throws: WorkbookError.self) {
      try writer.write("x", row: 1, column: 0)
    }
    #expect(earlier?.code == .beyondSheet)
    let twice = #expect(throws: WorkbookError.self) { try writer.beginSheet("A") }
    #expect(twice?.code == .nameInUse)
    let name = #expect(throws: WorkbookError.self) {
      try writer.beginSheet(String(repeating: "n", count: 32))
    }
    #expect(name?.code == .nameTooLong)
  }

  @Test(.temporaryFolder) func aFolderThatIsMissingIsAnError() throws {
    let failure = #expect(throws: WorkbookError.self) {
      try writeEmpty(TemporaryFolder.path + "/none/book.xlsx")
    }
    #expect(failure?.code == .cannotCreate)
  }

  private func writeEmpty(_ path: String) throws {
    var writer = try WorkbookWriter(path, title: "", temporaryFolder: TemporaryFolder.path)
    try writer.beginSheet("a")
    try writer.close()
  }

  private func part(_ name: String) throws -> String {
    let bytes = try Files.read(path)
    let archive = try ZipArchive(bytes.span, checksConsistency: true)
    for index in 0..<archive.entryCount {
      let entry = try archive.entry(at: index)
      guard entry.name == name else { continue }
      var reader = try archive.open(entry)
      var buffer = [UInt8](repeating: 0, count: 4096)
      var part: [UInt8] = []
      while case let count = try reader.read(into: &buffer), count > 0 { part += buffer[..<count] }
      return String(decoding: part, as: UTF8.self)
    }
    Issue.record("there is no part \(name)")
    return ""
  }
}
