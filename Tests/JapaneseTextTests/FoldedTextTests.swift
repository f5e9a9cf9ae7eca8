import JapaneseText
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("⽤⾨⼝", "用門口"), ("⻭⻑⻄⺟", "歯長西母"), ("⺮", "𥫗"), ("ＡＭＥＤ％", "AMED%"), ("￥１，２３４", "¥1,234"),
    ("ﾊﾟｰﾄﾅｰ", "パートナー"), ("ｶﾞｷﾞｸﾞ", "ガギグ"), ("か\u{3099}", "が"), ("｡､･", "。、・"), ("㍻㋿㍿", "平成令和株式会社"),
    ("㌫㎏℃№", "パーセントkg°CNo"), ("㏢", "3日"), ("\u{FA1A}\u{FA1B}\u{FA10}", "祥福塚"), ("\u{2F804}", "你"),
    ("〜∼～", "~~~"), ("1‑3 1–3 1―3 1ｰ3", "1-3 1-3 1-3 1-3"), ("AMED－CREST", "AMED-CREST"),
    ("令和２～５年度", "令和2~5年度"),
  ])
  func foldsWidthRadicalsAndForms(text: String, expected: String) {
    #expect(fold(text) == expected)
  }

  @Test(arguments: ["①⑩㊙", "Ⅱ", "½²", "髙﨑𠮷德", "データベース", "サーバー", "一丁目", "―", "△"])
  func leavesWhatMeansSomethingElse(text: String) {
    #expect(fold(text) == text)
  }

  @Test func everyFoldedByteKnowsItsSource() {
    let source = Array("ﾊﾟ㍻４年⽉".utf8)
    let folded = FoldedText(source)
    #expect(folded.string == "パ平成4年月")
    func printed(_ range: Range<Int>) -> String {
      String(decoding: source[folded.sourceRange(of: range)], as: UTF8.self)
    }
    #expect(printed(0..<3) == "ﾊﾟ")
    #expect(printed(3..<6) == "㍻")
    #expect(printed(3..<9) == "㍻")
    #expect(printed(9..<10) == "４")
    #expect(printed(13..<16) == "⽉")
    #expect(folded.sourceRange(of: 0..<folded.bytes.count) == 0..<source.count)
  }
}
