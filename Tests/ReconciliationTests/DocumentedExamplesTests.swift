import FoundationEssentials
import Model
import Reconciliation
import Testing

/// The tables of docs/reconciliation.md say what happens; here it happens.
@Suite struct DocumentedExamplesTests {
  /// The cells of the table under a name.
  private func rows(_ name: String) throws -> [[String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/reconciliation.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.first, line != "`\(name)`" { lines.removeFirst() }
    let table = lines.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
    let rows = table.map { line in
      line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
    try #require(!rows.isEmpty, "no table \(name)")
    return rows
  }

  /// A figure as people print it, `21.8億円` or `7,213,000千円`.
  private func figure(_ text: String, _ rounding: Rounding) throws -> Figure {
    let scales: [(String, Int)] = [("億円", 8), ("百万円", 6), ("千円", 3), ("円", 0)]
    let (name, scale) = try #require(scales.first { text.hasSuffix($0.0) })
    let parts = text.dropLast(name.count).filter { $0 != "," }.split(separator: ".")
    let decimals = parts.count > 1 ? parts[1].count : 0
    let unit = (0..<(scale - decimals)).reduce(Int64(1)) { product, _ in product * 10 }
    let digits = try #require(Int64(parts.joined()))
    return Figure(yen: digits * unit, unit: unit, rounding: rounding)
  }

  private func figures(_ text: String, _ rounding: Rounding) throws -> [Figure] {
    try text.split(separator: " ").map { try figure(String($0), rounding) }
  }

  private func rounding(_ word: String) throws -> Rounding {
    try #require(Rounding(rawValue: word))
  }

  @Test func figuresStandForIntervals() throws {
    for row in try rows("figures") {
      let interval = try figure(row[0], rounding(row[1])).interval
      #expect(interval.description == row[2], "\(row[0]) \(row[1])")
    }
  }

  @Test func sumsComeOut() throws {
    for row in try rows("sums") {
      var source = Ledgers("a")
      let rounding = try rounding(row[2])
      source.state(.total, "sum", try figure(row[0], rounding), try figures(row[1], rounding))
      let status = reconcile([source], [Rule(.total)]).entries.first?.status.rawValue
      #expect(status == row[3], "\(row)")
    }
  }

  @Test func unitsBelongToFigures() throws {
    for row in try rows("units") {
      var source = Ledgers("a")
      let rounding = try rounding(row[3])
      var total = try figure(row[0], rounding)
      total.unit = try figure(row[1], rounding).yen
      source.state(.total, "sum", total, [try figure(row[2], rounding)])
      let status = reconcile([source], [Rule(.total)]).entries.first?.status.rawValue
      #expect(status == row[4], "\(row)")
    }
  }

  @Test func sharesCount() throws {
    for row in try rows("shares") {
      var source = Ledgers("a")
      source.add(.projectTotal, "P", "", try figure(row[0], .round))
      for (number, part) in row[1].split(separator: " ").enumerated() {
        let marks = ["（再掲）", "（一部再掲）", "の内数"]
        let mark = marks.first { part.hasSuffix($0) } ?? ""
        let printed = try figure(String(part.dropLast(mark.count)), .round)
        source.add(.programme, "P", "programme \(number)", printed) {
          $0.reprise = mark == "（再掲）" ? .full : mark == "（一部再掲）" ? .part : .none
          $0.inner = mark == "の内数"
        }
      }
      let policy = try #require(ReprisePolicy(rawValue: row[2]))
      let status = reconcile([source], [Rule(.total, reprise: policy)]).entries.first?.status
      #expect(status?.rawValue == row[3], "\(row)")
    }
  }

  @Test func seriesComeOut() throws {
    for row in try rows("series") {
      var indicator = Indicator()
      (indicator.name, indicator.latestUnit) = ("件数", row[2])
      indicator.latestValue = Decimal(row[0])
      indicator.byYear = row[1].split(separator: " ").enumerated().map { "\(2020 + $0)=\($1)" }
      var source = Ledgers("a")
      let place = Place(Span(line: 1, columns: 0..<1))
      source.facts.indicators = [Fact(indicator, at: place)]
      let status = reconcile([source], [Rule(.series)]).entries.first?.status.rawValue
      #expect(status == row[3], "\(row)")
    }
  }

  @Test func suspectsAreProposed() throws {
    for row in try rows("suspects") {
      var source = Ledgers("a")
      source.state(.total, "sum", try figure(row[0], .exact), try figures(row[1], .exact))
      let suspect = reconcile([source], [Rule(.total)]).entries.first?.suspects.first
      // The page leaves out the place, which a table has none of.
      let parts = suspect.map { $0.split(separator: " (", maxSplits: 1) } ?? []
      let rest = parts.last.map { $0.drop { $0 != ":" } } ?? ""
      let name = (parts.first ?? "").description
      #expect(
        (name.hasPrefix("計") ? "total" + name.dropFirst() : name) + rest == row[2], "\(row)")
    }
  }
}
