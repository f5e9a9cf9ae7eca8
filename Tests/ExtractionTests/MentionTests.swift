import Extraction
import Model
import Testing

@Suite struct MentionTests {
  @Test func datesAndAmountsKeepTheirCharacters() {
    let found = facts("令和\n４年度に１\n億円を")
    #expect(found.dates.map(\.row.text) == ["令和⏎４年度"])
    #expect(found.amounts.map(\.row.text) == ["１⏎億円"])
    #expect(found.amounts.map(\.place.description) == ["2:5-5;3:1-2"])
  }

  @Test func impossibleDatesAreFindings() {
    let found = facts("令和4年2月30日")
    #expect(found.findings.map(\.code) == [.dateImpossible])
  }

  @Test func recognisersCanBeLeftOut() {
    var settings = FamilySettings()
    settings.recognisers = [.dates]
    let found = facts("令和4年度予算額5億円", settings: settings)
    #expect(found.dates.count == 1)
    #expect(found.amounts.isEmpty)
    #expect(found.budgetLines.isEmpty)
  }

  @Test func keysAreGiven() {
    let found = facts("● 港湾整備事業 予算額5億円")
    #expect(found.budgetLines.allSatisfy { $0.row.id.hasPrefix("b-") && $0.row.document == "d" })
  }
}
