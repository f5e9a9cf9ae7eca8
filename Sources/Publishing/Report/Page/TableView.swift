/// A table of the report: on paper and wide screens rows and columns, on a phone one card a row.
public struct TableView: Sendable {
  /// A column.
  public struct Column: Sendable {
    let title: Bilingual
    let isNumber: Bool
    var isWide = false

    /// A column of text; a wide one takes half of a long table.
    public static func text(_ japanese: String, _ english: String, isWide: Bool = false) -> Column {
      Column(title: Bilingual(japanese, english), isNumber: false, isWide: isWide)
    }

    /// A column of numbers.
    public static func number(_ japanese: String, _ english: String) -> Column {
      Column(title: Bilingual(japanese, english), isNumber: true)
    }
  }

  /// So many rows make a piece of a long table; a browser lays out the pieces that are in sight.
  private static let pieceLength = 100

  private let caption: Bilingual
  private let columns: [Column]
  private var rows: [Markup] = []

  /// Makes an empty table.
  public init(_ caption: Bilingual, _ columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }

  /// Adds a row; its facts are what the filters look at.
  public mutating func add(_ cells: [Markup], _ facts: Filterable = Filterable()) {
    let fields = zip(columns, cells).map { column, cell -> Markup in
      """
      <td\(column.isNumber ? " class=\"number\"" : Markup.nothing) \
      data-ja="\(column.title.japanese)" data-en="\(column.title.english)">\(cell)</td>
      """
    }
    rows.append("<tr\(facts.attributes)>\(fields)</tr>\n")
  }

  /// Whether there is no row.
  public var isEmpty: Bool { rows.isEmpty }

  /// The table; a long one in pieces, each a table of its own.
  public var markup: Markup {
    guard rows.count > TableView.pieceLength else { return piece(rows[...]) }
    let starts = stride(from: 0, to: rows.count, by: TableView.pieceLength)
    let pieces = starts.map { start -> Markup in
      let end = min(start + TableView.pieceLength, rows.count)
      return "<div class=\"piece\">\(piece(rows[start..<end], from: start))</div>\n"
    }
    return "\(pieces)"
  }

  private func piece(_ rows: ArraySlice<Markup>, from start: Int = 0) -> Markup {
    let heads = columns.map { column -> Markup in
      let kind: Markup =
        column.isNumber ? " class=\"number\"" : column.isWide ? " class=\"wide\"" : .nothing
      return "<th scope=\"col\"\(kind)>\(column.title)</th>"
    }
    let part: Markup = start == 0 ? .nothing : " (\(start + 1)–)"
    return """
      <table>
      <caption>\(caption)\(part)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(Array(rows))</tbody>
      </table>

      """
  }
}

/// What the filters of the page look at.
public struct Filterable: Sendable, Hashable {
  var severity: String
  var document: String

  /// Makes facts; empty ones match only filters that are not set.
  public init(severity: String = "", document: String = "") {
    self.severity = severity
    self.document = document
  }

  var attributes: Markup {
    " data-entry data-severity=\"\(severity)\" data-document=\"\(document)\""
  }
}
