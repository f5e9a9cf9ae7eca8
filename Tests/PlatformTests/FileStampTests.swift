import Platform
import TestSupport
import Testing

@Suite struct FileStampTests {
  private let second: Int64 = 1_000_000_000

  private func stamp(modified: Int64, changed: Int64) throws -> FileStamp {
    try #require(FileStamp(numbers: [1, 2, 3, modified, changed]))
  }

  @Test func aFineTimeSettlesSoonAndAWholeSecondLater() throws {
    let fine = try stamp(modified: 100 * second + 7, changed: 100 * second + 7)
    #expect(!fine.isSettled(at: 100 * second + 7))
    #expect(!fine.isSettled(at: 100 * second + 150_000_000))
    #expect(fine.isSettled(at: 101 * second))
    let whole = try stamp(modified: 100 * second, changed: 100 * second)
    #expect(!whole.isSettled(at: 102 * second))
    #expect(whole.isSettled(at: 104 * second))
  }

  @Test func theLaterOfBothTimesCounts() throws {
    // An old time that was set by hand does not hide a change.
    #expect(!(try stamp(modified: 1, changed: 100 * second + 1)).isSettled(at: 100 * second + 2))
    // A time in the future never settles.
    #expect(!(try stamp(modified: 900 * second + 1, changed: 1)).isSettled(at: 100 * second))
  }

  @Test(.temporaryFolder) func anotherFileHasAnotherStamp() throws {
    let path = TemporaryFolder.path + "/file"
    #expect(FileStamp.of(path) == nil)
    try Files.writeNew(path, [1, 2, 3])
    let first = try #require(FileStamp.of(path))
    #expect(first.size == 3)
    #expect(try Files.readStamped(path).stamp == first)
    #expect(FileStamp(numbers: first.numbers) == first)
    try Files.replace(path, with: [1, 2, 3])
    #expect(FileStamp.of(path) != first)
    try Files.link(TemporaryFolder.path + "/link", to: "file")
    #expect(FileStamp.of(TemporaryFolder.path + "/link") == nil)
  }
}
