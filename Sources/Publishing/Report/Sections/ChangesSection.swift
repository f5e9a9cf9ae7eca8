/// What changed since another snapshot.
struct ChangesSection {
  private let changes: ReportChanges

  init(_ changes: ReportChanges) { self.changes = changes }

  var section: ReportPage.Section {
    let count = changes.tables.reduce(0) { $0 + $1.rows.count + $1.unlisted }
    let lead: Markup = "<p class=\"soft\">\(changes.old) → \(changes.new)</p>\n"
    return ReportPage.Section(
      id: "changes", title: Bilingual("前回からの変更", "What changed"), count: count,
      body: lead
        + (changes.tables.isEmpty
          ? Parts.nothing("変更はありません。", "Nothing changed.")
          : Markup(changes.tables.map(table)))
        + years)
  }

  private func table(_ table: ReportChanges.ChangedTable) -> Markup {
    let facts = table.facts.map { fact -> Markup in "<li>\(fact)</li>" }
    let rest: Markup =
      table.unlisted == 0
      ? .nothing
      : Parts.nothing(
        "ほか \(table.unlisted) 行はデータにあります。", "\(table.unlisted) more rows are in the dataset.")
    return """
      <h3>\(table.name) <span class="soft">\(PeopleNumbers.number(table.oldCount)) → \
      \(PeopleNumbers.number(table.newCount)) \(Bilingual("行", "rows"))</span></h3>
      <ul class="plain">\(facts)</ul>
      \(table.rows.map(row))\(rest)
      """
  }

  private var years: Markup {
    guard !changes.years.isEmpty else { return .nothing }
    var table = TableView(
      Bilingual("年度間の増減", "Changes between fiscal years"),
      [
        .text("区分", "Level"), .text("名称", "Name"), .text("予算", "Stage"), .text("年度", "Year"),
        .number("前年度額", "Before"), .number("額", "After"), .number("増減額", "Change"),
        .number("増減率", "Rate"), .text("備考", "Note"),
      ])
    for year in changes.years {
      table.add(
        [
          "\(year.level)", "\(year.name)", "\(year.kind.title)", "\(Parts.year(year.year))",
          Parts.amount(year.before), Parts.amount(year.after),
          "\(year.difference.map { PeopleNumbers.yen($0, sign: true) } ?? "")",
          "\(year.basisPoints.map(PeopleNumbers.percent) ?? "")", "\(year.note)",
        ], Filterable())
    }
    return table.markup
  }

  private func row(_ row: ReportChanges.ChangedRow) -> Markup {
    let cause: Markup =
      row.cause.map { " <span class=\"soft\">\(Bilingual("原因", "cause")): \($0)</span>" }
      ?? .nothing
    let cells = row.cells.map { cell -> Markup in
      let difference: Markup =
        cell.difference.isEmpty ? .nothing : " <span class=\"soft\">(\(cell.difference))</span>"
      return """
        <dt>\(cell.column)</dt><dd><del>\(cell.old)</del> → <ins>\(cell.new)</ins>\(difference)</dd>
        """
    }
    return """
      <article class="card"\(Filterable().attributes)>
      <p><span class="badge">\(row.kind)</span> \(row.subject)\(cause) \
      <span class="id">\(row.key)</span></p>
      \(cells.isEmpty ? Markup.nothing : "<dl class=\"changes\">\(cells)</dl>")
      </article>

      """
  }
}
