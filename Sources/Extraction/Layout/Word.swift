import JapaneseText

/// A word of folded text as bytes, to look for in folded bytes.
struct Word: Sendable, Hashable, ExpressibleByStringLiteral {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(fold(text).utf8) }

  init(stringLiteral value: String) { self.init(value) }

  var count: Int { bytes.count }
}

extension [Word] {
  /// The words of some texts, the longest first so that the longest match wins.
  init(longestFirst texts: [String]) {
    self = texts.map { Word($0) }.filter { !$0.bytes.isEmpty }.sorted { $0.count > $1.count }
  }
}
