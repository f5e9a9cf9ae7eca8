import JSON
import Platform

extension PackageAudit {
  /// The first file of the package that is gone or has another hash than the package says; nothing
  /// where all are as they were published.
  ///
  /// A file that cannot be read is an error: nobody knows whether it was changed.
  public static func firstChangedFile(_ folder: String) throws(PublishingError) -> String? {
    let name = PackageDescriptor.fileName
    guard let bytes = try contents(folder, name) else { return name }
    guard let descriptor = try? JSONReader.read(bytes) else { return name }
    let entries = (descriptor["resources"]?.array ?? []) + (descriptor["files"]?.array ?? [])
    guard !entries.isEmpty else { return name }
    for entry in entries {
      guard let path = entry["path"]?.string, PackagePath.isSafe(path),
        let hash = entry["hash"]?.string
      else { return name }
      guard let bytes = try contents(folder, path),
        try FileFacts.hash(bytes, path) == hash.dropFirst("sha256:".count)
      else { return path }
    }
    return nil
  }

  private static func contents(
    _ folder: String, _ name: String
  ) throws(PublishingError) -> [UInt8]? {
    let path = folder + "/" + name
    return try publishing(path) { () throws(PlatformError) in
      guard try Files.kind(path) == .file else { return nil }
      return try Files.read(path)
    }
  }
}
