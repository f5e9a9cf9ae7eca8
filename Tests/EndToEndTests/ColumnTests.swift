import JSON
import Platform
import TestSupport
import Testing

/// The columns of a table say what their cells say one by one.
@Suite struct ColumnTests {
  /// So many cells are made that what is remembered of them grows, and is found again.
  @Test(.temporaryFolder) func dates() throws {
    var chance = Seeded(seed: 1)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
    let cells = (0..<6_000).map { _ in
      let (year, month, day) = (number(1...7), number(1...12), number(1...31))
      return switch number(0...5) {
      case 0: "令和\(year)年\(month)月\(day)日"
      case 1: "R\(year).\(month).\(day)"
      case 2: "令和\(year)年\(month)月"
      case 3: "令和\(year)年度"
      case 4: "\(2018 + year)/\(month)/\(day)以降"
      default: "未定"
      }
    }
    let values = try answers("dates", cells)
    let rows = try column(cells, ["--dates", "a"])
    #expect(rows.count == cells.count)
    for (index, row) in rows.enumerated() {
      let value = values[index]["value"]
      let expected = ["start", "end"].map { value?[$0]?.string ?? "" }
      #expect(
        row.split(separator: ",", omittingEmptySubsequences: false)[1...].map(String.init)
          == expected, "\(cells[index])")
    }
  }

  @Test(.temporaryFolder) func amounts() throws {
    var chance = Seeded(seed: 2)
    let forms = ["億円", "億5,000万円", ".5億円", "百万円の内数", "円", "千円以上", "件"]
    let cells = (0..<500).map { _ in
      "約\(Int.random(in: 1...999, using: &chance))" + forms[Int.random(in: 0..<7, using: &chance)]
    }
    let values = try answers("amounts", cells)
    let rows = try column(cells.map { "\"\($0)\"" }, ["--yen", "a", "--unit", "円"])
    for (index, row) in rows.enumerated() {
      let value = values[index]["value"]
      let yen = value?["amount_yen"]?.integer.map(String.init) ?? ""
      let words = (value?["qualifier"]?.array ?? []).compactMap(\.string)
      let flags = yen.isEmpty ? "not_a_number" : words.joined(separator: ";")
      #expect(row.hasSuffix(",\(yen),\(flags)"), "\(row)")
    }
  }

  private func answers(_ kind: String, _ cells: [String]) throws -> [JSONValue] {
    let input = cells.map { (["text": .string($0)] as JSONValue).line + "\n" }.joined()
    let outcome = try Tool.run(
      ["normalize", kind, "--values"], in: TemporaryFolder.path, input: Array(input.utf8))
    return try outcome.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
  }

  /// The rows of a table of one column, and what stands behind it.
  private func column(_ cells: [String], _ options: [String]) throws -> [String] {
    let text = "a\n" + cells.joined(separator: "\n") + "\n"
    try Files.writeNew(TemporaryFolder.path + "/a.csv", Array(text.utf8))
    let outcome = try Tool.run(
      ["normalize", "--csv", "a.csv", "--quiet"] + options, in: TemporaryFolder.path)
    #expect(outcome.exit == 0, "\(outcome.error)")
    return outcome.output.split(separator: "\n").dropFirst().map(String.init)
  }
}
