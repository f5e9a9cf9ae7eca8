public import JapaneseText

/// A law, decision, notification or guideline that a source cites.
public struct Instrument: DatasetRow {
  /// Stable key of the citation.
  public var id: String = ""
  /// The source it stands in.
  public var document: String = ""
  /// Line of a text or row of a spreadsheet, from 1.
  public var line: Int = 0
  /// Name, folded.
  public var name: String = ""
  /// What sort of instrument it is.
  public var kind: InstrumentKind = .other
  /// Its numbers as printed.
  public var number: [String] = []
  /// First day of its date.
  public var dateStart: Day? = nil
  /// Last day of its date.
  public var dateEnd: Day? = nil
  /// The citation as printed.
  public var raw: String = ""

  /// An empty row.
  public init() {}
}

extension Instrument {
  /// The table.
  public static let table = TableDescription(
    name: "instruments", title: "法令・決定",
    meaning: "A law, decision, notification or guideline that a source cites.", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<Instrument>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the citation."),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in."),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1."),
    RowColumn(
      "name", \.name, "名称",
      "Name, folded."),
    RowColumn(
      "kind", \.kind, "種別",
      "What sort of instrument it is."),
    RowColumn(
      "number", \.number, "番号",
      "Its numbers as printed."),
    RowColumn(
      "date_start", \.dateStart, "日付（始）",
      "First day of its date."),
    RowColumn(
      "date_end", \.dateEnd, "日付（終）",
      "Last day of its date."),
    RowColumn(
      "raw", \.raw, "原文",
      "The citation as printed."),
  ]
}
