import Extraction
import Model
import YAML

/// Reads a document family of a pipeline file.
struct FamilyReader {
  let file: String

  /// Units of money, up to a quadrillion yen.
  private static let steps = 1...1_000_000_000_000_000

  /// The settings of a family; what is not said stays as usual.
  func family(_ node: YAMLNode, _ problems: inout [PipelineProblem]) -> FamilySettings {
    var fields = Fields(node, of: file, problems: &problems)
    var family = FamilySettings()
    if let words = fields.texts("recognisers", &problems), let node = fields.node("recognisers") {
      family.recognisers = Set(words.compactMap { recogniser($0, node, fields, &problems) })
    }
    family.fiscalYear = fields.integer("fiscal_year", in: Fields.years, &problems)
    set(&family.defaultStage, fields.word("stage", BudgetKind.self, &problems))
    if let rounding = fields.word("rounding", Rounding.self, &problems) {
      (family.rounding, family.roundingIsDeclared) = (rounding, true)
    }
    set(&family.issuerMinistries, fields.texts("ministries", &problems))
    set(&family.relisted, fields.word("relisted", RelistedMoney.self, &problems))
    set(&family.programmeSuffixes, fields.texts("programme_suffixes", &problems))
    set(&family.projectSuffixes, fields.texts("project_suffixes", &problems))
    set(&family.totalLabels, fields.texts("total_labels", &problems))
    set(&family.inhouseLabels, fields.texts("inhouse_labels", &problems))
    family.targetYear = fields.integer("target_year", in: Fields.years, &problems)
    if let node = fields.node("sheets") { family.sheets = sheets(node, &problems) }
    fields.finish(&problems)
    return family
  }

  private func sheets(_ node: YAMLNode, _ problems: inout [PipelineProblem]) -> SheetSettings {
    var fields = Fields(node, of: file, problems: &problems)
    var sheets = SheetSettings()
    if let unit = fields.integer("unit_yen", in: FamilyReader.steps, &problems) {
      sheets.unitYen = Int64(unit)
    }
    if let step = fields.integer("rounded_to_yen", in: FamilyReader.steps, &problems) {
      sheets.roundedToYen = Int64(step)
    }
    set(&sheets.programmeColumns, fields.texts("programme_columns", &problems))
    set(&sheets.projectColumns, fields.texts("project_columns", &problems))
    set(&sheets.ministryColumns, fields.texts("ministry_columns", &problems))
    set(&sheets.yearColumns, fields.texts("year_columns", &problems))
    set(&sheets.stageColumns, fields.texts("stage_columns", &problems))
    set(&sheets.ignoredColumns, fields.texts("ignored_columns", &problems))
    set(&sheets.totalWords, fields.texts("total_words", &problems))
    set(&sheets.differenceColumns, fields.texts("difference_columns", &problems))
    if let node = fields.node("stages") { sheets.stageWords = stages(node, &problems) }
    fields.finish(&problems)
    return sheets
  }

  /// Words of money columns with their stages: `予算額: initial`.
  private func stages(
    _ node: YAMLNode, _ problems: inout [PipelineProblem]
  ) -> [String: BudgetKind] {
    var fields = Fields(node, of: file, problems: &problems)
    var stages: [String: BudgetKind] = [:]
    for entry in fields.named {
      stages[entry.key] = fields.word(entry.key, BudgetKind.self, &problems)
    }
    return stages
  }

  private func recogniser(
    _ word: String, _ node: YAMLNode, _ fields: Fields, _ problems: inout [PipelineProblem]
  ) -> Recogniser? {
    if let recogniser = Recogniser(rawValue: word) { return recogniser }
    let known = Recogniser.allCases.map(\.rawValue).joined(separator: ", ")
    fields.note(
      node, "there is no recogniser '\(word)'; the recognisers are: \(known)", &problems)
    return nil
  }

  private func set<Value>(_ property: inout Value, _ value: Value?) {
    if let value { property = value }
  }
}
