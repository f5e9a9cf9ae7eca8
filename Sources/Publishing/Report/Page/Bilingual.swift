/// A text of the report in Japanese and English; the page shows the one chosen.
public struct Bilingual: Sendable, Hashable {
  let japanese: String
  let english: String

  /// Makes a text of its two versions.
  public init(_ japanese: String, _ english: String) {
    self.japanese = japanese
    self.english = english
  }

  /// Both versions, each marked with its language.
  public var markup: Markup {
    "<span lang=\"ja\">\(japanese)</span><span lang=\"en\">\(english)</span>"
  }
}

extension Markup.StringInterpolation {
  /// Adds a text in both languages.
  public mutating func appendInterpolation(_ text: Bilingual) { appendInterpolation(text.markup) }
}
