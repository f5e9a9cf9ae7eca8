import Glibc

/// The three standard streams and the terminal behind them.
public enum Console {
  /// A stream to write to.
  public enum Stream: Int32, Sendable {
    /// For results.
    case output = 1
    /// For progress, logs and errors.
    case error = 2
  }

  /// Writes all bytes; a pipe without a reader is an error of code `brokenPipe`, not a signal.
  ///
  /// The corresponding C function is `write`.
  public static func write(_ bytes: Span<UInt8>, to stream: Stream) throws(PlatformError) {
    try writeAll(
      bytes, to: stream.rawValue, stream == .output ? "standard output" : "standard error")
  }

  /// Writes all bytes.
  public static func write(_ bytes: [UInt8], to stream: Stream) throws(PlatformError) {
    try write(bytes.span, to: stream)
  }

  /// Writes a text; on a terminal without the characters that would command it.
  public static func write(_ text: String, to stream: Stream) throws(PlatformError) {
    try write(Array((isTerminal(stream) ? plain(text) : text).utf8), to: stream)
  }

  /// A text without characters that command a terminal: names of files and lines of sources come
  /// from strangers.
  public static func plain(_ text: String) -> String {
    func isCommand(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00..<0x20, 0x7F..<0xA0: true
      // Marks that turn the direction of writing, so that a name reads as another.
      case 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isCommand) else { return text }
    var plain = ""
    for scalar in text.unicodeScalars {
      if isCommand(scalar) {
        plain += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// Reads standard input to its end, but no more than `limit` bytes.
  ///
  /// The corresponding C function is `read`.
  public static func readInput(limit: Int) throws(PlatformError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try retrying("read", "standard input") {
        unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(0, $0.baseAddress, $0.count) }
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { throw PlatformError("read", "standard input", code: .tooLarge) }
    }
  }

  /// Whether a person sees what is written to a stream.
  ///
  /// The corresponding C function is `isatty`.
  public static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// The width of the terminal behind standard error, in columns.
  ///
  /// The corresponding C function is `ioctl` with `TIOCGWINSZ`.
  public static var width: Int {
    var size = winsize()
    let known = unsafe ioctl(Stream.error.rawValue, UInt(TIOCGWINSZ), &size) == 0
    return known && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// A variable of the environment.
  ///
  /// The corresponding C function is `getenv`.
  public static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
