/// The phrases of checks: their sides, their explanations, the figures that they suspect.
extension PhraseBook {
  static let checks = PhraseBook(sides + openings + details + rulings + slips + words)

  private static let sides: [(english: String, japanese: String)] = [
    ("sum of its parts", "内訳の和"),
    ("sum of its components", "①②③の和"),
    ("sum of its groups", "各群の和"),
    ("sum of its programmes", "事業の和"),
    ("{} of the total", "合計の {0}"),
    ("figure of FY{} (内数)", "{0}年度の額（内数）"),
    ("sum of its institutes", "機関の和"),
    ("sum of its years", "各年度の和"),
    ("range of its years", "各年度の範囲"),
    ("printed total", "印刷された合計"),
    ("printed total ({}, previous year)", "印刷された合計（{0}、前年度欄）"),
    ("printed total ({})", "印刷された合計（{0}）"),
    ("printed as previous year ({})", "前年度として印刷された額（{0}）"),
    ("own figure in {}", "{0} にあるその年度の額"),
    ("own figure", "その年度の額"),
    ("printed again ({})", "再び印刷された額（{0}）"),
    ("printed before", "前に印刷された額"),
    ("listed again under {}", "{0} での再掲"),
    ("home figure of the whole", "元の全体の額"),
    ("home figure", "元の額"),
    ("headquarters ({})", "本部の資料（{0}）"),
    ("table of {} ({})", "{0} の表（{1}）"),
    ("table of the ministries", "府省の表"),
    ("table of {}", "{0} の表"),
    ("the ministries", "府省"),
    ("an unnamed ministry", "名前のない府省"),
    ("printed value", "印刷された値"),
    ("actual value", "実績"),
    ("target", "目標"),
    ("cumulative target", "累計の目標"),
    ("{} years of the yearly target", "年度目標の {0} 年分"),
    ("name as printed", "印刷された名称"),
    ("registry", "登録簿"),
  ]

  private static let openings: [(english: String, japanese: String)] = [
    ("{} against {}: equal", "{0} と {1}：一致"),
    ("{} against {}: holds", "{0} と {1}：成り立つ"),
    ("{} against {}: {}", "{0} と {1}：{2}"),
    ("at most {}", "{0} 以下"),
    ("{}% of {}", "{1} の {0}%"),
    ("at least {}", "{0} 以上"),
    ("within the range", "範囲内"),
    ("outside the range", "範囲外"),
    ("less by {}, less than 1 unit of {} over {} figures", "{0} 少ない（{1} の1単位未満、数字 {2} 個）"),
    ("more by {}, less than 1 unit of {} over {} figures", "{0} 多い（{1} の1単位未満、数字 {2} 個）"),
    ("less by {}, more than {} unit of {} over {} figures", "{0} 少ない（{2} の {1} 単位超、数字 {3} 個）"),
    ("more by {}, more than {} unit of {} over {} figures", "{0} 多い（{2} の {1} 単位超、数字 {3} 個）"),
    ("less by {}, more than {} units of {} over {} figures", "{0} 少ない（{2} の {1} 単位超、数字 {3} 個）"),
    ("more by {}, more than {} units of {} over {} figures", "{0} 多い（{2} の {1} 単位超、数字 {3} 個）"),
    ("less by {}, {} unit of {} over {} figures", "{0} 少ない（{2} の {1} 単位分、数字 {3} 個）"),
    ("more by {}, {} unit of {} over {} figures", "{0} 多い（{2} の {1} 単位分、数字 {3} 個）"),
    ("less by {}, {} units of {} over {} figures", "{0} 少ない（{2} の {1} 単位分、数字 {3} 個）"),
    ("more by {}, {} units of {} over {} figures", "{0} 多い（{2} の {1} 単位分、数字 {3} 個）"),
    ("less by {} over {} figures", "{0} 少ない（数字 {1} 個）"),
    ("more by {} over {} figures", "{0} 多い（数字 {1} 個）"),
    ("a sum too great to be held", "大きすぎる和"),
  ]

