/// Mentions in the order they come, packed into some twenty bytes each.
///
/// A text of fifty megabytes may hold hundreds of thousands, and most cannot be handed out before
/// the whole text is known: a date such as 同年 is said from the year that the text names most.
struct PackedMentions<Mention: PackableMention>: Sendable {
  private var numbers = PackedNumbers()
  // Those that are too odd to be packed.
  private var odd: [Mention] = []
  private(set) var count = 0
  private var last = MentionPlace()

  init() {}

  mutating func append(_ mention: Mention) {
    count += 1
    let header = mention.packedHeader
    numbers.append(header ?? 0)
    guard header != nil else { return odd.append(mention) }
    let place = MentionPlace(offset: mention.range.lowerBound, line: mention.position.line)
    numbers.append(signed: Int64(place.offset - last.offset))
    numbers.append(UInt64(mention.range.count))
    numbers.append(signed: Int64(place.line - last.line))
    numbers.append(UInt64(mention.position.column))
    last = place
    mention.pack(into: &numbers)
  }
}

extension PackedMentions: Sequence {
  func makeIterator() -> Iterator { Iterator(numbers.reader, odd.makeIterator(), count) }

  /// Unpacks one mention after the other.
  struct Iterator: IteratorProtocol, Sendable {
    private var numbers: PackedNumbers.Reader
    private var odd: IndexingIterator<[Mention]>
    private var left: Int
    private var last = MentionPlace()

    fileprivate init(
      _ numbers: PackedNumbers.Reader, _ odd: IndexingIterator<[Mention]>, _ count: Int
    ) {
      self.numbers = numbers
      self.odd = odd
      left = count
    }

    mutating func next() -> Mention? {
      guard left > 0 else { return nil }
      left -= 1
      let header = numbers.next()
      guard header != 0 else { return odd.next() }
      last.offset += Int(numbers.nextSigned())
      let range = last.offset..<last.offset + Int(numbers.next())
      last.line += Int(numbers.nextSigned())
      var position = TextPosition()
      position.line = last.line
      position.column = Int(numbers.next())
      return Mention(range, position, header, &numbers)
    }
  }
}

/// Where the mention before stood.
private struct MentionPlace {
  var offset = 0
  var line = 1
}

/// A mention that can be written as a few numbers.
protocol PackableMention: Sendable {
  var range: Range<Int> { get }
  var position: TextPosition { get }
  /// What it is and has, never zero; nothing where it must be kept as it is.
  var packedHeader: UInt64? { get }
  /// Writes all but its place.
  func pack(into numbers: inout PackedNumbers)
  /// Reads what `pack` wrote.
  init(
    _ range: Range<Int>, _ position: TextPosition, _ header: UInt64,
    _ numbers: inout PackedNumbers.Reader)
}

/// Numbers of which small ones take little room: seven bits a byte.
struct PackedNumbers: Sendable {
  private var bytes: [UInt8] = []

  init() {}

  mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a number that may be negative; one near zero is as short as its magnitude.
  mutating func append(signed number: Int64) {
    append(UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  var reader: Reader { Reader(bytes) }

  /// Reads the numbers back in their order.
  struct Reader: Sendable {
    private let bytes: [UInt8]
    private var position = 0

    fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> UInt64 {
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while true {
        let byte = bytes[position]
        position += 1
        number |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
    }

    mutating func nextSigned() -> Int64 {
      let number = next()
      return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }
  }
}
