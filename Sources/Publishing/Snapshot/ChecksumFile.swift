import Hashing
import JSON
import Platform

/// The file `SHA256SUMS` of a snapshot, in the form that `sha256sum -c` reads: a line for every
/// other file, the descriptor with them, so that no byte can change unseen.
enum ChecksumFile {
  static let name = "SHA256SUMS"
  private static let hashLength = 64

  /// The lines for some files, in the order of their paths.
  static func bytes(_ files: [PackageFile]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      bytes.append(contentsOf: "\(file.sha256)  \(file.path)\n".utf8)
    }
    return bytes
  }

  /// A line: a hash and the path of its file.
  struct Line {
    let sha256: String
    let path: String

    /// Nothing where the line has another form.
    init?(_ line: some StringProtocol) {
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].utf8.count == hashLength, parts[1].isEmpty,
        parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
        PackagePath.isSafe(String(parts[2]))
      else { return nil }
      sha256 = String(parts[0])
      path = String(parts[2])
    }
  }
}

extension PackageReader {
  /// The hash of every file of a package as the package says them, `SHA256SUMS` with them; none
  /// where it has no such file.
  public static func hashes(
    of folder: String
  ) throws(PublishingError) -> [(path: String, sha256: String)] {
    let path = folder + "/" + ChecksumFile.name
    let bytes = try publishing(path) { () throws(PlatformError) in
      try Files.kind(path) == .file ? try Files.read(path) : nil
    }
    guard let bytes else { return [] }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    return lines.compactMap { ChecksumFile.Line($0) }.map { ($0.path, $0.sha256) }
      + [(ChecksumFile.name, try FileFacts.hash(bytes, path))]
  }
}
