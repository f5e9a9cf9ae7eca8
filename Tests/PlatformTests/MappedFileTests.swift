import Platform
import TestSupport
import Testing

@Suite struct MappedFileTests {
  @Test(.temporaryFolder, arguments: [0, 1, 4095, 4096, 4097, 200_000])
  func bytesAreThoseOfTheFile(count: Int) throws {
    let path = TemporaryFolder.path + "/file"
    let expected = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try Files.writeNew(path, expected)
    let file = try MappedFile(path)
    #expect(file.bytes.count == count)
    var seen: [UInt8] = []
    for index in file.bytes.indices { seen.append(file.bytes[index]) }
    #expect(seen == expected)
  }

  @Test(.temporaryFolder) func bytesStayWhenTheFileIsCutShort() throws {
    let path = TemporaryFolder.path + "/file"
    try Files.writeNew(path, [UInt8](repeating: 65, count: 100_000))
    let file = try MappedFile(path)
    try Files.replace(path, with: [])
    #expect(file.bytes[99_999] == 65)
  }

  @Test(.temporaryFolder) func whatCannotBeReadIsAnError() throws {
    let folder = TemporaryFolder.path
    try Files.writeNew(folder + "/file", [1, 2, 3])
    #expect { try discard(MappedFile(folder + "/file", limit: 2)) } throws: {
      ($0 as? PlatformError)?.code == .tooLarge
    }
    #expect { try discard(MappedFile(folder)) } throws: {
      ($0 as? PlatformError)?.code == .isFolder
    }
    #expect { try discard(MappedFile(folder + "/none")) } throws: {
      ($0 as? PlatformError)?.code == .notFound
    }
  }

  private func discard(_ file: consuming MappedFile) {}
}
