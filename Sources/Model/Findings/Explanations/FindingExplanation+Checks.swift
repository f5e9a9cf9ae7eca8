/// Findings about dates, amounts, names, checks and people's answers.
extension FindingExplanation {
  static let dateImpossible = FindingExplanation(
    title: "あり得ない日付",
    meaning: "A date in the text stands for no day, such as the 31st of June.",
    advice: "Check it against the original; the date is published without a value.",
    japaneseMeaning: "文中の日付があり得ない日です（6月31日など）。",
    japaneseAdvice: "原本と照らしてください。この日付は値なしで公表されます。",
    sample: "令和4年6月31日 (line 1): the month has no such day; check it against the original")

  static let dateFlagged = FindingExplanation(
    title: "解釈を要した日付",
    meaning: "A date could be read only with an assumption, such as an era that had ended by then.",
    advice:
      "Check it against the original. `flags` in the table of dates says which assumption was "
      + "made.",
    japaneseMeaning: "仮定を置いて読んだ日付です（その日には終わっていた元号など）。",
    japaneseAdvice: "原本と照らしてください。どの仮定かは日付の表の `flags` にあります。",
    sample: "平成32年3月31日 (line 2): the era had ended by then; check it against the original")

  static let amountUnreadable = FindingExplanation(
    title: "読めない金額",
    meaning: "An amount is malformed or larger than can be held, so it has no value.",
    advice: "Check it against the original.",
    japaneseMeaning: "金額の書き方が崩れているか大きすぎ、値がありません。",
    japaneseAdvice: "原本と照らしてください。",
    sample: "99999999999兆円 (line 3): the number is malformed or too large, so the amount has no "
      + "value; check it against the original")

  static let unitUnknown = FindingExplanation(
    title: "単位不明",
    meaning: "A sheet has columns of money and prints no unit, so none of its amounts is used.",
    advice: "Name the unit in the family: `sheets: { unit_yen: 1000 }` for 千円.",
    japaneseMeaning: "金額の列があるのに単位の記載がなく、金額を一つも使っていません。",
    japaneseAdvice: "ファミリーに単位を書いてください。千円なら `sheets: { unit_yen: 1000 }` です。",
    sample: "the sheet 表 prints no unit for its amounts, so none of them is used; name the unit in "
      + "the pipeline file (rule 1-9 for machine-readable tables)")

  static let linkAmbiguous = FindingExplanation(
    title: "対応が未決",
    meaning: "The text does not decide whose money an amount is; it belongs to no programme until "
      + "somebody says so.",
    advice: "Settle it with a decision: `choai review` lists the candidates.",
    japaneseMeaning: "金額がどの事業のものか、本文からは決まりません。人が決めるまで、どの事業にも属しません。",
    japaneseAdvice: "`choai review` で候補を見て、判断を書いてください。",
    sample: "予算額4億円 (line 7): the text does not say whose money it is; it may be that of 間伐推進事業, "
      + "苗木育成事業; settle it with a decision")

  static let programmeUnknown = FindingExplanation(
    title: "登録のない事業",
    meaning: "The registry does not know a programme by the name that is printed.",
    advice: "Add it to the registry, or add the printed name to the aliases of a known one.",
    japaneseMeaning: "印刷された名称の事業が登録簿にありません。",
    japaneseAdvice: "登録簿に加えるか、既にある事業の別名に加えてください。",
    sample:
      "programme 丙研究事業: the registry does not know this programme. Add it to the registry, or "
      + "add the printed name to the aliases of a known one.")

  static let projectUnknown = FindingExplanation(
    title: "登録のないプロジェクト",
    meaning: "The registry does not know a project by the name that is printed.",
    advice: "Add it to the registry, or add the printed name to the aliases of a known one.",
    japaneseMeaning: "印刷された名称のプロジェクトが登録簿にありません。",
    japaneseAdvice: "登録簿に加えるか、既にあるプロジェクトの別名に加えてください。",
    sample: "project 森林プロジェクト: the registry does not know this project. Add it to the registry, or "
      + "add the printed name to the aliases of a known one.")

