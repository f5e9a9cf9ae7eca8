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
    meaning: "A source as it was read or refused.",
    japanese: "読んだ、または拒んだ原典。", columns: [],
    primaryKey: ["id"])

  /// The columns in published order.
  public static let columns: [RowColumn<SourceDocument>] = [
    RowColumn(
      "id", \.id, "識別子",
      "Stable key of the source, made of its path.",
      "原典の安定した識別子（パスから作る）。",
      example: "doc-40ce6eb1f6047e64"),
    RowColumn(
      "path", \.path, "パス",
      "Path of the source below the raw folder.",
      "原典フォルダからのパス。",
      example: "hq/fy2022-projects.txt"),
    RowColumn(
      "title", \.title, "表題",
      "Title, from the pipeline file or the source.",
      "表題（パイプラインファイルか原典による）。",
      example: "令和4年度医療研究開発関連予算"),
    RowColumn(
      "issuer", \.issuer, "発行者",
      "Who published it.",
      "公表した者。",
      example: "健康・医療戦略推進本部"),
    RowColumn(
      "published", \.published, "公表日",
      "Day of publication.",
      "公表された日。",
      example: "2022-01-14"),
    RowColumn(
      "fiscal_year", \.fiscalYear, "会計年度",
      "Fiscal year the document is about.",
      "文書の対象の会計年度（西暦）。",
      example: "2022"),
    RowColumn(
      "media_type", \.mediaType, "媒体型",
      "Media type found from the content.",
      "中身から判断した媒体型。",
      example: "text/plain"),
    RowColumn(
      "encoding", \.encoding, "文字コード",
      "Character encoding it was read in.",
      "読むのに使った文字コード。",
      example: "UTF-8"),
    RowColumn(
      "bytes", \.bytes, "バイト数",
      "Size of the source in bytes.",
      "原典の大きさ（バイト）。",
      example: "15904"),
    RowColumn(
      "lines", \.lines, "行数",
      "Lines of a text, rows of a spreadsheet.",
      "文章の行数または表の行数。",
      example: "312"),
    RowColumn(
      "sha256", \.sha256, "SHA-256",
      "Content hash of the source, hexadecimal.",
      "中身のハッシュ値（十六進）。",
      example: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    RowColumn(
      "reader", \.reader, "読取器",
      "The reader that read it.",
      "読み取ったプログラムの部分。",
      example: "text"),
    RowColumn(
      "layout", \.layout, "体裁",
      "The document family it was read as.",
      "どのファミリーの文書として読んだか。",
      example: "headquarters"),
    RowColumn(
      "status", \.status, "状態",
      "Whether it was read or refused.",
      "読んだか、拒んだか。",
      example: "read"),
    RowColumn(
      "reason", \.reason, "理由",
      "Why it was refused.",
      "拒んだ理由。",
      example: "the archive is damaged"),
  ]
}
