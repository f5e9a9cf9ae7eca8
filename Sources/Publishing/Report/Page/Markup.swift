/// HTML put together so that text of the data can never become markup.
///
/// Only literals of the program are taken as they are; every text put into one is escaped.
public struct Markup: Sendable, Hashable {
  /// The HTML.
  public private(set) var html: String

  /// Nothing.
  public static let nothing: Markup = ""

  /// Pieces one after the other.
  public init(_ pieces: some Sequence<Markup>, separator: Markup = "") {
    html = pieces.map(\.html).joined(separator: separator.html)
  }

  /// A text of the data.
  public init(text: String) { html = Markup.escaped(text) }

  /// Puts two pieces together.
  public static func + (a: Markup, b: Markup) -> Markup { Markup([a, b]) }

  /// Adds a piece.
  public static func += (a: inout Markup, b: Markup) { a.html += b.html }

  /// Whether there is nothing.
  public var isEmpty: Bool { html.isEmpty }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      // What cannot be seen, or turns the direction of what follows, is shown as its number.
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{200E}", "\u{200F}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        escaped += "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Markup: ExpressibleByStringInterpolation {
  /// Collects literals as they are and texts escaped.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity)
    }

    /// Adds a literal of the program.
    public mutating func appendLiteral(_ literal: String) { html += literal }

    /// Adds a text of the data, escaped.
    public mutating func appendInterpolation(_ text: String) { html += Markup.escaped(text) }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      html += String(number)
    }

    /// Adds markup.
    public mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

    /// Adds markup, piece by piece.
    public mutating func appendInterpolation(_ pieces: [Markup]) {
      for piece in pieces { html += piece.html }
    }
  }

  /// A literal of the program.
  public init(stringLiteral literal: String) { html = literal }

  /// A literal with texts in it.
  public init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }
}
