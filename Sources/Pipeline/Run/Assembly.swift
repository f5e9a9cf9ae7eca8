import JapaneseText
import Model
import Platform
import Publishing
import Reconciliation

/// Puts the facts, checks and findings of a run together into the published tables.
struct Assembly: Sendable {
  private let pipeline: PipelineFile
  /// What became of each source.
  let results: [SourceResult]
  private let registries: Registries
  /// The facts with the checks over them.
  let checked: CheckedFacts
  /// All findings, with their keys.
  let findings: [FindingEntry]
  /// The tables of what was found in the sources.
  private let factTables: [CSVTable]

  init(
    results: [SourceResult], discovered: [Finding], checked: CheckedFacts, factTables: [CSVTable],
    registries: Registries, pipeline: PipelineFile, waivers: [Waiver], asOf day: Day
  ) {
    self.results = results
    self.factTables = factTables
    self.registries = registries
    self.checked = checked
    self.pipeline = pipeline
    let entries = Finding.entries(
      of: discovered + results.flatMap(\.findings) + checked.facts.flatMap(\.findings)
        + checked.findings)
    let waived = apply(waivers, to: entries, asOf: day)
    findings = waived.entries + Finding.entries(of: waived.findings)
  }

  /// The tables of what was found in the sources, each to be made for itself.
  static func factTables(_ facts: [Facts]) -> [@Sendable () -> CSVTable] {
    [
      { CSVTable(of: facts.lazy.flatMap { $0.budgetLines.lazy.map(\.row) }) },
      { CSVTable(of: facts.lazy.flatMap { $0.indicators.lazy.map(\.row) }) },
      { CSVTable(of: facts.lazy.flatMap { $0.measures.lazy.map(\.row) }) },
      { CSVTable(of: facts.lazy.flatMap { $0.instruments.lazy.map(\.row) }) },
      { CSVTable(of: facts.lazy.flatMap { $0.dates.lazy.map(\.row) }) },
      { CSVTable(of: facts.lazy.flatMap { $0.amounts.lazy.map(\.row) }) },
    ]
  }

  /// The tables in published order, some at a time made side by side.
  func tables(jobs: Int) async throws -> [CSVTable] {
    let works: [@Sendable () throws -> CSVTable] = [
      { CSVTable(of: results.lazy.map(\.document)) },
      { CSVTable(of: registries.ministries.lazy.map(\.row)) },
      { CSVTable(of: registries.programmes) },
      { CSVTable(of: checked.entries) },
      { CSVTable(of: findings) },
    ]
    let others = try await SideBySide.run(works, jobs: jobs)
    return others[..<1] + factTables + others[1...]
  }

  /// Where the characters of every row stand.
  var places: [RowPlace] {
    var places: [RowPlace] = []
    func add<Row: DatasetRow>(_ rows: [Fact<Row>], _ document: String) {
      for fact in rows {
        places.append(RowPlace(row: fact.row.id, document: document, place: fact.place))
      }
    }
    for facts in checked.facts {
      add(facts.budgetLines, facts.document)
      add(facts.indicators, facts.document)
      add(facts.measures, facts.document)
      add(facts.instruments, facts.document)
      add(facts.dates, facts.document)
      add(facts.amounts, facts.document)
    }
    return places
  }

  /// What the report shows, without source lines and changes.
  func report(asOf: Day?) -> ReportContent {
    var content = ReportContent(
      title: pipeline.title.isEmpty ? pipeline.name : pipeline.title, asOf: asOf)
    content.documents = results.map(\.document)
    content.budgetLines = checked.facts.flatMap { $0.budgetLines.map(\.row) }
    content.indicators = checked.facts.flatMap { $0.indicators.map(\.row) }
    content.measures = checked.facts.flatMap { $0.measures.map(\.row) }
    content.ministries = registries.ministries.map(\.row)
    content.programmes = registries.programmes
    content.reconciliations = checked.entries
    content.findings = findings
    return content
  }

  /// What the package says of itself.
  func metadata(asOf: Day?) -> PackageMetadata {
    var metadata = PackageMetadata(
      name: pipeline.name, title: pipeline.title, description: pipeline.summary,
      licences: pipeline.publish.licences, asOf: asOf)
    metadata.sources = results.map { result in
      PackageMetadata.Source(
        title: result.document.title.isEmpty ? result.document.path : result.document.title,
        path: result.document.path, version: "sha256:" + result.document.sha256)
    }
    return metadata
  }
}
