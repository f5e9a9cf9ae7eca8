import Model

/// What the tables say in English, for readers of the report in Japanese too.
struct JapaneseWords {
  private let checks: [String: ReconciliationEntry]

  init(_ checks: [ReconciliationEntry]) {
    self.checks = Dictionary(
      checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The message of a finding.
  func message(of finding: FindingEntry) -> Bilingual {
    if finding.dataset == ReconciliationEntry.table.name, let check = checks[finding.row],
      let japanese = JapaneseWords.usual(check, finding.message)
    {
      return Bilingual(japanese, finding.message)
    }
    return Bilingual(PhraseBook.findings.japanese(finding.message), finding.message)
  }

  /// A side, a scope, or another short text of a check.
  static func side(_ text: String) -> Bilingual {
    Bilingual(PhraseBook.checks.japanese(text), text)
  }

  /// What a check says of itself.
  static func explanation(_ text: String) -> Bilingual {
    Bilingual(PhraseBook.checks.japanese(sentences: text), text)
  }

  /// The finding of a check, where its message has the usual words; what follows them, such as a
  /// waiver, is kept.
  private static func usual(_ check: ReconciliationEntry, _ message: String) -> String? {
    let start =
      "\(check.scope): \(check.leftLabel) against \(check.rightLabel): \(check.explanation)."
    guard message.utf8.starts(with: start.utf8) else { return nil }
    var japanese =
      "\(side(check.scope).japanese)：\(side(check.leftLabel).japanese) と "
      + "\(side(check.rightLabel).japanese)：\(explanation(check.explanation).japanese)。"
    if !check.suspects.isEmpty {
      let suspects = check.suspects.prefix(3).map { side($0).japanese }
      japanese += " まず確かめる数字：\(suspects.joined(separator: " | "))。"
    }
    // A waiver follows the usual words; most checks have none.
    let rest = message.utf8.dropFirst(start.utf8.count)
    guard let waiver = rest.firstRange(of: " Waived until ".utf8) else { return japanese }
    return PhraseBook.findings.japanese(japanese + message[waiver.lowerBound...])
  }
}
