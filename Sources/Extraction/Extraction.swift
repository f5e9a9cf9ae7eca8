import JapaneseText
public import Model

/// Finds everything that sources say, by the settings of their families.
public struct Extractor: Sendable {
  private let registries: Registries
  private let names: NameRegistry

  /// Looks the registries up by name once, for all the sources that follow.
  public init(_ registries: Registries) {
    self.registries = registries
    names = NameRegistry(registries)
  }

  /// The facts of a source.
  public func facts(of document: Document, settings: FamilySettings) -> Facts {
    var facts = Facts(document: document.id)
    switch document.content {
    case .text(let body):
      TextExtraction(document, body, settings, registries, names).run(into: &facts)
    case .sheets(let sheets):
      for sheet in sheets {
        extract(sheet, of: document, settings, names, into: &facts)
      }
    }
    facts.giveKeys()
    if case .text = document.content {
      var findings = BudgetFindings(names: names, document: document.id)
      findings.add(to: &facts)
    }
    return facts
  }
}

/// Adds what a sheet says to the facts.
private func extract(
  _ sheet: Sheet, of document: Document, _ settings: FamilySettings, _ names: NameRegistry,
  into facts: inout Facts
) {
  SheetMentions(
    sheet: sheet,
    options: ScanOptions(
      anchor: document.attributes.published, fiscalYear: document.attributes.fiscalYear),
    wantsDates: settings.recognisers.contains(.dates),
    wantsAmounts: settings.recognisers.contains(.amounts)
  ).add(to: &facts)
  guard settings.recognisers.contains(.budgetLines) else { return }
  SheetRecogniser(
    document: document, settings: settings.noting(RoundingNote.rounding(of: sheet)), names: names,
    grid: SheetGrid(sheet)
  ).run(into: &facts)
}

/// The extraction of a running text.
struct TextExtraction {
  let document: Document
  let layout: Layout
  let mentions: MentionIndex
  let settings: FamilySettings
  let lexicon: Lexicon
  let registries: Registries
  let names: NameRegistry

  init(
    _ document: Document, _ body: TextBody, _ settings: FamilySettings, _ registries: Registries,
    _ names: NameRegistry
  ) {
    self.document = document
    self.registries = registries
    self.names = names
    layout = Layout(body)
    self.settings = settings.noting(RoundingNote.rounding(in: layout.bytes))
    lexicon = Lexicon(settings)
    mentions = MentionIndex(
      layout,
      options: ScanOptions(
        anchor: document.attributes.published, fiscalYear: document.attributes.fiscalYear))
  }

  func run(into facts: inout Facts) {
    let entries = MentionEntries(layout: layout, mentions: mentions, document: document.id)
    if runs(.dates) { entries.addDates(to: &facts) }
    if runs(.amounts) { entries.addAmounts(to: &facts) }
    let headings = ProjectHeadings(layout: layout, lexicon: lexicon)
    let units = UnitCutter(layout: layout, headings: headings).units()
    if runs(.budgetLines) { addBudgetLines(units, to: &facts) }
    if runs(.measures) {
      MeasureRecogniser(
        layout: layout, headings: headings, lists: MinistryLists(layout, registries),
        document: document.id
      ).add(to: &facts)
    }
    if runs(.instruments) {
      facts.instruments = InstrumentRecogniser(layout, mentions).instruments()
    }
    if runs(.indicators) {
      facts.indicators = IndicatorRecogniser(
        layout: layout, mentions: mentions, settings: settings, units: units
      ).indicators()
    }
  }

  private func runs(_ recogniser: Recogniser) -> Bool { settings.recognisers.contains(recogniser) }

  private func addBudgetLines(_ units: [Unit], to facts: inout Facts) {
    let found = BudgetRecogniser(layout, mentions, settings, lexicon)
      .recognise(units: units, fiscalYear: fiscalYear)
    let rows = BudgetRows(
      layout: layout, units: units, settings: settings, names: names,
      legend: MinistryLegend(layout: layout))
    facts.budgetLines = found.lines.map { rows.fact($0) }
    TextSums(units: units, settings: settings, lines: found.lines).add(to: &facts)
    addTables(units, to: &facts)
  }

  /// The fiscal year of figures that name none.
  private var fiscalYear: Int? { settings.fiscalYear ?? document.attributes.fiscalYear }
}
