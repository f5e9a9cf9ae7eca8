/// Findings of the readers, about what a source holds.
extension FindingExplanation {
  static let encodingError = FindingExplanation(
    title: "文字化け",
    meaning: "Bytes of a source stand for no character in its encoding, or an earlier program had "
      + "already replaced one by U+FFFD.",
    advice:
      "Set the right `encoding` in the pipeline file, or fetch the source again. Names beside "
      + "such a place may be wrong.",
    japaneseMeaning: "原典の文字コードで文字にならないバイトがあるか、以前の処理で U+FFFD に置き換えられた文字があります。",
    japaneseAdvice: "パイプラインファイルに正しい `encoding` を書くか、原典を取り直してください。その近くの名称は誤っているかもしれません。",
    sample: "line 1, column 3, byte 6: FF stands for nothing in UTF-8")

  static let encodingUncertain = FindingExplanation(
    title: "文字コードが不確か",
    meaning: "The bytes can be read in two encodings, or they are in another one than the text "
      + "declares.",
    advice: "Set `encoding` for the source in the pipeline file.",
    japaneseMeaning: "二つの文字コードで読めるか、原典が宣言する文字コードと実際のバイト列が違います。",
    japaneseAdvice: "パイプラインファイルで原典の `encoding` を指定してください。",
    sample: "the text says it is in CP932; its bytes are UTF-8")

  static let contentDiffersFromName = FindingExplanation(
    title: "名前と中身の違い",
    meaning: "The name of a file promises another format than its content has; it was read by its "
      + "content.",
    advice:
      "Look at it once: it may be the page of an error. Else set `reader` in the pipeline file.",
    japaneseMeaning: "ファイル名の形式と中身の形式が違います。中身に従って読みました。",
    japaneseAdvice: "エラーページでないか一度確かめてください。問題なければ `reader` を指定します。",
    sample: "the name promises csv, the content is html")

  static let archiveInconsistent = FindingExplanation(
    title: "書庫の矛盾",
    meaning: "The headers of a spreadsheet's archive contradict each other, so that other programs "
      + "may read something else in it.",
    advice:
      "Fetch the file again, or open and save it anew. Be wary where it does not come from the "
      + "publisher.",
    japaneseMeaning: "表計算ファイルの書庫の見出しが互いに矛盾し、別のプログラムでは違う中身が見えるかもしれません。",
    japaneseAdvice: "取り直すか、開いて保存し直してください。公表元以外から得たものなら注意が必要です。",
    sample: "the headers of the archive contradict each other (Zip archive inconsistent); other "
      + "programs may read something else in it")

  static let sourceDamaged = FindingExplanation(
    title: "破損",
    meaning: "A PDF is damaged; it was read as far as it goes because the pipeline file says "
      + "`undecodable: replace`.",
    advice: "Fetch it again: some of it may be missing.",
    japaneseMeaning: "PDF が壊れています。`undecodable: replace` の指定により読めるところまで読みました。",
    japaneseAdvice: "取り直してください。一部が欠けているおそれがあります。",
    sample:
      "the PDF is damaged and some of it may be missing: Syntax error at position -1: Unknown "
      + "operator 'lost'")

  static let pageWithoutText = FindingExplanation(
    title: "文字のないページ",
    meaning: "A page of a PDF holds no characters; if it is a picture, nothing of it was read.",
    advice:
      "Look at the page. Put a picture through text recognition and add the result as a source.",
    japaneseMeaning: "PDF に文字のないページがあります。画像なら何も読んでいません。",
    japaneseAdvice: "ページを確かめ、画像なら文字認識にかけて結果を原典に加えてください。",
    sample: "page 2 holds no text; if it is a picture, nothing of it was read")

  static let nulByte = FindingExplanation(
    title: "ゼロバイト",
    meaning: "A zero byte stands in a text or a field, as left by a broken export.",
    advice: "Fetch the source again, or ask for a better export.",
    japaneseMeaning: "文中または欄にゼロバイトがあります。書き出しの不具合でよく起こります。",
    japaneseAdvice: "取り直すか、公表元に正しい書き出しを求めてください。",
    sample: "row 5 (line 6), column 1: a zero byte")

  static let blankHeader = FindingExplanation(
    title: "見出し行が空",
    meaning: "The row that should name the columns is blank.",
    advice:
      "Set `header_row` of the source to the row that holds the headings, or 0 where there is "
      + "none.",
    japaneseMeaning: "列名を書くはずの行が空です。",
    japaneseAdvice: "見出しのある行を `header_row` に書いてください。なければ 0 です。",
    sample: "row 2 should name the columns and is blank (rule 1-6 for machine-readable tables)")

  static let blankLabel = FindingExplanation(
    title: "列名なし",
    meaning: "A column of a table has no heading.",
    advice:
      "Nothing, where the column is not needed. Else see whether the heading stands in another "
      + "row and set `header_row`.",
    japaneseMeaning: "見出しのない列があります。",
    japaneseAdvice: "不要な列なら何もしなくて構いません。別の行に見出しがあるなら `header_row` を指定してください。",
    sample:
      "row 1 (line 1), column 1: the column has no name (rule 1-6 for machine-readable tables)")

  static let duplicateLabel = FindingExplanation(
    title: "列名の重複",
    meaning: "Two columns of a table, or two values of a record, have the same name.",
    advice: "See which of the two is meant; money in a column that is not meant belongs into "
      + "`ignored_columns`.",
    japaneseMeaning: "同じ名前の列（または項目）が二つあります。",
    japaneseAdvice: "どちらを使うべきか確かめ、使わない金額の列は `ignored_columns` に書いてください。",
    sample: "row 1 (line 1), column 4: the column is named like column 2 (rule 1-6 for "
      + "machine-readable tables)")

