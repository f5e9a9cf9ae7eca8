/// A programme as the registry knows it.
public struct Programme: DatasetRow {
  /// Key in the registry.
  public var id: String = ""
  /// Full name.
  public var name: String = ""
  /// Other names it is printed under.
  public var aliases: [String] = []
  /// Keys of the ministries that run it.
  public var ministries: [String] = []
  /// First fiscal year.
  public var firstYear: Int? = nil
  /// Last fiscal year.
  public var lastYear: Int? = nil
  /// Keys of the programmes it follows.
  public var succeeds: [String] = []

  /// An empty row.
  public init() {}
}

extension Programme {
  /// The table.
  public static let table = TableDescription(
    name: "programmes", title: "事業",
    meaning: "A programme as the registry knows it.",
    japanese: "登録簿にある事業。", columns: [],
    primaryKey: ["id"])

  /// The columns in published order.
  public static let columns: [RowColumn<Programme>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Key in the registry.",
      "登録簿での識別子。",
      example: "p-0012"),
    RowColumn(
      "name", \.name, "名称",
      "Full name.",
      "正式な名称。",
      example: "海底探査技術開発事業"),
    RowColumn(
      "aliases", \.aliases, "別名",
      "Other names it is printed under.",
      "印刷に使われる別名。",
      example: "創薬支援事業"),
    RowColumn(
      "ministries", \.ministries, "府省",
      "Keys of the ministries that run it.",
      "所管する府省の識別子。",
      example: "mhlw"),
    RowColumn(
      "first_year", \.firstYear, "開始年度",
      "First fiscal year.",
      "最初の会計年度（西暦）。",
      example: "2015"),
    RowColumn(
      "last_year", \.lastYear, "終了年度",
      "Last fiscal year.",
      "最後の会計年度（西暦）。",
      example: "2019"),
    RowColumn(
      "succeeds", \.succeeds, "前身",
      "Keys of the programmes it follows.",
      "前身の事業の識別子。",
      example: "p-0003"),
  ]
}
