import Glibc

/// Output that is delivered whole or not at all, and is not held in memory meanwhile.
///
/// For a file it waits aside and takes the file's place when it is complete. For standard output it
/// waits in memory or, when it is long, in a file without a name.
@safe public struct PendingOutput: ~Copyable {
  /// The longest output that waits in memory.
  private static let mostInMemory = 4 << 20

  // Nothing for standard output.
  private let path: String?
  private let aside: String
  // Negative until a file is needed.
  private var descriptor: Int32 = -1
  private var waiting: [UInt8] = []
  private var isDelivered = false
  /// How many bytes have been written.
  public private(set) var count = 0

  /// Output for a file, or for standard output where there is no path.
  ///
  /// The corresponding C function is `open`.
  public init(_ path: String?) throws(PlatformError) {
    self.path = path
    aside = path.map { $0 + ".new-" + String(getpid()) } ?? ""
    guard path != nil else { return }
    let flags = O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let aside = aside
    descriptor = try retrying("open", aside) { unsafe open(aside, flags, 0o644) }
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
    if path != nil, !isDelivered { unsafe unlink(aside) }
  }

  private var name: String { path ?? "the output that waits" }

  /// Writes all bytes.
  ///
  /// The corresponding C function is `write`.
  public mutating func write(_ bytes: Span<UInt8>) throws(PlatformError) {
    count += bytes.count
    if path == nil, descriptor < 0 {
      unsafe bytes.withUnsafeBufferPointer { unsafe waiting.append(contentsOf: $0) }
      guard waiting.count > PendingOutput.mostInMemory else { return }
      try makeUnnamed()
      try writeAll(waiting.span, to: descriptor, name)
      waiting = []
    } else {
      try writeAll(bytes, to: descriptor, name)
    }
  }

  /// Makes a file without a name where temporary files belong.
  private mutating func makeUnnamed() throws(PlatformError) {
    let folder = Console.environment("TMPDIR") ?? "/tmp"
    let flags = __O_TMPFILE | O_RDWR | O_CLOEXEC
    descriptor = try retrying("make a file in", folder) { unsafe open(folder, flags, 0o600) }
  }

  /// Forgets what was written.
  ///
  /// The corresponding C functions are `ftruncate` and `lseek`.
  public mutating func clear() throws(PlatformError) {
    waiting.removeAll(keepingCapacity: true)
    count = 0
    guard descriptor >= 0 else { return }
    let descriptor = descriptor
    _ = try retrying("empty", name) { ftruncate(descriptor, 0) }
    _ = try retrying("empty", name) { lseek(descriptor, 0, SEEK_SET) }
  }

  /// Delivers what was written.
  ///
  /// The corresponding C functions are `rename`, or `read` and `write`.
  public mutating func deliver() throws(PlatformError) {
    if let path {
      try Files.move(aside, to: path)
    } else if descriptor < 0 {
      try Console.write(waiting.span, to: .output)
    } else {
      try copyToOutput()
    }
    isDelivered = true
  }

  private func copyToOutput() throws(PlatformError) {
    _ = try retrying("read", name) { lseek(descriptor, 0, SEEK_SET) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try retrying("read", name) {
        unsafe chunk.withUnsafeMutableBytes {
          unsafe read(descriptor, $0.baseAddress, $0.count)
        }
      }
      if count == 0 { return }
      try Console.write(chunk.span.extracting(..<count), to: .output)
    }
  }
}
