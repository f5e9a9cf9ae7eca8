#!/usr/bin/python3
"""Write the PDF files that the tests read, into Tests/Fixtures/PDF.

The content is made up for the tests. Needs the Debian packages python3-cairo and
fonts-ipafont-gothic; the fonts are embedded as subsets (IPA Font License). Each piece of text is
drawn where the test wants it and in the order the test wants it, as word processors and slides do.
"""
import random
from pathlib import Path

import cairo

TARGET = Path(__file__).resolve().parent / "PDF"
WIDTH, HEIGHT = 595, 842


class Page:
    """Draws on one page after the other of a file."""

    def __init__(self, name):
        self.surface = cairo.PDFSurface(str(TARGET / name), WIDTH, HEIGHT)
        self.surface.set_metadata(cairo.PDFMetadata.CREATE_DATE, "2024-04-01T00:00:00+09:00")
        self.context = cairo.Context(self.surface)
        self.context.select_font_face("IPAGothic")

    def text(self, x, y, text, size=10.5, right=False):
        self.context.set_font_size(size)
        if right:
            x -= self.context.text_extents(text).x_advance
        self.context.move_to(x, y)
        self.context.show_text(text)

    def down(self, x, y, text, size=10.5, pitch=1.15):
        """One character to a line."""
        for index, character in enumerate(text):
            self.text(x, y + index * size * pitch, character, size)

    def rule(self, x0, y0, x1, y1, width=0.5):
        self.context.set_line_width(width)
        self.context.move_to(x0, y0)
        self.context.line_to(x1, y1)
        self.context.stroke()

    def shade(self, x0, y0, x1, y1, grey=0.85):
        self.context.set_source_rgb(grey, grey, grey)
        self.context.rectangle(x0, y0, x1 - x0, y1 - y0)
        self.context.fill()
        self.context.set_source_rgb(0, 0, 0)

    def end(self):
        self.context.show_page()

    def close(self):
        self.surface.finish()


PROGRAMMES = [
    ("海洋資源調査推進事業", "12.3億円"), ("沿岸防災観測網整備事業", "4億円"),
    ("極域環境変動研究事業", "27.5億円"), ("深海探査技術開発事業", "8億円"),
]


def aligned():
    """Amounts far to the right of their programmes, written in another order than they stand."""
    page = Page("aligned.pdf")
    page.text(60, 80, "１．海洋調査プロジェクト", 14)
    page.text(60, 110, "令和６年度予算額 51.8億円")
    rows = [(140 + 22 * i, name, amount) for i, (name, amount) in enumerate(PROGRAMMES)]
    for y, name, _ in rows:
        page.text(60, y, "● " + name)
    for y, _, amount in random.Random(1).sample(rows, len(rows)):
        page.text(530, y, "予算額" + amount, right=True)
    page.text(297, 800, "1")
    page.end()
    page.close()


def unaligned():
    """The same amounts in a box of their own, whose lines stand between those of the programmes."""
    page = Page("unaligned.pdf")
    page.text(60, 80, "１．海洋調査プロジェクト", 14)
    page.text(60, 110, "令和６年度予算額 51.8億円")
    for i, (name, _) in enumerate(PROGRAMMES):
        page.text(60, 140 + 22 * i, "● " + name)
    for i, (_, amount) in enumerate(PROGRAMMES[:3]):
        page.text(530, 151 + 22 * i, "予算額" + amount, right=True)
    page.text(297, 800, "1")
    page.end()
    page.close()


def table():
    """A ruled table: a label down the first column, names over two lines, amounts in the middle."""
    page = Page("table.pdf")
    page.text(60, 70, "令和６年度予算の概要", 14)
    page.text(540, 90, "（単位：百万円）", 9, right=True)
    xs, ys = [60, 85, 320, 430, 540], [100, 120, 160, 180, 200, 220]
    page.shade(60, 100, 540, 120)
    for y in ys[:2] + ys[-1:]:
        page.rule(60, y, 540, y)
    for y in ys[2:-1]:
        page.rule(85, y, 540, y)
    for x in xs:
        page.rule(x, 100, x, 220)
    for x, title in ((175, "事業名"), (333, "令和５年度予算額"), (443, "令和６年度予算額")):
        page.text(x, 114, title)
    page.down(67, 140, "重点施策", pitch=1.8)
    page.text(90, 136, "地域医療情報連携基盤の整備に")
    page.text(90, 152, "関する調査研究事業")
    page.text(425, 144, "1,234", right=True)
    page.text(535, 144, "1,300", right=True)
    for y, name, before, now in (
            (174, "遠隔診療実証事業", "560", "480"), (194, "看護記録標準化事業", "－", "75"),
            (214, "計", "1,794", "1,855")):
        page.text(535, y, now, right=True)
        page.text(90, y, name)
        page.text(425, y, before, right=True)
    page.end()
    page.close()


def columns():
    """Two columns of prose on common base lines, under a running head, over two pages."""
    page = Page("columns.pdf")
    left = ["左の段の文章は紙面の左半分を上か", "ら下へと読み進み、最後の行まで来",
            "てから右の段の最初の行に移るもの", "として組まれている。行の高さは左", "右で揃っている。"]
    right = ["右の段の文章は左の段が終わった後", "に読まれるべきものであり、同じ高",
             "さにある左の行の続きではないこと", "を、この見本は確かめるために置か", "れている。"]
    for number in (1, 2):
        page.text(60, 40, "海洋政策の年次報告", 9)
        page.text(535, 40, "令和６年版", 9, right=True)
        page.text(60, 90, f"第{number}節　調査の方法", 13)
        for i, (a, b) in enumerate(zip(left, right)):
            page.text(60, 130 + 18 * i, a, 12)
            page.text(325, 130 + 18 * i, b, 12)
        page.text(285, 800, f"- {number} -", 9)
        page.end()
    page.close()


def labels():
    """A label that runs down the page beside sentences, and a page that is written from the top."""
    page = Page("labels.pdf")
    page.down(40, 100, "事業の概要", 12)
    for i, line in enumerate((
            "この事業は、沿岸の観測網を整えるために令和", "６年度から始めるものであり、予算額は３億円",
            "である。観測の結果は毎月公表する。")):
        page.text(80, 104 + 20 * i, line, 12)
    page.end()
    for column, line in enumerate(("縦に書かれた文章は右の行から", "左の行へと読み進むのであり、", "この順に読まれる。")):
        page.down(500 - 22 * column, 100, line.replace("、", "︑").replace("。", "︒"), 12, 1.05)
    page.end()
    page.close()


def picture():
    """A page without text between pages with text."""
    page = Page("picture.pdf")
    page.text(60, 80, "前のページ")
    page.end()
    page.shade(100, 100, 400, 400)
    page.end()
    page.close()


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for write in (aligned, unaligned, table, columns, labels, picture):
        write()
