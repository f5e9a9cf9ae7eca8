import Model
import Publishing
import Testing

@Suite struct ReportTests {
  private func page(_ content: ReportContent = ReportSamples.content) throws -> String {
    String(decoding: try Report.html(content), as: UTF8.self)
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    #expect(try Report.html(ReportSamples.content) == Report.html(ReportSamples.content))
  }

  @Test func textOfTheDataNeverBecomesMarkup() throws {
    let page = try page()
    #expect(page.split(separator: "<script").count == 2)
    #expect(page.split(separator: "</script>").count == 2)
    #expect(page.split(separator: "</style>").count == 2)
    #expect(!page.contains("onload=\"alert"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
    #expect(page.contains("⟨U+202E⟩"))
    #expect(!page.contains("\u{202E}"))
  }

  @Test(arguments: [
    "http://", "https://", " src=", "url(", "@import", "eval(", "innerHTML", " style=", "onclick",
  ])
  func thePageNeedsAndRunsNothingElse(forbidden: String) throws {
    #expect(try !page().contains(forbidden))
  }

  @Test func linksLeadOnlyIntoThePage() throws {
    let links = try page().split(separator: "href=\"").dropFirst()
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { $0.hasPrefix("#") })
  }

  @Test(arguments: [
    "mismatches", "sources", "decisions", "changes", "rules", "budgets", "matrix", "indicators",
    "measures",
    "findings",
  ])
  func everySectionIsThereAndInTheContents(id: String) throws {
    let page = try page()
    #expect(page.contains("<section id=\"\(id)\""))
    #expect(page.contains("href=\"#\(id)\""))
  }

  @Test func theWorstComesFirst() throws {
    let page = try page()
    let error = try #require(page.firstRange(of: "class=\"id\">r-1<"))
    let warning = try #require(page.firstRange(of: "class=\"id\">r-3<"))
    #expect(error.lowerBound < warning.lowerBound)
    #expect(!page.contains("class=\"id\">r-2<"))
  }

  @Test(arguments: [
    // Both sides, their intervals, the difference, its suspects.
    "title=\"18,300,000,000 円\">183億円<", "182.5億円 – 183.5億円", "144億円 – 150億円",
    "+36億円 (+3,600,000,000 円)", "36億円の事業が一つ抜けている",
    // The characters of the source, marked.
    "<span class=\"n\">14</span>　令和４年度予算額：<mark>326億円</mark>（再掲を含む）",
    // Why a source was refused.
    "line 12: byte 0x81 is not CP932",
    // Bars with their text.
    "aria-label=\"医薬品プロジェクト: 2020 当初予算 301億円, 2021 当初予算 315.5億円, 2021 補正予算（第1号） 44億円,",
    // A ministry by its full name, from the lines that are its alone.
    "aria-label=\"2022 当初予算: 文部科学省 35.5億円\"",
    // From year to year, as a line and in words.
    "aria-label=\"2020 → 2021: 医薬品プロジェクト 301億円 → 315.5億円\"",
    "+14.5億円 (+4.81 %)",
    // An indicator against its target.
    "75 %",
    // Who leads a measure.
    "◎",
    // What changed, and from year to year.
    "−4.23 %", "+3.33 %", "改称 (renamed): 創薬プロジェクト", "more rows are in the dataset",
    // What a person must decide.
    "<li>感染症の研究を進める事業</li>",
    "基準日",
  ])
  func thePageSays(text: String) throws {
    #expect(try page().contains(text))
  }

  @Test func everyLabelIsInBothLanguages() throws {
    let page = try page()
    // The titles of finding codes are in Japanese alone, beside the codes.
    let titles = page.split(separator: "</span></dt>").count - 1
    #expect(
      page.split(separator: "<span lang=\"ja\">").count - titles
        == page.split(separator: "<span lang=\"en\">").count)
    #expect(page.contains("data-ja=\"原典\" data-en=\"Source\""))
  }

  @Test func aSnapshotOfNothingIsAPageToo() throws {
    let page = try page(ReportContent(title: "空"))
    #expect(page.contains("合わない照合はありません。"))
    #expect(page.contains("原典がありません。"))
    #expect(!page.contains("id=\"changes\""))
  }

  @Test func marksBeyondTheLineDoNoHarm() throws {
    var content = ReportContent(title: "x")
    var line = BudgetLine()
    line.id = "b-1"
    line.link = .ambiguous
    content.budgetLines = [line]
    content.excerpts["b-1"] = [
      SourceExcerpt(
        document: "d",
        lines: [SourceExcerpt.Line(number: 1, text: "あいう", marks: [1..<2, 0..<9, 50..<60])])
    ]
    #expect(try page(content).contains("</span>あ<mark>い</mark><mark>う</mark>\n"))
  }

  @Test func anExcerptShowsThePlaceAndItsSurroundings() {
    let document = Document(
      id: "d", attributes: DocumentAttributes(path: "a.txt"),
      content: .text(TextBody(Array("一\n二三\n四\n五\n".utf8))))
    let excerpt = SourceExcerpt(
      Place(Span(line: 2, columns: 1..<2), [Span(line: 3, columns: 0..<1)]), in: document)
    #expect(
      excerpt.lines == [
        SourceExcerpt.Line(number: 1, text: "一"),
        SourceExcerpt.Line(number: 2, text: "二三", marks: [1..<2]),
        SourceExcerpt.Line(number: 3, text: "四", marks: [0..<1]),
        SourceExcerpt.Line(number: 4, text: "五"),
      ])
  }

  @Test func anExcerptOfASheetShowsTheRow() {
    let sheet = Sheet(
      name: "表",
      cells: [
        Cell(CellReference(row: 3, column: 1), .text("事業\n名")),
        Cell(CellReference(row: 3, column: 3), .number("12")),
      ])
    let document = Document(
      id: "d", attributes: DocumentAttributes(path: "a.xlsx"), content: .sheets([sheet]))
    let place = Place(cell: CellReference(row: 3, column: 3), length: 2, sheet: "表")
    let excerpt = SourceExcerpt(place, in: document)
    #expect(
      excerpt.lines == [
        SourceExcerpt.Line(number: 3, text: "A3: 事業⏎名 │ C3: 12", marks: [11..<17])
      ])
  }
}
