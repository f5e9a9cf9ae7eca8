import JapaneseText
import Model

/// Reads the headings of a sheet.
struct SheetHeader {
  let grid: SheetGrid
  let settings: FamilySettings
  let fiscalYear: Int?

  /// Rows looked at for a header.
  private static let mostRowsAbove = 60
  private static let mostHeaderRows = 6
  /// Rows below a header of which one should have an amount.
  private static let rowsTried = 4
  private static let noMoney = [
    "番号", "コード", "ID", "No", "率", "%", "件数", "人数", "構成比", "頁", "ページ", "シート", "通し",
  ]
  /// What the heading of a column ends with that counts something else than yen.
  private static let counts = [
    "率", "%", "比", "割合", "倍", "件数", "人数", "人員", "定員", "箇所", "箇所数", "か所", "か所数", "回数",
    "校数", "者数", "開始年度", "終了年度", "完了年度", "番号", "コード",
  ]
  private static let countUnits: Set<String> = [
    "%", "件", "人", "名", "箇所", "か所", "ヶ所", "カ所", "校", "回", "倍", "社", "機関", "日", "年", "台", "戸",
  ]
  /// Names of a row that stand behind the name of its programme say what of it is meant.
  private static let details: Set<String> = ["区分", "項目", "款", "項", "目", "節", "科目"]
  private static let programmes: [Word] = ["事業名", "施策名", "事業"]

  /// The header of a table.
  struct Header {
    var rows: ClosedRange<Int>
    /// The columns of each of the tables that stand side by side under it.
    var parts: [[SheetColumn]]

    /// The headings, which a table that goes on over a page repeats.
    var labels: [String] { parts.joined().map(\.label) }
    /// Whether a column of it prints its own unit.
    var hasUnit: Bool { parts.joined().contains { $0.isMoney && $0.unit != nil } }
  }

  /// The first header of the sheet; nothing where there is none.
  func first() -> Header? {
    let last = min(grid.sheet.rowCount, SheetHeader.mostRowsAbove)
    guard last >= 1 else { return nil }
    let scores = (1...last).map { score($0) }
    guard let best = scores.max(), best >= 2 else { return nil }
    for index in scores.indices where scores[index] >= 2 {
      guard let header = header(around: index + 1, below: 0) else { continue }
      // A header of fewer known words than another must have amounts below it.
      if scores[index] == best || hasAmounts(under: header) { return header }
    }
    return nil
  }

  /// The header of a further table that a row begins; nothing where it does not.
  func next(at row: Int, below lastRow: Int) -> Header? {
    guard score(row) >= 2, let header = header(around: row, below: lastRow) else { return nil }
    let isNamed = header.parts.allSatisfy { part in
      part.contains {
        $0.meaning == .programme || $0.meaning == .project || $0.meaning == .ministry
      }
    }
    return isNamed && hasAmounts(under: header) ? header : nil
  }

  private func header(around row: Int, below limit: Int) -> Header? {
    let last = min(grid.sheet.rowCount, row + SheetHeader.mostHeaderRows)
    var top = row
    while top > limit + 1, row + 1 - top < SheetHeader.mostHeaderRows, isGroupRow(top - 1) {
      top -= 1
    }
    var bottom = row
    while bottom < last, bottom - top + 1 < SheetHeader.mostHeaderRows,
      isHeaderRow(bottom + 1, below: top...bottom)
    {
      bottom += 1
    }
    let columns = (1...max(1, grid.sheet.columnCount)).map { column($0, top...bottom) }
    var parts = split(columns)
    for index in parts.indices {
      markDetails(&parts[index])
      markPartsOfTotals(&parts[index])
      markPriorYears(&parts[index])
    }
    guard parts.contains(where: { $0.contains(where: \.isMoney) }) else { return nil }
    return Header(rows: top...bottom, parts: parts)
  }

  /// Whether one of the rows just below a header has a number in a column of money.
  private func hasAmounts(under header: Header) -> Bool {
    let first = header.rows.upperBound + 1
    let money = header.parts.joined().filter(\.isMoney).map(\.number)
    return (first..<first + SheetHeader.rowsTried).contains { row in
      money.contains { column in
        guard let cell = grid.sheet.cell(at: CellReference(row: row, column: column)) else {
          return false
        }
        if case .figure = CellAmountReader.read(cell.value, unit: 1, rounding: .exact).amount {
          return true
        }
        return false
      }
    }
  }

