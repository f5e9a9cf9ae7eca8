import Model

/// Says what a person should look at in the budget lines.
struct BudgetFindings {
  let names: NameRegistry
  let document: String
  // Two amounts may read alike; each finding keeps its own subject when the other is settled.
  private var seen: [String: Int] = [:]

  init(names: NameRegistry, document: String) {
    self.names = names
    self.document = document
  }

  /// Adds the findings of all budget lines, whose keys are known.
  mutating func add(to facts: inout Facts) {
    var unknownProjects: Set<String> = []
    for line in facts.budgetLines {
      if line.row.link == .ambiguous { facts.findings.append(ambiguous(line)) }
      for name in unknownProgrammes(line.row) {
        facts.findings.append(unknown(.programmeUnknown, name, line))
      }
      let project = line.row.project
      if names.hasProjects, !project.isEmpty, names.project(project) == nil,
        unknownProjects.insert(project).inserted
      {
        facts.findings.append(unknown(.projectUnknown, project, line))
      }
    }
  }

  private func unknownProgrammes(_ row: BudgetLine) -> [String] {
    guard names.hasProgrammes, row.level == .programme, !row.programme.isEmpty else { return [] }
    return row.programme.split(separator: "/").map { String($0).trimmingBlanks }
      .filter { names.programme($0) == nil }
  }

  private mutating func ambiguous(_ line: Fact<BudgetLine>) -> Finding {
    let candidates = line.row.candidates.joined(separator: ", ")
    return Finding(
      .linkAmbiguous, document: document, place: line.place, dataset: "budget_lines",
      row: line.row.id, subject: own("\(line.row.project) \(line.row.raw)"),
      message: "\(line.row.raw) (line \(line.row.line)): the text does not say whose money it is"
        + (candidates.isEmpty
          ? "; no programme stands near it" : "; it may be that of \(candidates)")
        + "; settle it with a decision")
  }

  private mutating func unknown(_ code: FindingCode, _ name: String, _ line: Fact<BudgetLine>)
    -> Finding
  {
    Finding(
      code, document: document, place: line.place, dataset: "budget_lines",
      row: line.row.id, subject: own(name),
      message: "\(name) (line \(line.row.line)) stands in no registry; add it or its alias there")
  }

  private mutating func own(_ subject: String) -> String {
    let count = seen[subject, default: 0] + 1
    seen[subject] = count
    return count == 1 ? subject : "\(subject) #\(count)"
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[Layout.trimmed(0..<bytes.count, bytes)], as: UTF8.self)
  }
}
