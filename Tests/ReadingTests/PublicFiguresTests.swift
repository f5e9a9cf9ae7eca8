import Model
import Reading
import TestSupport
import Testing

/// Figures of public files that were counted by other programs come out of the cells read here.
@Suite(.enabled(if: PublicFiles.areThere, "../shared/data is not here: public figures not tested"))
struct PublicFiguresTests {
  static let yokohama = "orezeni+orezeni.github.com/yokohama_budget.csv"
  static let abiko = "spendingjp+openspending-backend/misc/setup_data/abikoshi_flatten.csv"
  static let tsukuba = "spendingjp+openspending-backend/misc/setup_data/tsukuba.csv"
  static let tsukubaTree = "spendingjp+openspending-backend/misc/setup_data/tsukuba_nested.json"
  static let fuji = "plural-reality+fujishi_ippannkaikei_yosansho/tests/fixtures/"
  static let kodaira = "yasutakeyohei+reiwa2/src/20200803_rinjikai/4号補正予算補足.xlsx"
  static let digital = "code4fukui+digital-agency-jp/令和4年度予算概算要求・機構定員要求の概要.csv"
  static let ministry = "igomuni+marumie-rssystem/public/data/"
  static let leaves = "data.children.children.children.children.children"

  @Test(arguments: [
    (yokohama, "", 175), (abiko, "", 3378), (tsukuba, "", 4105),
    (fuji + "r6/expected/budget-spread-long.xlsx", "Budget", 6216),
    (fuji + "r8/expected/budget-long-ffill.xlsx", "Budget", 6511), (kodaira, "Sheet1", 63),
    ("code4fukui+gBizINFO/data/diff_20211001_created.csv", "", 592),
    ("code4fukui+gBizINFO/data/diff_20211001_terminated.csv", "", 206),
    ("takeshinishimura+Cooperative/data/JA_2025_2020_38.csv", "", 3284),
    ("IMI-Tool-Project+imi-enrichment-date/spec/002-normalize.json", "", 46),
    (ministry + "mof-jikou-2020.json.gz", "items", 4573),
    (ministry + "mof-jikou-2024.json.gz", "items", 4283),
  ])
  func rowsBelowTheHeader(path: String, sheet: String, rows: Int) throws {
    #expect(try PublicTable(path, sheet: sheet).rowCount == rows + 1)
  }

  @Test(arguments: [
    (yokohama, "", "amount", 1_338_839_000), (abiko, "", "予算額", 46_380_000_000),
    (tsukuba, "", "amount", 89_713_000_000), (tsukubaTree, leaves, "value", 89_713_000_000),
    (kodaira, "Sheet1", "事業費", 1_611_948), (kodaira, "Sheet1", "臨時交付金充当額", 1_605_483),
    // The total stands first and counts its parts again.
    (digital, "", "令和4年度概算要求額（百万円）", 2 * 542_632),
    (digital, "", "令和3年度当初予算額（百万円）", 309_624 + 309_622),
  ])
  func sumsOfColumns(path: String, sheet: String, label: String, sum: Int) throws {
    let table = try PublicTable(path, sheet: sheet)
    // Three columns together make the figure of the fourth supplementary budget.
    let labels = label == "臨時交付金充当額" ? [label, "その他特定財源", "一般財源"] : [label]
    #expect(labels.reduce(0) { $0 + table.sum($1) } == sum)
  }

  @Test(arguments: [
    (abiko, "款名", "予算額", "民生費", 19_129_923_000), (abiko, "款名", "予算額", "予備費", 150_000_000),
    (tsukuba, "款名称", "amount", "土木費", 10_675_444_000),
    (tsukuba, "款名称", "amount", "災害復旧費", 1000),
  ])
  func sumsOfGroups(path: String, key: String, label: String, group: String, sum: Int) throws {
    #expect(try PublicTable(path).sum(label) { $0[key] == group } == sum)
  }

  @Test(arguments: [
    ("r6/expected/budget-spread-long.xlsx", 182, 101_700_000, 91_648_465),
    ("r8/expected/budget-long-ffill.xlsx", 181, 110_700_000, 104_081_241),
  ])
  func amountsOfDistinctItems(path: String, count: Int, this: Int, last: Int) throws {
    let table = try PublicTable(Self.fuji + path, sheet: "Budget")
    var seen: Set<[String]> = []
    var sums = (this: 0, last: 0)
    for row in table.rows where seen.insert([row["款"], row["項"], row["目"]]).inserted {
      let (this, last) = (row.number("本年度予算額"), row.number("前年度予算額"))
      sums = (sums.this + this, sums.last + last)
      #expect(this - last == row.number("比較"))
    }
    #expect(seen.count == count)
    #expect(sums == (this, last))
  }

