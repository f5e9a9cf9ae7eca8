import Glibc

/// An open file; closed when it goes out of scope, or by `close`, which can fail.
@safe public struct OpenFile: ~Copyable {
  // Negative once closed.
  private var descriptor: Int32
  private let path: String

  /// How to open a file.
  public enum Mode: Sendable {
    /// To read what is there, be it a pipe.
    case read
    /// To read a plain file: a pipe or a device may have no end, and opening it none either.
    case readPlain
    /// To read a plain file, but not through a symbolic link in its place.
    case readPlainUnlinked
    /// To write a new file; one that is there already is an error.
    case createNew
    /// To write at the end, making the file where it is missing.
    case append
    /// To lock it, making the file where it is missing.
    case lock
  }

  /// Opens a file; a symbolic link in the place of a file to be written is not followed.
  ///
  /// The corresponding C function is `open`.
  public init(_ path: String, _ mode: Mode) throws(PlatformError) {
    let flags: Int32 =
      switch mode {
      case .read: O_RDONLY
      case .readPlain: O_RDONLY | O_NONBLOCK
      case .readPlainUnlinked: O_RDONLY | O_NONBLOCK | O_NOFOLLOW
      case .createNew: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
      case .append: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW
      case .lock: O_RDWR | O_CREAT | O_NOFOLLOW
      }
    let opened = try retrying("open", path) { unsafe open(path, flags | O_CLOEXEC, 0o644) }
    switch mode {
    case .readPlain, .readPlainUnlinked: try OpenFile.checkPlain(opened, path)
    case .read, .createNew, .append, .lock: break
    }
    descriptor = opened
    self.path = path
  }

  /// Closes what is no plain file.
  private static func checkPlain(_ opened: Int32, _ path: String) throws(PlatformError) {
    var status = stat()
    let isKnown = unsafe fstat(opened, &status) == 0
    let kind = Files.kind(ofMode: status.st_mode)
    if isKnown, kind == .file { return }
    let error =
      isKnown
      ? PlatformError("read", path, code: kind == .folder ? .isFolder : .notAFile)
      : PlatformError("look at", path)
    _ = Glibc.close(opened)
    throw error
  }

  deinit {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
  }

  /// The size in bytes.
  ///
  /// The corresponding C function is `fstat`.
  public var size: Int {
    get throws(PlatformError) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw PlatformError("look at", path) }
      if status.st_mode & S_IFMT == S_IFDIR { throw PlatformError("read", path, code: .isFolder) }
      return Int(status.st_size)
    }
  }

  /// What the system says of the file.
  ///
  /// The corresponding C function is `fstat`.
  public var stamp: FileStamp {
    get throws(PlatformError) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw PlatformError("look at", path) }
      return FileStamp(status)
    }
  }

  /// Reads up to the end of the file, but no more than `limit` bytes: a larger file is an error.
  ///
  /// The corresponding C function is `read`.
  public func readAll(limit: Int) throws(PlatformError) -> [UInt8] {
    let expected = try size
    guard expected <= limit else { throw PlatformError("read", path, code: .tooLarge) }
    var bytes = try fill(expected)
    if bytes.count < expected { return bytes }
    // The size may have been wrong, as it is for what is no plain file.
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try retrying("read", path) {
        unsafe chunk.withUnsafeMutableBytes {
          unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
        }
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else { throw PlatformError("read", path, code: .tooLarge) }
    }
  }

  /// Reads up to a number of bytes, fewer only where the file ends.
  ///
  /// The corresponding C functions are `read` and `madvise`.
  private func fill(_ count: Int) throws(PlatformError) -> [UInt8] {
    // Swift would write the count of an array without room into the one that all empty arrays share,
    // while other threads read it there.
    guard count > 0 else { return [] }
    var failure: PlatformError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe OpenFile.preferLargePages(buffer)
      do throws(PlatformError) {
        while filled < count {
          let more = try retrying("read", path) {
            unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
          }
          if more == 0 { break }
          filled += more
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Asks for large pages where there is much to fill: fewer of them have to be made.
  ///
  /// A system that has none says so, and nothing is lost.
  private static func preferLargePages(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    let page = 4096
    guard buffer.count >= 4 << 20, let start = buffer.baseAddress else { return }
    let unaligned = Int(bitPattern: start) % page
    let skipped = unaligned == 0 ? 0 : page - unaligned
    unsafe madvise(start + skipped, (buffer.count - skipped) / page * page, MADV_HUGEPAGE)
  }

  /// Reads the next bytes into a buffer from a position on and says how many there were; zero at
  /// the end of the file.
  ///
  /// The corresponding C function is `read`.
  public func read(into buffer: inout [UInt8], from start: Int) throws(PlatformError) -> Int {
    precondition(start < buffer.count)
    return try retrying("read", path) {
      unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
    }
  }

  /// Writes all bytes.
  ///
  /// The corresponding C function is `write`.
  public func write(_ bytes: Span<UInt8>) throws(PlatformError) {
    try writeAll(bytes, to: descriptor, path)
  }

  /// Writes all bytes.
  public func write(_ bytes: [UInt8]) throws(PlatformError) { try write(bytes.span) }

  /// Waits until what was written is on the disk.
  ///
  /// The corresponding C function is `fsync`.
  public func sync() throws(PlatformError) {
    _ = try retrying("sync", path) { fsync(descriptor) }
  }

  /// Takes the lock of the file, or says that another process holds it; closing gives it back.
  ///
  /// The corresponding C function is `flock`.
  public func lock() throws(PlatformError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return false }
      throw PlatformError("lock", path)
    }
    return true
  }

  /// Closes the file and says whether that worked; a disk may report its faults only now.
  ///
  /// The corresponding C function is `close`.
  public consuming func close() throws(PlatformError) {
    // After a failed close the descriptor is gone all the same: never close twice.
    let closed = Glibc.close(descriptor)
    descriptor = -1
    if closed != 0, errno != EINTR { throw PlatformError("close", path) }
  }
}

/// Calls until the call is not interrupted by a signal.
func retrying<Result: BinaryInteger>(
  _ operation: String, _ path: String, _ call: () -> Result
) throws(PlatformError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw PlatformError(operation, path) }
  }
}

/// Writes all bytes to a descriptor.
func writeAll(
  _ bytes: Span<UInt8>, to descriptor: Int32, _ path: String
) throws(PlatformError) {
  var done = 0
  while done < bytes.count {
    let rest = bytes.extracting(done...)
    done += try retrying("write", path) {
      unsafe rest.withUnsafeBufferPointer {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
    }
  }
}
