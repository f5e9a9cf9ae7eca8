import JapaneseText
import Model
import Publishing

/// A report with something in every section, and with text that tries to become markup.
enum ReportSamples {
  static let hostile = "</style></script><script>alert('x')</script>\" onload=\"alert(1)\u{202E}"

  static var content: ReportContent {
    var content = ReportContent(title: "医療分野の予算の照合", asOf: Day(year: 2026, month: 4, day: 1))
    content.documents = [plan, refused]
    content.ministries = [ministry]
    content.budgetLines = budgetLines
    content.indicators = [indicator(), indicator(isHostile: true)]
    content.measures = [measure(lead: true), measure(lead: false)]
    content.reconciliations = [mismatch, rounded, hostileMismatch]
    content.findings = [finding(.warning), finding(.error), finding(.info)]
    content.excerpts = [
      "b-1": [
        SourceExcerpt(
          document: "d-1",
          lines: [
            SourceExcerpt.Line(number: 13, text: "○医薬品プロジェクト"),
            SourceExcerpt.Line(number: 14, text: "　令和４年度予算額：326億円（再掲を含む）", marks: [10..<15]),
          ])
      ],
      "b-4": [
        SourceExcerpt(
          document: "d-1", sheet: "表<1>",
          lines: [
            SourceExcerpt.Line(number: 3, text: "A3: \(hostile) │ C3: 12", marks: [4..<8, 6..<900])
          ])
      ],
    ]
    content.changes = changes
    return content
  }

  private static var plan: SourceDocument {
    var document = SourceDocument()
    document.id = "d-1"
    document.path = "plans/2022/plan.txt"
    document.title = "令和4年度の計画"
    document.issuer = "内閣府"
    document.published = Day(year: 2022, month: 6, day: 3)
    document.encoding = "UTF-8"
    document.lines = 1712
    document.sha256 = String(repeating: "ab", count: 32)
    return document
  }

  private static var refused: SourceDocument {
    var document = SourceDocument()
    document.id = "d-2"
    document.path = "plans/2021/\(hostile).csv"
    document.status = .refused
    document.reason = "line 12: byte 0x81 is not CP932 \(hostile)"
    return document
  }

  private static var ministry: Ministry {
    var ministry = Ministry()
    ministry.id = "mext"
    ministry.name = "文部科学省"
    ministry.aliases = ["文"]
    return ministry
  }

  private static var budgetLines: [BudgetLine] {
    var lines: [BudgetLine] = []
    for (year, amount) in [(2020, 30_100_000_000), (2021, 31_550_000_000), (2022, 32_600_000_000)]
      as [(Int, Int64)]
    {
      var line = BudgetLine()
      line.id = lines.isEmpty ? "b-1" : "b-1\(year)"
      line.document = "d-1"
      line.line = 14
      line.project = "医薬品プロジェクト"
      line.level = .projectTotal
      line.budgetKind = .initial
      line.fiscalYear = year
      line.amountYen = amount
      line.unitYen = 100_000_000
      lines.append(line)
    }
    var supplementary = lines[1]
    supplementary.id = "b-2"
    supplementary.budgetKind = .supplementary
    supplementary.suppNo = 1
    supplementary.amountYen = 4_400_000_000
    lines.append(supplementary)
    var programme = lines[2]
    programme.id = "b-3"
    programme.level = .programme
    programme.programme = "ゲノム医療の基盤をつくる事業"
    programme.ministries = ["文"]
    programme.amountYen = 3_550_000_000
    lines.append(programme)
    programme.id = "b-4"
    programme.raw = "12億円"
    programme.link = .ambiguous
    programme.candidates = ["感染症の研究を進める事業", "再生医療の基盤 \(hostile)"]
    programme.linkMethod = LinkMethod.order.rawValue
    lines.append(programme)
    return lines
  }