  static let ministryUnknown = FindingExplanation(
    title: "登録のない府省",
    meaning: "A ministry is neither in the registry nor in the text's own table of abbreviations.",
    advice: "Add it to the registry of ministries.",
    japaneseMeaning: "府省名が登録簿にも本文の略称表にもありません。",
    japaneseAdvice: "府省の登録簿に加えてください。",
    sample: "ministry 月: the registry does not know this ministry. Add it to the registry, or add "
      + "the printed name to the aliases of a known one.")

  static let nameVariant = FindingExplanation(
    title: "名称の揺れの候補",
    meaning:
      "A name that the registry does not know differs so little from another that both may be "
      + "one. Nothing is joined.",
    advice: "If they are one, add the printed name to the aliases of the known one; if not, add it "
      + "to the registry as one of its own.",
    japaneseMeaning: "登録簿にない名称が別の名称とわずかに違うだけで、同じものかもしれません。結び付けてはいません。",
    japaneseAdvice: "同じものなら印刷された名称を別名に加え、別のものなら登録簿に加えてください。",
    sample: "programme 港湾水深調査プログラム may be 港湾水深調査事業, which the registry knows as p-2: they differ "
      + "in their last words. If they are one, add the printed name to its aliases; until then they "
      + "are not joined.")

  static let rounding = FindingExplanation(
    title: "端数処理の手掛かり",
    meaning:
      "Some totals of a source hold only when its figures are rounded to the nearest, or only "
      + "when they are cut off. It is a warning where totals speak against the way they are read.",
    advice: "Where that is wrong, say `rounding` of the family in the pipeline file.",
    japaneseMeaning: "数字を四捨五入とみたとき、または切り捨てとみたときにだけ合う合計があります。読み方に反する合計があれば警告になります。",
    japaneseAdvice: "読み方が誤っていれば、パイプラインファイルの family に `rounding` を書いてください。",
    sample: "rounding.txt: 1 total agrees only when figures are rounded to the nearest "
      + "(港湾プロジェクト). Its figures are read as 'round', as the source or the pipeline "
      + "file says, or as is usual.")

  static let total = FindingExplanation(
    title: "合計と内訳",
    meaning:
      "A printed total does not agree with the sum of its parts, or the sum cannot be decided.",
    advice:
      "Look at the suspects first: they are the figures whose change would make the sum agree. "
      + "Settle a known case with a waiver.",
    japaneseMeaning: "印刷された合計と内訳の和が合わないか、和が決まりません。",
    japaneseAdvice: "疑わしい数値から確かめてください。事情が分かっている場合は免除（waiver）を書きます。",
    sample:
      "旧プロジェクト: 令和4年度予算額71億円 against sum of its parts: 71億円 against 65億円: more by 6億円, 6 "
      + "units of 1億円 over 3 figures; rounding cannot explain it: 4.5億円 lie between [70.5億円, "
      + "71.5億円] and [64億円, 66億円]. Look first at: 甲研究事業 20億円 (line 4): one wrong digit, 26億円 "
      + "would agree.")

  static let printedTotal = FindingExplanation(
    title: "表の計",
    meaning: "A 計, 小計 or 合計 of a table does not agree with the cells that it covers.",
    advice: "Look at the suspects first, then at rows that the table may count elsewhere.",
    japaneseMeaning: "表の計・小計・合計が、含むはずの欄の和と合いません。",
    japaneseAdvice: "疑わしい数値を確かめ、次に別の所で数えた行がないか見てください。",
    sample: " 計 令和4年度予算額: 計 against sum of its parts: 600百万円 against 500百万円: more by 100百万円, 100 "
      + "units of 1百万円 over 3 figures; rounding cannot explain it: 98.5百万円 lie between "
      + "[599.5百万円, 600.5百万円] and [499百万円, 501百万円]. Look first at: 計 600百万円 (B5): one wrong "
      + "digit, 500百万円 would agree | 戊研究事業 300百万円 (B3): one wrong digit, 400百万円 would agree | "
      + "丙研究事業 200百万円 (B4): one wrong digit, 300百万円 would agree.")

