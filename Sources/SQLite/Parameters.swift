/// The values of a row, or of several, on their way into a statement; texts are kept as bytes in one
/// buffer.
public struct Parameters: Sendable, Hashable {
  /// A value, its text given by where it stands in the buffer.
  enum Element: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(Range<Int>)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var elements: [Element] = []

  /// No values yet.
  public init() {}

  /// Forgets the values, keeping the memory.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
  }

  /// Adds a null.
  public mutating func addNull() { elements.append(.null) }

  /// Adds a whole number.
  public mutating func add(_ number: Int64) { elements.append(.integer(number)) }

  /// Adds a text.
  public mutating func add(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    elements.append(.text(start..<bytes.count))
  }

  /// Adds a text in UTF-8.
  public mutating func add(_ text: Span<UInt8>) {
    let start = bytes.count
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    elements.append(.text(start..<bytes.count))
  }

  /// Whether there are no values.
  public var isEmpty: Bool { elements.isEmpty }

  /// The number of bytes that all texts have.
  public var byteCount: Int { bytes.count }

  /// Adds a text by the bytes that a closure appends.
  public mutating func addText(_ append: (inout [UInt8]) -> Void) {
    let start = bytes.count
    append(&bytes)
    elements.append(.text(start..<bytes.count))
  }
}
