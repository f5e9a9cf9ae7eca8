/// One step through a marked-up text; its bytes are asked of the reader that gave it.
public struct XMLEvent: Sendable, BitwiseCopyable {
  /// The kinds of steps.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// An element begins.
    case start
    /// An element ends.
    case end
    /// Text between tags.
    case text
  }

  /// The kind.
  public let kind: Kind
  // Many are made and few are kept: they are as small as they can be.
  @usableFromInline let name32: Int32
  @usableFromInline let line32: Int32
  private let first: UInt32
  private let end: UInt32

  /// The number of the element's name: its index in the reader's vocabulary, or a number past it.
  @inlinable public var name: Int { Int(name32) }
  /// The line of the text it ends on, from 1.
  @inlinable public var line: Int { Int(line32) }
  /// The bytes of a text, or the attributes of an element.
  var range: Range<Int> { unsafe Range(uncheckedBounds: (Int(first), Int(end))) }

  init(kind: Kind, name: Int, line: Int, range: Range<Int>) {
    self.kind = kind
    name32 = Int32(name)
    line32 = Int32(truncatingIfNeeded: line)
    first = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// How many attributes an element has that begins here.
  public var attributeCount: Int { kind == .start ? Int(end - first) : 0 }
}

/// The names that a reader of a format asks for.
///
/// `value` stands for any element or attribute of that local name; `office:value` for one of the
/// name spaces that `office` stands for.
public struct XMLVocabulary: Sendable {
  let names: [String]
  private let exact: [String: Int]
  private let prefixes: [String: String]

  /// Makes a vocabulary.
  ///
  /// - Parameters:
  ///   - names: The names; the number of a name is its index.
  ///   - spaces: The addresses of the name spaces, by the prefix that `names` uses.
  public init(_ names: [String], spaces: [String: [String]] = [:]) {
    self.names = names
    exact = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var prefixes: [String: String] = [:]
    for (prefix, addresses) in spaces { for address in addresses { prefixes[address] = prefix } }
    self.prefixes = prefixes
  }

  /// The number of a name, where the vocabulary has it.
  func number(local: String, space: String) -> Int? {
    if !prefixes.isEmpty, let prefix = prefixes[space], let number = exact[prefix + ":" + local] {
      return number
    }
    return exact[local]
  }
}

/// Why a marked-up text could not be read.
public struct XMLError: Error, Hashable, CustomStringConvertible {
  /// The kinds of failures.
  public enum Code: Sendable, Hashable {
    /// The text breaks the rules of XML.
    case malformed
    /// A document type stands where none is allowed.
    case documentType
    /// The text refers to an entity of its own or of somebody else.
    case entity
    /// Elements lie too deep in each other.
    case nesting
    /// The library is out of memory.
    case memory
  }

  /// The kind.
  public let code: Code
  /// What is wrong.
  public let reason: String
  /// The line, from 1.
  public let line: Int

  /// The line and the reason.
  public var description: String { "line \(line): \(reason)" }
}
