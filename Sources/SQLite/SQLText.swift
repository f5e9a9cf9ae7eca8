/// Names and texts as they stand in a statement.
public enum SQLText {
  /// A name in quotes.
  public static func name(_ name: String) -> String { quoted(name, "\"") }

  /// A text in quotes.
  public static func literal(_ text: String) -> String { quoted(text, "'") }

  private static func quoted(_ text: String, _ mark: Unicode.Scalar) -> String {
    var sql = String.UnicodeScalarView([mark])
    for scalar in text.unicodeScalars {
      if scalar == mark { sql.append(mark) }
      sql.append(scalar)
    }
    sql.append(mark)
    return String(sql)
  }
}
