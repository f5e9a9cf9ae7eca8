"""The sample tables as rows of cells: which figures the ministries print.

A cell is None, a text, a number, or one of the classes below. The finer digits, the previous-year
columns and the disagreements are made up for the samples (see raw/README.md).
"""
from dataclasses import dataclass


@dataclass
class Amount:
    """A number shown with thousands separators and △ for negatives."""
    value: object
    sum_of: str = ""      # a range, where the sheet has a formula


@dataclass
class Share:
    """A percentage shown with one decimal and △ for negatives."""
    value: object


@dataclass
class EraDate:
    """A serial day number shown as 平成○年○月○日."""
    serial: int


@dataclass
class Rich:
    """A text in runs, some of them bold."""
    runs: list


@dataclass
class Reading:
    """A text with a phonetic run over its first characters."""
    text: str
    length: int
    reading: str


@dataclass
class Sheet:
    name: str
    rows: list
    merges: tuple = ()
    hidden: bool = False
    shared: bool = True   # shared strings or strings in the cells


def change(before, now):
    return now - before if isinstance(before, int) else now


def programme_row(number, name, before, now, note=None, printed=None, delta=None):
    """A programme: last year, this year (as stored), the change and its share."""
    delta = change(before, now) if delta is None else delta
    share = Share(round(delta * 100 / before, 1)) if isinstance(before, int) else "皆増"
    shown = Amount(before) if isinstance(before, int) else before
    return [number, name, shown, Amount(now if printed is None else printed), Amount(delta),
            share, note]


def sum_row(label, before, now, first=None, last=None):
    """A 小計 or 計; with the rows it covers where the sheet has a formula."""
    def cell(column, value):
        return Amount(value, f"SUM({column}{first}:{column}{last})" if first else "")
    return [label, None, cell("C", before), cell("D", now), cell("E", now - before),
            Share(round((now - before) * 100 / before, 1)), None]


def mext_fy2019():
    """Two header rows with merged groups, 小計 for each field, a hidden working sheet."""
    platform = "ゲノム医療実現推進プラットフォーム事業（目標設定型の先端ゲノム研究開発）"
    brain = "革新的技術による脳機能ネットワークの全容解明プロジェクト"
    rows = [
        ["平成31年度　文部科学省　健康・医療分野の研究開発関係予算（事業別）"],
        ["作成日", EraDate(43553), None, None, None, None, "（単位：百万円）"],
        ["番号", "事業名", "予算額", None, "対前年度", None, "備考"],
        [None, None, "平成30年度\n予算額", "平成31年度\n予算額", "増△減額", "増減率（％）", None],
        ["【医薬品】"],
        programme_row(1, "先端的バイオ創薬等基盤技術開発事業", "－", 1258, "新規"),
        programme_row(2, "創薬等ライフサイエンス研究支援基盤事業", 2935, 2920, "BINDS"),
        sum_row("小計", 2935, 4178, 6, 7),
        ["【医療機器・橋渡し】"],
        # A computed number keeps a residue beyond the fifteen digits that a sheet shows.
        programme_row(3, "医療分野研究成果展開事業", 1902, 1843, printed="1842.9999999999998"),
        programme_row(4, Rich(["橋渡し研究", "戦略的推進プログラム"]), 4302, 4980,
                      "橋渡し研究支援拠点の整備を含む"),
        sum_row("小計", 6204, 6823, 10, 11),
        ["【再生医療・ゲノム】"],
        programme_row(5, "再生医療実現拠点ネットワークプログラム", 8993, 9066),
        programme_row(6, platform, 1914, 1894),
        programme_row(7, Reading("東北メディカル・メガバンク計画", 2, "トウホク"), 3150, 3052),
        programme_row(8, "ゲノム研究バイオバンク事業", 365, 340, "ﾊﾞｲｵﾊﾞﾝｸ･ｼﾞｬﾊﾟﾝ"),
        sum_row("小計", 14422, 14352, 14, 17),
        ["【がん】"],
        programme_row(9, "次世代がん医療創生研究事業", 3602, 3650),
        sum_row("小計", 3602, 3650, 20, 20),
        ["【脳】"],
        programme_row(10, brain, 4709, 4854, "戦略的国際脳科学研究推進プログラムを含む"),
        programme_row(11, "脳科学研究戦略推進プログラム", 1786, 1810),
        sum_row("小計", 6495, 6664, 23, 24),
        ["【感染症】"],
        # 1,650 with two digits swapped; the change and the 小計 were made from the right figure.
        programme_row(12, "感染症研究革新イニシアティブ", 1480, 1650, "J-PRIDE", printed=1560),
        programme_row(13, "感染症研究国際展開戦略プログラム", 1482, 1430, "J-GRID"),
        sum_row("小計", 2962, 3080),
        sum_row("計", 36620, 38747),
        ["（注）単位未満四捨五入のため、計と内訳の和が一致しない場合がある。"],
    ]
    merges = ("A1:G1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4", "A5:G5", "A9:G9", "A13:G13",
              "A19:G19", "A22:G22", "A26:G26", "A8:B8", "A12:B12", "A18:B18", "A21:B21", "A25:B25",
              "A29:B29", "A30:B30", "A31:G31")
    remarks = [["注記"], ["※１", "本表は当初予算額であり、補正予算額を含まない。"],
               ["※２", "「－」は該当する予算がないことを示す。"]]
    scratch = [["作業用（公表しない）"], ["感染症研究革新イニシアティブ", 1650, "要確認"],
               ["計", 99999]]
    return [Sheet("総括表", rows, merges), Sheet("注記", remarks),
            Sheet("作業用", scratch, hidden=True)]