  private static func indicator(isHostile: Bool = false) -> Indicator {
    var indicator = Indicator()
    indicator.id = isHostile ? "i-2" : "i-1"
    indicator.document = "d-1"
    indicator.line = 210
    indicator.project = "医薬品プロジェクト"
    indicator.parent = isHostile ? hostile : "薬事承認"
    indicator.name = "企業へ導出した件数"
    indicator.targetRaw = "60件"
    indicator.targetValue = Decimal("60")
    indicator.targetUnit = "件"
    indicator.targetYear = 2024
    indicator.latestRaw = "45件"
    indicator.latestValue = Decimal("45")
    indicator.latestUnit = "件"
    indicator.byYear = ["2020=20", "2021=25"]
    indicator.grade = "A"
    return indicator
  }

  private static func measure(lead: Bool) -> Measure {
    var measure = Measure()
    measure.id = "m-\(lead)"
    measure.document = "d-1"
    measure.line = 900
    measure.section = "4.1"
    measure.title = "研究の成果を国民に分かりやすく伝える \(lead ? "" : hostile)"
    measure.ministries = ["文", "厚"]
    measure.lead = lead ? ["文"] : []
    return measure
  }

  private static var mismatch: ReconciliationEntry {
    var entry = ReconciliationEntry()
    entry.id = "r-1"
    entry.rule = "total"
    entry.document = "d-1"
    entry.scope = "再生・細胞医療プロジェクト"
    entry.fiscalYear = 2022
    entry.leftLabel = "印刷された合計"
    entry.leftYen = 18_300_000_000
    entry.leftLow = 18_250_000_000
    entry.leftHigh = 18_350_000_000
    entry.rightLabel = "6件の和"
    entry.rightYen = 14_700_000_000
    entry.rightLow = 14_400_000_000
    entry.rightHigh = 15_000_000_000
    entry.difference = 3_600_000_000
    entry.unitYen = 100_000_000
    entry.status = .mismatch
    entry.severity = .error
    entry.explanation = "36億円の差は端数では説明できない。"
    entry.suspects = ["36億円の事業が一つ抜けている", "別の合計に数えられている"]
    entry.evidence = ["b-1", "b-3"]
    return entry
  }

  private static var hostileMismatch: ReconciliationEntry {
    var entry = mismatch
    entry.id = "r-3"
    entry.severity = .warning
    entry.scope = hostile
    entry.explanation = hostile
    entry.evidence = ["b-4", hostile]
    return entry
  }

  private static var rounded: ReconciliationEntry {
    var entry = mismatch
    entry.id = "r-2"
    entry.status = .withinRounding
    entry.severity = .info
    return entry
  }

  private static func finding(_ severity: Severity) -> FindingEntry {
    var finding = FindingEntry()
    finding.id = "f-\(severity.rawValue)"
    finding.severity = severity
    finding.rule = "total"
    finding.document = "d-1"
    finding.line = 14
    finding.message = "plans/2022/plan.txt:14: the printed total differs from its parts \(hostile)"
    return finding
  }

  private static var changes: ReportChanges {
    ReportChanges(
      old: "2026-03-31-aaaa", new: "2026-04-01-bbbb",
      tables: [
        ReportChanges.ChangedTable(
          name: "budget_lines", oldCount: 120, newCount: 121,
          facts: [Bilingual("変更 1", "changed 1")],
          rows: [
            ReportChanges.ChangedRow(
              key: "b-3", kind: Bilingual("変更", "changed"), subject: "ゲノム医療の基盤をつくる事業",
              cause: Bilingual("原典の変更", "source changed"),
              cells: [
                ReportChanges.ChangedCell(
                  column: "amount_yen", old: "3,550,000,000", new: hostile,
                  difference: "Δ −150,000,000, −15 単位, −4.23 %")
              ])
          ], unlisted: 3)
      ],
      years: [
        ReportChanges.ChangedYear(
          level: Bilingual("プロジェクト", "project"), name: "医薬品プロジェクト", kind: .initial, year: 2022,
          before: 31_550_000_000, after: 32_600_000_000, difference: 1_050_000_000,
          basisPoints: 333, note: "改称 (renamed): 創薬プロジェクト")
      ])
  }
}
