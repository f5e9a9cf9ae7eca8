import JapaneseText
import Testing

@Suite struct DateValueTests {
  @Test(arguments: [
    ("令和４年６月３日", "day 2022-06-03..2022-06-03"),
    ("令\n和６年１月16日", "day 2024-01-16..2024-01-16 joined"),
    ("平成28年11\n月17日", "day 2016-11-17..2016-11-17 joined"),
    ("令和1\n0年3月1日", "day 2028-03-01..2028-03-01 joined"),
    ("2026\n\n年度末", "day 2027-03-31..2027-03-31 joined"),
    ("令和２～５年度", "range 2020-04-01..2024-03-31"),
    ("令和2–5年度", "range 2020-04-01..2024-03-31"),
    ("11月29日", "relative 2022-11-29..2022-11-29 year_assumed"),
    ("2022年11月29日～12月2日", "range 2022-11-29..2022-12-02"),
    ("令和4年12月～2月", "range 2022-12-01..2023-02-28"),
    ("令和４（2023）年", "year 2022-01-01..2022-12-31 dual_mismatch"),
    ("平成32年5月1日", "day 2020-05-01..2020-05-01 era_ended"),
    ("大正15年12月25日", "day 1926-12-25..1926-12-25 boundary_overlap"),
    ("令和99年", "year 2117-01-01..2117-12-31 far_future"),
    ("令和2・3年度", "range 2020-04-01..2022-03-31"),
    ("令和３年度以降", "fiscal_year 2021-04-01..open"),
    ("2028年\n\n度までに", "fiscal_year open..2029-03-31 joined"),
    ("一昨年度", "relative 2020-04-01..2021-03-31"),
  ])
  func resolves(text: String, expected: String) throws {
    let date = try DateValue.read(text, anchor: Day(iso: "2022-06-03")).get()
    let days = "\(date.start?.description ?? "open")..\(date.end?.description ?? "open")"
    let flags = date.flags.map { " " + $0.rawValue }.joined()
    #expect("\(date.kind.rawValue) \(days)\(flags)" == expected)
  }

  @Test(arguments: [
    ("令和0年", DateError.yearZero), ("令和4年2月30日", .noSuchDay), ("令和4年13月", .noSuchMonth),
    ("明治5年12月31日", .calendarGap), ("令和4年度第5四半期", .noSuchQuarter),
    ("令和年度", .missingYear), ("FIH1件", .notADate), ("HER2", .notADate), ("H5N1", .notADate),
    ("ISO/TC198", .notADate), ("10.1002/cpt.1986", .notADate), ("R4", .notADate),
    ("192.168.1.2", .notADate), ("（11/12/8）", .notADate), ("重点５分野", .notADate),
  ])
  func refuses(text: String, error: DateError) {
    #expect(DateValue.read(text) == .failure(error))
  }
}
