public import JapaneseText

/// A mention of a date.
public struct DateEntry: DatasetRow {
  /// Stable key of the mention.
  public var id: String = ""
  /// The source it stands in.
  public var document: String = ""
  /// Line of a text or row of a spreadsheet, from 1.
  public var line: Int = 0
  /// The characters of the source; ⏎ is a line break.
  public var text: String = ""
  /// What sort of date it is.
  public var kind: DateKind = .day
  /// First day; empty where open.
  public var start: Day? = nil
  /// Last day; empty where open.
  public var end: Day? = nil
  /// What is odd about it.
  public var flags: [String] = []

  /// An empty row.
  public init() {}
}

extension DateEntry {
  /// The table.
  public static let table = TableDescription(
    name: "dates", title: "日付",
    meaning: "A mention of a date.",
    japanese: "文中の日付の言及。", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<DateEntry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the mention.",
      "言及の安定した識別子。",
      example: "d-10e349980291e66d"),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in.",
      "記載のある原典の識別子。",
      example: "doc-2c0a71e60e1f3b95"),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1.",
      "原典の行番号（文章の行または表の行。1から）。",
      example: "5"),
    RowColumn(
      "text", \.text, "原文",
      "The characters of the source; ⏎ is a line break.",
      "原典の文字のまま。⏎ は改行。",
      example: "令和4年6月3日"),
    RowColumn(
      "kind", \.kind, "種別",
      "What sort of date it is.",
      "日付の種類。",
      example: "day"),
    RowColumn(
      "start", \.start, "始期",
      "First day; empty where open.",
      "始まりの日。決まっていなければ空。",
      example: "2022-06-03"),
    RowColumn(
      "end", \.end, "終期",
      "Last day; empty where open.",
      "終わりの日。決まっていなければ空。",
      example: "2022-06-03"),
    RowColumn(
      "flags", \.flags, "注意",
      "What is odd about it.",
      "注意すべき点。",
      example: "era_ended"),
  ]
}
