/// Bytes that are put together piece by piece in memory that is used again.
///
/// An array would look at its owner and its room for every byte; this looks at its room alone.
@safe public struct ByteBuffer: ~Copyable {
  @usableFromInline internal var start: UnsafeMutablePointer<UInt8>
  @usableFromInline internal var capacity: Int
  @usableFromInline internal var used = 0

  /// How many bytes there are.
  public var count: Int { used }

  /// An empty buffer with room for some bytes; it grows where more come.
  public init(capacity: Int) {
    precondition(capacity > 0)
    unsafe start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe start.deallocate() }

  /// The bytes.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: UnsafePointer(start), count: used)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Forgets all bytes and keeps the room.
  public mutating func removeAll() { used = 0 }

  /// Forgets the first bytes and moves the others to their place.
  public mutating func removeFirst(_ count: Int) {
    precondition(count >= 0 && count <= used)
    used &-= count
    unsafe start.update(from: start + count, count: used)
  }

  /// Appends one byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe start[used] = byte
    used &+= 1
  }

  /// Appends a text that stands in the program.
  @inlinable @inline(__always)
  public mutating func append(_ literal: StaticString) {
    precondition(literal.hasPointerRepresentation)
    reserve(literal.utf8CodeUnitCount)
    unsafe (start + used).update(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
    used &+= literal.utf8CodeUnitCount
  }

  /// Appends the UTF-8 of a text.
  public mutating func append(text: String) { append(contentsOf: text.utf8Span.span) }

  /// Appends a stretch of bytes.
  public mutating func append(contentsOf bytes: Span<UInt8>) {
    reserve(bytes.count)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let from = bytes.baseAddress else { return }
      unsafe (start + used).update(from: from, count: bytes.count)
    }
    used &+= bytes.count
  }

  /// Appends a number in decimal digits.
  public mutating func append(number: Int64) {
    reserve(ByteBuffer.longestNumber)
    if number < 0 { append(0x2D) }
    var magnitude = number.magnitude
    used &+= ByteBuffer.digits(of: magnitude)
    var end = used
    while magnitude >= 100 {
      let rest = magnitude / 100
      end &-= 2
      put(UInt32(truncatingIfNeeded: magnitude &- rest &* 100), at: end)
      magnitude = rest
    }
    if magnitude >= 10 {
      put(UInt32(truncatingIfNeeded: magnitude), at: end &- 2)
    } else {
      unsafe start[end &- 1] = UInt8(truncatingIfNeeded: magnitude) | 0x30
    }
  }

  /// Writes two digits into room that is there.
  @inline(__always)
  private mutating func put(_ pair: UInt32, at place: Int) {
    let tens = pair / 10
    unsafe start[place] = UInt8(truncatingIfNeeded: tens) | 0x30
    unsafe start[place &+ 1] = UInt8(truncatingIfNeeded: pair &- tens &* 10) | 0x30
  }

  /// Appends two digits.
  public mutating func append(pair: Int) {
    precondition((0..<100).contains(pair))
    reserve(2)
    put(UInt32(truncatingIfNeeded: pair), at: used)
    used &+= 2
  }

  /// A sign and nineteen digits.
  private static let longestNumber = 20

  private static func digits(of magnitude: UInt64) -> Int {
    var digits = 1
    var rest = magnitude
    while rest >= 10_000 {
      rest /= 10_000
      digits &+= 4
    }
    return digits &+ (rest >= 10 ? 1 : 0) &+ (rest >= 100 ? 1 : 0) &+ (rest >= 1000 ? 1 : 0)
  }

  @inlinable @inline(__always)
  internal mutating func reserve(_ more: Int) {
    if capacity &- used < more { grow(by: more) }
  }

  @usableFromInline
  internal mutating func grow(by more: Int) {
    let larger = max(capacity * 2, used + more)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe room.update(from: start, count: used)
    unsafe start.deallocate()
    unsafe start = room
    capacity = larger
  }
}
