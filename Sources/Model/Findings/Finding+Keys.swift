extension Finding {
  /// Findings as rows of the published table, each with its key.
  ///
  /// A key is made of what the finding is about, not of its place or its wording, so a decision or
  /// a waiver still names it when lines move. Decisions give budget lines new keys, so a finding
  /// about one is known by its subject alone.
  public static func entries(of findings: [Finding]) -> [FindingEntry] {
    var keys = KeyGiver()
    return findings.map { finding in
      var entry = finding.entry
      entry.id = keys.key(
        "f",
        [
          finding.code.rawValue, finding.document ?? "", finding.dataset,
          finding.dataset == BudgetLine.table.name ? "" : finding.row, finding.subject,
        ])
      return entry
    }
  }
}
