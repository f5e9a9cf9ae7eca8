/// The encodings that sources come in.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  /// Windows code page 932: Shift_JIS with the NEC and IBM extensions (①㈱髙).
  case cp932 = "CP932"
  case eucJP = "EUC-JP"
  case iso2022JP = "ISO-2022-JP"

  /// The encoding that a source, a pipeline file or a web page calls by a name, in any case.
  public init?(label: String) {
    var name = label.lowercased()
    name.removeAll { $0 == "_" || $0 == "-" || $0 == " " }
    switch name {
    case "utf8", "unicode11utf8", "usascii", "ascii": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "utf32", "utf32le": self = .utf32LittleEndian
    case "utf32be": self = .utf32BigEndian
    case "cp932", "ms932", "windows31j", "shiftjis", "sjis", "xsjis", "mskanji", "csshiftjis":
      self = .cp932
    case "eucjp", "xeucjp", "cseucpkdfmtjapanese", "eucjpms", "cp51932": self = .eucJP
    case "iso2022jp", "csiso2022jp", "jis", "cp50220", "cp50221", "iso2022jpms": self = .iso2022JP
    default: return nil
    }
  }

  /// The mark that may stand at the start of a text in this encoding; empty where there is none.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .cp932, .eucJP, .iso2022JP: []
    }
  }
}