def mext_fy2022():
    """One header row, strings in the cells."""
    def row(number, name, now):
        return [number, name, Amount(now)]
    bcure = "ゲノム医療実現バイオバンク利活用プログラム"
    rows = [
        ["令和４年度　文部科学省　健康・医療分野の主な事業"],
        [None, None, "単位：百万円"],
        ["No.", "事業名", "令和４年度予算額"],
        row(1, "先端的バイオ創薬等基盤技術開発事業", 1468),
        row(2, "次世代がん医療加速化研究事業", 3400),
        row(3, "生命科学・創薬研究支援基盤事業", 3700),
        row(4, "医療機器等研究成果展開事業", 1100),
        row(5, "再生医療実現拠点ネットワークプログラム", 9066),
        row(6, bcure, 4600),
        ["合計", None, Amount(23334, "SUM(C4:C9)")],
    ]
    return [Sheet("令和４年度", rows, ("A1:C1", "A10:B10"), shared=False)]


def mhlw_fy2019():
    """Thousands of yen as printed text, a heading column filled once for each group."""
    def money(value):
        return value if isinstance(value, str) else f"{value:,}".replace("-", "△")

    def group(label, numbers, entries):
        lines = []
        for number, (name, before, now, note) in zip(numbers, entries):
            lines.append([label if not lines else "", number, name, money(before), money(now),
                          money(change(before, now)), note])
        before = sum(e[1] for e in entries if isinstance(e[1], int))
        now = sum(e[2] for e in entries)
        lines.append(["", "", "小計", money(before), money(now), money(now - before), ""])
        return lines, before, now

    through_amed, before_a, now_a = group(
        "ＡＭＥＤ対象経費", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲", [
            ("創薬基盤推進研究事業", 2105000, 2180000, "GAPFREEを含む"),
            ("臨床研究・治験推進研究事業", 3268900, 3312481, "生物統計家の育成を含む"),
            ("医薬品等規制調和・評価研究事業", 1120000, 1120000, ""),
            ("創薬支援推進事業", 3544120, 3553068, "化合物の管理は㈱へ委託"),
            ("ｸﾘﾆｶﾙ・ｲﾉﾍﾞｰｼｮﾝ・ﾈｯﾄﾜｰｸ（CIN）推進支援事業", 141000, 130000, ""),
            ("医療機器開発推進研究事業", 1190400, 1234845, "髙度管理医療機器を含む"),
            ("開発途上国・新興国等における医療技術等実用化研究事業", 298000, 310000, ""),
            ("次世代医療機器連携拠点整備等事業", "－", 203511, "新規"),
            ("医療技術実用化総合促進事業", 3012700, 2950000, "中央IRB促進事業, ARO機能評価事業を含む"),
            ("革新的医療シーズ実用化研究事業", 1020000, 968750, ""),
            ("再生医療実用化研究事業", 2780000, 2780000, ""),
            ("再生医療臨床研究促進基盤整備事業", 380600, 401200, ""),
            ("臨床ゲノム情報統合データベース整備事業", 640000, 597618, ""),
            ("ゲノム創薬基盤推進研究事業", 300000, 300000, ""),
            ("認知症研究開発事業", 870000, 900000, ""),
            # 292,000 with a digit lost.
            ("障害者対策総合研究開発事業", 291000, 29200, "精神障害分野～その他"),
            ("難治性疾患実用化研究事業", 8020000, 8150000, ""),
            ("革新的がん医療実用化研究事業", 8430000, 8580000, ""),
            ("新興・再興感染症に対する革新的医薬品等開発推進研究事業", 1990500, 1970000, ""),
        ])
    in_house, before_b, now_b = group(
        "インハウス研究機関経費", "ⅠⅡⅢⅣ", [
            ("ゲノム診断支援システム整備事業", 385000, 380000, ""),
            ("ナショナルセンターバイオバンクネットワーク（ＮＣＢＮ）", 1080000, 1071940, ""),
            ("ＮＣにおける治験・臨床研究推進事業", 350000, 350000, ""),
            ("国立感染症研究所　インハウス研究", 1702300, 1718806, ""),
        ])
    total = ["", "", "合計", money(before_a + before_b), money(now_a + now_b),
             money(now_a + now_b - before_a - before_b), ""]
    head = ["区分", "番号", "事業名", "平成30年度\r\n予算額", "平成31年度\r\n予算額", "対前年度\r\n増△減額",
            "備考"]
    return ([["平成31年度　厚生労働省　医療分野の研究開発関連予算", "", "", "", "", "", ""],
             ["", "", "", "", "", "", "（単位：千円）"], head]
            + through_amed + in_house + [total])


