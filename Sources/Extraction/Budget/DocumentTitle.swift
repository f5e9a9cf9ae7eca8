import JapaneseText
import Model

/// Reads from the title of a document which budget it lists: 令和7年度予算案の主要事項.
struct DocumentTitle {
  let layout: Layout
  let mentions: MentionIndex
  let settings: FamilySettings

  /// The title stands on one of the first lines.
  private static let mostLines = 5
  private static let budget: Word = "予算"

  /// The year and stage that the title names.
  func head() -> BudgetHead? {
    for line in layout.content.prefix(DocumentTitle.mostLines) {
      let text = layout.lines[line].text
      guard layout.bytes[text].firstIndex(of: 0x28) != text.lowerBound,
        let date = mentions.dates(in: text).first(where: { $0.fiscalYear != nil }),
        mentions.amounts(in: text).isEmpty
      else { continue }
      let rest = date.range.upperBound..<text.upperBound
      guard let kind = kind(rest) else { continue }
      return BudgetHead(
        start: date.range.lowerBound, fiscalYear: date.fiscalYear, kind: kind, isInhouse: false)
    }
    return nil
  }

  private func kind(_ range: Range<Int>) -> BudgetKind? {
    let says = { (word: Word) in layout.find(word, in: range) != nil }
    if says("概算要求") || says("要求額") { return .request }
    if says("決算") { return .settlement }
    guard says(DocumentTitle.budget) else { return nil }
    if says("補正") { return says("案") ? .supplementaryDraft : .supplementary }
    return says("予算案") || says("予算(案)") || says("政府案") ? .initialDraft : settings.defaultStage
  }
}
