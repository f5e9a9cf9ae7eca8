import Glibc

/// Standard input line by line: no more is held than one line of limited length.
public struct InputLines: ~Copyable {
  /// A line without its end.
  public enum Line: Sendable, Hashable {
    /// All of it.
    case whole([UInt8])
    /// Its beginning, up to the limit, and how many bytes it has.
    case tooLong(head: [UInt8], count: Int)
  }

  private let limit: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var rest = 0..<0
  private var isAtEnd = false

  /// Reads lines of at most `limit` bytes; of longer ones it keeps the beginning.
  public init(limit: Int) {
    self.limit = limit
  }

  /// The next line; nothing at the end.
  ///
  /// The corresponding C function is `read`.
  public mutating func next() throws(PlatformError) -> Line? {
    var line: [UInt8] = []
    var count = 0
    var isEnded = false
    while !isEnded {
      if rest.isEmpty, try !fill() {
        if count == 0 { return nil }
        break
      }
      let end = Bytes.first(
        0x0A, in: chunk.span.extracting(..<rest.upperBound), from: rest.lowerBound)
      let piece = rest.lowerBound..<(end ?? rest.upperBound)
      line.append(contentsOf: chunk[piece].prefix(limit - line.count))
      count += piece.count
      isEnded = end != nil
      rest = (isEnded ? piece.upperBound + 1 : piece.upperBound)..<rest.upperBound
    }
    return count > limit ? .tooLong(head: line, count: count) : .whole(line)
  }

  /// Takes the next stretch of input; false at the end.
  private mutating func fill() throws(PlatformError) -> Bool {
    if isAtEnd { return false }
    let count = try retrying("read", "standard input") {
      unsafe chunk.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
    }
    isAtEnd = count == 0
    rest = 0..<count
    return count > 0
  }
}
