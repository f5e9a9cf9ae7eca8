/// Says in Japanese what the program says in English: explanations of checks, and findings.
///
/// A phrase is a pair of patterns. `{}` in the English one stands for a stretch of text, the
/// shortest that fits; `{0}`, `{1}` in the Japanese one for what stood there, itself in Japanese
/// where it is a phrase. The first phrase that fits is taken; text that none fits stays as it is.
struct PhraseBook {
  /// An English pattern cut at its gaps, and a Japanese one cut at its gaps.
  private struct Phrase {
    let english: [[UInt8]]
    let japanese: [Piece]
  }

  private enum Piece {
    case text(String)
    case gap(Int)
  }

  private let phrases: [Phrase]

  init(_ phrases: [(english: String, japanese: String)]) {
    self.phrases = phrases.map { english, japanese in
      let pieces = Array(english.utf8).split(
        separator: UInt8(ascii: "{"), omittingEmptySubsequences: false
      ).enumerated().map { index, piece in Array(index == 0 ? piece : piece.dropFirst()) }
      return Phrase(english: pieces, japanese: PhraseBook.pieces(of: japanese))
    }
  }

  private static func pieces(of japanese: String) -> [Piece] {
    var pieces: [Piece] = []
    for (index, part) in japanese.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index > 0 else {
        pieces.append(.text(String(part)))
        continue
      }
      let rest = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      pieces.append(.gap(Int(rest[0]) ?? 0))
      if rest.count > 1 { pieces.append(.text(String(rest[1]))) }
    }
    return pieces
  }

  /// The text in Japanese.
  func japanese(_ text: String) -> String {
    let bytes = Array(text.utf8)
    for phrase in phrases {
      guard let gaps = PhraseBook.gaps(phrase.english, bytes) else { continue }
      return phrase.japanese.reduce(into: "") { result, piece in
        switch piece {
        case .text(let text): result += text
        case .gap(let number):
          result += japanese(String(decoding: bytes[gaps[number]], as: UTF8.self))
        }
      }
    }
    return text
  }

  /// Sentences joined by semicolons, each in Japanese.
  func japanese(sentences text: String) -> String {
    var sentences: [String] = []
    var rest = Array(text.utf8)[...]
    while let end = PhraseBook.first([0x3B, 0x20], in: rest) {
      sentences.append(japanese(String(decoding: rest[..<end], as: UTF8.self)))
      rest = rest[(end + 2)...]
    }
    sentences.append(japanese(String(decoding: rest, as: UTF8.self)))
    return sentences.joined(separator: "。")
  }

  /// What stands in the gaps of a pattern, or nothing where it does not fit.
  private static func gaps(_ pattern: [[UInt8]], _ text: [UInt8]) -> [Range<Int>]? {
    guard text.starts(with: pattern[0]) else { return nil }
    if pattern.count == 1 { return text.count == pattern[0].count ? [] : nil }
    let last = pattern[pattern.count - 1]
    var position = pattern[0].count
    let end = text.count - last.count
    guard position <= end, text[end...].elementsEqual(last) else { return nil }
    var gaps: [Range<Int>] = []
    for piece in pattern[1..<pattern.count - 1] {
      guard let found = first(piece, in: text[position..<end]) else { return nil }
      gaps.append(position..<found)
      position = found + piece.count
    }
    gaps.append(position..<end)
    // A gap that is the whole text would be looked up without end.
    return gaps.allSatisfy { !$0.isEmpty && $0.count < text.count } ? gaps : nil
  }

  private static func first(_ piece: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let head = piece.first else { return text.startIndex }
    var position = text.startIndex
    while position + piece.count <= text.endIndex {
      if text[position] == head, text[position..<position + piece.count].elementsEqual(piece) {
        return position
      }
      position += 1
    }
    return nil
  }
}
