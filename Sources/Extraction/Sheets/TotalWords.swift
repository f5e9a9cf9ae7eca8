/// Words that mark a row or column as the sum of others, and which sums hold which.
struct TotalWords: Sendable {
  private let words: [String]
  /// Words that end with 計 and are no sum.
  private static let others: [Word] = [
    "会計", "設計", "統計", "家計", "時計", "推計", "余計", "累計", "生計", "合計画",
  ]

  init(_ words: [String]) { self.words = words.map { SheetGrid.compact($0) } }

  /// The rank of a sum: 小計 1, 計 2, 合計 3, 総計 4; nothing for other texts.
  func rank(_ text: String) -> Int? {
    let label = bare(text)
    guard let word = words.first(where: { label == $0 || isEnd($0, of: label) }) else { return nil }
    switch word {
    case "小計": return 1
    case "合計": return 3
    case "総計", "総額": return 4
    default: return 2
    }
  }

  private func isEnd(_ word: String, of label: String) -> Bool {
    guard label.utf8.count > word.utf8.count, label.utf8.count <= 90, label.ends(with: [Word(word)])
    else { return false }
    return !label.ends(with: TotalWords.others)
  }

  /// Without marks and brackets at the ends: （計）, 計 A, 【合計】.
  private func bare(_ text: String) -> String {
    var scalars = Substring.UnicodeScalarView(Substring(SheetGrid.compact(text)).unicodeScalars)
    let marks: Set<Unicode.Scalar> = [
      "(", ")", "【", "】", "[", "]", "<", ">", "○", "◎", "*", "※", ":",
    ]
    while let last = scalars.last, marks.contains(last) || last.properties.isUppercase {
      scalars.removeLast()
    }
    while let first = scalars.first, marks.contains(first) { scalars.removeFirst() }
    return String(scalars)
  }
}
