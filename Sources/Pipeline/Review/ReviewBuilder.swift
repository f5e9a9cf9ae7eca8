import JapaneseText
import Model
import Publishing

/// Makes questions of findings, with candidates and source lines.
struct ReviewBuilder {
  /// How many rows of a check are shown; a total of a thousand parts is read in the report.
  private static let mostRows = 12
  /// How far from an amount its candidates are looked for.
  private static let farthestLine = 80

  private let assembly: Assembly
  private let files: [String: SourceFile]
  private let work: SourceWork
  private let documents: [String: SourceDocument]
  private let places: [String: RowPlace]
  private let checks: [String: ReconciliationEntry]
  private let lines: [String: BudgetLine]
  private let decidable: Set<String>
  // Sources are read again only where a question shows their lines, and once.
  private var read: [String: Document?] = [:]

  init(_ assembly: Assembly, _ sources: [SourceFile], _ work: SourceWork) {
    self.assembly = assembly
    self.work = work
    files = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    documents = Dictionary(
      assembly.results.map { ($0.document.id, $0.document) },
      uniquingKeysWith: { first, _ in first })
    places = Dictionary(
      assembly.places.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
    checks = Dictionary(
      assembly.checked.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    lines = Dictionary(
      assembly.checked.facts.flatMap { $0.budgetLines.map { ($0.row.id, $0.row) } },
      uniquingKeysWith: { first, _ in first })
    let found = assembly.checked.facts.flatMap(\.findings)
    decidable = Set(
      zip(found, Finding.entries(of: found))
        .filter { $0.0.dataset == BudgetLine.table.name && !$0.0.row.isEmpty }.map(\.1.id))
  }

  /// The question of a finding, where it is of a kind.
  mutating func question(
    _ finding: FindingEntry, _ kind: ReviewQuestion.Kind
  ) throws -> ReviewQuestion? {
    guard ReviewQuestion.Kind(finding) == kind else { return nil }
    let document = finding.document.flatMap { documents[$0] }
    let rows = checks[finding.row]?.evidence ?? [finding.row]
    let candidates = lines[finding.row]?.candidates ?? []
    return ReviewQuestion(
      finding: finding.id, kind: kind, severity: finding.severity.rawValue,
      source: document?.path ?? "", line: finding.line, question: finding.message,
      text: try text(of: rows, candidates, seenFrom: finding.document), candidates: candidates,
      isDecidable: decidable.contains(finding.id), sourceHash: document?.sha256 ?? "")
  }

  // MARK: The lines of the sources

  private mutating func text(
    of rows: [String], _ candidates: [String], seenFrom home: String?
  ) throws -> [String] {
    let shown = rows.filter { places[$0] != nil }
    var text: [String] = []
    for row in shown.prefix(Self.mostRows) {
      guard let place = places[row], let document = try document(place.document) else { continue }
      let path =
        place.document == home ? "" : (documents[place.document]?.path ?? place.document) + " "
      let excerpt = SourceExcerpt(place.place, in: document, context: candidates.isEmpty ? 0 : 1)
      let sheet = excerpt.sheet.isEmpty ? "" : excerpt.sheet + " "
      let shown = Set(excerpt.lines.map(\.number))
      let lines =
        excerpt.lines
        + Self.lines(naming: candidates, near: place.place.line, in: document)
        .filter { !shown.contains($0.number) }
      for line in lines.sorted(by: { $0.number < $1.number }) where !line.text.isEmpty {
        let sign = line.marks.isEmpty ? "|" : ">"
        text.append("\(path)\(sheet)\(line.number) \(sign) \(line.text)")
      }
    }
    if shown.count > Self.mostRows { text.append("and \(shown.count - Self.mostRows) rows more") }
    return text
  }

  /// The line nearest to an amount that names each candidate: it may stand far from the amount.
  private static func lines(
    naming candidates: [String], near line: Int, in document: Document
  ) -> [SourceExcerpt.Line] {
    guard case .text(let body) = document.content, !candidates.isEmpty else { return [] }
    let near = max(1, line - farthestLine)...min(body.lineCount, line + farthestLine)
    let texts = near.map { (number: $0, text: body.text(ofLine: $0)) }
      .sorted { abs($0.number - line) < abs($1.number - line) }
    let named = candidates.compactMap { name in
      texts.first { fold($0.text).contains(name) }
    }
    return Set(named.map(\.number)).map { number in
      SourceExcerpt.Line(number: number, text: body.text(ofLine: number))
    }
  }

  private mutating func document(_ id: String) throws -> Document? {
    if let known = read[id] { return known }
    var document: Document?
    if let row = documents[id], let file = files[row.path] {
      document = try work.document(of: file, sha256: row.sha256, id: id)
    }
    read[id] = .some(document)
    return document
  }
}

extension ReviewQuestion.Kind {
  /// What sort of answer a finding asks for, where it asks for one.
  fileprivate init?(_ finding: FindingEntry) {
    switch FindingCode(rawValue: finding.rule) {
    case .linkAmbiguous: self = .link
    case .programmeUnknown, .projectUnknown, .ministryUnknown, .nameVariant: self = .name
    case .total, .printedTotal, .priorYear, .restated, .components, .series, .target, .registry,
      .crossMinistry:
      if finding.severity == .info { return nil }
      self = .check
    default: return nil
    }
  }
}
