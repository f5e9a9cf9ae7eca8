/// Something wrong with a package: which file, row and column, and what.
public struct PackageFault: Sendable, Hashable {
  /// The kinds of faults, in the vocabulary of table validators.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The descriptor itself is wrong.
    case packageError = "package-error"
    /// What the descriptor says of a file is wrong.
    case resourceError = "resource-error"
    /// What the descriptor says of a table's columns is wrong.
    case schemaError = "schema-error"
    /// A file is missing or cannot be read.
    case sourceError = "source-error"
    /// A file has another size than declared.
    case byteCount = "byte-count"
    /// A file has another hash than declared.
    case hashCount = "hash-count"
    /// A file is not UTF-8 without a byte order mark.
    case encodingError = "encoding-error"
    /// A file is not CSV as declared.
    case formatError = "format-error"
    /// The header is not that of the schema.
    case incorrectLabel = "incorrect-label"
    /// A row has too few fields.
    case missingCell = "missing-cell"
    /// A row has too many fields.
    case extraCell = "extra-cell"
    /// A row is empty.
    case blankRow = "blank-row"
    /// A value is not of its column's type.
    case typeError = "type-error"
    /// A value is not among those its column allows.
    case constraintError = "constraint-error"
    /// A value that must be unique is not.
    case uniqueError = "unique-error"
    /// A key is empty or stands twice.
    case primaryKey = "primary-key"
    /// A key of another table is not there.
    case foreignKey = "foreign-key"
    /// The database is damaged or disagrees with itself.
    case databaseError = "database-error"
  }

  /// What kind of fault it is.
  public var code: Code
  /// The file, by its path in the package.
  public var file: String
  /// The row, the header being row 1.
  public var row: Int?
  /// The line the row starts on.
  public var line: Int?
  /// The column, by its name.
  public var column: String?
  /// What is wrong and what is right.
  public var message: String

  /// Makes a fault.
  public init(
    _ code: Code, file: String, row: Int? = nil, line: Int? = nil, column: String? = nil,
    _ message: String
  ) {
    self.code = code
    self.file = file
    self.row = row
    self.line = line
    self.column = column
    self.message = message
  }
}

extension PackageFault: CustomStringConvertible {
  /// The fault for people, its place first.
  public var description: String {
    var place = file
    if let row { place += ", row \(row)" }
    if let line, line != row { place += " (line \(line))" }
    if let column { place += ", column \(column)" }
    return "\(place): \(message) [\(code.rawValue)]"
  }
}

extension String {
  /// The text in quotes, short and on one line, for a message.
  var shown: String {
    var text = ""
    for scalar in unicodeScalars.prefix(60) {
      switch scalar {
      case "\n": text += "⏎"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{80}"..<"\u{A0}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return unicodeScalars.count > 60 ? "“\(text)…”" : "“\(text)”"
  }
}
