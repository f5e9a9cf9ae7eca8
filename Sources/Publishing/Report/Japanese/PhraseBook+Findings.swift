/// The phrases of findings.
extension PhraseBook {
  static let findings = PhraseBook(
    general + sources + reading + mentions + tables + names + answers + lists)

  /// Names with what is said of a sum beside them, and sentences side by side.
  private static let lists: [(english: String, japanese: String)] = [
    ("{} (re-listed money included, inferred from the total), {}", "{0}（再掲を含む。合計から推定）、{1}"),
    ("{} (re-listed money left out, inferred from the total), {}", "{0}（再掲を除く。合計から推定）、{1}"),
    ("{} (re-listed money included, inferred from the total)", "{0}（再掲を含む。合計から推定）"),
    ("{} (re-listed money left out, inferred from the total)", "{0}（再掲を除く。合計から推定）"),
    ("{}; {}", "{0}、{1}"),
  ]

  private static let general: [(english: String, japanese: String)] = [
    ("{} (rule {} for machine-readable tables)", "{0}（機械判読のための統一ルール {1}）"),
    ("{} Waived until {} by {}: {}.", "{0} {2} が {1} まで免除：{3}。"),
    ("{} more findings of this kind in this source", "この原典には同種の指摘がほかに {0} 件あります"),
  ]

  private static let sources: [(english: String, japanese: String)] = [
    ("{}: refused: {}", "{0}：取り込みを拒否：{1}"),
    (
      "{}: no file in the raw folder matches; the source is declared on line {} of the pipeline file. "
        + "Put the file there, or mark the source 'optional'.",
      "{0}：当てはまるファイルが原典フォルダにありません（パイプラインファイル {1}行目の宣言）。"
        + "ファイルを置くか、原典に optional と書いてください。"
    ),
    (
      "The source {} came with the run before and is missing now. Put it back, or take it out of the "
        + "pipeline file.",
      "前回あった原典 {0} がありません。戻すか、パイプラインファイルから外してください。"
    ),
    (
      "{}: no source of the pipeline claims this file; it is not read. Add it to the sources, or move "
        + "it out of the raw folder.",
      "{0}：どの原典の宣言にも当てはまらず、読みませんでした。宣言に加えるか、原典フォルダの外へ移してください。"
    ),
    (
      "{}: this is a link or no file; it is not read. Put the file itself there.",
      "{0}：リンクなどファイルでないものは読みません。ファイルそのものを置いてください。"
    ),
    (
      "{}: the name is not UTF-8, so this is not read. Rename it.",
      "{0}：名前が UTF-8 でないため読みませんでした。名前を変えてください。"
    ),
    (
      "The source {} is empty. Empty is a fault, not “no data”: fetch it again.",
      "原典 {0} は空です。空は「該当なし」ではなく不具合です。取り直してください。"
    ),
    (
      "The source {} has {} lines; the run before had {}. See whether it was cut off.",
      "原典 {0} は {1}行です（前回は {2}行）。途中で切れていないか確かめてください。"
    ),
    (
      "The table {} has {} rows; the run before had {}. See whether its sources or its rules changed.",
      "表 {0} は {1}行です（前回は {2}行）。原典か規則が変わっていないか確かめてください。"
    ),
    (
      "{} rows of {} vanished although the source {} is unchanged: {}. See whether a rule, a decision "
        + "or the program explains it.",
      "原典 {2} は同じなのに、{1} の {0}行がなくなりました：{3}。規則・判断・プログラムのどれが原因か確かめてください。"
    ),
    (
      "{}. The rows of the last good source are kept since {}. Fetch the source again; to take it as it "
        + "is, set the policy in the pipeline file to 'warn'.",
      "{0}。{1} から最後に良好だった原典の行を使っています。取り直してください。今の原典をそのまま使うなら方針を warn にします。"
    ),
    (
      "kept since {} from the last good source; the source may say something else today",
      "{0} から最後に良好だった原典のものです。今の原典とは違うかもしれません"
    ),
    ("{}. See whether it was fetched well.", "{0}。正しく取れているか確かめてください。"),
    (
      "{}: {}; it was good with {} lines read as {}, which gave {} rows; its columns were: {}",
      "{0}：{1}。良好だったときは {3} の {2}行（{4}行を抽出）、列は {5}"
    ),
    (
      "{}: {}; it was good with {} lines read as {}, which gave {} rows",
      "{0}：{1}。良好だったときは {3} の {2}行（{4}行を抽出）"
    ),
    ("is missing", "ありません"),
    ("is refused ({})", "拒否されました（{0}）"),
    ("has {} lines", "{0}行しかありません"),
    ("is of another kind, read as {}", "種類が変わり、{0} として読みました"),
    ("has other columns: {}", "列が変わりました：{0}"),
  ]

