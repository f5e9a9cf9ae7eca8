import Model
import Reading
import TestSupport
import Testing

/// Files that mean harm, or are broken: each is refused, by the name of the limit or the fault.
@Suite struct HostileTests {
  @Test func entriesThatLeadOutOfTheArchive() throws {
    for name in ["../x.xml", "a/../../x.xml", "/etc/x", "C:\\x", "C:/x", "..\\x"] {
      let file = ZipBuilder(WorkbookBuilder().parts + [(name, "x")]).archive
      let refusal = try refusal(file, path: "x.xlsx")
      #expect(refusal.code == .hostile)
      #expect(refusal.reason.contains("'\(name)'"), "\(refusal)")
    }
  }

  @Test func entriesOfTheSameName() throws {
    let file = ZipBuilder(WorkbookBuilder().parts + [("XL/workbook.xml", "x")]).archive
    let refusal = try refusal(file, path: "x.xlsx")
    #expect(refusal.reason == "the archive holds two entries named 'XL/workbook.xml'")
  }

  @Test func entitiesInPartsReadOrNot() throws {
    var book = WorkbookBuilder()
    book.documentType = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    book.rows = "<row><c t=\"str\"><v>&x;</v></c></row>"
    #expect(try refusal(book.file, path: "x.xlsx").code == .hostile)
    let parts = WorkbookBuilder().parts + [("docProps/app.xml", "<!DOCTYPE a><a/>")]
    #expect(try refusal(ZipBuilder(parts).archive, path: "x.xlsx").code == .hostile)
  }

  @Test func bombs() throws {
    // 2.6 MB of spaces in 16 kB.
    let packed = GzipBuilder.deflatedSpaces(runs: 10_000)
    var builder = ZipBuilder(WorkbookBuilder().parts)
    builder.add("xl/media/a.bin", packed, claimedSize: 1 + 258 * 10_000, method: 8)
    let ratio = try refusal(builder.archive, path: "x.xlsx") {
      $0.limits.unpackedBytesOfAnyRatio = 1 << 20
      $0.limits.unpackingRatio = 100
    }
    #expect(ratio.reason.hasSuffix("the limit 'unpacking_ratio' is 100"), "\(ratio)")
    let size = try refusal(builder.archive, path: "x.xlsx") { $0.limits.unpackedBytes = 1 << 20 }
    #expect(size.reason.hasSuffix("the limit 'unpacked_bytes' is 1048576"), "\(size)")
  }

  @Test func sizesThatLie() throws {
    // The directory says that the sheet has ten bytes; it has 2.6 MB.
    var builder = ZipBuilder(WorkbookBuilder().parts.filter { $0.name != "xl/worksheets/a.xml" })
    builder.add(
      "xl/worksheets/a.xml", GzipBuilder.deflatedSpaces(runs: 10_000), claimedSize: 10, method: 8)
    let refusal = try refusal(builder.archive, path: "x.xlsx") {
      $0.limits.unpackedBytesOfAnyRatio = 1 << 16
      $0.limits.unpackingRatio = 100
    }
    #expect([.limit, .malformed].contains(refusal.code), "\(refusal)")
  }

  @Test func limitsOfAWorkbook() throws {
    var book = WorkbookBuilder()
    book.rows = "<row><c><v>1</v></c><c><v>2</v></c><c t=\"str\"><v>abcdef</v></c></row>"
    book.afterRows = "<mergeCells><mergeCell ref=\"A5:B5\"/><mergeCell ref=\"A6:B6\"/></mergeCells>"
    let file = book.file
    func reason(_ change: (inout ReadingSettings) -> Void) throws -> String {
      try refusal(file, path: "x.xlsx", change).reason
    }
    #expect(try reason { $0.limits.cells = 2 }.hasSuffix("the limit 'cells' is 2"))
    #expect(try reason { $0.limits.bytesPerCell = 5 }.hasSuffix("'bytes_per_cell' is 5"))
    #expect(try reason { $0.limits.textBytes = 5 }.hasSuffix("'text_bytes' is 5"))
    #expect(try reason { $0.limits.mergedAreas = 1 }.hasSuffix("'merged_areas' is 1"))
    #expect(try reason { $0.limits.entriesPerArchive = 6 }.hasSuffix("'entries_per_archive' is 6"))
    #expect(try reason { $0.limits.nesting = 3 }.hasSuffix("(the limit 'nesting')"))
  }

  @Test(arguments: [
    "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row><c r=\"XFE1\"/></row>",
    "<row><c r=\"1A\"/></row>", "<row><c t=\"z\"><v>1</v></c></row>",
    "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>x</v></c></row>",
    "<row><c><v>1x</v></c></row>", "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
    "<row><c><v>1</v></row>",
  ])
  func cellsThatBreakTheRules(rows: String) throws {
    var book = WorkbookBuilder()
    book.rows = rows
    #expect(try refusal(book.file, path: "x.xlsx").code == .malformed)
  }

  @Test func wrongChecksums() throws {
    var builder = ZipBuilder(WorkbookBuilder().parts.filter { $0.name != "xl/strings.xml" })
    builder.add("xl/strings.xml", Array("<sst/>".utf8), wrongChecksum: true)
    let refusal = try refusal(builder.archive, path: "x.xlsx")
    #expect(refusal.reason == "the archive is damaged at 'xl/strings.xml': CRC error")
    // A part that is not read is looked at for declarations alone.
    var unread = ZipBuilder(WorkbookBuilder().parts)
    unread.add("docProps/app.xml", Array("<a/>".utf8), wrongChecksum: true)
    #expect(try document(unread.archive, path: "x.xlsx").document.sheets.count == 1)
  }

  @Test func everyTruncationIsRefused() throws {
    let file = WorkbookBuilder().file
    for count in stride(from: 4, to: file.count, by: 7) {
      _ = try refusal(Array(file[..<count]), path: "x.xlsx")
    }
  }

  /// Any byte of a workbook changed: it is read or refused, and nothing else happens.
  @Test func everyChangedByteIsReadOrRefused() {
    var book = WorkbookBuilder()
    book.strings = "<si><t>a</t></si>"
    book.rows = "<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>"
    let file = book.file
    for index in file.indices {
      var changed = file
      changed[index] ^= UInt8(truncatingIfNeeded: 1 << (index % 8))
      switch outcome(changed, path: "x.xlsx") {
      case .read(let document, _): #expect(document.id == "doc")
      case .refused(let refusal): #expect(!refusal.reason.isEmpty)
      }
    }
  }

  @Test(arguments: [("Workbook", Refusal.Code.unsupported), ("EncryptedPackage", .password)])
  func containersOfOldOfficeFiles(stream: String, code: Refusal.Code) throws {
    var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    file += [UInt8](repeating: 0, count: 1024 - file.count)
    for unit in stream.utf16 { file += [UInt8(unit), 0] }
    file += [UInt8](repeating: 0, count: 512)
    #expect(try refusal(file, path: "x.xls").code == code)
  }
}