def meti_fy2019():
    """Two header rows, a part under its programme, a 計 with two digits swapped."""
    def row(name, before, now, note=None):
        shown = Amount(before) if isinstance(before, int) else before
        return [name, shown, Amount(now), Amount(change(before, now)), note]
    regenerative = "再生医療・遺伝子治療の産業化に向けた基盤技術開発事業"
    rows = [
        ["平成31年度　経済産業省　医療・福祉機器、バイオ関係予算"],
        ["平成31年３月", None, None, None, "単位：百万円"],
        ["事業名", "当初予算", None, None, "備考"],
        [None, "平成30年度", "平成31年度", "増減", None],
        row("次世代治療・診断実現のための創薬基盤技術開発事業", 5720, 5610),
        row(regenerative, 3350, 3580),
        ["　うち遺伝子治療製造技術開発", None, Amount(1300), None, "内数"],
        row("医工連携事業化推進事業", 2950, 2726),
        row("先進的医療機器・システム等技術開発事業", 4300, 3510, "一部はがんの対策に資する"),
        row("ロボット介護機器開発・標準化事業", 1080, 1352),
        row("認知症対策官民イノベーション実証基盤整備事業", "－", 500, "新規"),
        # The programmes add up to 17,278.
        ["計", Amount(17400), Amount(17728), Amount(-122), None],
        ["（注）端数は四捨五入による。"],
    ]
    return [Sheet("経済産業省", rows, ("A1:E1", "A3:A4", "B3:D3", "E3:E4"))]
