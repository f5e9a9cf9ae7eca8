import CYAML

/// The events of a YAML text, one after the other.
@safe struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// One event with its place.
  struct Event {
    let kind: Kind
    let place: YAMLPlace

    enum Kind {
      case streamStart
      case streamEnd
      case documentStart
      case documentEnd
      case scalar(String, isPlain: Bool)
      case sequenceStart
      case sequenceEnd
      case mappingStart
      case mappingEnd
      case alias
    }
  }

  /// Hands the events of a text to a body; the text must stay where it is meanwhile.
  ///
  /// The corresponding C functions are `yaml_parser_initialize` and
  /// `yaml_parser_set_input_string`.
  static func parse<Result>(
    _ bytes: [UInt8], _ body: (inout YAMLParser) throws(YAMLError) -> Result
  ) throws(YAMLError) -> Result {
    let result = unsafe bytes.withUnsafeBufferPointer { input -> Swift.Result<Result, YAMLError> in
      do throws(YAMLError) {
        var parser = try unsafe YAMLParser(input)
        return .success(try body(&parser))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ input: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      throw YAMLError(
        reason: "the YAML library is out of memory", place: YAMLPlace(line: 1, column: 1))
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    unsafe self.parser = parser
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The next event.
  ///
  /// The corresponding C function is `yaml_parser_parse`.
  mutating func next() throws(YAMLError) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { unsafe yaml_event_delete(&event) }
    let place = unsafe YAMLPlace(
      line: event.start_mark.line + 1, column: event.start_mark.column + 1)
    return Event(kind: try unsafe kind(of: event, at: place), place: place)
  }

  private func kind(
    of event: yaml_event_t, at place: YAMLPlace
  ) throws(YAMLError) -> Event.Kind {
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
        throw YAMLError(reason: "the text is not UTF-8: save the file as UTF-8", place: place)
      }
      return unsafe .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    default: return .streamEnd
    }
  }

  /// The reason and place the library gives for its last failure.
  private var failure: YAMLError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.pointee.context.map { unsafe " " + String(cString: $0) } ?? ""
    let mark = unsafe parser.pointee.problem_mark
    let isShort = unsafe parser.pointee.error == YAML_MEMORY_ERROR
    return YAMLError(
      reason: (problem ?? (isShort ? "no memory is left" : "the library gives no reason"))
        + context,
      place: YAMLPlace(line: mark.line + 1, column: mark.column + 1))
  }
}
