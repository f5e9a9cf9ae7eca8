import JapaneseText
import Testing

@Suite struct FiscalYearValueTests {
  @Test(arguments: [
    ("令和４年度", 2022), ("令和4年度", 2022), ("R4", 2022), ("R４年度", 2022), ("令和元年度", 2019),
    ("平成31", 2019), ("令和元", 2019), ("平成三十年度", 2018), ("2022年度", 2022), ("2022", 2022),
    (" 令和 4 年 度　", 2022), ("令和4会計年度", 2022), ("令和4年", 2022), ("FY2022", 2022), ("㍻30年度", 2018),
  ])
  func aCellNamesAYear(text: String, year: Int) {
    #expect(FiscalYear.read(cell: text.utf8Span.span)?.year == year)
  }

  @Test(arguments: [
    "", "－", "未定", "令和4年度予算", "令和4年4月1日", "22", "令和0年度", "令和4～5年度", "12345", "年度",
  ])
  func anythingElseIsNone(text: String) {
    #expect(FiscalYear.read(cell: text.utf8Span.span) == nil)
  }
}
