import Model
import XML

/// Takes the steps through one part of a package.
protocol PartHandler {
  /// The names that the handler asks for.
  static var vocabulary: XMLVocabulary { get }

  /// Takes one step.
  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal)
}

extension PackageReader {
  /// Runs a handler over a part; `after` is done after each piece of it.
  mutating func parse<Handler: PartHandler>(
    _ name: String, _ handler: inout Handler,
    after: (inout Handler) throws(Refusal) -> Void = { (_) throws(Refusal) in }
  ) throws(Refusal) {
    let options = XMLReader.Options(maxDepth: limits.nesting)
    var reader = try PackageReader.makeReader(type(of: handler).vocabulary, options, part: name)
    try unpack(name) { piece throws(Refusal) in
      try PackageReader.feed(&reader, piece, &handler, part: name)
      try after(&handler)
    }
    try PackageReader.feed(&reader, nil, &handler, part: name)
    try after(&handler)
  }

  private static func makeReader(
    _ vocabulary: XMLVocabulary, _ options: XMLReader.Options, part: String
  ) throws(Refusal) -> XMLReader {
    do throws(XMLError) { return try XMLReader(vocabulary, options) } catch {
      throw Refusal(error, part: part)
    }
  }

  private static func feed(
    _ reader: inout XMLReader, _ piece: Swift.Span<UInt8>?, _ handler: inout some PartHandler,
    part: String
  ) throws(Refusal) {
    do throws(XMLError) {
      if let piece { try reader.feed(piece) } else { try reader.finish() }
    } catch {
      throw Refusal(error, part: part)
    }
    let events = reader.events
    for index in events.indices { try handler.take(events[index], reader) }
  }
}

extension Refusal {
  /// A failure of the XML library as a refusal; `part` is empty for a file of its own.
  init(_ error: XMLError, part: String) {
    let position = part.isEmpty ? "line \(error.line)" : "the part '\(part)', line \(error.line)"
    switch error.code {
    case .malformed, .memory:
      self.init(.malformed, "\(position): \(error.reason)", advice: Refusal.saveAgain)
    case .documentType, .entity:
      self.init(
        .hostile, "\(position): \(error.reason)",
        advice: "do not use the file; ask its publisher for one without declarations of its own")
    case .nesting:
      self.init(
        .limit, "\(position): \(error.reason) (the limit 'nesting')",
        advice: "raise the limit in the pipeline file if the source is sound")
    }
  }
}
