import Extraction
import Model
import Testing

/// A number such as 2000 below a heading may be a year, a heading itself, or an amount.
@Suite struct YearHeadingTests {
  private func lines(_ rows: [[String]], isCSV: Bool = true) -> [String] {
    Extractor(Registries())
      .facts(of: sheet(rows, isCSV: isCSV), settings: FamilySettings())
      .budgetLines.map { fact in
        let year = fact.row.fiscalYear.map(String.init) ?? "-"
        return "\(fact.row.programme) \(year) \(fact.row.amountYen ?? -1)"
      }
  }

  @Test func theFirstAmountOfATableMayLookLikeAYear() {
    #expect(
      lines([["単位：円"], ["事業名", "令和4年度予算額"], ["甲", "2000"], ["乙", "1950"]])
        == ["甲 2022 2000", "乙 2022 1950"])
    #expect(
      lines([["単位：円"], ["事業名", "予算額"], ["甲", "2000"], ["乙", "7"]])
        == ["甲 - 2000", "乙 - 7"])
    // All amounts of the first row, one of them printed with a comma.
    #expect(
      lines([["単位：円"], ["事業名", "当初予算", "補正予算"], ["甲", "2000", "2,001"], ["乙", "5", "6"]])
        == ["甲 - 2000", "甲 - 2001", "乙 - 5", "乙 - 6"])
  }

  @Test func aTotalIsNoHeadingOfYears() {
    #expect(
      lines([["単位：円"], ["事業名", "予算額"], ["合計", "2000"], ["甲", "1500"], ["乙", "500"]])
        == ["甲 - 1500", "乙 - 500"])
  }

  @Test func theYearOfARowIsAValue() {
    #expect(
      lines([["単位：円"], ["年度", "府省", "事業名", "予算額"], ["2021", "X省", "甲", "2000"]])
        == ["甲 2021 2000"])
    // A name that goes on from the row above is not printed again.
    #expect(
      lines([["単位：円"], ["年度", "事業名", "予算額"], ["2021", "", "2000"], ["2022", "甲", "3"]])
        == ["甲 2022 3"])
  }

  @Test func yearsBelowAHeadingAreHeadings() {
    #expect(
      lines([["単位：円"], ["事業名", "予算額", "予算額"], ["", "2021", "2022"], ["甲", "2000", "1999"]])
        == ["甲 2021 2000", "甲 2022 1999"])
    #expect(
      lines([
        ["単位：円"], ["事業名", "府省", "予算額", "予算額", "増減率"], ["", "", "2021", "2022", "率"],
        ["甲", "X省", "2000", "1999", "-0.1"],
      ]) == ["甲 2021 2000", "甲 2022 1999"])
    // The names of the columns may stand in the row of the years.
    #expect(
      lines([["単位：円"], ["", "予算額", "予算額"], ["事業名", "2021", "2022"], ["甲", "2000", "1999"]])
        == ["甲 2021 2000", "甲 2022 1999"])
  }
}
