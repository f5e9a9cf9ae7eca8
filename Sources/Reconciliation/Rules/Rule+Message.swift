import Model

extension Rule {
  /// The message of a finding about an entry: the rule's own words with its places filled in, or
  /// the usual ones.
  func message(for entry: ReconciliationEntry) -> String {
    let text = message.isEmpty ? Rule.usualMessage(entry) : message
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let name = rest[rest.index(after: open)..<close]
      filled += Rule.value(of: name, in: entry) ?? String(rest[...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private static func usualMessage(_ entry: ReconciliationEntry) -> String {
    let suspects =
      entry.suspects.isEmpty
      ? "" : " Look first at: \(entry.suspects.prefix(3).joined(separator: " | "))."
    return "{scope}: {left} against {right}: {explanation}." + suspects
  }

  private static func value(of name: Substring, in entry: ReconciliationEntry) -> String? {
    switch name {
    case "rule": entry.rule
    case "document": entry.document
    case "scope": entry.scope
    case "fiscal_year": entry.fiscalYear.map(String.init) ?? ""
    case "left": entry.leftLabel
    case "right": entry.rightLabel
    case "left_yen": entry.leftYen.map(String.init) ?? ""
    case "right_yen": entry.rightYen.map(String.init) ?? ""
    case "difference": entry.difference.map(String.init) ?? ""
    case "status": entry.status.rawValue
    case "explanation": entry.explanation
    case "suspects": entry.suspects.joined(separator: " | ")
    default: nil
    }
  }
}
