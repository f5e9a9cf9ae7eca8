import Model

/// What does not add up, worst first.
struct MismatchSection {
  /// How many checks are shown in full; the dataset has them all.
  private static let most = 500

  private let entries: [ReconciliationEntry]
  private let parts: Parts
  private let lines: [String: BudgetLine]

  init(_ content: ReportContent) {
    entries = content.reconciliations.filter { $0.status == .mismatch }.sorted {
      ($1.severity, $1.size, $0.id) < ($0.severity, $0.size, $1.id)
    }
    parts = Parts(content)
    lines = Dictionary(
      content.budgetLines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var section: ReportPage.Section {
    var body =
      entries.isEmpty
      ? Parts.nothing("合わない照合はありません。", "Nothing fails to add up.")
      : Markup(entries.prefix(MismatchSection.most).map(card))
    body += Parts.rest(entries.count - MismatchSection.most)
    return ReportPage.Section(
      id: "mismatches", title: Bilingual("合わないもの", "What does not add up"),
      count: entries.count, body: body)
  }

  private func card(_ entry: ReconciliationEntry) -> Markup {
    let year: Markup = entry.fiscalYear.map { "\(Parts.year($0))" } ?? .nothing
    let unit: Markup =
      entry.unitYen.map { "（\(Bilingual("単位", "unit")) \(PeopleNumbers.yen($0))）" } ?? .nothing
    return """
      <article class="card \(entry.severity.rawValue)"\
      \(Filterable(severity: entry.severity.rawValue, document: entry.document).attributes)>
      <h3>\(Parts.badge(entry.severity)) \(JapaneseWords.side(entry.scope)) \(year)</h3>
      <p class="soft">\(entry.rule) · \(parts.place(entry.document, nil)) \
      <span class="id">\(entry.id)</span></p>
      <div class="sides">
      \(side(entry.leftLabel, entry.leftYen, entry.leftLow, entry.leftHigh))
      \(side(entry.rightLabel, entry.rightYen, entry.rightLow, entry.rightHigh))
      </div>
      <p>\(Bilingual("差", "Difference")): <b>\(Self.difference(entry.difference))</b> \(unit)</p>
      <p>\(JapaneseWords.explanation(entry.explanation))</p>
      \(list(Bilingual("疑わしいもの", "Suspects"), entry.suspects.map { "\(JapaneseWords.side($0))" },
        isOpen: true))
      \(list(
        Bilingual("根拠の行", "Rows used"), entry.evidence.prefix(Parts.most).map(evidence),
        of: entry.evidence.count))
      \(parts.sources(of: entry.evidence, isOpen: entry.severity == .error))
      </article>

      """
  }

  private func side(_ label: String, _ yen: Int64?, _ low: Int64?, _ high: Int64?) -> Markup {
    var interval = Markup.nothing
    if let low, let high, low != high {
      interval = """
        <br><span class="soft">\(Bilingual("ありうる範囲", "may stand for")) \
        \(PeopleNumbers.yen(low)) – \(PeopleNumbers.yen(high))</span>
        """
    }
    return
      "<div>\(JapaneseWords.side(label))<br><span class=\"amount\">\(Parts.amount(yen))</span>\(interval)</div>"
  }

  private static func difference(_ yen: Int64?) -> Markup {
    guard let yen else { return "—" }
    return "\(PeopleNumbers.yen(yen, sign: true)) (\(PeopleNumbers.number(yen, sign: true)) 円)"
  }

  private func evidence(_ id: String) -> Markup {
    guard let line = lines[id] else { return "<span class=\"id\">\(id)</span>" }
    let name = line.programme.isEmpty ? line.project : line.programme
    return """
      \(name) \(Parts.amount(line.amountYen)) <span class="soft">\
      \(parts.place(line.document, line.line))</span> <span class="id">\(id)</span>
      """
  }

  private func list(
    _ title: Bilingual, _ items: [Markup], of count: Int? = nil, isOpen: Bool = false
  ) -> Markup {
    guard !items.isEmpty else { return .nothing }
    let count = count ?? items.count
    let listed = items.map { item -> Markup in "<li>\(item)</li>" }
    return """
      <details\(isOpen ? " open" : Markup.nothing)><summary>\(title) (\(count))</summary>\
      <ul class="plain">\(listed)</ul>\(Parts.rest(count - items.count))</details>
      """
  }
}

extension ReconciliationEntry {
  /// How large the difference is, whatever its sign.
  fileprivate var size: UInt64 { difference?.magnitude ?? 0 }
}
