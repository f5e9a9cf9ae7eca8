public import JapaneseText

/// A source as it was read or refused.
public struct SourceDocument: DatasetRow {
  /// Whether a source could be read.
  public enum Status: String, ColumnWord, Hashable {
    case read
    case refused
  }

  /// Stable key of the source, made of its path.
  public var id: String = ""
  /// Path of the source below the raw folder.
  public var path: String = ""
  /// Title, from the pipeline file or the source.
  public var title: String = ""
  /// Who published it.
  public var issuer: String = ""
  /// Day of publication.
  public var published: Day? = nil
  /// Fiscal year the document is about.
  public var fiscalYear: Int? = nil
  /// Media type found from the content.
  public var mediaType: String = ""
  /// Character encoding it was read in.
  public var encoding: String = ""
  /// Size of the source in bytes.
  public var bytes: Int = 0
  /// Lines of a text, rows of a spreadsheet.
  public var lines: Int = 0
  /// Content hash of the source, hexadecimal.
  public var sha256: String = ""
  /// The reader that read it.
  public var reader: String = ""
  /// The document family it was read as.
  public var layout: String = ""
  /// Whether it was read or refused.
  public var status: Status = .read
  /// Why it was refused.
  public var reason: String = ""

  /// An empty row.
  public init() {}
}

extension SourceDocument {
  /// The table.
  public static let table = TableDescription(
    name: "documents", title: "文書",
    meaning: "A source as it was read or refused.", columns: [],
    primaryKey: ["id"])

  /// The columns in published order.
  public static let columns: [RowColumn<SourceDocument>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the source, made of its path."),
    RowColumn(
      "path", \.path, "パス",
      "Path of the source below the raw folder."),
    RowColumn(
      "title", \.title, "表題",
      "Title, from the pipeline file or the source."),
    RowColumn(
      "issuer", \.issuer, "発行者",
      "Who published it."),
    RowColumn(
      "published", \.published, "公表日",
      "Day of publication."),
    RowColumn(
      "fiscal_year", \.fiscalYear, "会計年度",
      "Fiscal year the document is about."),
    RowColumn(
      "media_type", \.mediaType, "媒体型",
      "Media type found from the content."),
    RowColumn(
      "encoding", \.encoding, "文字コード",
      "Character encoding it was read in."),
    RowColumn(
      "bytes", \.bytes, "バイト数",
      "Size of the source in bytes."),
    RowColumn(
      "lines", \.lines, "行数",
      "Lines of a text, rows of a spreadsheet."),
    RowColumn(
      "sha256", \.sha256, "SHA-256",
      "Content hash of the source, hexadecimal."),
    RowColumn(
      "reader", \.reader, "読取器",
      "The reader that read it."),
    RowColumn(
      "layout", \.layout, "体裁",
      "The document family it was read as."),
    RowColumn(
      "status", \.status, "状態",
      "Whether it was read or refused."),
    RowColumn(
      "reason", \.reason, "理由",
      "Why it was refused."),
  ]
}
