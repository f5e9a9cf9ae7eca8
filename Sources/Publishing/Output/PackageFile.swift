/// A file of a snapshot, as the package describes it.
public struct PackageFile: Sendable, Hashable {
  /// Its path in the snapshot's folder.
  public var path: String
  /// Its media type.
  public var mediaType: String
  /// Its size.
  public var bytes: Int
  /// Its SHA-256, hexadecimal.
  public var sha256: String

  /// Makes a description.
  public init(path: String, mediaType: String, bytes: Int, sha256: String) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
    self.sha256 = sha256
  }
}
