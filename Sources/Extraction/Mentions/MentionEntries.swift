import JapaneseText
import Model

/// Turns the dates and amounts of a text into rows, and what is wrong with them into findings.
struct MentionEntries {
  let layout: Layout
  let mentions: MentionIndex
  let document: String

  func addDates(to facts: inout Facts) {
    for date in mentions.dates {
      let place = layout.place(date.range)
      var entry = DateEntry()
      entry.line = place.line
      entry.text = layout.printed(date.range)
      entry.kind = DateKind(date.kind)
      entry.start = date.start
      entry.end = date.end
      entry.flags = date.flags.map(\.rawValue)
      facts.dates.append(Fact(entry, at: place))
      if let error = date.error {
        facts.findings.append(finding(.dateImpossible, entry.text, place, error.message))
      } else if let flag = date.flags.first(where: \.needsAttention) {
        facts.findings.append(finding(.dateFlagged, entry.text, place, flag.message))
      }
    }
  }

  func addAmounts(to facts: inout Facts) {
    for amount in mentions.amounts {
      let place = layout.place(amount.range)
      var entry = AmountEntry()
      entry.line = place.line
      entry.text = layout.printed(amount.range)
      entry.amountYen = amount.yen
      entry.unitYen = amount.unitYen
      entry.qualifiers = amount.qualifiers.map(\.rawValue)
      facts.amounts.append(Fact(entry, at: place))
      if amount.error != nil {
        facts.findings.append(
          finding(
            .amountUnreadable, entry.text, place,
            "the number is malformed or too large, so the amount has no value"))
      }
    }
  }

  private func finding(_ code: FindingCode, _ text: String, _ place: Place, _ why: String)
    -> Finding
  {
    Finding(
      code, document: document, place: place,
      dataset: code == .amountUnreadable ? "amounts" : "dates",
      subject: text, message: "\(text) (line \(place.line)): \(why); check it against the original")
  }
}

extension DateKind {
  init(_ kind: DateMention.Kind) { self = DateKind(rawValue: kind.rawValue) ?? .range }
}

extension DateFlag {
  /// Whether a person should see it: the source itself is odd.
  fileprivate var needsAttention: Bool {
    switch self {
    case .beforeEraStart, .reversedRange, .dualMismatch, .farFuture, .unresolved, .eraEnded, .typo:
      true
    case .boundaryOverlap, .joined, .letterOnly, .yearAssumed: false
    }
  }

  fileprivate var message: String {
    switch self {
    case .eraEnded: "the era had ended by then"
    case .beforeEraStart: "the era had not begun yet"
    case .farFuture: "the year lies after 2100"
    case .reversedRange: "the range ends before it starts"
    case .dualMismatch: "the two names of the year are not the same year"
    case .typo: "a character of it stands twice"
    case .unresolved: "the text does not say which date it is reckoned from"
    case .boundaryOverlap, .joined, .letterOnly, .yearAssumed: rawValue
    }
  }
}

extension DateError {
  fileprivate var message: String {
    switch self {
    case .yearZero: "era years begin at 1 (元)"
    case .noSuchDay: "the month has no such day"
    case .noSuchMonth: "there is no such month"
    case .noSuchQuarter: "there is no such quarter"
    case .calendarGap: "the day was left out when the calendar changed"
    case .missingYear: "the era has no year"
    case .badYear: "the year cannot be held"
    case .notADate: "it is no date"
    }
  }
}