  private static let reading: [(english: String, japanese: String)] = [
    (
      "line {}, column {}, byte {}: {} stands for nothing in {}",
      "{0}行 {1}字目、バイト {2}：{3} は {4} で文字になりません"
    ),
    (
      "a replacement character (U+FFFD) stands in the source at {}: an earlier program could not "
        + "decode it",
      "{0} に置換文字（U+FFFD）があります。以前のプログラムが文字に直せなかったものです"
    ),
    (
      "the text can be read in CP932 and in EUC-JP; it was read in {}: set the encoding in the "
        + "pipeline file",
      "CP932 でも EUC-JP でも読めます。{0} として読みました。パイプラインファイルに文字コードを書いてください"
    ),
    ("the text says it is in {}; its bytes are {}", "{0} と宣言していますが、実際は {1} です"),
    ("the name promises {}, the content is {}", "名前は {0} ですが、中身は {1} です"),
    (
      "the headers of the archive contradict each other ({}); other programs may read something else "
        + "in it",
      "書庫の見出しが互いに矛盾しています（{0}）。別のプログラムでは違う中身が見えるかもしれません"
    ),
    ("the PDF is damaged and some of it may be missing: {}", "PDF が壊れており、一部が欠けているおそれがあります：{0}"),
    (
      "page {} holds no text; if it is a picture, nothing of it was read",
      "{0}ページに文字がありません。画像なら何も読んでいません"
    ),
    ("a zero byte stands in the text at {}", "{0} にゼロバイトがあります"),
    ("row {} should name the columns and is blank", "列名を書くはずの {0}行目が空です"),
    ("row {} (line {}) is blank", "{0}行目（ファイルの {1}行）は空です"),
    ("row {} (line {}), column {}: {}", "{0}行目（ファイルの {1}行）{2}列目：{3}"),
    ("a zero byte", "ゼロバイトがあります"),
    ("a line break in the field", "欄の中に改行があります"),
    ("the column has no name", "列に名前がありません"),
    ("the column is named like column {}", "{0}列目と同じ名前です"),
    ("the row has {} fields, not {}", "欄が {1} ではなく {0} あります"),
    (
      "text follows a closing quote; it was read as an ordinary character",
      "閉じる引用符の後に文字があり、普通の文字として読みました"
    ),
    (
      "a quote stands in an unquoted field; it was read as an ordinary character",
      "引用符で始まらない欄に引用符があり、普通の文字として読みました"
    ),
    (
      "the record in row {} of '{}' has the name '{}' twice; the first value was read",
      "「{1}」の {0}行目に項目「{2}」が二つあり、最初の値を読みました"
    ),
    (
      "the cell {} holds a value under the merged area from {} to {}; it was left out because no "
        + "reader of the sheet sees it",
      "セル {0} は結合範囲（{1}～{2}）に隠れた値を持ちます。画面では見えないため使いませんでした"
    ),
    (
      "the formula in {} has no stored result, so the cell is empty: open the file in its program and "
        + "save it again",
      "{0} の式に計算結果がなく、欄は空です。元のプログラムで開いて保存し直してください"
    ),
    (
      "the file holds a binary fraction for {}; its digits past the 15th were rounded",
      "{0} が二進の小数で保存されています。16桁目から先を丸めました"
    ),
    (
      "{} in {} carries more digits than a spreadsheet keeps; it was rounded to 15 digits",
      "{1} の {0} は表計算が保てる桁数を超えます。15桁に丸めました"
    ),
    ("the cell shows 29 February 1900, a day that never was", "存在しない1900年2月29日のセルです"),
    ("the number {} is formatted as a date and stands for no day", "{0} は日付の書式ですが、あり得ない日です"),
    ("the date '{}' stands for no day", "日付「{0}」はあり得ない日です"),
    ("the number {} is stored as a text, which sums leave out", "数値 {0} が文字列で保存され、表の合計に入りません"),
  ]

