import XML

/// The elements and attributes of web pages that matter to readers of text and tables.
enum HTMLWord: String, CaseIterable {
  case table
  case caption
  case row = "tr"
  case cell = "td"
  case header = "th"
  case columns = "colspan"
  case rows = "rowspan"
  case lineBreak = "br"
  case paragraph = "p"
  case division = "div"
  case item = "li"
  case term = "dt"
  case definition = "dd"
  case heading1 = "h1"
  case heading2 = "h2"
  case heading3 = "h3"
  case heading4 = "h4"
  case heading5 = "h5"
  case heading6 = "h6"
  case title
  case script
  case style
  case noscript
  case reading = "rt"
  case readingBracket = "rp"

  static let vocabulary = XMLVocabulary(allCases.map(\.rawValue))

  /// Whether what the element holds is not shown, or is a reading beside its word.
  var isSkipped: Bool {
    switch self {
    case .script, .style, .noscript, .reading, .readingBracket: true
    default: false
    }
  }

  /// Whether the element stands apart from what is before and after it.
  var separates: Bool {
    switch self {
    case .columns, .rows: false
    default: !isSkipped
    }
  }
}
