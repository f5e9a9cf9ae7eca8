import Extraction
import Model

/// What was found in a text, as rows of text like those of the tables made by hand.
struct FactRows {
  private(set) var tables: [String: [[String: String]]] = [:]

  /// Extracts from a text, with nothing registered.
  init(_ specimen: Specimen) {
    let facts = Extractor(Registries()).facts(
      of: Document(
        id: specimen.name,
        attributes: DocumentAttributes(path: specimen.name, fiscalYear: specimen.fiscalYear),
        content: .text(TextBody(Array(specimen.text.utf8)))), settings: FamilySettings())
    tables["budget_lines"] = facts.budgetLines.map { FactRows.row($0.row) }
    tables["indicators"] = facts.indicators.map { FactRows.row($0.row) }
    tables["measures"] = facts.measures.map { fact in
      let row = fact.row
      return [
        "line": String(row.line), "section": row.section, "title": row.title,
        "ministries": row.ministries.joined(separator: ";"),
        "lead": row.lead.joined(separator: ";"),
      ]
    }
    tables["instruments"] = facts.instruments.map { fact in
      let row = fact.row
      return [
        "line": String(row.line), "name": row.name, "kind": row.kind.rawValue,
        "number": row.number.joined(separator: ";"), "date_start": text(row.dateStart),
        "date_end": text(row.dateEnd),
      ]
    }
    tables["dates"] = facts.dates.map { fact in
      [
        "line": String(fact.row.line), "text": fact.row.text, "kind": fact.row.kind.rawValue,
        "start": text(fact.row.start), "end": text(fact.row.end),
      ]
    }
    tables["amounts"] = facts.amounts.map { fact in
      [
        "line": String(fact.row.line), "text": fact.row.text,
        "amount_yen": text(fact.row.amountYen), "unit_yen": text(fact.row.unitYen),
      ]
    }
  }

  private static func row(_ line: BudgetLine) -> [String: String] {
    [
      "line": String(line.line), "raw": line.raw, "amount_yen": text(line.amountYen),
      "unit_yen": text(line.unitYen), "fiscal_year": text(line.fiscalYear),
      "budget_kind": line.budgetKind.rawValue, "supp_no": text(line.suppNo),
      "is_prior_year": line.isPriorYear ? "1" : "0", "level": line.level.rawValue,
      "project": line.project, "programme": line.programme, "reprise": line.reprise.rawValue,
      "inner": line.inner ? "1" : "0", "inhouse": line.inhouse ? "1" : "0",
      "link": line.link.rawValue,
    ]
  }

  private static func row(_ row: Indicator) -> [String: String] {
    [
      "line": String(row.line), "project": row.project, "kind": row.kind.rawValue,
      "name": row.name, "parent": row.parent, "target_value": row.targetValue?.digits ?? "",
      "target_unit": row.targetUnit, "target_op": row.targetOp?.rawValue ?? "",
      "target_year": text(row.targetYear), "target_basis": row.targetBasis?.rawValue ?? "",
      "latest_value": row.latestValue?.digits ?? "", "by_year": row.byYear.joined(separator: ";"),
      "grade": row.grade,
    ]
  }
}

private func text(_ value: (some CustomStringConvertible)?) -> String {
  value.map(\.description) ?? ""
}
