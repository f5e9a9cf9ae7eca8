public import JSON

/// A finding that waits for a person's answer.
public struct ReviewQuestion: Sendable, Hashable {
  /// What sort of answer is asked for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Whose amount it is: the text does not say.
    case link
    /// What a name stands for: the registry does not know it.
    case name
    /// Whether a failed or undecided check is accepted for a time.
    case check
  }

  /// The key of the finding.
  public let finding: String
  /// What sort of answer is asked for.
  public let kind: Kind
  /// How much it matters.
  public let severity: String
  /// The path of the source, empty where no single source is meant.
  public let source: String
  /// The line of a text or the row of a sheet.
  public let line: Int?
  /// What is asked, in words.
  public let question: String
  /// The lines of the sources, `12 > ` before a line that the question is about.
  public let text: [String]
  /// Answers to choose from.
  public let candidates: [String]
  /// Whether an answer can settle it; if not, it can only be waived.
  public let isDecidable: Bool
  /// The content hash of the source that the question was taken from.
  public let sourceHash: String

  /// The question for machines.
  public var json: JSONValue {
    [
      "finding": .string(finding), "kind": .string(kind.rawValue), "severity": .string(severity),
      "source": .string(source), "line": line.map { .integer($0) } ?? .null,
      "question": .string(question), "text": .strings(text), "candidates": .strings(candidates),
      "decidable": .boolean(isDecidable), "source_hash": .string(sourceHash),
    ]
  }
}
