extension YAMLNode {
  /// How deep nodes may lie in each other.
  public static let maxDepth = 50

  /// Reads a text of one YAML document.
  ///
  /// Anchors with aliases are refused, since a few lines of them can stand for gigabytes; so are
  /// a key that stands twice and a second document.
  public init(parsing bytes: [UInt8]) throws(YAMLError) {
    self = try YAMLParser.parse(bytes) { (parser) throws(YAMLError) in
      _ = try parser.next()
      let start = try parser.next()
      guard case .documentStart = start.kind else {
        throw YAMLError(reason: "the file is empty", place: start.place)
      }
      let node = try YAMLNode.node(try parser.next(), &parser, depth: 0)
      _ = try parser.next()
      let end = try parser.next()
      guard case .streamEnd = end.kind else {
        throw YAMLError(reason: "a second document starts here: one is allowed", place: end.place)
      }
      return node
    }
  }

  private static func node(
    _ event: YAMLParser.Event, _ parser: inout YAMLParser, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    guard depth <= maxDepth else {
      throw YAMLError(reason: "nodes lie too deep in each other", place: event.place)
    }
    switch event.kind {
    case .scalar(let text, let isPlain):
      return YAMLNode(.scalar(text, isPlain: isPlain), event.place)
    case .sequenceStart:
      var elements: [YAMLNode] = []
      while true {
        let next = try parser.next()
        if case .sequenceEnd = next.kind { return YAMLNode(.sequence(elements), event.place) }
        elements.append(try node(next, &parser, depth: depth + 1))
      }
    case .mappingStart: return try mapping(event.place, &parser, depth: depth)
    case .alias:
      throw YAMLError(reason: "aliases (*name) are not allowed: write it out", place: event.place)
    default:
      throw YAMLError(reason: "a value should stand here", place: event.place)
    }
  }

  private static func mapping(
    _ place: YAMLPlace, _ parser: inout YAMLParser, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    var entries: [Entry] = []
    var seen: [String: YAMLPlace] = [:]
    while true {
      let event = try parser.next()
      if case .mappingEnd = event.kind { return YAMLNode(.mapping(entries), place) }
      guard case .scalar(let key, _) = event.kind else {
        throw YAMLError(reason: "a key should be a text", place: event.place)
      }
      if let first = seen.updateValue(event.place, forKey: key) {
        throw YAMLError(
          reason: "the key '\(key)' stands twice, first on line \(first.line)", place: event.place)
      }
      let value = try node(try parser.next(), &parser, depth: depth + 1)
      entries.append(Entry(key: key, place: event.place, value: value))
    }
  }

  private init(_ content: Content, _ place: YAMLPlace) {
    self.content = content
    line = place.line
    column = place.column
  }
}
