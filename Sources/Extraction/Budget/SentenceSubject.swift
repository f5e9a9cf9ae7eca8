import Model

/// Finds what a figure inside a sentence is for: the subject of its list item, or the noun before.
struct SentenceSubject {
  let layout: Layout
  let reader: ProgrammeNameReader
  let lexicon: Lexicon

  private static let topics: [Word] = [
    "については", "においては", "では", "において", "について", "は、", "に係る", "による",
  ]
  private static let purpose: [Word] = ["として", "に必要な経費", "のため"]

  /// The link of a figure said in a sentence.
  func link(for amount: BudgetAmount) -> ProgrammeLink {
    let start = itemStart(layout.line(at: amount.range.lowerBound))
    if let subject = subject(start..<amount.range.lowerBound) {
      return ProgrammeLink(names: [subject], method: LinkMethod.sentence)
    }
    if let noun = noun(before: amount.range.lowerBound, from: start) {
      return ProgrammeLink(
        names: [noun], link: .inferred, method: LinkMethod.nearSentence)
    }
    return ProgrammeLink(link: .ambiguous, method: LinkMethod.nothing)
  }

  /// Where the list item or paragraph that a line belongs to starts.
  func itemStart(_ line: Int) -> Int {
    var index = layout.contentIndex[line]
    for _ in 0..<12 {
      let text = layout.lines[layout.content[index]].text
      if let first = layout.scalar(at: text.lowerBound),
        Marks.bullets.contains(first.value) || Marks.circledNumber(first.value) != nil
      {
        return layout.skipBlanks(text.lowerBound + first.length)
      }
      if index == 0 || layout.lines[layout.content[index]].blanksBefore > 1 {
        return text.lowerBound
      }
      index -= 1
    }
    return layout.lines[line].text.lowerBound
  }

  /// X事業 of 「X事業については、…」 at the start of an item.
  private func subject(_ range: Range<Int>) -> String? {
    let text = layout.joined(range.lowerBound..<min(range.upperBound, range.lowerBound + 200))
    let bytes = Array(text.utf8)
    for topic in SentenceSubject.topics {
      guard let cut = bytes.firstIndex(of: topic.bytes) else { continue }
      let name = reader.read(String(decoding: bytes[..<cut], as: UTF8.self))
      if name.isStrong, name.names.count == 1, let first = name.names.first { return first }
    }
    return nil
  }

  /// The noun before として: 運営に必要となる経費として約66億円.
  private func noun(before end: Int, from start: Int) -> String? {
    let text = Array(layout.joined(start..<end).utf8)
    for purpose in SentenceSubject.purpose {
      guard let cut = text.firstIndex(of: purpose.bytes, from: max(0, text.count - 40)) else {
        continue
      }
      var first = cut
      let stops = [Word("、").bytes, Word("。").bytes, Word("にて").bytes, Word("により").bytes]
      while first > 0,
        !stops.contains(where: {
          first >= $0.count && text[..<first].suffix($0.count).elementsEqual($0)
        })
      {
        first -= 1
      }
      let noun = String(decoding: text[first..<cut], as: UTF8.self)
      if noun.utf8.count >= 9 { return noun }
    }
    return nil
  }
}
