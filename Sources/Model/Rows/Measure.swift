/// A measure and the ministries responsible for it.
public struct Measure: DatasetRow {
  /// Stable key of the measure.
  public var id: String = ""
  /// The source it stands in.
  public var document: String = ""
  /// Line of a text or row of a spreadsheet, from 1.
  public var line: Int = 0
  /// Section it stands in.
  public var section: String = ""
  /// Title, folded.
  public var title: String = ""
  /// Abbreviations as printed.
  public var ministries: [String] = []
  /// Those marked ◎.
  public var lead: [String] = []
  /// The ministries as printed.
  public var raw: String = ""

  /// An empty row.
  public init() {}
}

extension Measure {
  /// The table.
  public static let table = TableDescription(
    name: "measures", title: "施策",
    meaning: "A measure and the ministries responsible for it.", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<Measure>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the measure."),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in."),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1."),
    RowColumn(
      "section", \.section, "節",
      "Section it stands in."),
    RowColumn(
      "title", \.title, "施策名",
      "Title, folded."),
    RowColumn(
      "ministries", \.ministries, "府省",
      "Abbreviations as printed."),
    RowColumn(
      "lead", \.lead, "主担当",
      "Those marked ◎."),
    RowColumn(
      "raw", \.raw, "原文",
      "The ministries as printed."),
  ]
}
