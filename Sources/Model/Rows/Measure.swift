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
    meaning: "A measure and the ministries responsible for it.",
    japanese: "施策とその担当府省。", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<Measure>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the measure.",
      "施策の安定した識別子。",
      example: "m-49ea6e36aaa20d43"),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in.",
      "記載のある原典の識別子。",
      example: "doc-2c0a71e60e1f3b95"),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1.",
      "原典の行番号（文章の行または表の行。1から）。",
      example: "40"),
    RowColumn(
      "section", \.section, "節",
      "Section it stands in.",
      "記載のある節。",
      example: "(1) 研究開発の推進"),
    RowColumn(
      "title", \.title, "施策名",
      "Title, folded.",
      "施策の名称（字形を揃えたもの）。",
      example: "データの共有"),
    RowColumn(
      "ministries", \.ministries, "府省",
      "Abbreviations as printed.",
      "担当府省の略称（印刷のまま）。",
      example: "文;厚;経"),
    RowColumn(
      "lead", \.lead, "主担当",
      "Those marked ◎.",
      "◎ の付いた主担当の府省。",
      example: "厚"),
    RowColumn(
      "raw", \.raw, "原文",
      "The ministries as printed.",
      "担当府省の欄（印刷のまま）。",
      example: "○文、◎厚、○経"),
  ]
}
