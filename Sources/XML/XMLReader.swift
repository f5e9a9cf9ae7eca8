import CXML

/// Steps through XML or a web page piece by piece.
///
/// Nothing is fetched, no entity but XML's own is expanded, nesting is bounded. After each `feed`
/// the events of that piece are taken with `next`.
@safe public struct XMLReader: ~Copyable {
  /// What a text may hold.
  public struct Options: Sendable {
    /// Whether a document type may stand in it; what it declares is not used.
    public var allowsDocumentType: Bool
    /// How deep elements may lie in each other.
    public var maxDepth: Int
    /// Whether the text is UTF-8 whatever it says of itself.
    public var isDecoded: Bool
    /// Whether the library reads everything, as a second way to know what a text holds.
    public var usesLibraryOnly = false

    /// Makes options.
    public init(allowsDocumentType: Bool = false, maxDepth: Int, isDecoded: Bool = false) {
      self.allowsDocumentType = allowsDocumentType
      self.maxDepth = maxDepth
      self.isDecoded = isDecoded
    }
  }

  private let state: UnsafeMutablePointer<XMLState>
  // Nothing while all that has come is plain.
  private var parser: xmlParserCtxtPtr?
  private var scanner: PlainXMLScanner?
  private var position = 0
  // How many of the bytes of the state the scanner was given, and how many of them it has read.
  private var given = 0
  private var scanned = 0

  /// Makes a reader of XML.
  public init(_ vocabulary: XMLVocabulary, _ options: Options) throws(XMLError) {
    XMLHandlers.isReady
    unsafe state = UnsafeMutablePointer<XMLState>.allocate(capacity: 1)
    unsafe state.initialize(to: XMLState(vocabulary, options))
    if options.usesLibraryOnly {
      try startLibrary()
    } else {
      scanner = PlainXMLScanner(maxDepth: options.maxDepth)
    }
  }

  /// The corresponding C functions are `xmlCreatePushParserCtxt` and `xmlCtxtUseOptions`.
  private mutating func startLibrary() throws(XMLError) {
    var handlers = unsafe XMLHandlers.xml
    guard let parser = unsafe xmlCreatePushParserCtxt(&handlers, state, nil, 0, nil) else {
      throw XMLReader.outOfMemory
    }
    // "Substituting entities" makes attribute values plain; there are no entities to substitute.
    var flags = Int32(XML_PARSE_NOENT.rawValue) | Int32(XML_PARSE_NONET.rawValue)
    if unsafe state.pointee.options.isDecoded { flags |= Int32(XML_PARSE_IGNORE_ENC.rawValue) }
    _ = unsafe xmlCtxtUseOptions(parser, flags)
    unsafe state.pointee.parser = parser
    unsafe self.parser = parser
  }

  /// Reads a whole web page in UTF-8; what is wrong with its tags is mended as browsers do.
  ///
  /// The corresponding C functions are `htmlCreateMemoryParserCtxt` and `htmlParseDocument`.
  public init(html bytes: Span<UInt8>, _ vocabulary: XMLVocabulary) throws(XMLError) {
    XMLHandlers.isReady
    unsafe state = UnsafeMutablePointer<XMLState>.allocate(capacity: 1)
    unsafe state.initialize(to: XMLState(vocabulary, Options(maxDepth: .max)))
    let parser = unsafe bytes.withUnsafeBytes {
      unsafe htmlCreateMemoryParserCtxt($0.baseAddress, Int32(clamping: $0.count))
    }
    guard let parser = unsafe parser else { throw XMLReader.outOfMemory }
    unsafe self.parser = parser
    let flags =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe htmlCtxtUseOptions(parser, Int32(flags))
    _ = unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    unsafe parser.pointee.sax.pointee = XMLHandlers.html
    unsafe parser.pointee.userData = UnsafeMutableRawPointer(state)
    unsafe state.pointee.parser = parser
    _ = unsafe htmlParseDocument(parser)
  }

  private static var outOfMemory: XMLError {
    XMLError(code: .memory, reason: "the XML library is out of memory", line: 0)
  }

  deinit {
    if let parser = unsafe parser {
      // Declarations of a document type leave a document behind, even in this mode.
      unsafe xmlFreeDoc(parser.pointee.myDoc)
      unsafe xmlFreeParserCtxt(parser)
    }
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Reads the next piece, dropping the events of the one before.
  ///
  /// The corresponding C function is `xmlParseChunk`.
  public mutating func feed(_ bytes: Span<UInt8>) throws(XMLError) {
    try parse(bytes, isLast: false)
  }

  /// Ends the text, dropping the events of the piece before; an open element is an error.
  ///
  /// The corresponding C function is `xmlParseChunk`.
  public mutating func finish() throws(XMLError) {
    try parse(Span(), isLast: true)
  }

  private mutating func parse(_ bytes: Span<UInt8>, isLast: Bool) throws(XMLError) {
    unsafe state.pointee.clear(keeping: scanned..<given)
    position = 0
    if scanner != nil, try scan(bytes, isLast: isLast) { return }
    try parseWithLibrary(bytes, isLast: isLast)
  }

  /// Lets the scanner read on; false where the library must read this piece.
  private mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) throws(XMLError) -> Bool {
    guard var scanner = scanner.take() else { return false }
    var isPlain = true
    (scanned, given) = unsafe state.pointee.scan(bytes, with: &scanner, isPlain: &isPlain)
    if isPlain, !isLast || (scanner.isComplete && scanned == given) {
      self.scanner = consume scanner
      return true
    }
    let rest = unsafe Array(state.pointee.bytes[scanned..<given])
    (scanned, given) = (0, 0)
    let found = unsafe (state.pointee.events.count, state.pointee.attributes.count)
    try startLibrary()
    let replay = scanner.replay
    if !replay.isEmpty { try parseWithLibrary(replay.span, isLast: false) }
    // What is read again has had its events.
    unsafe state.pointee.drop(eventsFrom: found.0, attributesFrom: found.1)
    try parseWithLibrary(rest.span, isLast: isLast)
    return true
  }

