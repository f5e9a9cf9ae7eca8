/// A table of the report: on paper and wide screens rows and columns, on a phone one card a row.
public struct TableView: Sendable {
  /// A column.
  public struct Column: Sendable {
    let title: Bilingual
    let isNumber: Bool

    /// A column of text.
    public static func text(_ japanese: String, _ english: String) -> Column {
      Column(title: Bilingual(japanese, english), isNumber: false)
    }

    /// A column of numbers.
    public static func number(_ japanese: String, _ english: String) -> Column {
      Column(title: Bilingual(japanese, english), isNumber: true)
    }
  }

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

  /// The table.
  public var markup: Markup {
    let heads = columns.map { column -> Markup in
      "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : Markup.nothing)>\(column.title)</th>"
    }
    return """
      <table>
      <caption>\(caption)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody>
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
