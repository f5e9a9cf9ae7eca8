import JapaneseText
import TestSupport
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
    // What names its unit is not counted in that of the table.
    ("3億", "300000000/100000000"), ("５千", "5000/1000"), ("三千", "3000000000/1000000000"),
  ])
  func aCellIsCountedInTheUnitOfItsTable(text: String, expected: String) throws {
    let amount = try AmountValue.read(cell: text, unitYen: 1_000_000).get().mention
    let words = amount.qualifiers.map { " " + $0.rawValue }.joined()
    #expect("\(amount.yen ?? -1)/\(amount.unitYen ?? 0)\(words)" == expected)
  }

  @Test(arguments: [
    ("円", 1), ("千円", 1000), (" 百万円　", 1_000_000), ("億円", 100_000_000), ("円/年", nil), ("千", nil),
    ("", nil), ("1円", nil),
  ])
  func aUnitMayStandAlone(text: String, unit: Int64?) {
    #expect(UnitCaption.yen(ofUnit: text.utf8Span.span) == unit)
  }

  @Test(arguments: ["－", "―", "", "…", "調整中", "1,23", "0.0000001"])
  func whatIsNoNumberIsNoAmount(text: String) {
    guard case .success(let amount) = AmountValue.read(cell: text, unitYen: 1_000_000) else {
      return
    }
    Issue.record("\(text) was read as \(amount)")
  }

  /// Cells of digits alone are read as numbers are.
  @Test(arguments: 0..<8) func plainNumbersAreNumbers(seed: Int) {
    var chance = Seeded(seed: UInt64(seed))
    let pieces = ["0", "7", "12", "345", ",", ",678", "-", "△", "▲", "９", "，", ".", "－", "000"]
    for _ in 0..<2_000 {
      let cell = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &chance)]
      }.joined()
      let amount = try? AmountValue.read(cell: cell, unitYen: 1000).get().mention
      switch NumberValue.read(cell) {
      case .failure: #expect(amount == nil, "\(cell)")
      case .success(let number) where number.value.scale == 0:
        #expect(amount?.yen.map { Int128($0) } == number.value.digits * 1000, "\(cell)")
        #expect(amount?.unitYen == 1000 || cell.contains("."), "\(cell)")
      case .success: continue
      }
    }
  }
}
