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
    meaning: "A law, decision, notification or guideline that a source cites.",
    japanese: "原典が引用する法令・決定・通知・指針。", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<Instrument>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the citation.",
      "引用の安定した識別子。",
      example: "n-657b6fee8b11415e"),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in.",
      "記載のある原典の識別子。",
      example: "doc-2c0a71e60e1f3b95"),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1.",
      "原典の行番号（文章の行または表の行。1から）。",
      example: "3"),
    RowColumn(
      "name", \.name, "名称",
      "Name, folded.",
      "名称（字形を揃えたもの）。",
      example: "海洋調査基本法"),
    RowColumn(
      "kind", \.kind, "種別",
      "What sort of instrument it is.",
      "法令・決定等の種類。",
      example: "law"),
    RowColumn(
      "number", \.number, "番号",
      "Its numbers as printed.",
      "印刷されたままの番号。",
      example: "平成19年法律第33号"),
    RowColumn(
      "date_start", \.dateStart, "日付（始）",
      "First day of its date.",
      "日付の始まりの日。",
      example: "2007-01-01"),
    RowColumn(
      "date_end", \.dateEnd, "日付（終）",
      "Last day of its date.",
      "日付の終わりの日。",
      example: "2007-12-31"),
    RowColumn(
      "raw", \.raw, "原文",
      "The citation as printed.",
      "印刷されたままの引用。",
      example: "海洋調査基本法（平成19年法律第33号）"),
  ]
}