  static let priorYear = FindingExplanation(
    title: "前年度欄",
    meaning: "A figure printed for the year before differs from that year's own figure.",
    advice: "See whether the year's figure was revised, or its programmes were put together anew.",
    japaneseMeaning: "前年度として印刷された額が、その年度自身の額と合いません。",
    japaneseAdvice: "前年度の額が改定されたか、事業の括りが変わったかを確かめてください。",
    sample:
      "丙研究事業: printed as previous year (initial) against own figure in before.txt: 26百万円 "
      + "against 28百万円: less by 2百万円, 2 units of 1百万円 over 2 figures; rounding cannot explain "
      + "it: 1百万円 lie between [25.5百万円, 26.5百万円] and [27.5百万円, 28.5百万円]. Look first at: 丙研究事業 "
      + "26百万円 (line 2): one wrong digit, 28百万円 would agree | 丙研究事業 28百万円 (before.txt line "
      + "2): one wrong digit, 26百万円 would agree.")

  static let restated = FindingExplanation(
    title: "再掲",
    meaning:
      "The same figure is printed in two places and differs, or it cannot be told which figure "
      + "is meant.",
    advice: "Compare the two places; the message and the rows used name both.",
    japaneseMeaning: "同じはずの額が二か所で違うか、どの額を指すか決まりません。",
    japaneseAdvice: "二か所を見比べてください。場所はメッセージと根拠の行にあります。",
    sample: "丙研究事業: printed again (initial) against in again.csv: 200百万円 against 250百万円: less by "
      + "50百万円, 50 units of 1百万円 over 2 figures; rounding cannot explain it: 49百万円 lie between "
      + "[199.5百万円, 200.5百万円] and [249.5百万円, 250.5百万円]. Look first at: 丙研究事業 250百万円 (again.csv "
      + "B3): one wrong digit, 200百万円 would agree | 丙研究事業 200百万円 (B4): one wrong digit, 250百万円 "
      + "would agree.")

  static let components = FindingExplanation(
    title: "①②③の和",
    meaning: "A figure does not agree with the sum of its ①②③.",
    advice: "Look at the suspects first.",
    japaneseMeaning: "額が①②③の和と合いません。",
    japaneseAdvice: "疑わしい数値から確かめてください。",
    sample:
      "丁研究事業: 丁研究事業 against sum of its components: 67億円 against 65億円: more by 2億円, 2 units "
      + "of 1億円 over 3 figures; rounding cannot explain it: 0.5億円 lie between [66.5億円, "
      + "67.5億円] and [64億円, 66億円]. Look first at: 丁研究事業 67億円 (line 2): one wrong digit, 65億円 "
      + "would agree | 丁研究事業 20億円 (line 3): one wrong digit, 22億円 would agree | 丁研究事業 45億円 "
      + "(line 4): one wrong digit, 47億円 would agree.")

  static let series = FindingExplanation(
    title: "累計と各年度",
    meaning: "An indicator's cumulative value does not agree with its yearly values.",
    advice: "Look at the years in the source: one may be missing or counted twice.",
    japaneseMeaning: "指標の累計が各年度の値の和と合いません。",
    japaneseAdvice: "原典の各年度を確かめてください。抜けや二重計上があるかもしれません。",
    sample:
      "海洋プロジェクト: 航海件数: printed value against sum of its years: 12件 against 9件: more by 3件 over "
      + "4 figures; rounding cannot explain it: 3件 lie between [12件, 12件] and [9件, 9件]. Look "
      + "first at: 航海件数 FY2021 3件 (line 9): counted twice in the total | 航海件数 FY2020 4件 (line "
      + "9): one wrong digit, 7件 would agree | 航海件数 FY2021 3件 (line 9): one wrong digit, 6件 "
      + "would agree.")

  static let target = FindingExplanation(
    title: "目標と実績",
    meaning:
      "A target is not reached by the value that is printed, or two targets of one indicator "
      + "differ.",
    advice: "A target that is not reached yet is news, not a fault. Where two targets differ, see "
      + "which plan is newer.",
    japaneseMeaning: "印刷された値が目標に届いていないか、同じ指標の目標が食い違います。",
    japaneseAdvice: "未達は知らせであって誤りではありません。目標が食い違うときは、どちらの計画が新しいか確かめてください。",
    sample: "海洋プロジェクト: 航海件数: actual value against target: 12件 against at least 25件: not reached by "
      + "FY2022; the target is for FY2026.")