  /// The tables that stand side by side: each begins after money, with a column of names, and has
  /// money of its own.
  private func split(_ columns: [SheetColumn]) -> [[SheetColumn]] {
    guard columns.contains(where: { $0.meaning == .programme }) else { return [columns] }
    var starts = [0]
    for index in columns.indices where columns[index].meaning == .programme {
      guard let money = columns[..<index].lastIndex(where: \.isMoney),
        money >= starts[starts.count - 1],
        columns[..<money].contains(where: { $0.meaning == .programme }),
        columns[index...].contains(where: \.isMoney)
      else { continue }
      starts.append(money + 1)
    }
    return starts.indices.map { part in
      let end = part + 1 < starts.count ? starts[part + 1] : columns.count
      return Array(columns[starts[part]..<end])
    }
  }

  /// 区分 and 目 behind a programme's name say what of it is meant; before it, whose it is.
  private func markDetails(_ columns: inout [SheetColumn]) {
    guard
      let name = columns.firstIndex(where: { column in
        column.meaning == .programme && column.label.ends(with: SheetHeader.programmes)
      })
    else { return }
    for index in columns.indices[(name + 1)...]
    where columns[index].meaning == .programme && SheetHeader.details.contains(columns[index].label)
    {
      columns[index].meaning = .other
    }
  }

  /// Of columns of several years, those before the document's own, or else before the latest, are
  /// printed to compare with it.
  private func markPriorYears(_ columns: inout [SheetColumn]) {
    let years = columns.filter { $0.meaning == .money }.compactMap(\.fiscalYear)
    guard let last = years.max() else { return }
    let latest = fiscalYear.flatMap { years.contains($0) ? $0 : nil } ?? last
    for index in columns.indices where columns[index].meaning == .money {
      if let year = columns[index].fiscalYear, year < latest { columns[index].isPriorYear = true }
    }
  }

  /// Columns between money columns and their sum are money too: 繰越し, 予備費等.
  private func markPartsOfTotals(_ columns: inout [SheetColumn]) {
    guard let first = columns.firstIndex(where: { $0.meaning == .money }),
      let total = columns.lastIndex(where: { $0.meaning == .total }), first < total
    else { return }
    for index in first..<total
    where columns[index].meaning == .other && !columns[index].label.isEmpty
      && !isCount(columns[index].label)
      && !SheetHeader.noMoney.contains(where: { columns[index].label.holds(Word($0)) })
    {
      columns[index].meaning = .money
    }
  }

  /// How many cells of a row are headings we know.
  private func score(_ row: Int) -> Int {
    grid.sheet.cells(inRow: row).reduce(0) { sum, cell in
      guard case .text(let text) = cell.value else { return sum }
      let label = SheetGrid.compact(text)
      guard !label.isEmpty, label.utf8.count <= 90 else { return sum }
      return sum + (isKnown(label) ? 1 : 0)
    }
  }

  /// Whether a label is a heading that the settings name.
  func isKnown(_ label: String) -> Bool {
    isName(label) || names(settings.sheets.yearColumns, label)
      || names(settings.sheets.stageColumns, label)
      || stage(label) != nil || isDifference(label) || isTotal(label)
  }

  /// A row above the header that groups its columns: text over several of them.
  private func isGroupRow(_ row: Int) -> Bool {
    let cells = grid.sheet.cells(inRow: row)
    guard !cells.isEmpty else { return false }
    let groups = grid.sheet.merges.contains {
      $0.first.row <= row && $0.last.row >= row && isOverSome($0)
        && isKnown(grid.label(row, $0.first.column))
        || $0.first.row == row && $0.last.row > row
          && isKnown(grid.label(row, $0.first.column))
    }
    return groups || score(row) >= 2
  }

  /// Whether an area lies over several columns but not over the whole table, as its title does.
  private func isOverSome(_ area: MergedArea) -> Bool {
    let width = area.last.column - area.first.column + 1
    return width > 1 && width < grid.sheet.columnCount
  }

  /// Whether all cells of a row stand below headings that lie over several columns.
  private func standsBelowGroups(_ cells: ArraySlice<Cell>, _ header: ClosedRange<Int>) -> Bool {
    let groups = grid.sheet.merges.filter { header.contains($0.first.row) && isOverSome($0) }
    return cells.allSatisfy { cell in
      groups.contains { ($0.first.column...$0.last.column).contains(cell.reference.column) }
    }
  }

