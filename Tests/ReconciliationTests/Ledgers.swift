import Model
import Reconciliation

/// 億円 as yen.
let oku: Int64 = 100_000_000

/// A figure printed in 億円, `16.8` or `326`.
func oku(_ text: String, _ rounding: Rounding = .round) -> Figure {
  let parts = text.split(separator: ".")
  let whole = Int64(parts[0]) ?? 0
  guard parts.count == 2, let tenths = Int64(parts[1]) else {
    return Figure(yen: whole * oku, unit: oku, rounding: rounding)
  }
  return Figure(yen: whole * oku + tenths * oku / 10, unit: oku / 10, rounding: rounding)
}

/// Facts of one source, made line by line.
struct Ledgers {
  var facts: Facts
  private var nextLine = 1

  init(_ document: String) { facts = Facts(document: document) }

  /// Adds a line; what is not said is the usual.
  mutating func add(
    _ level: BudgetLevel, _ project: String, _ programme: String = "", _ figure: Figure?,
    year: Int? = 2022, kind: BudgetKind = .initial, _ change: (inout BudgetLine) -> Void = { _ in }
  ) {
    var row = BudgetLine()
    row.level = level
    row.project = project
    row.programme = programme
    row.amountYen = figure?.yen
    row.unitYen = figure?.unit
    row.rounding = figure?.rounding ?? .round
    row.fiscalYear = year
    row.budgetKind = kind
    row.line = nextLine
    change(&row)
    facts.budgetLines.append(Fact(row, at: Place(Span(line: nextLine, columns: 0..<4))))
    nextLine += 1
  }

  /// States that a figure is the sum of others.
  mutating func state(
    _ rule: FindingCode, _ scope: String, _ total: Figure?, _ parts: [Figure?],
    subtracted: Set<Int> = []
  ) {
    let place = Place(Span(line: nextLine, columns: 0..<4))
    facts.sums.append(
      SumClaim(
        rule: rule, scope: scope, total: SumClaim.Term(label: "計", figure: total, place: place),
        parts: parts.enumerated().map { index, figure in
          SumClaim.Term(
            label: "part \(index + 1)", figure: figure, isSubtracted: subtracted.contains(index),
            place: Place(Span(line: nextLine + index + 1, columns: 0..<4)))
        }))
    nextLine += parts.count + 1
  }

  /// The facts with their keys.
  var keyed: Facts {
    var facts = facts
    facts.giveKeys()
    return facts
  }
}

/// Runs rules over sources whose documents are named as they are keyed.
func reconcile(
  _ ledgers: [Ledgers], _ rules: [Rule], registries: Registries = Registries(),
  issuers: [String: String] = [:], roundings: [String: Rounding] = [:]
) -> ReconciliationResult {
  let documents = ledgers.map { ledger in
    var document = SourceDocument()
    document.id = ledger.facts.document
    document.path = "\(ledger.facts.document).txt"
    document.issuer = issuers[document.id] ?? ""
    return document
  }
  return reconcile(
    ledgers.map(\.keyed), documents: documents, registries: registries, rules: rules,
    roundings: roundings)
}
