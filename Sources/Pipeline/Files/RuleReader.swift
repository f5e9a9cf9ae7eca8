import Model
import Reconciliation
import YAML

/// A rule as the pipeline file says it, with families in place of documents.
struct PipelineRule: Sendable {
  /// The rule, without documents.
  var rule: Rule
  /// The families it looks at; nothing for all.
  var families: [String]?
  /// The families that are ministries' own tables.
  var ministryFamilies: [String]
  /// The families that are the headquarters' documents.
  var headquartersFamilies: [String]

  /// The rule for the documents that were read.
  func rule(for documents: [SourceDocument]) -> Rule {
    func keys(_ families: [String]) -> Set<String> {
      Set(documents.filter { families.contains($0.layout) }.map(\.id))
    }
    var rule = rule
    rule.documents = families.map(keys)
    rule.ministryDocuments = keys(ministryFamilies)
    rule.headquartersDocuments = keys(headquartersFamilies)
    return rule
  }
}

/// Reads the rules of a pipeline file.
struct RuleReader {
  let file: String

  /// A rule of the list.
  func rule(
    _ node: YAMLNode, _ pipeline: PipelineFile, _ problems: inout [PipelineProblem]
  ) -> PipelineRule {
    var fields = Fields(node, of: file, problems: &problems)
    let kind = fields.word("rule", Rule.Kind.self, &problems)
    if fields.node("rule") == nil { _ = fields.required("rule", &problems) }
    var rule = Rule(kind ?? .total, id: fields.text("id", &problems))
    rule.message = fields.text("message", &problems) ?? ""
    rule.reprise = fields.word("reprise", ReprisePolicy.self, &problems) ?? .infer
    if let years = fields.integer("years", in: 1...100, &problems) {
      rule.targetYears = Int64(years)
    }
    if let node = fields.node("severity") { rule.severities = severities(node, &problems) }
    if let node = fields.node("mixes") { rule.mixedStages = stages(node, &fields, &problems) }
    let result = PipelineRule(
      rule: rule, families: families("families", &fields, pipeline, &problems),
      ministryFamilies: families("ministries", &fields, pipeline, &problems) ?? [],
      headquartersFamilies: families("headquarters", &fields, pipeline, &problems) ?? [])
    fields.finish(&problems)
    return result
  }

  private func families(
    _ key: String, _ fields: inout Fields, _ pipeline: PipelineFile,
    _ problems: inout [PipelineProblem]
  ) -> [String]? {
    let names = fields.texts(key, &problems)
    guard let node = fields.node(key) else { return names }
    for name in names ?? [] where pipeline.families[name] == nil {
      let known = pipeline.families.keys.sorted().joined(separator: ", ")
      fields.note(node, "there is no family '\(name)'; the families are: \(known)", &problems)
    }
    return names
  }

  private func severities(
    _ node: YAMLNode, _ problems: inout [PipelineProblem]
  ) -> [ReconciliationStatus: Severity] {
    var fields = Fields(node, of: file, problems: &problems)
    var severities: [ReconciliationStatus: Severity] = [:]
    for status in ReconciliationStatus.allCases {
      severities[status] = fields.word(status.rawValue, Severity.self, &problems)
    }
    fields.finish(&problems)
    return severities
  }

  /// A list of lists of stages that count as one.
  private func stages(
    _ node: YAMLNode, _ fields: inout Fields, _ problems: inout [PipelineProblem]
  ) -> [Set<BudgetKind>] {
    guard case .sequence(let sets) = node.content else {
      fields.note(node, "mixes should be a list of lists of stages", &problems)
      return []
    }
    return sets.map { set in
      guard case .sequence(let names) = set.content else {
        fields.note(
          set, "a list of stages should stand here, like [initial, initial_draft]", &problems)
        return []
      }
      return Set(
        names.compactMap { name in
          if case .scalar(let word, _) = name.content, let kind = BudgetKind(rawValue: word) {
            return kind
          }
          let known = BudgetKind.allCases.map(\.rawValue).joined(separator: ", ")
          fields.note(name, "a stage should be one of: \(known)", &problems)
          return nil
        })
    }
  }
}