  /// A row below the header that goes on with it: no numbers, no name of a programme.
  private func isHeaderRow(_ row: Int, below header: ClosedRange<Int>) -> Bool {
    let cells = grid.sheet.cells(inRow: row)
    guard !cells.isEmpty else { return false }
    var known = 0
    var years: [Int] = []
    for cell in cells {
      guard case .text(let text) = cell.value else { return false }
      let label = SheetGrid.compact(text)
      if isAmount(label) { return false }
      if bareYear(label) != nil { years.append(cell.reference.column) }
      // (A), A-B: letters that name columns. A mark for no amount is none, nor is a misread number.
      let hasLetter = label.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) }
      let hasDigit = label.utf8.contains { (0x30...0x39).contains($0) }
      let isShort = label.utf8.count <= 9
      let isPlain = label.unicodeScalars.allSatisfy { $0.value < 0x80 || $0 == "－" }
      let isFormula = hasLetter && !hasDigit && isShort && isPlain
      let says = isKnown(label) || UnitCaption.unit(in: label) != nil || year(label) != nil
      if says || isFormula { known += 1 }
    }
    let isHeading =
      known * 2 >= cells.count || years.isEmpty && standsBelowGroups(cells, header)
    return isHeading && (years.isEmpty || headsYears(row, years, header))
  }

  /// Whether a row may print bare years as headings: 2021, 2022 may be amounts as well.
  ///
  /// Under a heading that is about a year already they are values, and a row that says anything but
  /// headings beside them, the name of an item above all, is a row of the table.
  private func headsYears(_ row: Int, _ years: [Int], _ header: ClosedRange<Int>) -> Bool {
    grid.sheet.cells(inRow: row).allSatisfy { cell in
      let above = header.map { grid.label($0, cell.reference.column) }
      if years.contains(cell.reference.column) {
        return !above.contains { names(settings.sheets.yearColumns, $0) || year($0) != nil }
      }
      let label = SheetGrid.compact(cell.value.text)
      if isName(label) { return true }
      return !above.contains(where: isName)
        && (isKnown(label) || UnitCaption.unit(in: label) != nil || year(label) != nil
          || SheetHeader.noMoney.contains { label.holds(Word($0)) })
    }
  }

  /// Whether a heading is that of a column of names.
  func isName(_ label: String) -> Bool {
    let sheets = settings.sheets
    return names(sheets.programmeColumns, label) || names(sheets.projectColumns, label)
      || names(sheets.ministryColumns, label)
  }

  /// Whether a text is a number and no year: the cells of a CSV file are all text.
  private func isAmount(_ label: String) -> Bool {
    guard case .figure = CellAmountReader.read(.text(label), unit: 1, rounding: .exact).amount
    else { return false }
    return bareYear(label) == nil
  }

  /// The year that a text of nothing but digits may stand for.
  private func bareYear(_ label: String) -> Int? {
    label.utf8.count == 4 ? Int(label).flatMap { (1900...2100).contains($0) ? $0 : nil } : nil
  }

  private func column(_ number: Int, _ rows: ClosedRange<Int>) -> SheetColumn {
    var parts: [String] = []
    for row in rows {
      let label = grid.label(row, number)
      if !label.isEmpty, parts.last != label { parts.append(label) }
    }
    let label = parts.joined()
    var column = SheetColumn(number: number, label: label, meaning: meaning(label, parts))
    column.unit = UnitCaption.unit(in: label)
    guard column.isMoney else { return column }
    // The lowest row of a header says most: above it stand the names of groups of columns.
    column.kind = parts.reversed().lazy.compactMap { stage($0) }.first ?? stage(label) ?? .other
    column.fiscalYear = parts.reversed().lazy.compactMap { year($0) }.first ?? year(label)
    column.isPriorYear =
      parts.last.map { $0.holds("前年度") || $0.lowercased().holds("previous") } ?? false
    if column.fiscalYear == nil, let year = fiscalYear {
      column.fiscalYear = column.isPriorYear ? year - 1 : year
    }
    return column
  }

  private func meaning(_ label: String, _ parts: [String]) -> SheetColumn.Meaning {
    if label.isEmpty { return .other }
    let sheets = settings.sheets
    for part in parts.reversed() {
      if names(sheets.projectColumns, part) { return .project }
      if names(sheets.programmeColumns, part) { return .programme }
      if names(sheets.ministryColumns, part) { return .ministry }
      if names(sheets.yearColumns, part) { return .year }
      if names(sheets.stageColumns, part) { return .stage }
    }
    if sheets.ignoredColumns.contains(where: { SheetGrid.compact($0) == label }) { return .other }
    if parts.last.map(isCount) == true { return .other }
    if isDifference(label) { return .difference }
    if parts.contains(where: { isTotal($0) }) { return .total }
    if stage(label) != nil { return .money }
    return .other
  }

  /// Whether a heading is that of a count, a share or a year: 採択件数, 増減（％）, 開始年度.
  private func isCount(_ label: String) -> Bool {
    var name = label
    if label.hasSuffix(")"), let open = label.lastIndex(of: "(") {
      if SheetHeader.countUnits.contains(String(label[open...].dropFirst().dropLast())) {
        return true
      }
      name = String(label[..<open])
    }
    return SheetHeader.counts.contains { name.hasSuffix($0) }
  }

  private func names(_ words: [String], _ label: String) -> Bool {
    words.contains { SheetGrid.compact($0).lowercased() == label.lowercased() }
  }

  private func isDifference(_ label: String) -> Bool {
    settings.sheets.differenceColumns.contains { label.holds(Word(SheetGrid.compact($0))) }
      && !label.holds("率") && !label.holds("理由")
  }

  private func isTotal(_ label: String) -> Bool {
    TotalWords(settings.sheets.totalWords).rank(label) != nil
  }

  /// The stage that the longest stage word in a heading stands for.
  func stage(_ label: String) -> BudgetKind? {
    let named = settings.sheets.stageWords.filter {
      label.lowercased().holds(Word($0.key.lowercased()))
    }.max { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }?.value
    // 当初＋補正 is the money of no one stage.
    if named != nil, label.holds("当初"), label.holds("補正") { return .other }
    switch named {
    case .initial where label.holds("(案)"): return .initialDraft
    case .supplementary where label.holds("(案)"): return .supplementaryDraft
    case let named?: return named
    case nil: return short(label)
    }
  }

  /// What a heading of a year and one word leaves of a stage's name.
  static let shortStages: [(word: String, kind: BudgetKind)] = [
    ("当初案", .initialDraft), ("当初", .initial), ("案", .initialDraft), ("補正案", .supplementaryDraft),
    ("補正", .supplementary), ("要求", .request), ("執行", .settlement),
  ]

  /// The stage of R6当初, 令和7年度案: a year and one word.
  private func short(_ label: String) -> BudgetKind? {
    SheetHeader.shortStages.first { stage in
      guard label.hasSuffix(stage.word) else { return false }
      let bytes = Array(label.dropLast(stage.word.count).utf8)
      if let letter = EraLetter.year(bytes, at: 0), letter.end == bytes.count { return true }
      let dates = TextScanner.mentions(in: bytes, options: ScanOptions(fiscalYear: fiscalYear))
        .dates
      return dates.count == 1 && dates[0].range == bytes.indices && dates[0].fiscalYear != nil
    }?.kind
  }

  /// The fiscal year that a heading names.
  func year(_ label: String) -> Int? {
    if let year = bareYear(label) { return year }
    let mentions = TextScanner.mentions(
      in: Array(label.utf8), options: ScanOptions(fiscalYear: fiscalYear))
    return mentions.dates.lazy.compactMap(\.fiscalYear).first ?? letterYear(label)
  }

  private static let afterYear: [Word] = ["予算", "当初", "補正", "決算", "要求", "概算", "執行", "支出", "案"]

  /// R4 before the words of a budget or at the end of a heading: 一般会計R4予算額.
  private func letterYear(_ label: String) -> Int? {
    let bytes = Array(label.utf8)
    return bytes.indices.lazy.compactMap { offset -> Int? in
      guard let year = EraLetter.year(bytes, at: offset) else { return nil }
      let rest = bytes[year.end...]
      let isYear =
        rest.isEmpty || SheetHeader.afterYear.contains { rest.starts(with: $0.bytes) }
      return isYear ? year.value : nil
    }.first
  }
}