  private static let details: [(english: String, japanese: String)] = [
    ("rounding can explain it: {} and {} meet", "端数処理で説明できる：{0} と {1} は重なる"),
    (
      "rounding and unknown shares can explain it: {} and {} meet",
      "端数処理と内数で説明できる：{0} と {1} は重なる"
    ),
    (
      "rounding cannot explain it: an end left out lies between {} and {}",
      "端数処理では説明できない：{0} と {1} は端を含まないため重ならない"
    ),
    (
      "rounding cannot explain it: {} lie between {} and {}",
      "端数処理では説明できない：{1} と {2} の間は {0} 離れている"
    ),
    ("{} part has a link that the text does not decide", "{0} 件の対応は本文から決まらない"),
    ("{} parts have a link that the text does not decide", "{0} 件の対応は本文から決まらない"),
    ("any assignment has the same sum", "どう割り当てても和は同じ"),
    ("{} without a figure left out", "額の記載のない {0} 件を除いた"),
    ("one shared amount, counted once: {}", "共有の額として一度だけ数えた：{0}"),
    ("printed more than once, counted once: {}", "重ねて印刷、一度だけ数えた：{0}"),
    ("printed more than once, counted each time: {}", "重ねて印刷、毎回数えた：{0}"),
    ("{} home figures", "元の額は {0} 個"),
    ("the amount may be any part of them", "そのどの部分かは分からない"),
    ("amounts listed elsewhere do not count: the total agrees only so", "再掲は数えない：合計がそれでだけ合う"),
    ("amounts listed elsewhere count, as no total decides it", "決め手となる合計がないため、再掲も数えた"),
    ("amounts listed elsewhere do not count, as no total decides it", "決め手となる合計がないため、再掲は数えない"),
    (
      "amounts listed elsewhere count: {} of the source's totals agree only so{}",
      "再掲も数えた：この原典の {0} 個の合計がそれでだけ合う{1}"
    ),
    (
      "amounts listed elsewhere count: {} of the source's totals agree only so",
      "再掲も数えた：この原典の {0} 個の合計がそれでだけ合う"
    ),
    (
      "amounts listed elsewhere do not count: {} of the source's totals agree only so{}",
      "再掲は数えない：この原典の {0} 個の合計がそれでだけ合う{1}"
    ),
    (
      "amounts listed elsewhere do not count: {} of the source's totals agree only so",
      "再掲は数えない：この原典の {0} 個の合計がそれでだけ合う"
    ),
    (", {} only otherwise", "（逆に {0} 個はそうでないときだけ合う）"),
  ]

  private static let rulings: [(english: String, japanese: String)] = [
    ("the left side prints no figure", "左辺に数字の記載がない"),
    ("the right side prints no figure", "右辺に数字の記載がない"),
    ("the sum is too great to be held", "和が大きすぎる"),
    ("no part of it is printed", "内訳の記載がない"),
    ("its parts are printed at another stage ({})", "内訳は別の予算段階のもの（{0}）"),
    ("its figures are of different stages ({})", "数字の予算段階が異なる（{0}）"),
    ("its own figure of FY{} is not in the sources", "{0}年度自身の額が原典にない"),
    (
      "FY{} prints a figure of which an unknown share is meant",
      "{0}年度の額は内数で、そのうちいくらかは分からない"
    ),
    ("its own figure of that year is not in the sources", "その年度自身の額が原典にない"),
    ("that year's own figure is of another stage ({})", "その年度自身の額は別の予算段階（{0}）"),
    (
      "the programme follows {}, which may have covered more or less",
      "{0} を引き継いだ事業で、範囲が同じとは限らない"
    ),
    (
      "the programme follows {}, which together may have covered more or less",
      "{0} を引き継いだ事業で、合わせた範囲が同じとは限らない"
    ),
    (
      "{} was divided into {}; the figure is that of one part",
      "{0} は {1} に分かれ、この額はその一部のもの"
    ),
    (
      "{} were regrouped into {}; the figure is that of one part",
      "{0} は {1} に組み替えられ、この額はその一部のもの"
    ),
    ("{} prints no figure of the year before", "{0} に前年度の額の記載がない"),
    ("cutting off could not explain it", "切り捨てでは説明できない"),
    ("rounding to the nearest could explain it", "四捨五入なら説明できる"),
    ("rounding to the nearest could not explain it", "四捨五入では説明できない"),
    ("cutting off could explain it", "切り捨てなら説明できる"),
    ("its home figure is not in the sources", "元の額が原典にない"),
    ("the source does not say which project the total is for", "どのプロジェクトの合計か原典に記載がない"),
    ("{} may belong to another project", "{0} は別のプロジェクトのものかもしれない"),
    (
      "it agrees only if amounts of equal size are not one shared amount: {}",
      "同額のものを共有の額とみなさないときだけ合う：{0}"
    ),
    (
      "the text does not decide what the figure at line {} belongs to",
      "{0}行目の数字が何のものか本文から決まらない"
    ),
    ("the text does not decide what the figure at {} belongs to", "{0} の数字が何のものか本文から決まらない"),
    ("the table of {} does not list it", "{0} の表に記載がない"),
    ("no figure of {} is in the sources", "{0} の額が原典にない"),
    ("the headquarters' figure names no ministry", "本部の額に府省の記載がない"),
    (
      "the programme is not in the registry, so the two sides cannot be joined",
      "事業が登録簿にないため、両者を結び付けられない"
    ),
    ("the value is printed as not exact", "概数として印刷された値"),
    ("the printed value is that of its last year, FY{}, not a sum", "印刷された値は和ではなく最後の {0}年度の値"),
    ("the value has no unit, so it may not be a sum", "単位がなく、和とは限らない"),
    ("by its name the value may be a mean, not a sum", "名前から見て平均かもしれず、和とは限らない"),
    ("a target of 0 may be one not to exceed", "目標が 0：超えないという目標かもしれない"),
    ("the target is not a number to reach", "目標が数値ではない"),
    ("the units differ: {}, {}", "単位が異なる：{0}、{1}"),
    ("the year of the value is not known", "値の年度が分からない"),
    ("not reached by FY{}", "{0}年度には未達"),
    ("the target is for FY{}", "目標は {0}年度"),
    ("the registry does not know this programme", "この事業は登録簿にない"),
    ("the registry does not know this project", "このプロジェクトは登録簿にない"),
    ("the registry does not know this ministry", "この府省は登録簿にない"),
    ("known as {} for {} to {}, printed for FY{}", "登録簿の {0}（{1}～{2}）だが、{3}年度に印刷"),
    ("known as {}, {} to {}", "登録簿の {0}（{1}～{2}）"),
  ]

