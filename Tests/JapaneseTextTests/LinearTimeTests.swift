import JapaneseText
import Testing

/// Texts that would take hours if any reader looked at the same bytes again and again.
@Suite struct LinearTimeTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "1,", "1、", "1.", "1万", "1 万 ", "一", "十", "R2/", "R2・R3、", "令和2・", "令和", "令 ", "(", "（文、",
      "◎厚、",
      "1\n", "同", "前々", "1億円～", "平成30～", "2022-", "2022/", "1円（", "約", "△", " ", "\n", "数", "百",
      "①",
      "¥", "1億円\n", "１", "ｶﾞ", "年", "1,234,", "一億",
    ])
  func rowsOfOneKind(pattern: String) {
    let bytes = Array(String(repeating: pattern, count: 20_000 / pattern.utf8.count).utf8)
    for ending in ["", "円", "年度"] {
      _ = TextScanner.mentions(in: bytes + Array(ending.utf8))
    }
    let finder = MinistryFinder(abbreviations: [
      MinistryAbbreviation("文", ministry: "文部科学省"), MinistryAbbreviation("厚", ministry: "厚生労働省"),
    ])
    _ = finder.mentions(in: bytes)
    _ = FoldedText(bytes)
  }
}
