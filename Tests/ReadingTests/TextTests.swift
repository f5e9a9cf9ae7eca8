import Model
import Reading
import Testing

@Suite struct TextTests {
  @Test(arguments: ["a\nb\n\nc", "a\r\nb\r\n\r\nc", "a\rb\r\rc", "a\r\nb\n\rc"])
  func lineEnds(text: String) throws {
    let (document, _) = try document(Array(text.utf8), path: "x.txt")
    #expect(document.lines == ["a", "b", "", "c"])
    #expect(document.attributes.mediaType == "text/plain")
  }

  @Test func formFeedsStay() throws {
    let (document, _) = try document(Array("一\u{0C}二\n".utf8), path: "x.txt")
    #expect(document.lines == ["一\u{0C}二"])
  }

  @Test func zeroBytesAreFindings() throws {
    let (_, findings) = try document(Array("aあ\0b\n".utf8), path: "x.txt")
    #expect(findings.map(\.code) == [.nulByte])
    #expect(findings.first?.place?.description == "1:3-3")
  }

  @Test func emptyFilesAreRefused() throws {
    #expect(try refusal([]).code == .empty)
    #expect(try refusal([0xEF, 0xBB, 0xBF]).code == .empty)
  }

  @Test func binaryFilesAreRefused() throws {
    let bytes = (0..<200).map { UInt8($0 % 32) }
    #expect(try refusal(bytes, path: "x.txt").code == .unsupported)
  }

  @Test(arguments: [
    ("{\\rtf1 x}", "application/rtf"),
    ("SQLite format 3\0", "application/vnd.sqlite3"),
  ])
  func otherKindsAreNamed(text: String, mediaType: String) throws {
    let refusal = try refusal(Array(text.utf8), path: "x.txt")
    #expect(refusal.code == .unsupported)
    #expect(refusal.attributes.mediaType == mediaType)
    #expect(!refusal.advice.isEmpty)
  }

  @Test func largeFilesAreRefusedByTheNameOfTheLimit() throws {
    let refusal = try refusal(Array("abc".utf8)) { $0.limits.bytesPerFile = 2 }
    #expect(refusal.code == .limit)
    #expect(refusal.reason == "the file has 3 bytes: the limit 'bytes_per_file' is 2")
  }
}
