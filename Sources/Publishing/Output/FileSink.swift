import Hashing
import Platform

/// A new file that is written piece by piece, its size and hash known when it is done.
struct FileSink: ~Copyable {
  private static let pieceSize = 1 << 20

  /// What is to be written next; writers append to it and then call `drain`.
  var buffer: [UInt8] = []
  private let path: String
  private let file: OpenFile
  private var hash: SHA256
  private var size = 0

  /// Makes the file; one that is there already is an error.
  init(_ path: String) throws(PublishingError) {
    let newFile = try publishing(path) { () throws(PlatformError) in
      try OpenFile(path, .createNew)
    }
    let newHash = try publishing(path) { () throws(HashingError) in try SHA256() }
    self.path = path
    file = newFile
    hash = newHash
  }

  /// Writes the buffer out, where it has grown large.
  mutating func drain() throws(PublishingError) {
    if buffer.count >= FileSink.pieceSize { try flush() }
  }

  /// Writes bytes at hand out, without taking them into the buffer.
  mutating func write(_ bytes: [UInt8]) throws(PublishingError) {
    try flush()
    do {
      try hash.update(bytes.span)
      try file.write(bytes.span)
    } catch { throw PublishingError(file: path, reason: "\(error)") }
    size += bytes.count
  }

  private mutating func flush() throws(PublishingError) {
    var piece: [UInt8] = []
    swap(&piece, &buffer)
    do {
      try hash.update(piece.span)
      try file.write(piece.span)
    } catch { throw PublishingError(file: path, reason: "\(error)") }
    size += piece.count
    piece.removeAll(keepingCapacity: true)
    swap(&piece, &buffer)
  }

  /// Writes the rest, waits until all is on the disk, and gives size and hash.
  consuming func finish() throws(PublishingError) -> (bytes: Int, sha256: String) {
    try flush()
    do {
      try file.sync()
      try file.close()
      return (size, try hash.finish())
    } catch { throw PublishingError(file: path, reason: "\(error)") }
  }
}
