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
    meaning: "A programme as the registry knows it.", columns: [],
    primaryKey: ["id"])

  /// The columns in published order.
  public static let columns: [RowColumn<Programme>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Key in the registry."),
    RowColumn(
      "name", \.name, "名称",
      "Full name."),
    RowColumn(
      "aliases", \.aliases, "別名",
      "Other names it is printed under."),
    RowColumn(
      "ministries", \.ministries, "府省",
      "Keys of the ministries that run it."),
    RowColumn(
      "first_year", \.firstYear, "開始年度",
      "First fiscal year."),
    RowColumn(
      "last_year", \.lastYear, "終了年度",
      "Last fiscal year."),
    RowColumn(
      "succeeds", \.succeeds, "前身",
      "Keys of the programmes it follows."),
  ]
}
