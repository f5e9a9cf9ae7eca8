public import Model

/// Writes rows as CSV (RFC 4180).
public struct CSVWriter: TableFormat {
  /// Whom the file is for.
  public enum Flavour: Sendable {
    /// For programs: UTF-8 without a byte order mark, LF.
    case plain
    /// For Excel: UTF-8 with a byte order mark, CRLF, and no text that Excel would run.
    case excel
  }

  private let header: [Value]
  private let flavour: Flavour

  /// Makes a writer of columns with these names.
  public init(columns: [String], _ flavour: Flavour = .plain) {
    header = columns.map(Value.text)
    self.flavour = flavour
  }

  /// Makes a writer of a table.
  public init(_ table: TableDescription, _ flavour: Flavour = .plain) {
    self.init(columns: table.columns.map(\.name), flavour)
  }

  /// Writes the byte order mark, where there is one, and the names of the columns.
  public func writeHeader(into bytes: inout [UInt8]) {
    if flavour == .excel { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    write(header, into: &bytes)
  }

  /// Writes a row.
  public func write(_ row: [Value], into bytes: inout [UInt8]) {
    let start = bytes.count
    for (index, value) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch value {
      case .null: continue
      case .text(let text): write(text, into: &bytes)
      default: bytes.append(contentsOf: value.field.utf8)
      }
    }
    // A row of one empty field would be a blank line, which readers skip.
    if row.count == 1, bytes.count == start { bytes.append(contentsOf: "\"\"".utf8) }
    if flavour == .excel { bytes.append(0x0D) }
    bytes.append(0x0A)
  }

  private func write(_ text: String, into bytes: inout [UInt8]) {
    let isFormula = flavour == .excel && text.looksLikeFormula
    guard text.needsQuotes || text.isEmpty else {
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension String {
  fileprivate var needsQuotes: Bool {
    let bytes = utf8Span.span
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D: return true
      default: continue
      }
    }
    return false
  }

  /// Whether a spreadsheet may take the text for a formula: it starts with a sign that begins
  /// one, in ASCII or full width, or with white space that hides such a sign.
  fileprivate var looksLikeFormula: Bool {
    switch unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
