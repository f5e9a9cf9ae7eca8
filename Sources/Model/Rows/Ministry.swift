/// A ministry or agency as the registry knows it.
public struct Ministry: DatasetRow {
  /// Key in the registry.
  public var id: String = ""
  /// Full name.
  public var name: String = ""
  /// What sort of body it is.
  public var kind: String = ""
  /// Abbreviations and other names.
  public var aliases: [String] = []

  /// An empty row.
  public init() {}
}

extension Ministry {
  /// The table.
  public static let table = TableDescription(
    name: "ministries", title: "府省",
    meaning: "A ministry or agency as the registry knows it.",
    japanese: "登録簿にある府省・機関。", columns: [],
    primaryKey: ["id"])

  /// The columns in published order.
  public static let columns: [RowColumn<Ministry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Key in the registry.",
      "登録簿での識別子。",
      example: "mext"),
    RowColumn(
      "name", \.name, "名称",
      "Full name.",
      "正式な名称。",
      example: "文部科学省"),
    RowColumn(
      "kind", \.kind, "種別",
      "What sort of body it is.",
      "機関の種類。",
      example: "ministry"),
    RowColumn(
      "aliases", \.aliases, "別名",
      "Abbreviations and other names.",
      "略称と別名。",
      example: "文;文科省"),
  ]
}
