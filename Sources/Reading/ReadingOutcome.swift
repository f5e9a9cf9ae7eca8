public import Model

/// A source that was read, or why it was not.
public enum ReadingOutcome: Sendable {
  /// The source as a whole, and what a person should look at in it.
  case read(Document, [Finding])
  /// Nothing of the source, and why.
  case refused(Refusal)
}

/// Why a source was not read.
public struct Refusal: Error, Sendable, Hashable {
  /// The kind of reason.
  public var code: Code
  /// What is wrong, as a sentence without its full stop.
  public var reason: String
  /// Where in the source.
  public var place: Place?
  /// What to do about it.
  public var advice: String
  /// What had been found out of the source by then: its media type, encoding and reader.
  public var attributes: DocumentAttributes
  /// What else was found, such as each byte that could not be decoded.
  public var findings: [Finding]

  /// The kinds of reasons; the raw values are published and stay as they are.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// There is nothing in the file.
    case empty
    /// A byte stands for nothing in the encoding.
    case undecodable
    /// The file is of a kind that is not read.
    case unsupported
    /// The content is encrypted.
    case password
    /// The file asks for more than the limits allow.
    case limit
    /// The file breaks the rules of its format.
    case malformed
    /// The file tries to reach or do something outside itself.
    case hostile
  }

  /// Makes a refusal; the attributes are added by the reading layer.
  public init(
    _ code: Code, _ reason: String, place: Place? = nil, advice: String,
    findings: [Finding] = []
  ) {
    self.code = code
    self.reason = reason
    self.place = place
    self.advice = advice
    self.attributes = DocumentAttributes(path: "")
    self.findings = findings
  }
}

extension Refusal: CustomStringConvertible {
  /// The place, the reason and the advice in one line.
  public var description: String {
    (place.map { "\($0): " } ?? "") + "\(reason); \(advice)"
  }

  /// The refusal as a finding about a source.
  public func finding(document: String) -> Finding {
    Finding(
      .sourceRefused, document: document, place: place, subject: code.rawValue,
      message: description)
  }

  /// A refusal because a limit was passed.
  static func limit(
    _ path: WritableKeyPath<ReadingLimits, Int>, of limits: ReadingLimits, _ what: String,
    place: Place? = nil
  ) -> Refusal {
    let name = ReadingLimits.keys.first { $0.path == path }?.name ?? "?"
    return Refusal(
      .limit, "\(what): the limit '\(name)' is \(limits[keyPath: path])", place: place,
      advice: "raise the limit in the pipeline file if the source is sound")
  }
}
