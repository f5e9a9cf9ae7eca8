import Model

/// The findings of one source; past the limit of a code they are counted, not kept.
struct FindingList {
  let document: String
  let limit: Int
  private(set) var findings: [Finding] = []
  private var counts: [FindingCode: Int] = [:]

  init(document: String, limit: Int) {
    self.document = document
    self.limit = limit
  }

  /// Adds a finding; the message is made only when the finding is kept.
  mutating func add(
    _ code: FindingCode, severity: Severity? = nil, at place: Place? = nil, subject: String = "",
    _ message: @autoclosure () -> String
  ) {
    let count = counts[code, default: 0] + 1
    counts[code] = count
    guard count <= limit else { return }
    findings.append(
      Finding(
        code, severity: severity, document: document, place: place, subject: subject,
        message: message()))
  }

  /// Adds the findings of another list, and its counts.
  mutating func take(_ other: FindingList) {
    var kept = counts
    for finding in other.findings where kept[finding.code, default: 0] < limit {
      kept[finding.code, default: 0] += 1
      findings.append(finding)
    }
    counts.merge(other.counts) { $0 + $1 }
  }

  /// All findings, with one more for each code of which some were only counted.
  func finish() -> [Finding] {
    var all = findings
    for code in FindingCode.allCases {
      guard let count = counts[code], count > limit else { continue }
      all.append(
        Finding(
          code, document: document, subject: "more",
          message: "\(count - limit) more findings of this kind in this source"))
    }
    return all
  }
}
