import Model

/// The words that say what an instrument is, the most telling first.
enum InstrumentWords {
  private static let kinds: [(word: Word, kind: InstrumentKind)] = [
    ("関係閣僚会議決定", .other), ("閣議決定", .cabinetDecision), ("閣議了解", .cabinetDecision),
    ("本部決定", .hqDecision), ("政令第", .law), ("省令第", .law), ("府令第", .law), ("会議決定", .other),
    ("委員会決定", .other), ("告示", .publicNotice),
    ("通知", .notification), ("事務連絡", .notification), ("通達", .notification),
  ]
  private static let issued: [Word] = ["公表", "策定", "改訂", "改正", "発出", "決定", "公布", "発表", "とりまとめ"]
  private static let guides: [Word] = ["ガイドライン", "ガイダンス", "指針", "手引き", "手引", "マニュアル", "留意事項"]
  private static let laws: [Word] = ["法律", "法", "政令", "省令", "規則"]
  private static let issuers: [Word] = [
    "省", "庁", "府", "本部", "会議", "委員会", "協議会", "審議会", "局", "課", "室", "部会", "学会",
  ]
  private static let number: Word = "号"

  /// The kind that a bracket gives, and the name where the bracket only says that it was issued.
  static func kind(bracket: String, name: String) -> InstrumentKind? {
    if let found = kinds.first(where: { bracket.holds($0.word) }) { return found.kind }
    if bracket.holds("第"), bracket.holds(number), !bracket.holds("法律第") { return .notification }
    guard issued.contains(where: { bracket.holds($0) }) else { return nil }
    return guides.contains { name.holds($0) } ? .guideline : .other
  }

  static func isGuide(_ name: String) -> Bool { guides.contains { name.holds($0) } }

  static func isLaw(_ name: String) -> Bool { name.ends(with: laws) }

  /// Whether a text names a body that issues instruments and says no more.
  static func isIssuer(_ text: String) -> Bool {
    text.utf8.count <= 60 && text.ends(with: issuers)
      && !text.unicodeScalars.contains { $0 == "、" || $0 == "。" || Marks.isDigit($0.value) }
  }

  /// The words that say how an instrument came out: 発出, 公表.
  static func isIssued(_ layout: Layout, at offset: Int) -> Bool {
    issued.contains { layout.has($0, at: offset) }
  }

  /// 医薬薬審発0116第1号, 平成26年法律第48号, 告示第1号: the numbers in a text.
  static func numbers(_ text: String) -> [String] {
    var found: [String] = []
    let bytes = Array(text.utf8)
    var offset = 0
    while let end = bytes.firstIndex(of: number.bytes, from: offset) {
      offset = end + number.count
      guard let ordinal = lastOrdinal(bytes, before: end) else { continue }
      var start = ordinal
      while start > 0, !isStop(bytes, before: start) { start -= 1 }
      let name = String(decoding: bytes[start..<offset], as: UTF8.self).trimmingBlanks
      found.append(afterDay(name))
    }
    return found
  }

  /// Where the 第 of a 第1号 stands that ends at an offset.
  private static func lastOrdinal(_ bytes: [UInt8], before end: Int) -> Int? {
    let word: Word = "第"
    var start = end - word.count
    while start >= max(0, end - 30) {
      if QuantityReader.has(bytes, word, start) { return start }
      start -= 1
    }
    return nil
  }

  private static let stops: [Word] = ["、", "。", "(", ",", "・\n", "付け", "付"]

  private static func isStop(_ bytes: [UInt8], before index: Int) -> Bool {
    stops.contains { index >= $0.count && QuantityReader.has(bytes, $0, index - $0.count) }
  }

  /// A number without the day before it: 令和6年1月16日医薬薬審発… .
  private static func afterDay(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let day: Word = "日"
    var start = 0
    var offset = 0
    while let found = bytes.firstIndex(of: day.bytes, from: offset) {
      offset = found + day.count
      if found > 0, QuantityReader.isDigit(bytes, found - 1) { start = offset }
    }
    return String(decoding: bytes[start...], as: UTF8.self).trimmingBlanks
  }
}
