/// Findings about the sources as they came.
extension FindingExplanation {
  static let sourceRefused = FindingExplanation(
    title: "取り込みを拒否",
    meaning: "A source could not be read, so no row of it is published.",
    advice:
      "Do what the message says: fetch the source again, set its encoding, or raise the limit "
      + "that it names. Until then its figures are missing from every sum.",
    japaneseMeaning: "原典を読めなかったため、その行は一つも公表されていません。",
    japaneseAdvice: "メッセージに従い、原典を取り直すか、文字コードや上限を設定してください。それまで、この原典の数値はどの合計にも入りません。",
    sample: "broken.txt: refused: 1:3-3: line 1, column 3, byte 6: FF stands for nothing in UTF-8; "
      + "set the right encoding in the pipeline file, or have unreadable bytes replaced")

  static let sourceMissing = FindingExplanation(
    title: "原典がない",
    meaning:
      "The pipeline file declares a source for which no file is there, or one that came with "
      + "the run before is gone.",
    advice: "Put the file into the raw folder, mark the source `optional`, or take it out of the "
      + "pipeline file.",
    japaneseMeaning: "パイプラインが宣言した原典のファイルがないか、前回あった原典がなくなりました。",
    japaneseAdvice: "ファイルを原典フォルダに置くか、`optional` と書くか、パイプラインファイルから外してください。",
    sample: "missing-*.csv: no file in the raw folder matches; the source is declared on line 7 of "
      + "the pipeline file. Put the file there, or mark the source 'optional'.")

  static let sourceUnclaimed = FindingExplanation(
    title: "宣言のないファイル",
    meaning:
      "A file lies in the raw folder and no source of the pipeline claims it, or it is a link; "
      + "it was not read.",
    advice: "Add a pattern for it to the sources, or move it out of the raw folder.",
    japaneseMeaning: "原典フォルダに、どの原典の宣言にも当てはまらないファイル（またはリンク）があり、読みませんでした。",
    japaneseAdvice: "原典の宣言に加えるか、原典フォルダの外へ移してください。",
    sample: "stray: no source of the pipeline claims this file; it is not read. Add it to the "
      + "sources, or move it out of the raw folder.")

  static let sourceEmpty = FindingExplanation(
    title: "空の原典",
    meaning: "A source was read and holds no line.",
    advice: "Fetch it again. Empty is a fault, never “no data”.",
    japaneseMeaning: "読んだ原典に一行もありません。",
    japaneseAdvice: "取り直してください。空は「該当なし」ではなく不具合として扱います。",
    sample: "The source empty.json is empty. Empty is a fault, not “no data”: fetch it again.")

  static let sourceShrank = FindingExplanation(
    title: "原典または表の縮小",
    meaning:
      "A source or table has lost more than a fifth of its rows since the run before, or rows "
      + "vanished although their source is unchanged.",
    advice:
      "See whether the source was cut off. Where it was not, a rule, a decision or the program "
      + "explains the loss: `choai diff` shows which rows are gone.",
    japaneseMeaning: "原典や表の行が前回より二割を超えて減ったか、原典が同じなのに行が消えました。",
    japaneseAdvice: "原典が途中で切れていないか確かめてください。そうでなければ、規則・判断・プログラムのどれかが原因です。消えた行は `choai diff` で分かります。",
    sample:
      "The source shrinking.txt has 1 lines; the run before had 9. See whether it was cut off.")

  static let sourceOtherKind = FindingExplanation(
    title: "種類の変わった原典",
    meaning: "A source that was good before is now of another kind, such as the page of an error "
      + "under the name of a CSV file.",
    advice:
      "Open it. Where the publisher has changed the form, describe the new one in the pipeline "
      + "file.",
    japaneseMeaning: "以前は読めた原典が別の種類になりました（CSV の名でエラーページが届いた、など）。",
    japaneseAdvice: "開いて確かめてください。公表側が形式を変えたのなら、パイプラインファイルに新しい形を書いてください。",
    sample:
      "kind.csv: is of another kind, read as html; it was good with 3 lines read as csv, which "
      + "gave 0 rows. See whether it was fetched well.")

  static let columnsMoved = FindingExplanation(
    title: "列見出しの変化",
    meaning: "A table has other column headings than when it was last good, or the same in another "
      + "order.",
    advice: "Compare the two lists in the message; name the new headings in the family's `sheets`.",
    japaneseMeaning: "表の列見出しが、前回良好だったときと違うか、順番が変わりました。",
    japaneseAdvice: "メッセージの二つの一覧を見比べ、新しい見出しをファミリーの `sheets` に書いてください。",
    sample:
      "moved.csv: has other columns: 備考, 事業名; it was good with 2 lines read as csv, which gave "
      + "0 rows; its columns were: 事業名, 備考. See whether it was fetched well.")

  static let sourceKept = FindingExplanation(
    title: "前回の原典を使用",
    meaning:
      "A source has gone wrong, and the pipeline file says `keep`: the rows of the last good "
      + "source stand for it.",
    advice: "Fetch the source again; to take it as it is, set the policy to `warn`.",
    japaneseMeaning: "原典に問題があり、パイプラインの `keep` に従って最後に良好だった原典の行を使いました。",
    japaneseAdvice: "原典を取り直してください。今の原典をそのまま使うなら方針を `warn` にします。",
    sample: "kept.txt: is missing; it was good with 2 lines read as text, which gave 1 rows. The "
      + "rows of the last good source are kept since 2022-06-03. Fetch the source again; to take it "
      + "as it is, set the policy in the pipeline file to 'warn'.")
}
