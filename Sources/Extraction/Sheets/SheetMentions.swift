import JapaneseText
import Model

/// The dates and amounts that the texts of cells name.
struct SheetMentions {
  let sheet: Sheet
  let options: ScanOptions
  let wantsDates: Bool
  let wantsAmounts: Bool

  func add(to facts: inout Facts) {
    for cell in sheet.cells {
      switch cell.value {
      case .text(let text): add(text, cell, to: &facts)
      case .day(let day, let shown):
        guard wantsDates else { continue }
        var entry = DateEntry()
        entry.line = cell.reference.row
        entry.text = shown
        entry.start = day
        entry.end = day
        facts.dates.append(Fact(entry, at: place(cell, shown)))
      case .number, .boolean, .error: continue
      }
    }
  }

  private func add(_ text: String, _ cell: Cell, to facts: inout Facts) {
    let body = TextBody(Array(text.utf8))
    let mentions = TextScanner.mentions(in: body.bytes, options: options)
    if wantsDates {
      for date in mentions.dates {
        var entry = DateEntry()
        entry.line = cell.reference.row
        entry.text = body.printed(date.range)
        entry.kind = DateKind(date.kind)
        entry.start = date.start
        entry.end = date.end
        entry.flags = date.flags.map(\.rawValue)
        facts.dates.append(Fact(entry, at: place(cell, text)))
      }
    }
    guard wantsAmounts else { return }
    for amount in mentions.amounts {
      var entry = AmountEntry()
      entry.line = cell.reference.row
      entry.text = body.printed(amount.range)
      entry.amountYen = amount.yen
      entry.unitYen = amount.unitYen
      entry.qualifiers = amount.qualifiers.map(\.rawValue)
      facts.amounts.append(Fact(entry, at: place(cell, text)))
    }
  }

  private func place(_ cell: Cell, _ text: String) -> Place {
    Place(cell: cell.reference, length: text.unicodeScalars.count, sheet: sheet.name)
  }
}
