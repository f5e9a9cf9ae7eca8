import TestSupport
import Testing
import Zip

@Suite struct ZipArchiveTests {
  @Test func entriesAndTheirBytes() throws {
    let bytes = ZipBuilder([("a.txt", "alpha"), ("folder/漢字.txt", "beta"), ("empty", "")]).archive
    let archive = try ZipArchive(bytes.span, checksConsistency: true)
    #expect(archive.entryCount == 3)
    var names: [String] = []
    var texts: [String] = []
    for index in 0..<archive.entryCount {
      let entry = try archive.entry(at: index)
      names.append(entry.name)
      var reader = try archive.open(entry)
      var buffer = [UInt8](repeating: 0, count: 3)
      var text: [UInt8] = []
      while case let count = try reader.read(into: &buffer), count > 0 { text += buffer[..<count] }
      texts.append(String(decoding: text, as: UTF8.self))
      #expect(entry.size == text.count)
    }
    #expect(names == ["a.txt", "folder/漢字.txt", "empty"])
    #expect(texts == ["alpha", "beta", ""])
  }

  @Test func wrongChecksumsAreFoundAtTheEnd() throws {
    var builder = ZipBuilder()
    builder.add("a", Array("alpha".utf8), wrongChecksum: true)
    let bytes = builder.archive
    let archive = try ZipArchive(bytes.span, checksConsistency: true)
    var reader = try archive.open(try archive.entry(at: 0))
    var buffer = [UInt8](repeating: 0, count: 100)
    #expect {
      while try reader.read(into: &buffer) > 0 {}
    } throws: { ($0 as? ZipError)?.code == .wrongChecksum }
  }

  @Test func passwordsAreNeededForEncryptedEntries() throws {
    var builder = ZipBuilder()
    builder.add("a", Array("0123456789abcdef".utf8), encrypted: true)
    let bytes = builder.archive
    let archive = try ZipArchive(bytes.span, checksConsistency: false)
    let entry = try archive.entry(at: 0)
    #expect(entry.isEncrypted)
    #expect { _ = try archive.open(entry).self } throws: {
      ($0 as? ZipError)?.code == .noPassword
    }
  }

  @Test func otherBytesAreNoArchive() {
    let bytes = Array("no archive at all".utf8)
    #expect { _ = try ZipArchive(bytes.span, checksConsistency: true).entryCount } throws: {
      ($0 as? ZipError)?.code == .notAnArchive
    }
  }

  @Test func everyTruncationIsAnErrorOrReadsToAnError() throws {
    let whole = ZipBuilder([("a.txt", "alpha"), ("b.txt", "beta")]).archive
    for count in 1..<whole.count {
      let part = Array(whole[..<count])
      #expect(throws: ZipError.self) {
        _ = try ZipArchive(part.span, checksConsistency: true).entryCount
      }
    }
  }
}
