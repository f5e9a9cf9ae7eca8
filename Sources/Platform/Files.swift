import Glibc

/// Files as wholes: read, write, move, remove.
public enum Files {
  /// What stands at a path.
  public enum Kind: Sendable, Hashable {
    /// A file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A device, pipe or socket.
    case other
    /// Something with a name that is not UTF-8, so that no path leads to it.
    case badName
  }

  /// What stands at a path, without following a symbolic link; nothing where nothing stands.
  ///
  /// The corresponding C function is `lstat`.
  public static func kind(_ path: String) throws(PlatformError) -> Kind? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw PlatformError("look at", path)
    }
    return kind(ofMode: status.st_mode)
  }

  static func kind(ofMode mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// How many bytes a file has.
  ///
  /// The corresponding C function is `stat`.
  public static func size(_ path: String) throws(PlatformError) -> Int {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw PlatformError("look at", path) }
    return Int(status.st_size)
  }

  /// Reads a whole plain file of at most `limit` bytes.
  public static func read(
    _ path: String, limit: Int = .max - 1, followingLinks: Bool = true
  ) throws(PlatformError) -> [UInt8] {
    try OpenFile(path, followingLinks ? .readPlain : .readPlainUnlinked).readAll(limit: limit)
  }

  /// Reads what a person names, be it a pipe.
  public static func readNamed(_ path: String) throws(PlatformError) -> [UInt8] {
    try OpenFile(path, .read).readAll(limit: .max - 1)
  }

  /// Reads a whole plain file with its stamp, not through a link; one that changes meanwhile is read
  /// again, a few times.
  public static func readStamped(
    _ path: String, limit: Int = .max - 1
  ) throws(PlatformError) -> (bytes: [UInt8], stamp: FileStamp) {
    for _ in 0..<attempts {
      let file = try OpenFile(path, .readPlainUnlinked)
      let stamp = try file.stamp
      let bytes = try file.readAll(limit: limit)
      if try file.stamp == stamp, bytes.count == Int(stamp.size) { return (bytes, stamp) }
    }
    throw PlatformError("read", path, code: .changed)
  }

  private static let attempts = 3

  /// Writes a new file and waits until it is on the disk, unless told not to.
  public static func writeNew(
    _ path: String, _ bytes: [UInt8], durably: Bool = true
  ) throws(PlatformError) {
    let file = try OpenFile(path, .createNew)
    try file.write(bytes)
    if durably { try file.sync() }
    try file.close()
  }

  /// Puts a file in place of another in one step: readers see the old or the new, never a part.
  ///
  /// Without `durably` a power cut may leave a part: enough for a cache that knows its own length.
  public static func replace(
    _ path: String, with bytes: [UInt8], durably: Bool = true
  ) throws(PlatformError) {
    let aside = path + asideMark + String(getpid())
    do {
      try remove(aside)
      try writeNew(aside, bytes, durably: durably)
      try move(aside, to: path)
    } catch {
      unsafe unlink(aside)
      throw error
    }
    if durably { try Folder.sync(parent(of: path)) }
  }

  /// What marks the name of a file that waits aside to replace another.
  private static let asideMark = ".new-"

  /// Removes what killed processes left aside in a folder, where no other process may be at work.
  public static func removeLeftAside(in folder: String) throws(PlatformError) {
    for entry in try Folder.entries(folder) ?? [] where entry.kind != .folder {
      if isAside(entry.name) { try remove(folder + "/" + entry.name) }
    }
  }

  /// Whether a name is one of a file aside: `latest.new-4711`.
  private static func isAside(_ name: String) -> Bool {
    let digits = name.reversed().prefix { ("0"..."9").contains($0) }.count
    return digits > 0 && name.dropLast(digits).hasSuffix(asideMark)
  }

  /// Moves a file or folder, replacing a file in one step.
  ///
  /// The corresponding C function is `rename`.
  public static func move(_ path: String, to target: String) throws(PlatformError) {
    guard unsafe rename(path, target) == 0 else { throw PlatformError("move to \(target)", path) }
  }

  /// Removes a file or link; one that is not there is no error.
  ///
  /// The corresponding C function is `unlink`.
  public static func remove(_ path: String) throws(PlatformError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw PlatformError("remove", path) }
  }

  /// Points a symbolic link at a target in one step: readers see the old or the new target.
  ///
  /// The corresponding C functions are `symlink` and `rename`.
  public static func link(_ path: String, to target: String) throws(PlatformError) {
    let aside = path + asideMark + String(getpid())
    try remove(aside)
    guard unsafe symlink(target, aside) == 0 else { throw PlatformError("make the link", path) }
    do {
      try move(aside, to: path)
    } catch {
      unsafe unlink(aside)
      throw error
    }
    try Folder.sync(parent(of: path))
  }

  /// The target of a symbolic link; nothing where no link stands.
  ///
  /// The corresponding C function is `readlink`.
  public static func target(ofLink path: String) throws(PlatformError) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &buffer, buffer.count)
    if count < 0 {
      if errno == ENOENT || errno == EINVAL || errno == ENOTDIR { return nil }
      throw PlatformError("read the link", path)
    }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The folder a path lies in.
  public static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The absolute path without links, or nothing where it does not exist.
  ///
  /// The corresponding C function is `realpath`.
  public static func absolute(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
