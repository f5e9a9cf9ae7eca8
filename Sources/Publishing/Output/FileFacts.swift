import Hashing
import Platform

/// Size and hash of a file that is there.
enum FileFacts {
  static func of(_ path: String) throws(PublishingError) -> (bytes: Int, sha256: String) {
    let bytes = try publishing(path) { () throws(PlatformError) in try Files.read(path) }
    return (bytes.count, try hash(bytes, path))
  }

  static func hash(_ bytes: [UInt8], _ path: String) throws(PublishingError) -> String {
    try publishing(path) { () throws(HashingError) in try SHA256.digits(of: bytes) }
  }
}
