import Glibc

/// Folders: make, list, sync, remove.
public enum Folder {
  /// An entry of a folder.
  public struct Entry: Sendable, Hashable {
    /// The name; of one that is not UTF-8 the other bytes stand as `\x97`.
    public let name: String
    /// What it is; links are not followed.
    public let kind: Files.Kind
  }

  /// Makes a folder and those it lies in.
  ///
  /// The corresponding C function is `mkdir`.
  public static func create(_ path: String) throws(PlatformError) {
    if unsafe mkdir(path, 0o755) == 0 { return try sync(Files.parent(of: path)) }
    if errno == ENOENT, Files.parent(of: path) != path {
      try create(Files.parent(of: path))
      if unsafe mkdir(path, 0o755) == 0 { return try sync(Files.parent(of: path)) }
    }
    guard errno == EEXIST else { throw PlatformError("make the folder", path) }
    // A link to a folder is as good as a folder here.
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw PlatformError("make the folder", path, code: .exists)
    }
  }

  /// Makes a folder below one of our own: a link in its place would lead elsewhere.
  public static func createOwn(_ path: String) throws(PlatformError) {
    try create(path)
    guard try Files.kind(path) == .folder else {
      throw PlatformError("write into", path, code: .isLink)
    }
  }

  /// The entries of a folder, sorted by the bytes of their names; nothing where it is missing.
  ///
  /// The corresponding C functions are `opendir` and `readdir`.
  public static func entries(_ path: String) throws(PlatformError) -> [Entry]? {
    guard let folder = unsafe opendir(path) else {
      if errno == ENOENT { return nil }
      throw PlatformError("list", path)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    var badNames: [Entry] = []
    errno = 0
    while let entry = unsafe readdir(folder) {
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe Array($0.prefix { $0 != 0 })
      }
      if let name = String(validating: bytes, as: UTF8.self) {
        if name != ".", name != ".." { names.append(name) }
      } else {
        badNames.append(Entry(name: escaped(bytes), kind: .badName))
      }
      errno = 0
    }
    guard errno == 0 else { throw PlatformError("list", path) }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var entries: [Entry] = []
    for name in names {
      // One that vanished since is as if it had not been there.
      guard let kind = try Files.kind(path + "/" + name) else { continue }
      entries.append(Entry(name: name, kind: kind))
    }
    return entries + badNames.sorted { $0.name < $1.name }
  }

  /// Bytes as text, those that are not ASCII as `\x97`.
  private static func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      byte < 0x80
        ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: false)
    }.joined()
  }

  /// The paths of all files below a folder, relative to it, sorted; links are left out.
  public static func filesBelow(_ path: String) throws(PlatformError) -> [String]? {
    try entriesBelow(path)?.filter { $0.kind == .file }.map(\.name)
  }

  /// All entries below a folder but folders, by their paths relative to it; links are not followed.
  public static func entriesBelow(_ path: String) throws(PlatformError) -> [Entry]? {
    guard let top = try entries(path) else { return nil }
    var found: [Entry] = []
    for entry in top {
      guard entry.kind == .folder else {
        found.append(entry)
        continue
      }
      for below in try entriesBelow(path + "/" + entry.name) ?? [] {
        found.append(Entry(name: entry.name + "/" + below.name, kind: below.kind))
      }
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Waits until the folder's list of names is on the disk.
  ///
  /// The corresponding C function is `fsync`.
  public static func sync(_ path: String) throws(PlatformError) {
    try OpenFile(path, .read).sync()
  }

  /// Removes a folder with all it holds; links are removed, not followed.
  ///
  /// The corresponding C function is `rmdir`.
  public static func removeTree(_ path: String) throws(PlatformError) {
    if let kind = try Files.kind(path), kind != .folder { return try Files.remove(path) }
    for entry in try entries(path) ?? [] {
      let below = path + "/" + entry.name
      if entry.kind == .folder { try removeTree(below) } else { try Files.remove(below) }
    }
    guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw PlatformError("remove", path) }
  }
}