  static let missingCell = FindingExplanation(
    title: "欄の不足",
    meaning: "A row has fewer fields than the table has columns.",
    advice: "Compare the row with the original: a comma or a quote may have been lost, and its "
      + "amounts may stand in the wrong columns.",
    japaneseMeaning: "行の欄が列の数より少ない。",
    japaneseAdvice: "原本と比べてください。カンマや引用符が失われ、金額が別の列に入っているかもしれません。",
    sample: "row 3 (line 3), column 4: the row has 3 fields, not 4")

  static let extraCell = FindingExplanation(
    title: "欄の過剰",
    meaning: "A row has more fields than the table has columns.",
    advice: "Compare the row with the original: an amount such as 1,200 may be unquoted.",
    japaneseMeaning: "行の欄が列の数より多い。",
    japaneseAdvice: "原本と比べてください。「1,200」のような金額が引用符なしで書かれているかもしれません。",
    sample: "row 4 (line 5), column 5: the row has 5 fields, not 4")

  static let blankRow = FindingExplanation(
    title: "空行",
    meaning: "A row of a table is blank.",
    advice: "Nothing; it was passed over.",
    japaneseMeaning: "表に空の行があります。",
    japaneseAdvice: "対処は不要です。読み飛ばしました。",
    sample: "row 6 (line 7) is blank (rule 1-5 for machine-readable tables)")

  static let strayQuote = FindingExplanation(
    title: "余分な引用符",
    meaning: "A quote stands where the format does not allow one; it was read as an ordinary "
      + "character.",
    advice: "Compare the row with the original: a field may have been cut or joined at the quote.",
    japaneseMeaning: "書式上置けない所に引用符があり、普通の文字として読みました。",
    japaneseAdvice: "原本と比べてください。引用符の所で欄が切れたり繋がったりしているかもしれません。",
    sample: "row 7 (line 8), column 1: a quote stands in an unquoted field; it was read as an "
      + "ordinary character")

  static let lineBreakInCell = FindingExplanation(
    title: "欄の中の改行",
    meaning: "A field holds a line break.",
    advice: "Nothing, as a rule: names and amounts are read across it.",
    japaneseMeaning: "欄の中に改行があります。",
    japaneseAdvice: "通常は対処不要です。名称や金額は改行をまたいで読みます。",
    sample: "row 3 (line 3), column 1: a line break in the field (rule 1-5 for machine-readable "
      + "tables)")

  static let coveredValue = FindingExplanation(
    title: "結合に隠れた値",
    meaning:
      "A cell under a merged area holds a value that no reader of the sheet sees; it was left "
      + "out.",
    advice: "Ask the publisher which of the two values is meant.",
    japaneseMeaning: "結合セルの下に、画面では見えない値があります。使いませんでした。",
    japaneseAdvice: "どちらの値が正しいか公表元に確かめてください。",
    sample:
      "the cell B1 holds a value under the merged area from A1 to B1; it was left out because "
      + "no reader of the sheet sees it (rule 1-4 for machine-readable tables)")

  static let formulaWithoutValue = FindingExplanation(
    title: "計算結果のない式",
    meaning: "A formula has no stored result, so its cell is empty.",
    advice: "Open the file in its program, save it, and add it again.",
    japaneseMeaning: "式の計算結果が保存されていないため、欄は空です。",
    japaneseAdvice: "元のプログラムで開いて保存し直し、改めて加えてください。",
    sample: "the formula in A2 has no stored result, so the cell is empty: open the file in its "
      + "program and save it again (rule 1-7 for machine-readable tables)")

  static let floatResidue = FindingExplanation(
    title: "浮動小数の端数",
    meaning: "The file holds a binary fraction where a decimal number is meant, such as "
      + "274.65999999999997; it was rounded to 15 digits.",
    advice: "Nothing: the digits past the fifteenth are made by the spreadsheet, not by the "
      + "publisher.",
    japaneseMeaning: "十進の数のはずが二進の小数（274.65999999999997 など）で保存されています。15桁に丸めました。",
    japaneseAdvice: "対処は不要です。16桁目以降は表計算が作ったもので、公表元の数字ではありません。",
    sample: "the file holds a binary fraction for 274.66; its digits past the 15th were "
      + "rounded (rule 1-3 for machine-readable tables)")

  static let impossibleDate = FindingExplanation(
    title: "あり得ない日付のセル",
    meaning: "A cell of a spreadsheet is formatted as a date and stands for no day.",
    advice: "Look at the cell; correct its format or its number.",
    japaneseMeaning: "日付の書式のセルですが、あり得ない日です。",
    japaneseAdvice: "セルを確かめ、書式か値を直してください。",
    sample: "the cell shows 29 February 1900, a day that never was")

  static let numberAsText = FindingExplanation(
    title: "文字列の数値",
    meaning: "A number is stored as a text, which a spreadsheet's own sums leave out.",
    advice: "Nothing for Choai, which reads it. Where a printed sum differs by just this number, "
      + "this is why.",
    japaneseMeaning: "数値が文字列として保存され、表計算の合計には入りません。",
    japaneseAdvice: "帳合は数として読みます。表の合計がちょうどこの数だけ違うときは、これが原因です。",
    sample: "the number 1,200 is stored as a text, which sums leave out (rule 1-3 for "
      + "machine-readable tables)")
}
