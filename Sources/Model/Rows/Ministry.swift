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
    meaning: "A ministry or agency as the registry knows it.", columns: [],
    primaryKey: ["id"])

  /// The columns in published order.
  public static let columns: [RowColumn<Ministry>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Key in the registry."),
    RowColumn(
      "name", \.name, "名称",
      "Full name."),
    RowColumn(
      "kind", \.kind, "種別",
      "What sort of body it is."),
    RowColumn(
      "aliases", \.aliases, "別名",
      "Abbreviations and other names."),
  ]
}