  private static let mentions: [(english: String, japanese: String)] = [
    ("{} (line {}): {}; check it against the original", "{0}（{1}行目）：{2}。原本と照らしてください"),
    ("the era had ended by then", "その元号はもう終わっています"),
    ("the era had not begun yet", "その元号はまだ始まっていません"),
    ("the year lies after 2100", "2100年より後の年です"),
    ("the range ends before it starts", "終わりが始まりより前です"),
    ("the two names of the year are not the same year", "二通りの年が一致しません"),
    ("a character of it stands twice", "同じ文字が重なっています"),
    ("the text does not say which date it is reckoned from", "いつから数えた日か本文にありません"),
    ("era years begin at 1 (元)", "元号の年は1（元）からです"),
    ("the month has no such day", "その月にない日です"),
    ("there is no such month", "ない月です"),
    ("there is no such quarter", "ない四半期です"),
    ("the day was left out when the calendar changed", "改暦でなくなった日です"),
    ("the era has no year", "元号に年がありません"),
    ("the year cannot be held", "年が大きすぎます"),
    ("it is no date", "日付ではありません"),
    (
      "the number is malformed or too large, so the amount has no value",
      "数の書き方が崩れているか大きすぎ、金額にできません"
    ),
  ]

  private static let tables: [(english: String, japanese: String)] = [
    (
      "{} prints no unit for its amounts, so none of them is used; name the unit in the pipeline file",
      "{0}に金額の単位がなく、どの金額も使っていません。パイプラインファイルに単位を書いてください"
    ),
    (
      "{} holds several tables, the second from row {}; each is read by its own headings",
      "{0}に複数の表があり（二つ目は {1}行目から）、それぞれの見出しで読みました"
    ),
    (
      "line {}: rows of names and numbers follow the unit printed here, and no headings of money that "
        + "are known; none of them is used",
      "{0}行：単位の下に名前と数の行がありますが、金額の見出しと分かるものがありません。どれも使っていません"
    ),
    (
      "{} holds numbers in hidden rows or columns ({}, the first in {}); they are read like others",
      "{0}の非表示の行・列に数が {1} 個あります（最初は {2}）。ほかと同じように読みました"
    ),
    ("{} is hidden; it is read like others", "{0}は非表示です。ほかと同じように読みました"),
    (
      "{} has rows of names and numbers and no headings of money that are known; none of them is used",
      "{0}に名前と数の行がありますが、金額の見出しと分かるものがありません。どれも使っていません"
    ),
    (
      "line {}: the row of a table has {} amounts for {} columns; none of them is used",
      "{0}行：表の行に金額が {1} 個あり、列の数 {2} と合いません。どれも使っていません"
    ),
    (
      "line {}: the row of a table has no name; none of its amounts is used",
      "{0}行：表の行に名称がありません。その金額はどれも使っていません"
    ),
    ("the sheet {}", "シート「{0}」"),
    ("the file", "このファイル"),
    ("{}: 1 cell from {} ('{}'): {}; {}", "{0}：{1} の 1欄（「{2}」）：{3}。{4}"),
    ("{}: {} cells from {} ('{}'): {}; {}", "{0}：{2} から {1}欄（「{3}」）：{4}。{5}"),
    ("several values", "複数の値があります"),
    ("an amount whose unit is not known", "単位の分からない金額です"),
    ("an amount in a row without a name", "名前のない行の金額です"),
    ("not used", "使っていません"),
    ("a number torn apart by blanks", "空白で切れた数です"),
    ("read without the blanks", "空白を除いて読みました"),
    ("a number stored as text", "数値が文字列で保存されています"),
    ("read as a number", "数として読みました"),
    ("a mark or a word among numbers", "数の列に記号か語があります"),
    ("no amount", "金額はないものとしました"),
    ("an amount that is not told; sums with it stay open", "示されない金額です。これを含む合計は判定しません"),
    ("digits finer than the unit of the column", "列の単位より細かい数字です"),
    ("read as it stands", "そのまま読みました"),
    ("the amount of the row above again, for the same item", "同じ項目の、上の行と同じ金額です"),
    ("counted once", "一度だけ数えました"),
    ("digits that make no number", "数にならない数字です"),
  ]

