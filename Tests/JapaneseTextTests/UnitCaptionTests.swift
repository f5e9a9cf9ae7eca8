import JapaneseText
import Testing

@Suite struct UnitCaptionTests {
  @Test(arguments: [
    ("（単位：百万円）", 1_000_000), ("(単位:千円)", 1000), ("単位　億円", 100_000_000), ("（単位：円）", 1),
    ("（単位：\n百万円）", 1_000_000), ("（単位：兆円）", 1_000_000_000_000), ("(単位＝万円)", 10_000),
  ])
  func captionsSayTheUnit(text: String, unit: Int64) {
    #expect(UnitCaption.captions(in: Array(text.utf8)).map(\.unitYen) == [unit])
  }

  @Test(arguments: ["（単位：件）", "単位面積", "百万円", ""])
  func otherUnitsAreNone(text: String) {
    #expect(UnitCaption.captions(in: Array(text.utf8)).isEmpty)
  }

  @Test(arguments: [
    ("1,234", "1234000000/1000000"), ("△１２", "-12000000/1000000"), ("12.5", "12500000/100000"),
    ("12.0", "12000000/100000"),
    ("（44）", "44000000/1000000 paren"), ("3億円", "300000000/100000000"), ("0", "0/1000000"),
  ])
  func aCellIsCountedInTheUnitOfItsTable(text: String, expected: String) throws {
    let amount = try AmountValue.read(cell: text, unitYen: 1_000_000).get().mention
    let words = amount.qualifiers.map { " " + $0.rawValue }.joined()
    #expect("\(amount.yen ?? -1)/\(amount.unitYen ?? 0)\(words)" == expected)
  }

  @Test(arguments: ["－", "―", "", "…", "調整中", "1,23", "0.0000001"])
  func whatIsNoNumberIsNoAmount(text: String) {
    guard case .success(let amount) = AmountValue.read(cell: text, unitYen: 1_000_000) else {
      return
    }
    Issue.record("\(text) was read as \(amount)")
  }
}