  @Test(arguments: [
    (2020, "当初予算", 102_657_971_326_000), (2020, "補正予算（第3号）", 145_333_924_888_000),
    (2024, "当初予算", 112_571_688_422_000), (2024, "補正予算（第1号）", 109_405_354_092_000),
  ])
  func amountsOfTheGeneralAccount(year: Int, kind: String, sum: Int) throws {
    let table = try PublicTable(Self.ministry + "mof-jikou-\(year).json.gz", sheet: "items")
    #expect(
      table.sum("amount") { $0["accountType"] == "general" && $0["budgetType"] == kind } == sum)
  }

  @Test(arguments: [
    (2019, 101_457_093_570_000), (2023, 114_381_235_569_000), (2025, 115_197_845_248_000),
  ])
  func revenueIsExpenditure(year: Int, total: Int) throws {
    let path = Self.ministry + "mof-budget-overview-\(year).json.gz"
    let row = try #require(try PublicTable(path).rows.first)
    #expect(row.number("generalAccount.revenue.total") == total)
    #expect(row.number("generalAccount.expenditure.total") == total)
    let parts = try PublicTable(path, sheet: "generalAccount.revenue.byCategory")
    #expect(parts.sum("amount") == total)
  }

  @Test(arguments: [
    ("bas/base_data/hoken17000.csv", "UTF-8", 125, 375),
    ("bas/base_data/yuushi2024.csv", "UTF-8", 104, 208),
    ("bas/base_data/zisseki_hosei.csv", "CP932", 7, 42),
    ("emp/data/u-rev/econ/econ-3001.csv", "UTF-8", 120, 840),
    ("wakuc/data/map/2022map.csv", "CP932", 155, 2015),
    ("wakuc/data/part/partnin2020-2024.csv", "CP932", 12, 228),
    ("wakuc/data/roud2024/roudou2024-1.csv", "CP932", 70, 6580),
  ])
  func rectangles(path: String, encoding: String, lines: Int, fields: Int) throws {
    let table = try PublicTable("s-ushijima+nenkin-zaisei-2024/data/" + path)
    #expect(table.encoding == encoding)
    #expect(table.rowCount == lines)
    #expect(table.rowCount * table.columnCount == fields)
  }

  @Test func theSameTableInTwoEncodings() throws {
    let folder = "code4fukui+localgovjp/2019/localgovjp-"
    let windows = try PublicTable(folder + "sjis.csv")
    let unicode = try PublicTable(folder + "utf8.csv")
    #expect(windows.rowCount == 1917)
    #expect(windows.sheet.cells == unicode.sheet.cells)
  }

  @Test(arguments: [("2-1.xlsx", 29), ("2024/2-1.xlsx", 28), ("2021/2-1.xlsx", 26)])
  func workbookOfTheMinistry(path: String, years: Int) throws {
    let table = try PublicTable("takeshinishimura+Cooperative/data/" + path, sheet: "2-1")
    #expect(table.sheet.merges.count == 4)
    let hidden = Set(table.sheet.cells.filter(\.isHidden).map(\.reference.row))
    #expect(hidden.count == 1)
    var rows = 0
    for row in 1...table.rowCount {
      let numbers = (3...6).compactMap { column -> Int? in
        guard case .number(let digits)? = table.cell(row, column) else { return nil }
        return Int(digits)
      }
      guard numbers.count == 4 else { continue }
      rows += 1
      #expect(numbers[0] == numbers[1] + numbers[2] + numbers[3])
    }
    #expect(rows == years)
  }

  @Test func aSerialInAJapaneseFormatIsADay() throws {
    let path = "JDA-DM+GIF/451_実装データモデル_行政/451-8-1_別表各種調達標準の比較.xlsx"
    guard case .read(let document, _) = try PublicFiles.read(path) else {
      return #expect(Bool(false), "refused")
    }
    #expect(document.sheets.count == 5)
    let value = document.sheets[0].cell(at: CellReference(row: 1, column: 2))?.value
    #expect(value?.text == "2019年3月28日")
  }

  /// The tables that the collection of odd CSV files comes with, in JSON.
  ///
  /// Two are left out: the copies here differ from their tables in a number and in a line end.
  @Test(arguments: [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
    "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ])
  func oddDelimitedFiles(name: String) throws {
    let delimited = try PublicTable("max-mapper+csv-spectrum/csvs/\(name).csv")
    let expected = try PublicTable("max-mapper+csv-spectrum/json/\(name).json")
    #expect(delimited.sheet.cells.map(\.reference) == expected.sheet.cells.map(\.reference))
    #expect(delimited.sheet.cells.map(\.value.text) == expected.sheet.cells.map(\.value.text))
  }
}

/// A table of a public file, by the labels of its first row.
struct PublicTable {
  let sheet: Sheet
  let encoding: String
  private let labels: [String: Int]

  init(_ path: String, sheet name: String = "") throws {
    switch try PublicFiles.read(path) {
    case .refused(let refusal): throw refusal
    case .read(let document, _):
      sheet = try #require(document.sheets.first { $0.name == name })
      encoding = document.attributes.encoding
    }
    let first = sheet.cells(inRow: 1).map { ($0.value.text, $0.reference.column) }
    labels = Dictionary(first) { earlier, _ in earlier }
  }

  var rowCount: Int { sheet.rowCount }
  var columnCount: Int { sheet.columnCount }

  func cell(_ row: Int, _ column: Int) -> CellValue? {
    sheet.cell(at: CellReference(row: row, column: column))?.value
  }

  struct Row {
    fileprivate let table: PublicTable
    fileprivate let row: Int

    subscript(label: String) -> String {
      table.labels[label].flatMap { table.cell(row, $0)?.text } ?? ""
    }

    func number(_ label: String) -> Int { Int(self[label].filter { $0 != "," }) ?? 0 }
  }

  var rows: [Row] { rowCount < 2 ? [] : (2...rowCount).map { Row(table: self, row: $0) } }

  func sum(_ label: String, where isWanted: (Row) -> Bool = { _ in true }) -> Int {
    rows.filter(isWanted).reduce(0) { $0 + $1.number(label) }
  }
}