  /// What is wrong with a suspected figure, and the figure that would agree.
  private static let slips: [(english: String, japanese: String)] = {
    let slips = [
      ("left out of the sum", "和から漏れている"), ("counted twice", "二重に数えている"),
      ("not counted in the total", "合計に入っていない"), ("counted twice in the total", "合計に二重に入っている"),
      ("belongs to another sum", "別の和のもの"), ("printed otherwise elsewhere", "他の所では別の額"),
      ("wrong sign", "符号の誤り"), ("two digits swapped", "二つの数字の入れ替わり"),
      ("one wrong digit", "一つの数字の誤り"), ("one digit lost", "一桁の脱落"),
      ("one digit too many", "一桁の過剰"), ("same as the year before", "前年度と同じ額"),
      ("printed for the year before and not for this one", "前年度にだけ印刷されている"),
      ("10 times too small", "10倍小さい"), ("10 times too great", "10倍大きい"),
      ("100 times too small", "100倍小さい"), ("100 times too great", "100倍大きい"),
      ("1000 times too small", "1000倍小さい"), ("1000 times too great", "1000倍大きい"),
      ("10000 times too small", "10000倍小さい"), ("10000 times too great", "10000倍大きい"),
    ]
    return slips.flatMap { english, japanese in
      [
        ("{}: \(english), {} would agree and {}", "{0}：\(japanese)、{1} なら合う。あわせて {2}"),
        ("{}: \(english), {} would agree", "{0}：\(japanese)、{1} なら合う"),
        ("{}: \(english) and {}", "{0}：\(japanese)。あわせて {1}"),
        ("{}: \(english)", "{0}：\(japanese)"),
      ]
    }
  }()

  private static let words: [(english: String, japanese: String)] = [
    ("{} (in-house)", "{0}（インハウス）"),
    ("{} (share of the total)", "{0}（合計に占める割合）"),
    ("{} (inferred from the groups)", "{0}（各群から推定）"),
    (
      "{} (re-listed money included, inferred from the total)",
      "{0}（再掲を含む。合計から推定）"
    ),
    ("{} (re-listed money left out, inferred from the total)", "{0}（再掲を除く。合計から推定）"),
    ("{} (line {})", "{0}（{1}行目）"),
    ("{} (part of it)", "{0}（一部）"),
    ("supplementary_draft {}", "第{0}次補正予算案"),
    ("supplementary {}", "第{0}次補正予算"),
    ("initial", "当初予算"),
    ("initial_draft", "当初予算案"),
    ("supplementary", "補正予算"),
    ("supplementary_draft", "補正予算案"),
    ("request", "概算要求"),
    ("settlement", "決算"),
    ("other", "その他"),
    ("programme {}", "事業 {0}"),
    ("project {}", "プロジェクト {0}"),
    ("ministry {}", "府省 {0}"),
  ]
}
