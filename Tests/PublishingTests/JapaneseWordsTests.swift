import Model
import Testing

@testable import Publishing

/// The report says in Japanese what the tables say in English.
@Suite struct JapaneseWordsTests {
  @Test(arguments: [
    (
      "326億円 against 327億円: less by 1億円, 1 unit of 1億円 over 13 figures; rounding can explain it: "
        + "[325.5億円, 326.5億円] and [321億円, 333億円] meet",
      "326億円 と 327億円：1億円 少ない（1億円 の 1 単位分、数字 13 個）。"
        + "端数処理で説明できる：[325.5億円, 326.5億円] と [321億円, 333億円] は重なる"
    ),
    (
      "12件 against at least 25件: not reached by FY2022; the target is for FY2026",
      "12件 と 25件 以上：2022年度には未達。目標は 2026年度"
    ),
    ("29億円 against 14% of 214億円: holds", "29億円 と 214億円 の 14%：成り立つ"),
    (
      "its own figure of FY2018 is not in the sources; FY2019 prints a figure of which an unknown "
        + "share is meant",
      "2018年度自身の額が原典にない。2019年度の額は内数で、そのうちいくらかは分からない"
    ),
    ("its own figure of FY2018 is not in the sources", "2018年度自身の額が原典にない"),
    ("甲 and 乙 have words of their own", "甲 and 乙 have words of their own"),
  ])
  func explanationsOfChecks(english: String, japanese: String) {
    #expect(JapaneseWords.explanation(english).japanese == japanese)
    #expect(JapaneseWords.explanation(english).english == english)
  }

  @Test(arguments: [
    ("printed total (supplementary 3, previous year)", "印刷された合計（第3次補正予算、前年度欄）"),
    ("14.5% of the total", "合計の 14.5%"), ("figure of FY2019 (内数)", "2019年度の額（内数）"),
    ("甲プロジェクト (share of the total)", "甲プロジェクト（合計に占める割合）"),
    ("table of 文部科学省 (a/b.xlsx)", "文部科学省 の表（a/b.xlsx）"),
    (
      "甲 29百万円 (line 7): 10 times too small, 290百万円 would agree",
      "甲 29百万円（7行目）：10倍小さい、290百万円 なら合う"
    ),
    (
      "甲 1億円 (line 7): left out of the sum and 乙 2億円 (line 9): one wrong digit, 3億円 would agree",
      "甲 1億円（7行目）：和から漏れている。あわせて 乙 2億円（9行目）：一つの数字の誤り、3億円 なら合う"
    ),
  ])
  func sidesAndSuspects(english: String, japanese: String) {
    #expect(JapaneseWords.side(english).japanese == japanese)
  }

  @Test(arguments: [
    (
      "予算額: 2 cells from '表'!B3 ('1 000'): a number torn apart by blanks; read without the blanks "
        + "(rule 1-5 for machine-readable tables)",
      "予算額：'表'!B3 から 2欄（「1 000」）：空白で切れた数です。空白を除いて読みました（機械判読のための統一ルール 1-5）"
    ),
    (
      "予算額: 1 cell from B5 ('－'): a mark or a word among numbers; no amount (rule 1-13 for "
        + "machine-readable tables)",
      "予算額：B5 の 1欄（「－」）：数の列に記号か語があります。金額はないものとしました（機械判読のための統一ルール 1-13）"
    ),
    (
      "line 4: the row of a table has 1 amounts for 2 columns; none of them is used",
      "4行：表の行に金額が 1 個あり、列の数 2 と合いません。どれも使っていません"
    ),
    (
      "line 4: the row of a table has no name; none of its amounts is used",
      "4行：表の行に名称がありません。その金額はどれも使っていません"
    ),
    (
      "the file holds several tables, the second from row 8; each is read by its own headings",
      "このファイルに複数の表があり（二つ目は 8行目から）、それぞれの見出しで読みました"
    ),
    (
      "the sheet 表 holds several tables, the second from row 8; each is read by its own headings",
      "シート「表」に複数の表があり（二つ目は 8行目から）、それぞれの見出しで読みました"
    ),
  ])
  func findingsOfCells(english: String, japanese: String) {
    var finding = FindingEntry()
    finding.message = english
    #expect(JapaneseWords([]).message(of: finding).japanese == japanese)
  }

  @Test func aFindingOfACheckIsMadeOfTheCheck() {
    var check = ReconciliationEntry()
    check.id = "r-1"
    check.scope = "甲事業: 再編"
    check.leftLabel = "printed total (initial)"
    check.rightLabel = "sum of its parts"
    check.explanation = "3億円 against 2億円: more by 1億円 over 2 figures"
    check.suspects = ["乙 1億円 (B5): wrong sign"]
    var finding = FindingEntry()
    finding.dataset = "reconciliations"
    finding.row = "r-1"
    finding.message =
      "甲事業: 再編: printed total (initial) against sum of its parts: 3億円 against 2億円: more by 1億円 "
      + "over 2 figures. Look first at: 乙 1億円 (B5): wrong sign."
    let words = JapaneseWords([check])
    let japanese =
      "甲事業: 再編：印刷された合計（当初予算） と 内訳の和：3億円 と 2億円：1億円 多い（数字 2 個）。"
      + " まず確かめる数字：乙 1億円 (B5)：符号の誤り。"
    #expect(words.message(of: finding).japanese == japanese)
    finding.message += " Waived until 2022-06-03 by 佐藤: 確認済み."
    #expect(
      words.message(of: finding).japanese == japanese + " 佐藤 が 2022-06-03 まで免除：確認済み。")
    // The words of a pipeline's own rule are nobody's to translate.
    finding.message = "Sums of 甲事業 differ"
    #expect(words.message(of: finding).japanese == "Sums of 甲事業 differ")
  }

  /// A gap is the shortest that fits, and no pattern is looked up without end.
  @Test func phrasesFitFromTheLeft() {
    let book = PhraseBook([
      ("{} or {}", "{1}か{0}"), ("not {}", "{0}でない"), ("{}", "？"), ("red", "赤"), ("blue", "青"),
    ])
    #expect(book.japanese("red or not blue or green") == "greenか青でないか赤")
    #expect(book.japanese("green") == "green")
    #expect(book.japanese("") == "")
  }
}
