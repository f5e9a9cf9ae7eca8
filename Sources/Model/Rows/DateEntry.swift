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
    meaning: "A mention of a date.", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<DateEntry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the mention."),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in."),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1."),
    RowColumn(
      "text", \.text, "原文",
      "The characters of the source; ⏎ is a line break."),
    RowColumn(
      "kind", \.kind, "種別",
      "What sort of date it is."),
    RowColumn(
      "start", \.start, "始期",
      "First day; empty where open."),
    RowColumn(
      "end", \.end, "終期",
      "Last day; empty where open."),
    RowColumn(
      "flags", \.flags, "注意",
      "What is odd about it."),
  ]
}
