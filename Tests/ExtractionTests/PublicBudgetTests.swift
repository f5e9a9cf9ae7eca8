import Extraction
import Model
import Platform
import Reading
import Testing

/// Public budgets, read and extracted, add up to the yen to the totals that were published.
@Suite(
  .enabled(if: PublicBudget.areThere, "../shared/data is not here: public budgets not added up"))
struct PublicBudgetTests {
  private static let state = "igomuni+marumie-rssystem/public/data/"
  private static let cities = "spendingjp+openspending-backend/misc/setup_data/"
  private static let fuji = "plural-reality+fujishi_ippannkaikei_yosansho/tests/fixtures/"

  /// The general account by item: what the stages and the supplementary budgets add up to.
  ///
  /// A supplementary budget lists the whole of what it touches, so stages are not added up.
  @Test(arguments: [
    (
      2020,
      [
        "initial": 102_657_971_326_000, "supplementary 1": 80_119_085_442_000,
        "supplementary 2": 93_510_898_598_000, "supplementary 3": 145_333_924_888_000,
        "settlement": 175_687_767_355_000,
      ]
    ),
    (
      2024,
      [
        "initial": 112_571_688_422_000, "supplementary 1": 109_405_354_092_000,
        "settlement": 126_514_973_726_000,
      ]
    ),
  ])
  func theGeneralAccountByItem(year: Int, expected: [String: Int64]) throws {
    let budget = try PublicBudget("\(Self.state)mof-jikou-\(year).json.gz", sheet: "items") {
      $0.projectColumns = ["accountType"]
      $0.programmeColumns = ["name"]
      $0.ministryColumns = ["ministry"]
      $0.stageColumns = ["budgetType"]
      $0.ignoredColumns = ["previousAmount", "currentAmount", "difference"]
      $0.unitYen = 1
    }
    var sums: [String: Int64] = [:]
    for line in budget.lines where line.project == "general" {
      let supplement = line.suppNo.map { " \($0)" } ?? ""
      sums[line.budgetKind.rawValue + supplement, default: 0] += line.amountYen ?? 0
    }
    #expect(sums == expected)
  }

  /// Every item's change is this year's amount less the year before's.
  @Test(arguments: [(2020, 3239), (2024, 2837)])
  func theChangeOfEachItem(year: Int, items: Int) throws {
    let budget = try PublicBudget("\(Self.state)mof-jikou-\(year).json.gz", sheet: "items") {
      $0.programmeColumns = ["name"]
      $0.unitYen = 1
      $0.ignoredColumns = ["currentAmount"]
      $0.differenceColumns = ["difference"]
    }
    #expect(budget.sums.count == items)
    #expect(budget.sums.allSatisfy { $0.difference == 0 })
  }

  /// What may be spent is what was spent, carried over and left.
  @Test(arguments: [(2020, 1334), (2024, 1446)])
  func theSettlementOfEachItem(year: Int, items: Int) throws {
    let budget = try PublicBudget("\(Self.state)mof-jikou-\(year).json.gz", sheet: "items") {
      $0.programmeColumns = ["name"]
      $0.unitYen = 1
      $0.ignoredColumns = ["amount", "previousAmount", "difference"]
      $0.totalWords = ["currentAmount"]
      $0.stageWords = ["spent": .other, "carriedOver": .other, "unused": .other]
      $0.differenceColumns = []
    }
    #expect(budget.sums.count == items)
    #expect(budget.sums.allSatisfy { $0.parts == 3 && $0.difference == 0 })
  }

  /// Cities' budgets by 款, whatever level of names the groups are taken from.
  @Test(arguments: [
    ("abikoshi_flatten.csv", ["款名", "項名", "目名"], "予算額", 46_380_000_000, 4_137_697_000),
    ("tsukuba.csv", ["款名称", "項名称", "目名称"], "amount", 89_713_000_000, 6_845_143_000),
  ])
  func aCityByItsLevels(
    file: String, levels: [String], amount: String, total: Int64, general: Int64
  ) throws {
    for level in levels {
      let budget = try PublicBudget(Self.cities + file) {
        $0.projectColumns = [level]
        $0.programmeColumns = ["節名", "節名称"]
        $0.stageWords[amount] = .initial
        $0.unitYen = 1
      }
      #expect(budget.lines.reduce(0) { $0 + ($1.amountYen ?? 0) } == total)
      guard level == levels[0] else { continue }
      let own = budget.lines.filter { $0.project == "総務費" }
      #expect(own.reduce(0) { $0 + ($1.amountYen ?? 0) } == general)
    }
  }

  /// A city's budget by 款, 項 and 目 that prints the amount of a 目 on the row of each detail.
  @Test(arguments: [
    ("r6/expected/budget-spread-long.xlsx", 101_700_000_000, 91_648_465_000),
    ("r8/expected/budget-long-ffill.xlsx", 110_700_000_000, 104_081_241_000),
  ])
  func aCityThatRepeatsItsAmounts(file: String, this: Int64, last: Int64) throws {
    let budget = try PublicBudget(Self.fuji + file, sheet: "Budget") {
      $0.projectColumns = ["款"]
      $0.programmeColumns = ["項", "目"]
      $0.differenceColumns = ["比較"]
      $0.unitYen = 1000
      $0.stageWords = ["本年度予算額": .initial, "前年度予算額": .other]
    }
    #expect(
      budget.lines.filter { $0.budgetKind == .initial }.reduce(0) { $0 + ($1.amountYen ?? 0) }
        == this
    )
    #expect(
      budget.lines.filter { $0.budgetKind == .other }.reduce(0) { $0 + ($1.amountYen ?? 0) } == last
    )
    #expect(budget.sums.count > 150)
    #expect(budget.sums.allSatisfy { $0.difference == 0 })
  }
}

/// A public file with what is extracted from it.
struct PublicBudget {
  /// A stated sum: how far its printed parts are from it.
  struct Sum {
    var parts: Int
    var difference: Int64
  }

  let lines: [BudgetLine]
  let sums: [Sum]

  private static let folder: String = {
    let root = Files.parent(of: Files.parent(of: Files.parent(of: #filePath)))
    return Files.parent(of: root) + "/shared/data/files/"
  }()

  static var areThere: Bool { (try? Files.kind(folder)) != nil }

  init(
    _ path: String, sheet: String? = nil, _ change: (inout SheetSettings) -> Void
  ) throws {
    let bytes = try Files.read(PublicBudget.folder + path)
    let attributes = DocumentAttributes(path: path, fiscalYear: 2024)
    switch Reading.read(bytes, id: path, attributes: attributes) {
    case .refused(let refusal): throw refusal
    case .read(var document, _):
      if let sheet, case .sheets(let all) = document.content {
        document.content = .sheets(all.filter { $0.name == sheet })
      }
      var settings = FamilySettings()
      settings.recognisers = [.budgetLines]
      change(&settings.sheets)
      let facts = Extractor(Registries()).facts(of: document, settings: settings)
      lines = facts.budgetLines.map(\.row).filter { $0.level == .programme }
      sums = facts.sums.map { claim in
        let parts = claim.parts.reduce(Int64(0)) {
          $0 + ($1.isSubtracted ? -1 : 1) * ($1.figure?.yen ?? 0)
        }
        return Sum(parts: claim.parts.count, difference: (claim.total.figure?.yen ?? 0) - parts)
      }
    }
  }
}
