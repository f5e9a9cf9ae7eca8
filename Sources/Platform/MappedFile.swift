import Glibc

/// A file's bytes in memory of their own: what is hashed and what is read are the same bytes.
///
/// The file itself is not mapped: one that shrank while it was mapped would end the process with
/// a signal, and one that was written to would be read half old and half new.
@safe public struct MappedFile: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer

  /// Reads a whole file of at most `limit` bytes; one that changes meanwhile is an error.
  ///
  /// The corresponding C functions are `open`, `fstat`, `mmap` and `read`.
  public init(_ path: String, limit: Int = .max - 1) throws(PlatformError) {
    let descriptor = try retrying("open", path) { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    defer { _ = close(descriptor) }
    let before = try MappedFile.status(of: descriptor, path)
    guard before.st_mode & S_IFMT == S_IFREG else {
      let isFolder = before.st_mode & S_IFMT == S_IFDIR
      throw PlatformError("read", path, code: isFolder ? .isFolder : .notAFile)
    }
    let size = Int(before.st_size)
    guard size <= limit else { throw PlatformError("read", path, code: .tooLarge) }
    // One byte more than expected, so that a file that grew is noticed.
    let memory = try unsafe MappedFile.reserve(size + 1, path)
    do throws(PlatformError) {
      let count = try unsafe MappedFile.fill(memory, from: descriptor, path)
      let after = try MappedFile.status(of: descriptor, path)
      guard count == size, after.st_size == before.st_size,
        after.st_mtim.tv_sec == before.st_mtim.tv_sec,
        after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
      else { throw PlatformError("read", path, code: .changed) }
    } catch {
      unsafe munmap(memory.baseAddress, memory.count)
      throw error
    }
    unsafe self.memory = memory
  }

  deinit { unsafe munmap(memory.baseAddress, memory.count) }

  /// The bytes of the file.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let whole = unsafe UnsafeRawBufferPointer(memory).assumingMemoryBound(to: UInt8.self)
      let span = unsafe Span(_unsafeElements: whole).extracting(..<(whole.count - 1))
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  private static func status(of descriptor: Int32, _ path: String) throws(PlatformError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw PlatformError("look at", path) }
    return status
  }

  private static func reserve(
    _ count: Int, _ path: String
  ) throws(PlatformError) -> UnsafeMutableRawBufferPointer {
    let address = unsafe mmap(
      nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw PlatformError("find memory for", path)
    }
    return unsafe UnsafeMutableRawBufferPointer(start: address, count: count)
  }

  private static func fill(
    _ memory: UnsafeMutableRawBufferPointer, from descriptor: Int32, _ path: String
  ) throws(PlatformError) -> Int {
    var done = 0
    while done < memory.count {
      let count = try retrying("read", path) {
        unsafe read(descriptor, memory.baseAddress?.advanced(by: done), memory.count - done)
      }
      if count == 0 { break }
      done += count
    }
    return done
  }
}

extension PlatformError.Code {
  /// The file changed while it was read.
  public static let changed = PlatformError.Code(rawValue: ESTALE)
  /// What stands there is a device, pipe or socket.
  public static let notAFile = PlatformError.Code(rawValue: EINVAL)
}
