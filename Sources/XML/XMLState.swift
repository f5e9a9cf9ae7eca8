import CXML

/// What the callbacks of the library gather: events, and the bytes they speak of.
///
/// It lies behind the context pointer of a parser and is touched by one parser only.
@safe struct XMLState: ~Copyable {
  var events = XMLList<XMLEvent>(capacity: 512)
  var bytes: [UInt8] = []
  var attributes = XMLList<Attribute>(capacity: 256)
  var failure: XMLError?
  let options: XMLReader.Options
  // Set once the parser is made; used to stop it and to ask it for the line.
  var parser: xmlParserCtxtPtr?

  let vocabulary: XMLVocabulary
  private(set) var names: [String]
  private var numbers: [NameKey: Int] = [:]
  // Empty until the library asks for a name.
  private var recent: [(key: NameKey, number: Int)] = []
  private var depth = 0

  struct Attribute: BitwiseCopyable {
    private let name32: Int32
    private let first: UInt32
    private let end: UInt32

    var name: Int { Int(name32) }
    var range: Range<Int> { unsafe Range(uncheckedBounds: (Int(first), Int(end))) }

    init(name: Int, range: Range<Int>) {
      name32 = Int32(name)
      first = UInt32(range.lowerBound)
      end = UInt32(range.upperBound)
    }
  }

  /// A name as the library keeps it: equal names of one parser have equal addresses.
  struct NameKey: Hashable {
    let local: UInt
    let space: UInt
  }

  private static let recentCount = 256

  init(_ vocabulary: XMLVocabulary, _ options: XMLReader.Options) {
    self.vocabulary = vocabulary
    self.options = options
    names = vocabulary.names
  }

  /// Forgets the events and their bytes but for some, which then come first; keeps the memory.
  mutating func clear(keeping rest: Range<Int>) {
    events.removeAll()
    attributes.removeAll()
    guard !rest.isEmpty else { return bytes.removeAll(keepingCapacity: true) }
    bytes.removeSubrange(rest.upperBound...)
    bytes.removeSubrange(..<rest.lowerBound)
  }

  /// Appends a piece, lets a scanner read on, and says how far it came and how much there was.
  mutating func scan(
    _ piece: Span<UInt8>, with scanner: inout PlainXMLScanner, isPlain: inout Bool
  ) -> (scanned: Int, given: Int) {
    bytes.reserveCapacity(bytes.count + piece.count + PlainXMLScanner.padding)
    unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: PlainXMLScanner.padding))
    // The scanner changes the bytes and the lists of events: they may not be one value meanwhile.
    var text: [UInt8] = []
    swap(&text, &bytes)
    defer { swap(&text, &bytes) }
    let end = unsafe text.withUnsafeMutableBufferPointer { buffer -> Int in
      guard let base = buffer.baseAddress else { return 0 }
      let stop = unsafe scanner.scan(base, count, into: &self)
      isPlain = stop.isPlain
      return stop.end
    }
    return (end, count)
  }

  mutating func drop(eventsFrom event: Int, attributesFrom attribute: Int) {
    events.removeAll(from: event)
    attributes.removeAll(from: attribute)
  }

  var line: Int { unsafe parser?.pointee.input.map { unsafe Int($0.pointee.line) } ?? 0 }

  /// Notes the first failure and stops the parser.
  mutating func fail(_ code: XMLError.Code, _ reason: String, line: Int? = nil) {
    if failure == nil { failure = XMLError(code: code, reason: reason, line: line ?? self.line) }
    if code != .malformed { unsafe xmlStopParser(parser) }
  }
}

extension XMLState {
  mutating func start(_ name: Int, attributesFrom first: Int) {
    depth += 1
    if depth > options.maxDepth {
      return fail(.nesting, "elements lie more than \(options.maxDepth) deep in each other")
    }
    events.append(
      XMLEvent(kind: .start, name: name, line: line, range: first..<attributes.count))
  }

  mutating func end(_ name: Int) {
    depth -= 1
    events.append(XMLEvent(kind: .end, name: name, line: line, range: 0..<0))
  }

  mutating func addText(_ text: UnsafeBufferPointer<UInt8>) {
    let first = bytes.count
    unsafe bytes.append(contentsOf: text)
    // The library hands out a text in pieces.
    var start = first
    let last = events.count - 1
    if last >= 0, events[last].kind == .text, events[last].range.upperBound == first {
      start = events[last].range.lowerBound
      events.removeAll(from: last)
    }
    events.append(XMLEvent(kind: .text, name: -1, line: line, range: start..<bytes.count))
  }

  mutating func addAttribute(_ name: Int, _ value: UnsafeBufferPointer<UInt8>) {
    let first = bytes.count
    unsafe bytes.append(contentsOf: value)
    attributes.append(Attribute(name: name, range: first..<bytes.count))
  }

  /// The number of a name that lies in the dictionary of the parser.
  mutating func number(
    _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?
  ) -> Int {
    let key = NameKey(local: UInt(bitPattern: local), space: UInt(bitPattern: space))
    // Addresses differ in few bits: multiplying spreads them over the high ones.
    let mixed = (key.local ^ key.space) &* 0x9E37_79B9_7F4A_7C15
    let slot = Int(truncatingIfNeeded: mixed >> 56)
    if recent.isEmpty {
      let none = (key: NameKey(local: 0, space: 0), number: 0)
      recent = Array(repeating: none, count: XMLState.recentCount)
    }
    if recent[slot].key == key { return recent[slot].number }
    let number: Int
    if let known = numbers[key] {
      number = known
    } else {
      let localName = unsafe local.map { unsafe String(cString: $0) } ?? ""
      let address = unsafe space.map { unsafe String(cString: $0) } ?? ""
      number = self.number(named: localName, in: address)
      numbers[key] = number
    }
    recent[slot] = (key, number)
    return number
  }
}

/// What the scanner of plain XML adds; its ranges lie in the bytes that it scans.
extension XMLState {
  @inline(__always)
  mutating func plainStart(_ name: Int, attributesFrom first: Int, line: Int) {
    events.append(XMLEvent(kind: .start, name: name, line: line, range: first..<attributes.count))
  }

  @inline(__always)
  mutating func plainEnd(_ name: Int, line: Int) {
    events.append(XMLEvent(kind: .end, name: name, line: line, range: 0..<0))
  }

  @inline(__always)
  mutating func plainText(_ range: Range<Int>, line: Int) {
    events.append(XMLEvent(kind: .text, name: -1, line: line, range: range))
  }

  @inline(__always)
  mutating func plainAttribute(_ name: Int, _ range: Range<Int>) {
    attributes.append(Attribute(name: name, range: range))
  }

  mutating func shortenAttribute(_ index: Int, to range: Range<Int>) {
    attributes[index] = Attribute(name: attributes[index].name, range: range)
  }

  mutating func dropAttributes(from first: Int) { attributes.removeAll(from: first) }

  /// The number of a name by its text; a name that is not in the vocabulary gets one past it.
  mutating func number(named local: String, in space: String) -> Int {
    if let number = vocabulary.number(local: local, space: space) { return number }
    names.append(local)
    return names.count - 1
  }
}
