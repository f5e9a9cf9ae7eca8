import Model

/// Which ministries a budget line is of, by their full names.
struct MinistryNames {
  private var names: [String: String] = [:]
  private var ofProgrammes: [String: [String]] = [:]
  private var issuers: [String: String] = [:]

  init(_ content: ReportContent) {
    for ministry in content.ministries {
      names[ministry.id] = ministry.name
      names[ministry.name] = ministry.name
      for alias in ministry.aliases { names[alias] = ministry.name }
    }
    for programme in content.programmes { ofProgrammes[programme.id] = programme.ministries }
    for document in content.documents {
      if let name = names[document.issuer] { issuers[document.id] = name }
    }
  }

  /// The full name of a ministry.
  subscript(_ name: String) -> String { names[name] ?? name }

  /// The ministry whose money a line is alone: the one it prints, or the one whose own table it
  /// stands in.
  func sole(_ line: BudgetLine) -> String? {
    if line.ministries.isEmpty { return issuers[line.document] }
    return line.ministries.count == 1 ? self[line.ministries[0]] : nil
  }

  /// The ministries of a line: those it prints, those of its programme in the registry, or the one
  /// whose own table it stands in.
  func all(_ line: BudgetLine) -> [String] {
    if !line.ministries.isEmpty { return line.ministries.map { self[$0] } }
    let known = Set(line.programmeID.map { ofProgrammes[$0] ?? [] })
    if known.count == 1, let ministries = known.first, !ministries.isEmpty {
      return ministries.map { self[$0] }
    }
    return issuers[line.document].map { [$0] } ?? []
  }
}
