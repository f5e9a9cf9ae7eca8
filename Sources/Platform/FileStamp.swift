import Glibc

/// What the system says of a file without its content: a file with another stamp may have changed.
///
/// An equal stamp proves that nothing changed only where it `isSettled`: a file that is written
/// twice within one tick of its file system's clock has the same stamp both times.
public struct FileStamp: Sendable, Hashable {
  /// The disk it lies on.
  public let device: Int64
  /// Its number there: a file that was replaced has another.
  public let inode: Int64
  /// How many bytes it has.
  public let size: Int64
  /// When its content was written, in nanoseconds since 1970; programs can set it at will.
  public let modified: Int64
  /// When anything of it was changed, also its times; no program can set it.
  public let changed: Int64

  /// Makes a stamp from its five numbers.
  public init?(numbers: [Int64]) {
    guard numbers.count == 5 else { return nil }
    device = numbers[0]
    inode = numbers[1]
    size = numbers[2]
    modified = numbers[3]
    changed = numbers[4]
  }

  init(_ status: stat) {
    device = Int64(truncatingIfNeeded: status.st_dev)
    inode = Int64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    modified = FileStamp.nanoseconds(status.st_mtim)
    changed = FileStamp.nanoseconds(status.st_ctim)
  }

  /// The stamp of a file, without following a link; nothing where no file stands.
  ///
  /// The corresponding C function is `lstat`.
  public static func of(_ path: String) -> FileStamp? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(status)
  }

  /// Its five numbers.
  public var numbers: [Int64] { [device, inode, size, modified, changed] }

  /// Whether any change after some moment gives another stamp, the moment by the clock of the
  /// machine in nanoseconds since 1970.
  public func isSettled(at moment: Int64) -> Bool {
    max(modified, changed) < moment - (isCoarse ? FileStamp.coarse : FileStamp.fine)
  }

  /// Old file systems count whole seconds, some only every other one.
  private static let coarse: Int64 = 3_000_000_000
  /// The others follow a clock that ticks every few milliseconds.
  private static let fine: Int64 = 200_000_000

  private var isCoarse: Bool { changed % 1_000_000_000 == 0 || modified % 1_000_000_000 == 0 }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
