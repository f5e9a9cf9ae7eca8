/// Words that mark a row or column as the sum of others, and which sums hold which.
struct TotalWords: Sendable {
  private let words: [(text: String, word: Word)]
  /// Words that end with 計 and are no sum.
  private static let others: [Word] = [
    "会計", "設計", "統計", "家計", "時計", "推計", "余計", "累計", "生計", "合計画", "集計",
    // Instruments that measure.
    "温度計", "湿度計", "速度計", "濃度計", "密度計", "照度計", "光度計", "震度計", "雨量計", "流量計", "線量計",
    "水位計", "潮位計", "変位計", "風速計", "流速計", "血圧計", "気圧計", "圧力計", "重力計", "磁力計", "電力計",
    "地震計", "傾斜計", "積雪計", "波高計", "体温計", "水温計", "歩数計", "ひずみ計",
  ]

  /// Marks and brackets that may stand around a word: （計）, 【合計】.
  private static let marks: Set<Unicode.Scalar> = [
    "(", ")", "【", "】", "[", "]", "<", ">", "○", "◎", "*", "※", ":",
  ]

  init(_ words: [String]) {
    self.words = words.map { SheetGrid.compact($0) }.map { ($0, Word($0)) }
  }

  /// The rank of a sum: 小計 1, 計 2, 合計 3, 総計 4; nothing for other texts.
  func rank(_ text: String) -> Int? {
    let label = bare(text)
    guard let word = words.first(where: { label == $0.text || isEnd($0.word, of: label) })
    else { return nil }
    switch word.text {
    case "小計": return 1
    case "合計": return 3
    case "総計", "総額": return 4
    default: return 2
    }
  }

  private func isEnd(_ word: Word, of label: String) -> Bool {
    guard label.utf8.count > word.count, label.utf8.count <= 90, label.ends(with: [word])
    else { return false }
    return !label.ends(with: TotalWords.others)
  }

  /// Without marks, brackets and the letters of formulas at the ends: 計 A, 合計（2事業）.
  private func bare(_ text: String) -> String {
    let label = SheetGrid.compact(text)
    var rest = label.unicodeScalars[...]
    if rest.last == ")", let open = rest.lastIndex(of: "("), open > rest.startIndex {
      rest = rest[..<open]
    }
    while let last = rest.last, TotalWords.marks.contains(last) || last.properties.isUppercase {
      rest = rest.dropLast()
    }
    rest = rest.drop { TotalWords.marks.contains($0) }
    return rest.count == label.unicodeScalars.count ? label : String(rest)
  }
}
