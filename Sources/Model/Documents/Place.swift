/// A cell's position in a sheet, from 1.
public struct CellReference: Sendable, Hashable, Comparable {
  /// The row, from 1.
  public var row: Int
  /// The column, from 1.
  public var column: Int

  /// Makes a reference.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Orders by row, then by column.
  public static func < (a: CellReference, b: CellReference) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }
}

extension CellReference: CustomStringConvertible {
  /// The reference as spreadsheets print it, `C12`.
  public var description: String {
    var letters = ""
    var rest = column
    while rest > 0 {
      let letter = UInt8((rest - 1) % 26) + UInt8(ascii: "A")
      letters = String(UnicodeScalar(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }

  /// Reads `C12`; anything else is nothing.
  public init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 1_000_000:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row < 1_000_000_000:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }
}

/// A stretch of characters on one line or in one cell; columns count Unicode scalars from 0.
public struct Span: Sendable, Hashable {
  /// The line of a text, or the row of a spreadsheet, from 1.
  public var line: Int
  /// The cell, where the source is a spreadsheet.
  public var cell: CellReference?
  /// The characters.
  public var columns: Range<Int>

  /// Makes a span.
  public init(line: Int, columns: Range<Int>, cell: CellReference? = nil) {
    self.line = line
    self.cell = cell
    self.columns = columns
  }
}

/// Where something stands in a source: one span, or several where it runs over lines or cells.
public struct Place: Sendable, Hashable {
  /// The sheet, empty for texts and for files that have no sheets.
  public var sheet: String
  /// The spans in reading order; never empty.
  public var spans: [Span]

  /// Makes a place of one span and maybe more.
  public init(_ first: Span, _ more: [Span] = [], sheet: String = "") {
    self.sheet = sheet
    self.spans = [first] + more
  }

  /// The place of a whole cell.
  public init(cell: CellReference, length: Int, sheet: String) {
    self.init(Span(line: cell.row, columns: 0..<length, cell: cell), sheet: sheet)
  }

  /// The line or row it starts on.
  public var line: Int { spans.first?.line ?? 0 }
}

extension Place: CustomStringConvertible {
  /// The published form: `12:5-20;13:1-4` for a text, `'Sheet'!C12` for a spreadsheet.
  ///
  /// Columns are printed from 1, both ends included.
  public var description: String {
    let prefix =
      sheet.isEmpty
      ? ""
      : "'"
        + sheet.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'!"
    return spans.map { span in
      if let cell = span.cell { return prefix + cell.description }
      return "\(span.line):\(span.columns.lowerBound + 1)-\(span.columns.upperBound)"
    }.joined(separator: ";")
  }
}