  static let registry = FindingExplanation(
    title: "登録簿の期間外",
    meaning:
      "A name is known and printed for a fiscal year in which the registry says that the thing "
      + "did not exist.",
    advice: "Correct the years in the registry, or look at the source.",
    japaneseMeaning: "名称は登録済みですが、登録簿の存続期間にない年度に印刷されています。",
    japaneseAdvice: "登録簿の年度を直すか、原典を確かめてください。",
    sample: "project 旧プロジェクト: known as 旧プロジェクト for 2015 to 2019, printed for FY2022. Correct the "
      + "years in the registry, or look at the source.")

  static let crossMinistry = FindingExplanation(
    title: "本部と府省の表",
    meaning: "The headquarters' document and a ministry's own table state different money for a "
      + "programme, or one of them does not list it.",
    advice: "Look at the suspects first; where a table does not list a programme, see whether it "
      + "stands there under another name and add that to the registry.",
    japaneseMeaning: "本部の資料と府省自身の表で事業の額が違うか、片方に記載がありません。",
    japaneseAdvice: "疑わしい数値から確かめてください。記載がないときは、別名で載っていないか見て登録簿に加えます。",
    sample:
      "甲研究事業: headquarters (initial) against table of 文部科学省 (own.csv): 20億円 against "
      + "2,200百万円: less by 200百万円, 2 units of 1億円 over 2 figures; rounding cannot explain it: "
      + "1.495億円 lie between [19.5億円, 20.5億円] and [21.995億円, 22.005億円]. Look first at: 甲研究事業 "
      + "2,200百万円 (own.csv C3): two digits swapped, 2,020百万円 would agree | 甲研究事業 20億円 (line "
      + "4): one wrong digit, 22億円 would agree.")

  static let decisionStale = FindingExplanation(
    title: "古くなった判断",
    meaning: "A decision was made over another state of its source, so it is not used.",
    advice: "Look at the source again and renew the decision with the hash that the message gives.",
    japaneseMeaning: "判断の後に原典が変わったため、その判断を使いませんでした。",
    japaneseAdvice: "原典を見直し、メッセージにあるハッシュで判断を書き直してください。",
    sample: "The decision of 佐藤 on f-84be24a2bc057348 is not used: its source has changed since "
      + "2022-06-03. Look at the source again and renew the decision with source_hash "
      + "5f1c9404d4aaae9013d1c9d958e1d0cb77cb0652107942a9eb34fd18d825147e.")

  static let decisionUnused = FindingExplanation(
    title: "使われない判断",
    meaning:
      "A decision names no finding that is there now, or is about something that no decision "
      + "can answer.",
    advice: "Remove it from the file of decisions; a failed check is answered with a waiver.",
    japaneseMeaning: "判断の指す指摘が今はないか、判断では答えられないものを指しています。",
    japaneseAdvice: "判断のファイルから除いてください。合わない照合には免除（waiver）で答えます。",
    sample: "The decision of 佐藤 on f-0123456789abcdef is not used: no finding of the sources has "
      + "this key now. Remove the decision; a failed check is answered with a waiver.")

  static let waiverExpired = FindingExplanation(
    title: "期限切れの免除",
    meaning: "A waiver has ended and its finding is still there.",
    advice: "Settle the finding, or renew the waiver.",
    japaneseMeaning: "免除の期限が過ぎましたが、指摘はまだ残っています。",
    japaneseAdvice: "指摘を解決するか、免除を更新してください。",
    sample:
      "The waiver of 佐藤 on f-838f87fde88e39c9: it ended on 2022-06-03 and the finding is "
      + "still there. Settle it or renew the waiver.")

  static let waiverUnused = FindingExplanation(
    title: "使われない免除",
    meaning: "A waiver names no finding that is there now.",
    advice: "Remove it from the file of waivers.",
    japaneseMeaning: "免除の指す指摘が今はありません。",
    japaneseAdvice: "免除のファイルから除いてください。",
    sample:
      "The waiver of 佐藤 on f-fedcba9876543210: no finding has this key now. Remove the waiver.")
}
