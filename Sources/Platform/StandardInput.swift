import Glibc

/// What stands on standard input: a file is mapped into memory, a pipe is read to its end.
@safe public struct StandardInput: ~Copyable {
  private let mapped: UnsafeRawBufferPointer?
  private let collected: [UInt8]

  /// Takes all of standard input, but no more than `limit` bytes.
  ///
  /// The corresponding C functions are `mmap` and `read`.
  public init(limit: Int) throws(PlatformError) {
    let file = unsafe try StandardInput.map(limit: limit)
    let isMapped = unsafe file != nil
    let read = isMapped ? [] : try Console.readInput(limit: limit)
    unsafe mapped = file
    collected = read
  }

  deinit {
    if let mapped = unsafe mapped {
      unsafe munmap(UnsafeMutableRawPointer(mutating: mapped.baseAddress), mapped.count)
    }
  }

  /// The bytes.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self) get {
      guard let mapped = unsafe mapped else { return collected.span }
      let span = unsafe Span<UInt8>(_unsafeBytes: mapped)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The file on standard input, read from its start; nothing where it is no such file.
  private static func map(limit: Int) throws(PlatformError) -> UnsafeRawBufferPointer? {
    var status = stat()
    guard unsafe fstat(0, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      lseek(0, 0, SEEK_CUR) == 0
    else { return nil }
    let size = Int(status.st_size)
    guard size <= limit else { throw PlatformError("read", "standard input", code: .tooLarge) }
    let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, 0, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else { return nil }
    return unsafe UnsafeRawBufferPointer(start: start, count: size)
  }
}
