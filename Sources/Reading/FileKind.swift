/// The kinds of sources that are read.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
  /// Running text.
  case text
  /// A table of delimited fields.
  case csv
  /// An Office Open XML workbook.
  case xlsx
  /// An OpenDocument spreadsheet.
  case ods
  /// An XML document.
  case xml
  /// A web page.
  case html
  /// A JSON value.
  case json
  /// A JSON value on each line.
  case jsonLines = "jsonl"
  /// Pages of text with the place of every character.
  case pdf

  /// The media type of the kind.
  public var mediaType: String {
    switch self {
    case .text: "text/plain"
    case .csv: "text/csv"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .ods: "application/vnd.oasis.opendocument.spreadsheet"
    case .xml: "application/xml"
    case .html: "text/html"
    case .json: "application/json"
    case .jsonLines: "application/jsonl"
    case .pdf: "application/pdf"
    }
  }

  /// The kind that a file's name promises.
  init?(path: String) {
    switch FileKind.suffix(of: path) {
    case "txt", "text", "md": self = .text
    case "csv", "tsv", "tab": self = .csv
    case "xlsx", "xlsm", "xltx", "xltm": self = .xlsx
    case "ods", "ots": self = .ods
    case "xml": self = .xml
    case "html", "htm", "xhtml": self = .html
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "pdf": self = .pdf
    default: return nil
    }
  }

  /// What follows the last full stop of a file's name, in lower case; that of a packed file is
  /// the one before `.gz`.
  static func suffix(of path: String) -> String {
    var name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if name.hasSuffix(".gz") { name.removeLast(3) }
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return String(name[name.index(after: dot)...])
  }
}
