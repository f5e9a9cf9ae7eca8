/// A mention of an amount of yen, in a budget or not.
public struct AmountEntry: DatasetRow {
  /// Stable key of the mention.
  public var id: String = ""
  /// The source it stands in.
  public var document: String = ""
  /// Line of a text or row of a spreadsheet, from 1.
  public var line: Int = 0
  /// The characters of the source; ⏎ is a line break.
  public var text: String = ""
  /// The amount in yen; empty where only an order is named.
  public var amountYen: Int64? = nil
  /// Place value of the last printed digit, in yen.
  public var unitYen: Int64? = nil
  /// Words that qualify the amount.
  public var qualifiers: [String] = []

  /// An empty row.
  public init() {}
}

extension AmountEntry {
  /// The table.
  public static let table = TableDescription(
    name: "amounts", title: "金額",
    meaning: "A mention of an amount of yen, in a budget or not.", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<AmountEntry>] = [
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
      "amount_yen", \.amountYen, "金額（円）",
      "The amount in yen; empty where only an order is named."),
    RowColumn(
      "unit_yen", \.unitYen, "単位（円）",
      "Place value of the last printed digit, in yen."),
    RowColumn(
      "qualifier", \.qualifiers, "修飾",
      "Words that qualify the amount."),
  ]
}
