import Extraction
import Model
import Testing

/// A source may say itself how its figures were rounded; the pipeline file has the last word.
@Suite struct RoundingNoteTests {
  private static let plain = "● 海底地図整備計画：地形の測量 予算額10億円\n"

  @Test(arguments: [
    ("", Rounding.round), ("※単位未満を四捨五入しているため、合計は一致しない場合がある。", .round),
    ("※百万円未満は切り捨て。", .truncate), ("（注）金額は単位未満切捨てである。", .truncate),
    // A note that is broken over two lines.
    ("※計数は、それぞれ切り捨て\nによっているので、端数において合計とは合致しない。", .truncate),
    // Both ways: the totals have to tell.
    ("※予算は四捨五入、執行額は百万円未満を切り捨て。", .unknown),
    // Nothing about figures, and the opposite.
    ("予算を切り捨てるべきではない。", .round), ("※億円未満は切り捨てていない。", .round),
  ])
  func theNoteOfATextIsBelieved(note: String, rounding: Rounding) {
    let found = facts(Self.plain + note)
    #expect(!found.budgetLines.isEmpty)
    #expect(found.budgetLines.allSatisfy { $0.row.rounding == rounding })
  }

  @Test func theNoteOfASheetIsBelieved() {
    let document = sheet([
      ["単位：百万円"], ["事業名", "予算額"], ["甲", "10"], ["（注）百万円未満切り捨て"],
    ])
    let found = Extractor(Registries()).facts(of: document, settings: FamilySettings())
    #expect(found.budgetLines.map(\.row.rounding) == [.truncate])
  }

  @Test func thePipelineFileOverridesIt() {
    var settings = FamilySettings()
    (settings.rounding, settings.roundingIsDeclared) = (.exact, true)
    let found = facts(Self.plain + "※百万円未満は切り捨て。", settings: settings)
    #expect(found.budgetLines.map(\.row.rounding) == [.exact])
  }
}
