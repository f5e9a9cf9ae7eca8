import JapaneseText
import Model

/// Reads tables of indicators whose cells came out line by line: name, target, latest value with
/// the values of single years, grade.
struct IndicatorTable {
  let layout: Layout
  let context: IndicatorContext
  private let valueYears: [Int]
  private let targetYear: Int?
  private static let mostLines = 18
  private static let longestName = 300

  init(_ layout: Layout, _ context: IndicatorContext) {
    self.layout = layout
    self.context = context
    valueYears = context.valueYears()
    targetYear = context.targetYear()
  }

  /// The indicators of all tables, and the lines they take up.
  func indicators() -> (facts: [Fact<Indicator>], lines: Set<Int>) {
    var facts: [Fact<Indicator>] = []
    var lines: Set<Int> = []
    var kind: IndicatorKind?
    var year: Int?
    for (position, line) in layout.content.enumerated() {
      if layout.breaksPage(before: line) { year = nil }
      if let found = context.goalYear(line: line) { year = found }
      if let found = context.kind(heading: line) { kind = found }
      guard let kind, let start = bullet(line), !lines.contains(line),
        let item = item(from: position, start)
      else { continue }
      facts += rows(item, kind, year)
      lines.formUnion(item.lines)
    }
    return (facts, lines)
  }

  private func bullet(_ line: Int) -> Int? {
    let text = layout.lines[line].text
    guard let first = layout.scalar(at: text.lowerBound), Marks.bullets.contains(first.value) else {
      return nil
    }
    return layout.skipBlanks(text.lowerBound + first.length)
  }

  private func item(from position: Int, _ start: Int) -> IndicatorCells? {
    var lines: [Int] = []
    for index in position..<min(layout.content.count, position + IndicatorTable.mostLines) {
      let line = layout.content[index]
      if index > position, bullet(line) != nil || context.kind(heading: line) != nil { break }
      if index > position, layout.breaksPage(before: line) { break }
      lines.append(line)
    }
    guard let last = lines.last,
      let item = IndicatorCells(
        layout, lines: lines, start: start, end: layout.lines[last].text.upperBound),
      item.name.utf8.count <= IndicatorTable.longestName
    else { return nil }
    return item
  }

  private func rows(_ item: IndicatorCells, _ kind: IndicatorKind, _ year: Int?) -> [Fact<
    Indicator
  >] {
    let line = layout.line(at: item.start)
    let project = context.project(line: line)
    var facts = [
      fact(
        name: item.name, parent: "", item.target, item.latest, grade: item.grade, kind, year,
        project, item.start..<item.end)
    ]
    for part in item.parts {
      facts.append(
        fact(
          name: part.name, parent: item.name, part.target, part.latest, grade: "", kind, year,
          project, part.range))
    }
    return facts
  }

  private func fact(
    name: String, parent: String, _ target: Quantity?, _ latest: IndicatorCells.Latest?,
    grade: String, _ kind: IndicatorKind, _ year: Int?, _ project: String, _ range: Range<Int>
  ) -> Fact<Indicator> {
    var row = Indicator()
    let place = layout.place(range)
    row.line = place.line
    row.project = project
    row.kind = kind
    row.name = name
    row.parent = parent
    row.grade = grade
    if let target {
      row.setTarget(target)
      row.targetYear = year ?? targetYear
      row.targetBasis = target.unit == "%" ? .unspecified : .cumulative
    }
    if let latest {
      row.latestRaw = latest.raw
      row.latestValue = latest.quantity?.value
      row.latestUnit = latest.quantity?.unit ?? ""
      if latest.years.count == valueYears.count {
        row.byYear = zip(valueYears, latest.years).map { "\($0)=\($1)" }
      }
    }
    row.giveSeries()
    return Fact(row, at: place)
  }
}
