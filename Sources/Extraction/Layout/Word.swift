import JapaneseText

/// A word of folded text as bytes, to look for in folded bytes.
struct Word: Sendable, Hashable, ExpressibleByStringLiteral {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(fold(text).utf8) }

  /// A word that stands in the program is written as it is folded, since many are asked for often.
  init(stringLiteral value: String) {
    assert(fold(value) == value, "\(value) is not written as it is folded")
    bytes = Array(value.utf8)
  }

  var count: Int { bytes.count }
}

extension [Word] {
  /// The words of some texts, the longest first so that the longest match wins.
  init(longestFirst texts: [String]) {
    self = texts.map { Word($0) }.filter { !$0.bytes.isEmpty }.sorted { $0.count > $1.count }
  }
}
