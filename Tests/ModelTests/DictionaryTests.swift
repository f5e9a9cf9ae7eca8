import Model
import Platform
import Testing

/// `docs/datasets.md` says of every column what the schema says.
@Suite struct DictionaryTests {
  private static let page =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/docs/datasets.md"

  private static let tables: [TableDescription] = [
    SourceDocument.description, BudgetLine.description, Indicator.description,
    Measure.description, Instrument.description, DateEntry.description, AmountEntry.description,
    Ministry.description, Programme.description, ReconciliationEntry.description,
    FindingEntry.description,
  ]

  @Test func thePageSaysWhatTheSchemaSays() throws {
    let expected = Self.text
    if Console.environment("UPDATE_GOLDEN") != nil {
      try Files.replace(Self.page, with: Array(expected.utf8))
    }
    let found = String(decoding: try Files.read(Self.page), as: UTF8.self)
    #expect(found == expected, "docs/datasets.md is stale: run 'make golden'")
  }

  @Test(arguments: tables)
  func everyColumnHasATitleAndAMeaning(table: TableDescription) {
    #expect(table.primaryKey == ["id"])
    #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    for column in table.columns {
      #expect(!column.title.isEmpty, "\(table.name).\(column.name)")
      #expect(column.meaning.hasSuffix("."), "\(table.name).\(column.name)")
      #expect(isJapanese(column.japanese), "\(table.name).\(column.name)")
      let example = column.type.value(ofField: column.example)
      #expect(example != nil && example != .null, "\(table.name).\(column.name)")
      #expect(
        column.categories.isEmpty || column.categories.contains(column.example),
        "\(table.name).\(column.name)")
    }
    #expect(isJapanese(table.japanese))
  }

  /// A sentence that holds kana.
  private func isJapanese(_ text: String) -> Bool {
    text.hasSuffix("。") && text.unicodeScalars.contains { ("\u{3041}"..."\u{30FA}").contains($0) }
  }

  private static var text: String {
    var lines = [
      "# Datasets", "",
      "Every snapshot holds these tables, as CSV, JSON Lines and in one SQLite file. Empty means",
      "unknown or not printed. Lists are joined by `;`. Money is whole yen. This page is made from the",
      "schema by `make golden`.",
    ]
    for table in tables {
      lines += ["", "## \(table.name) (\(table.title))", "", table.meaning, table.japanese, ""]
      for key in table.foreignKeys { lines += ["`\(key.column)` is a key of `\(key.table)`.", ""] }
      lines += [
        "| column | 名称 | type | meaning | 説明 | example |",
        "| --- | --- | --- | --- | --- | --- |",
      ]
      for column in table.columns {
        let words = column.categories.map { "`\($0)`" }.joined(separator: ", ")
        let meaning = column.meaning + (words.isEmpty ? "" : " One of: \(words).")
        let type = column.type.rawValue + (column.isOptional ? "" : ", required")
        lines.append(
          "| `\(column.name)` | \(column.title) | \(type) | \(meaning) | \(column.japanese) "
            + "| `\(column.example)` |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
