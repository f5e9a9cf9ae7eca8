import JapaneseText
import Model
import Platform
import TestSupport
import Testing

@testable import Publishing

/// Independent readers are asked by `.ci/readers.py`; here is what they would not notice.
@Suite struct ParquetFileTests {
  private static let description = TableDescription(
    name: "t",
    columns: [
      ColumnDescription(name: "id", type: .string, isOptional: false),
      ColumnDescription(name: "yen", type: .integer),
      ColumnDescription(name: "day", type: .date),
    ], primaryKey: ["id"])

  private func write(_ rows: [[Value]]) throws -> [UInt8] {
    let path = TemporaryFolder.path + "/t.parquet"
    try Files.remove(path)
    let facts = try ParquetFile(CSVTable(Table(Self.description, rows: rows)), path: path).write()
    let bytes = try Files.read(path)
    #expect(facts.bytes == bytes.count)
    return bytes
  }

  @Test(.temporaryFolder) func theSameRowsGiveTheSameBytes() throws {
    let rows: [[Value]] = [[.text("a"), .integer(-1), .null], [.text("予算"), .null, .null]]
    let bytes = try write(rows)
    #expect(try write(rows) == bytes)
    #expect(try write(rows.reversed()) != bytes)
    #expect(
      bytes.prefix(4).elementsEqual("PAR1".utf8) && bytes.suffix(4).elementsEqual("PAR1".utf8))
  }

  @Test(.temporaryFolder) func aTableWithoutRowsIsAFile() throws {
    let bytes = try write([])
    // Magic, footer with its length, magic: no page between them.
    let length = bytes[(bytes.count - 8)...].prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(bytes.count == 4 + length + 8)
  }

  @Test(.temporaryFolder) func aValueThatDoesNotFitIsNamed() throws {
    let description = TableDescription(
      name: "t", columns: [ColumnDescription(name: "n", type: .number)], primaryKey: ["n"])
    let path = TemporaryFolder.path + "/n.parquet"
    let table = CSVTable(
      Table(description, rows: [[.null], [.decimal("0.0000000000000000001")]]))
    let error = #expect(throws: PublishingError.self) {
      try ParquetFile(table, path: path).write()
    }
    #expect(error?.reason.hasPrefix("row 2, column n: 0.0000000000000000001 has more than") == true)
  }

  @Test(arguments: [
    ("0", "0"), ("1", "1000000000000000000"), ("-2.5", "-2500000000000000000"),
    ("0.000000000000000001", "1"), ("00012", "12000000000000000000"),
    ("99999999999999999999.999999999999999999", "99999999999999999999999999999999999999"),
  ])
  func decimalsAreWholeNumbersOfTheirLastPlace(text: String, expected: String) {
    #expect(ParquetColumn.unscaled(text).map { "\($0)" } == expected)
  }

  @Test(arguments: ["100000000000000000000", "0.0000000000000000001", "-", "x"])
  func decimalsThatDoNotFitAreNone(text: String) {
    #expect(ParquetColumn.unscaled(text) == nil)
  }

  /// Worked out by hand: a length of 4, two rows with a value, one without.
  @Test func levelsAreRuns() {
    var page = ParquetColumn.Page()
    for isNull in [false, false, true] { page.note(isNull: isNull) }
    #expect(page.levels == [4, 0, 0, 0, 4, 1, 2, 0])
  }

  /// Worked out by hand after the specification: short field headers, zigzag numbers, a list.
  @Test func structuresAreWrittenCompactly() {
    var writer = ThriftWriter()
    writer.int(1, -1)
    writer.long(3, 300)
    writer.flag(4, true)
    writer.list(6, ofTexts: ["ab"])
    writer.structure(7) { $0.byte(1, 64) }
    writer.finish()
    #expect(
      writer.bytes == [
        0x15, 0x01, 0x26, 0xD8, 0x04, 0x11, 0x29, 0x18, 0x02, 0x61, 0x62, 0x1C, 0x13, 0x40, 0x00,
        0x00,
      ])
  }
}
