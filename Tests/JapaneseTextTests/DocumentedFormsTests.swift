import JapaneseText
import Platform
import Testing

/// The tables of `docs/japanese-text.md` say what the readers say.
@Suite struct DocumentedFormsTests {
  private static let page =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/docs/japanese-text.md"

  /// The rows of the table that begins with some heading, cell by cell.
  private func rows(under heading: String) throws -> [[String]] {
    let lines = String(decoding: try Files.read(Self.page), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix(heading) }.dropFirst(2).prefix { $0.hasPrefix("|") }
      .map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { cell in String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
      }
  }

  @Test func dates() throws {
    let rows = try rows(under: "| printed | kind |")
    #expect(rows.count > 10)
    for row in rows {
      let date = try DateValue.read(row[0]).get()
      let read = [
        row[0], date.kind.rawValue, date.start?.description ?? "", date.end?.description ?? "",
        date.flags.map(\.rawValue).joined(separator: ";"),
      ]
      #expect(read == row)
    }
  }

  @Test func amounts() throws {
    let rows = try rows(under: "| printed | yen |")
    #expect(rows.count > 5)
    for row in rows {
      let amount = try AmountValue.read(row[0]).get().mention
      let read = [
        row[0], amount.yen.map { String($0) } ?? "", amount.unitYen.map { String($0) } ?? "",
        amount.qualifiers.map(\.rawValue).joined(separator: ";"),
      ]
      #expect(read == row)
    }
  }
}
