/// Reads a small CSV text for a test, apart from the readers of the program.
public enum CSVText {
  /// The records by the names of the header; a record of another width is left out.
  public static func records(_ text: String) -> [[String: String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var wasQuote = false
    for character in text.replacing("\r\n", with: "\n") {
      let last = rows.count - 1
      switch character {
      case "\"":
        // A second quote right behind one that closes is a quote of the field.
        if wasQuote, !isQuoted { rows[last][rows[last].count - 1].append(character) }
        isQuoted.toggle()
      case "," where !isQuoted: rows[last].append("")
      case "\n" where !isQuoted: rows.append([""])
      default: rows[last][rows[last].count - 1].append(character)
      }
      wasQuote = character == "\""
    }
    return rows.dropFirst().filter { $0.count == rows[0].count }.map {
      Dictionary(zip(rows[0], $0)) { first, _ in first }
    }
  }
}
