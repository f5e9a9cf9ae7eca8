import JSON
import Model

/// What the cache holds of the checks over all sources.
enum StagedChecks {
  /// The lines of checks and findings.
  static func lines(_ entries: [ReconciliationEntry], _ findings: [Finding]) -> [JSONValue] {
    entries.map { ["check": RowCoding.json($0)] }
      + findings.map { ["finding": RowCoding.json($0)] }
  }

  /// The checks and findings from their lines; nothing where a line is not of this form.
  static func checks(
    _ lines: [JSONValue]
  ) -> (entries: [ReconciliationEntry], findings: [Finding])? {
    var entries: [ReconciliationEntry] = []
    var findings: [Finding] = []
    for line in lines {
      if let json = line["check"] {
        guard let entry = RowCoding.row(json, ReconciliationEntry.self) else { return nil }
        entries.append(entry)
      } else {
        guard let finding = RowCoding.finding(line["finding"]) else { return nil }
        findings.append(finding)
      }
    }
    return (entries, findings)
  }
}
