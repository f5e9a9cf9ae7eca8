/// Writes structures in the compact protocol of Thrift, which Parquet describes itself in.
///
/// See <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>.
struct ThriftWriter {
  private(set) var bytes: [UInt8] = []
  /// The field written last, for each structure that is open.
  private var last: [Int] = [0]

  private enum Kind: UInt8 {
    case byte = 3
    case short = 4
    case int = 5
    case long = 6
    case binary = 8
    case list = 9
    case structure = 12
  }

  // MARK: Fields

  /// A field of at most 32 bits, or an enumeration.
  mutating func int(_ field: Int, _ value: Int) {
    begin(field, .int)
    append(zigzag: Int64(value))
  }

  /// A field of 64 bits.
  mutating func long(_ field: Int, _ value: Int) {
    begin(field, .long)
    append(zigzag: Int64(value))
  }

  /// A field of 16 bits.
  mutating func short(_ field: Int, _ value: Int) {
    begin(field, .short)
    append(zigzag: Int64(value))
  }

  /// A field of 8 bits.
  mutating func byte(_ field: Int, _ value: UInt8) {
    begin(field, .byte)
    bytes.append(value)
  }

  /// A field of truth, whose value stands in the place of its type.
  mutating func flag(_ field: Int, _ value: Bool) { begin(field, type: value ? 1 : 2) }

  /// A field of text or bytes.
  mutating func binary(_ field: Int, _ value: some Collection<UInt8>) {
    begin(field, .binary)
    append(binary: value)
  }

  /// A field that is a structure of its own.
  mutating func structure(_ field: Int, _ write: (inout ThriftWriter) -> Void = { _ in }) {
    begin(field, .structure)
    element(write)
  }

  /// A field that is a list of structures.
  mutating func list<Element>(
    _ field: Int, of elements: [Element], _ write: (inout ThriftWriter, Element) -> Void
  ) {
    begin(field, .list)
    append(listOf: elements.count, .structure)
    for element in elements { self.element { write(&$0, element) } }
  }

  /// A field that is a list of numbers of at most 32 bits.
  mutating func list(_ field: Int, ofInts elements: [Int]) {
    begin(field, .list)
    append(listOf: elements.count, .int)
    for element in elements { append(zigzag: Int64(element)) }
  }

  /// A field that is a list of texts.
  mutating func list(_ field: Int, ofTexts elements: [String]) {
    begin(field, .list)
    append(listOf: elements.count, .binary)
    for element in elements { append(binary: element.utf8) }
  }

  /// Ends the outermost structure.
  mutating func finish() { bytes.append(0) }

  // MARK: Encoding

  private mutating func element(_ write: (inout ThriftWriter) -> Void) {
    last.append(0)
    write(&self)
    last.removeLast()
    bytes.append(0)
  }

  private mutating func begin(_ field: Int, _ kind: Kind) { begin(field, type: kind.rawValue) }

  private mutating func begin(_ field: Int, type: UInt8) {
    let step = field - last[last.count - 1]
    precondition((1...15).contains(step), "fields are written in their order")
    last[last.count - 1] = field
    bytes.append(UInt8(step) << 4 | type)
  }

  private mutating func append(listOf count: Int, _ kind: Kind) {
    if count < 15 {
      bytes.append(UInt8(count) << 4 | kind.rawValue)
    } else {
      bytes.append(0xF0 | kind.rawValue)
      append(varint: UInt64(count))
    }
  }

  private mutating func append(binary value: some Collection<UInt8>) {
    append(varint: UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  private mutating func append(zigzag value: Int64) {
    append(varint: UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  private mutating func append(varint value: UInt64) { bytes.append(varint: value) }
}

extension [UInt8] {
  /// Appends a number in groups of seven bits, the lowest first.
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Appends the bytes of a number, the lowest first.
  mutating func append(littleEndian value: some FixedWidthInteger) {
    for index in 0..<(value.bitWidth / 8) {
      append(UInt8(truncatingIfNeeded: value >> (index * 8)))
    }
  }
}
