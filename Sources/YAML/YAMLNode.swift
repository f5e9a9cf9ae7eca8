/// A node of a YAML document with the place where it starts.
public struct YAMLNode: Sendable, Hashable {
  /// What the node is.
  public let content: Content
  /// The line it starts on, from 1.
  public let line: Int
  /// The column it starts in, from 1.
  public let column: Int

  /// What a node can be.
  public enum Content: Sendable, Hashable {
    /// A text; plain ones may stand for a number, a flag or nothing.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with their values, in the order written; no key stands twice.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// Where the key stands.
    public let place: YAMLPlace
    /// The value.
    public let value: YAMLNode
  }

  /// Where the node starts.
  public var place: YAMLPlace { YAMLPlace(line: line, column: column) }
}

/// A position in a YAML file.
public struct YAMLPlace: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Why a file is not YAML we take, and where.
public struct YAMLError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let reason: String
  /// Where.
  public let place: YAMLPlace

  /// The text for people.
  public var description: String { "\(place.line):\(place.column): \(reason)" }
}