  private mutating func parseWithLibrary(
    _ bytes: Span<UInt8>, isLast: Bool
  ) throws(XMLError) {
    let code = unsafe bytes.withUnsafeBytes { input in
      unsafe xmlParseChunk(
        parser, input.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(input.count),
        isLast ? 1 : 0)
    }
    if let failure = unsafe state.pointee.failure { throw failure }
    if unsafe parser?.pointee.wellFormed == 0 {
      throw unsafe XMLError(
        code: .malformed, reason: "the library gives error \(code)", line: state.pointee.line)
    }
    guard unsafe parser?.pointee.disableSAX != 0 else { return }
    // Some faults make the library stop as if the text ended there, and call it well-formed.
    if unsafe parser?.pointee.errNo == Int32(XML_ERR_NO_MEMORY.rawValue) {
      throw XMLReader.outOfMemory
    }
    throw unsafe XMLError(
      code: .malformed, reason: "its bytes do not fit the encoding it declares",
      line: state.pointee.line)
  }

  /// All events of the piece.
  public var events: Span<XMLEvent> {
    @_lifetime(borrow self) borrowing get {
      let span = unsafe Span(
        _unsafeStart: state.pointee.events.base, count: state.pointee.events.count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The next event of the piece, or nothing at its end.
  public mutating func next() -> XMLEvent? {
    guard unsafe position < state.pointee.events.count else { return nil }
    position &+= 1
    return unsafe state.pointee.events[position &- 1]
  }

  /// The bytes of a text event of this piece.
  @_lifetime(borrow self)
  public borrowing func text(of event: XMLEvent) -> Span<UInt8> { bytes(event.range) }

  /// The value of an attribute of an element of this piece, where it has it.
  @_lifetime(borrow self)
  public borrowing func attribute(_ name: Int, of event: XMLEvent) -> Span<UInt8>? {
    var index = event.range.lowerBound
    while index < event.range.upperBound {
      let attribute = unsafe state.pointee.attributes[index]
      if attribute.name == name { return bytes(attribute.range) }
      index &+= 1
    }
    return nil
  }

  /// The name of an attribute of an element of this piece, by its place from 0.
  public borrowing func attributeName(at place: Int, of event: XMLEvent) -> Int {
    precondition(place < event.range.count)
    return unsafe state.pointee.attributes[event.range.lowerBound &+ place].name
  }

  /// The value of an attribute of an element of this piece, by its place from 0.
  @_lifetime(borrow self)
  public borrowing func attributeValue(at place: Int, of event: XMLEvent) -> Span<UInt8> {
    precondition(place < event.range.count)
    return unsafe bytes(state.pointee.attributes[event.range.lowerBound &+ place].range)
  }

  /// Appends the bytes of a text event of this piece to others.
  public borrowing func append(textOf event: XMLEvent, to bytes: inout [UInt8]) {
    let text = text(of: event)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// The value of an attribute of an element of this piece as a text, where it has it.
  public borrowing func string(ofAttribute name: Int, of event: XMLEvent) -> String? {
    guard let value = attribute(name, of: event) else { return nil }
    return unsafe value.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The names and values of all attributes of an element of this piece.
  public borrowing func attributes(of event: XMLEvent) -> [(name: String, value: String)] {
    var all: [(name: String, value: String)] = []
    for index in event.range {
      let attribute = unsafe state.pointee.attributes[index]
      let value = unsafe state.pointee.bytes[attribute.range]
      all.append((name(attribute.name), String(decoding: value, as: UTF8.self)))
    }
    return all
  }

  /// A name by its number, without its name space.
  public borrowing func name(_ number: Int) -> String { unsafe state.pointee.names[number] }

  @_lifetime(borrow self)
  private borrowing func bytes(_ range: Range<Int>) -> Span<UInt8> {
    // The buffer moves only when a piece is fed, which needs exclusive access.
    let buffer = unsafe state.pointee.bytes.withUnsafeBufferPointer { unsafe $0 }
    let span = unsafe Span(_unsafeElements: buffer).extracting(range)
    return unsafe _overrideLifetime(span, borrowing: self)
  }
}