  private static let names: [(english: String, japanese: String)] = [
    (
      "{} (line {}): the text does not say whose money it is; no programme stands near it; settle it "
        + "with a decision",
      "{0}（{1}行目）：どの事業の金額か本文から決まりません。近くに事業がありません。判断を書いてください"
    ),
    (
      "{} (line {}): the text does not say whose money it is; it may be that of {}; settle it with a "
        + "decision",
      "{0}（{1}行目）：どの事業の金額か本文から決まりません。候補は {2} です。判断を書いてください"
    ),
    (
      "{} (line {}) stands in no registry; add it or its alias there",
      "{0}（{1}行目）は登録簿にありません。名称か別名を加えてください"
    ),
    (
      "{} (line {}) is neither in the registry of ministries nor in the text's own table of "
        + "abbreviations; add it to the registry",
      "{0}（{1}行目）は府省の登録簿にも本文の略称表にもありません。登録簿に加えてください"
    ),
    (
      "{} {}: the registry does not know this {}. Add it to the registry, or add the printed name to "
        + "the aliases of a known one.",
      "{0}「{1}」は登録簿にありません。登録簿に加えるか、既にあるものの別名に加えてください。"
    ),
    (
      "{} {}: known as {} for {} to {}, printed for FY{}. Correct the years in the registry, or look "
        + "at the source.",
      "{0}「{1}」：登録簿の {2} の期間は {3}～{4} ですが、{5}年度に印刷されています。登録簿の年度か原典を確かめてください。"
    ),
    (
      "{} {} may be {}, which the registry knows as {}: {}. If they are one, add the printed name to "
        + "its aliases; until then they are not joined.",
      "{0}「{1}」は登録簿の「{2}」（{3}）かもしれません。{4}。同じものなら別名に加えてください。それまでは結び付けません。"
    ),
    (
      "{} {} may be {} ({}), which the registry does not know either: {}. If they are one, add it to "
        + "the registry with both names; until then they are not joined.",
      "{0}「{1}」は「{2}」（{3}）と同じものかもしれません（どちらも登録簿にありません）。{4}。同じものなら両方の名称で登録簿に加えてください。"
        + "それまでは結び付けません。"
    ),
    ("they differ in the form of a character ({})", "字体が違います（{0}）"),
    ("they differ in marks and conjunctions", "記号や接続詞が違います"),
    ("they differ in their last words", "末尾の語が違います"),
    ("they differ in one character", "一字だけ違います"),
    (
      "{}: {}. Its figures are read as '{}', as declared; if that is wrong, say 'rounding' in the "
        + "pipeline file.",
      "{0}：{1}。数字は宣言どおり「{2}」と読みました。誤りならパイプラインファイルに rounding を書いてください。"
    ),
    ("{}: {}. Its figures are read as '{}', as declared.", "{0}：{1}。数字は宣言どおり「{2}」と読みました。"),
    (
      "{}: {}. Its figures are read as '{}', as these totals show, or as is usual; if that is wrong, "
        + "say 'rounding' in the pipeline file.",
      "{0}：{1}。数字は、これらの合計または通例により「{2}」と読みました。誤りならパイプラインファイルに rounding を書いてください。"
    ),
    (
      "{}: {}. Its figures are read as '{}', as these totals show, or as is usual.",
      "{0}：{1}。数字は、これらの合計または通例により「{2}」と読みました。"
    ),
    (
      "{}: {}. Its figures are read as '{}', as the source or the pipeline file says, or as is usual; "
        + "if that is wrong, say 'rounding' in the pipeline file.",
      "{0}：{1}。数字は、原典かパイプラインファイルの記載または通例により「{2}」と読みました。"
        + "誤りならパイプラインファイルに rounding を書いてください。"
    ),
    (
      "{}: {}. Its figures are read as '{}', as the source or the pipeline file says, or as is usual.",
      "{0}：{1}。数字は、原典かパイプラインファイルの記載または通例により「{2}」と読みました。"
    ),
    ("1 total agrees only when figures are {} ({})", "数字を{0}とみたときだけ合う合計が1件（{1}）"),
    ("{} totals agree only when figures are {} ({})", "数字を{1}とみたときだけ合う合計が{0}件（{2}）"),
    ("rounded to the nearest", "四捨五入"),
    ("cut off", "切り捨て"),
    ("programme", "事業"),
    ("project", "プロジェクト"),
    ("ministry", "府省"),
  ]

  private static let answers: [(english: String, japanese: String)] = [
    ("The decision of {} on {} is not used: {}.", "{0} の判断（{1}）は使いませんでした：{2}。"),
    (
      "its source has changed since {}. Look at the source again and renew the decision with "
        + "source_hash {}",
      "{0} の後に原典が変わりました。原典を見直し、source_hash {1} で書き直してください"
    ),
    (
      "no finding of the sources has this key now. Remove the decision; a failed check is answered "
        + "with a waiver",
      "この識別子の指摘は今はありません。判断を除いてください。合わない照合には免除で答えます"
    ),
    ("a later decision answers the same finding", "同じ指摘に後の判断があります"),
    ("its finding is not about a budget line", "その指摘は予算行についてのものではありません"),
    ("The waiver of {} on {}: {}.", "{0} の免除（{1}）：{2}。"),
    ("no finding has this key now. Remove the waiver", "この識別子の指摘は今はありません。免除を除いてください"),
    (
      "it ended on {} and the finding is still there. Settle it or renew the waiver",
      "{0} に期限が過ぎ、指摘は残っています。解決するか免除を更新してください"
    ),
  ]
}
