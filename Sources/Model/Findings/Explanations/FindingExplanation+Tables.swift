/// Findings about tables made for people's eyes; the rules are those of 統計表における機械判読可能な
/// データの表記方法の統一ルール.
extension FindingExplanation {
  static let severalValues = FindingExplanation(
    title: "一つの欄に複数の値",
    meaning: "A cell of a column of money holds more than one amount; none of them is used.",
    advice: "Look at the cell: its amounts are missing from the rows and sums of Choai. Ask the "
      + "publisher for one value in each cell.",
    japaneseMeaning: "金額の列の一つの欄に複数の金額があります。どれも使っていません。",
    japaneseAdvice: "欄を確かめてください。その金額は行にも合計にも入っていません。公表元に一欄一値を求めてください。",
    sample: "令和4年度予算額: 1 cell from '表'!B3 ('1,300 1,400'): several values; not used (rule 1-2 "
      + "for machine-readable tables)")

  static let tornNumber = FindingExplanation(
    title: "空白で切れた数",
    meaning: "Blanks stand within an amount, as text recognition and justified print leave them; "
      + "it was read without them.",
    advice: "Compare the amount with the original: a digit may have been lost at the blank.",
    japaneseMeaning: "金額の中に空白があります（文字認識や均等割り付けでよく起こります）。空白を除いて読みました。",
    japaneseAdvice: "原本と比べてください。空白の所で数字が欠けているかもしれません。",
    sample: "令和4年度予算額: 1 cell from '表'!B4 ('1 250'): a number torn apart by blanks; read "
      + "without the blanks (rule 1-5 for machine-readable tables)")

  static let symbolInNumbers = FindingExplanation(
    title: "数の列の記号",
    meaning: "A mark or a word stands in a column of money in place of a number: －, …, 調整中.",
    advice:
      "Nothing, where the mark means that there is no amount. A sum with an amount that is not "
      + "told (調整中, ×, …) is undecided.",
    japaneseMeaning: "金額の列に、数の代わりの記号や語（－、…、調整中など）があります。",
    japaneseAdvice: "「該当なし」の記号なら対処は不要です。示されない金額（調整中、×、…）を含む合計は判定しません。",
    sample: "令和4年度予算額: 1 cell from '表'!B5 ('－'): a mark or a word among numbers; no amount "
      + "(rule 1-13 for machine-readable tables)")

  static let repeatedValues = FindingExplanation(
    title: "繰り返された金額",
    meaning: "A column prints the amount of an item again on every row of its details; it counts "
      + "once.",
    advice: "Nothing, as a rule. See the first such row where a total does not agree.",
    japaneseMeaning: "一つの項目の金額が、内訳の行ごとに繰り返し印刷されています。一度だけ数えました。",
    japaneseAdvice: "通常は対処不要です。合計が合わないときは、その最初の行を確かめてください。",
    sample: "令和4年度予算額: 8 cells from '表'!B4 ('700'): the amount of the row above again, for "
      + "the same item; counted once")

  static let severalTables = FindingExplanation(
    title: "一枚に複数の表",
    meaning: "A sheet holds several tables; each is read by its own headings.",
    advice: "See that the second table is what its headings say; they may be a group's name.",
    japaneseMeaning: "一枚のシートに複数の表があります。それぞれの見出しで読みました。",
    japaneseAdvice: "二つ目の表の見出しが本当に見出しか確かめてください。",
    sample: "the sheet 表 holds several tables, the second from row 8; each is read by its own "
      + "headings (rule 1-15 for machine-readable tables)")

  static let tableUnread = FindingExplanation(
    title: "読んでいない表",
    meaning: "Rows of names and numbers stand below headings of which none is known to be one of "
      + "money; nothing of them is used.",
    advice: "Look at the headings. Where the table is about a budget, name them in the pipeline "
      + "file (programme_columns, stage_words).",
    japaneseMeaning: "名前と数の行がありますが、金額の見出しと分かるものがありません。何も使っていません。",
    japaneseAdvice: "見出しを確かめ、予算の表ならパイプラインファイル（programme_columns、stage_words）に書いてください。",
    sample:
      "line 4: rows of names and numbers follow the unit printed here, and no headings of money "
      + "that are known; none of them is used")

  static let hiddenCells = FindingExplanation(
    title: "非表示の欄",
    meaning: "Amounts stand in hidden rows, columns or sheets; they are read like others.",
    advice:
      "Look at them in the workbook: they may be drafts, or parts that a printed total does not "
      + "count. Exclude the source, or ask the publisher.",
    japaneseMeaning: "非表示の行・列・シートに金額があります。ほかと同じように読みました。",
    japaneseAdvice: "ブックで確かめてください。下書きや、印刷された合計に入らない内訳かもしれません。",
    sample:
      "the sheet 表 holds numbers in hidden rows or columns (3, the first in '表'!B4); they are read "
      + "like others")

  static let excessDigits = FindingExplanation(
    title: "単位より細かい数字",
    meaning: "A few amounts of a column print digits finer than its unit; they are read as they "
      + "stand.",
    advice: "Look at the cells: a decimal point may stand for a comma.",
    japaneseMeaning: "列の単位より細かい桁まで印刷した金額がわずかにあります。そのまま読みました。",
    japaneseAdvice: "欄を確かめてください。小数点がコンマの誤りかもしれません。",
    sample: "令和4年度決算額: 1 cell from '表'!B13 ('1.5'): digits finer than the unit of the column; "
      + "read as it stands (rule 1-3 for machine-readable tables)")
}
