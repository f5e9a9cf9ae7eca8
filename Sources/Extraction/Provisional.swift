import JapaneseText
public import Model

/// How a document family is understood.
public struct FamilySettings: Sendable {
  /// The usual settings.
  public init() {}
}

/// Finds the dates and amounts of a text.
public func extract(
  _ document: Document, settings: FamilySettings, registries: Registries
) -> Facts {
  var facts = Facts(document: document.id)
  guard case .text(let body) = document.content else { return facts }
  let options = ScanOptions(fiscalYear: document.attributes.fiscalYear)
  let mentions = TextScanner.mentions(in: body.bytes, options: options)
  for mention in mentions.dates where mention.error == nil {
    let place = body.place(of: mention.range)
    var row = DateEntry()
    row.line = place.line
    row.text = body.printed(mention.range)
    row.kind = DateKind(rawValue: mention.kind.rawValue) ?? .day
    row.start = mention.start
    row.end = mention.end
    row.flags = mention.flags.map(\.rawValue)
    facts.dates.append(Fact(row, at: place))
  }
  for mention in mentions.amounts {
    let place = body.place(of: mention.range)
    var row = AmountEntry()
    row.line = place.line
    row.text = body.printed(mention.range)
    row.amountYen = mention.yen
    row.unitYen = mention.unitYen
    row.qualifiers = mention.qualifiers.map(\.rawValue)
    facts.amounts.append(Fact(row, at: place))
  }
  facts.giveKeys()
  return facts
}
