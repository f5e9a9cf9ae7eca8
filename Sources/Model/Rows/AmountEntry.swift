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
    meaning: "A mention of an amount of yen, in a budget or not.",
    japanese: "予算かどうかを問わず、文中の金額の言及。", columns: [],
    primaryKey: ["id"], foreignKeys: [ForeignKey(column: "document", table: "documents")])

  /// The columns in published order.
  public static let columns: [RowColumn<AmountEntry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the mention.",
      "言及の安定した識別子。",
      example: "a-8d18bdca3cf3add5"),
    RowColumn(
      "document", \.document, "文書",
      "The source it stands in.",
      "記載のある原典の識別子。",
      example: "doc-2c0a71e60e1f3b95"),
    RowColumn(
      "line", \.line, "行",
      "Line of a text or row of a spreadsheet, from 1.",
      "原典の行番号（文章の行または表の行。1から）。",
      example: "9"),
    RowColumn(
      "text", \.text, "原文",
      "The characters of the source; ⏎ is a line break.",
      "原典の文字のまま。⏎ は改行。",
      example: "約987億円"),
    RowColumn(
      "amount_yen", \.amountYen, "金額（円）",
      "The amount in yen; empty where only an order is named.",
      "金額（円）。「数億円」のように桁だけのときは空。",
      example: "98700000000"),
    RowColumn(
      "unit_yen", \.unitYen, "単位（円）",
      "Place value of the last printed digit, in yen.",
      "印刷された最後の桁の重み（円）。",
      example: "100000000"),
    RowColumn(
      "qualifier", \.qualifiers, "修飾",
      "Words that qualify the amount.",
      "金額に付いた語（約、以上など）。",
      example: "約"),
  ]
}
