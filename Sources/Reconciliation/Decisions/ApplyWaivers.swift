public import JapaneseText
public import Model

/// Findings after waivers, and what is to be said of the waivers.
public struct WaivedFindings: Sendable, Hashable {
  /// All findings; a waived one is for information only and says why.
  public var entries: [FindingEntry]
  /// Waivers that have ended while their finding is still there, or that nothing needs.
  public var findings: [Finding]
}

/// Applies waivers as of a day.
public func apply(_ waivers: [Waiver], to entries: [FindingEntry], asOf day: Day) -> WaivedFindings
{
  var result = WaivedFindings(entries: entries, findings: [])
  let places = Dictionary(
    entries.indices.map { (entries[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  for waiver in waivers {
    guard let place = places[waiver.finding] else {
      result.findings.append(
        waiver.finding(.waiverUnused, nil, "no finding has this key now. Remove the waiver"))
      continue
    }
    guard day <= waiver.ends else {
      result.findings.append(
        waiver.finding(
          .waiverExpired, entries[place].document,
          "it ended on \(waiver.ends) and the finding is still there. Settle it or renew the waiver"
        )
      )
      continue
    }
    result.entries[place].severity = .info
    result.entries[place].message +=
      " Waived until \(waiver.ends) by \(waiver.author): \(waiver.reason)."
  }
  return result
}

extension Waiver {
  fileprivate func finding(_ code: FindingCode, _ document: String?, _ problem: String) -> Finding {
    Finding(
      code, document: document, dataset: "waivers", subject: finding,
      message: "The waiver of \(author) on \(finding): \(problem).")
  }
}
