import Gzip
import Model

/// Gzip files: what is packed in them is read as if it stood there unpacked.
extension Source {
  mutating func readPacked(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> Document.Content {
    let unpacked = try unpackOnce(bytes)
    return try read(unpacked.span)
  }

  /// What is packed in a file; packed things in it are refused.
  mutating func unpackOnce(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> [UInt8] {
    attributes.mediaType = "application/gzip"
    guard !isUnpacked else {
      throw Refusal(
        .unsupported, "the file is packed more than once", advice: "unpack it and add the result")
    }
    let unpacked = try unpack(bytes)
    isUnpacked = true
    return unpacked
  }

  private func unpack(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> [UInt8] {
    var unpacked: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    do throws(GzipError) {
      var reader = try GzipReader()
      while unpacked.count <= limits.bytesPerFile, !isBomb(unpacked.count, reader.packedCount) {
        let count = try reader.read(bytes, into: &buffer)
        if count == 0 { return unpacked }
        unpacked += buffer[..<count]
      }
    } catch {
      throw Refusal(.malformed, "the packed file is damaged: \(error)", advice: Refusal.fetchAgain)
    }
    if unpacked.count > limits.bytesPerFile {
      throw .limit(\.bytesPerFile, of: limits, "the file unpacks to more than its limit")
    }
    throw .limit(
      \.unpackingRatio, of: limits,
      "the file of \(bytes.count) bytes unpacks to \(unpacked.count) bytes or more")
  }

  private func isBomb(_ unpacked: Int, _ packed: Int) -> Bool {
    unpacked > limits.unpackedBytesOfAnyRatio
      && unpacked / limits.unpackingRatio > max(packed, 1)
  }
}
