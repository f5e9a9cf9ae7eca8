"""CSV, XLSX and ODS files out of rows of cells, written by hand with the standard library."""
import csv
import io
import zipfile
from decimal import Decimal
from xml.sax.saxutils import escape

from make_samples_tables import Amount, EraDate, Reading, Rich, Share

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def csv_table(rows):
    """CP932 with CRLF, quoted where it must be."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("cp932")


def archive(members):
    """A zip of (name, bytes, compressed) with fixed times, in the order given."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as out:
        for name, content, compressed in members:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
            out.writestr(info, content)
    return data.getvalue()


def letter(column):
    return chr(ord("A") + column)


# XLSX ------------------------------------------------------------------------------------------

STYLES = HEAD + f"""<styleSheet xmlns="{MAIN}"><numFmts count="3">\
<numFmt numFmtId="164" formatCode="#,##0;&quot;△ &quot;#,##0"/>\
<numFmt numFmtId="165" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>\
<numFmt numFmtId="166" formatCode="0.0;&quot;△ &quot;0.0"/></numFmts>\
<fonts count="1"><font><sz val="11"/><name val="ＭＳ Ｐゴシック"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4">{"".join(
    f'<xf numFmtId="{format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    for format in (0, 164, 165, 166))}</cellXfs>\
<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


class Strings:
    """The shared strings in the order of first use."""

    def __init__(self):
        self.items = []
        self.uses = 0

    def index(self, item):
        self.uses += 1
        if item not in self.items:
            self.items.append(item)
        return self.items.index(item)

    def part(self):
        return (HEAD + f'<sst xmlns="{MAIN}" count="{self.uses}" uniqueCount="{len(self.items)}">'
                + "".join(f"<si>{item}</si>" for item in self.items) + "</sst>")


def text_item(cell):
    """A text as a string item: plain, in runs, or with a reading."""
    if isinstance(cell, Rich):
        return "".join(f"<r><rPr>{'' if n else '<b/>'}<sz val='11'/></rPr><t>{escape(t)}</t></r>"
                       for n, t in enumerate(cell.runs))
    if isinstance(cell, Reading):
        return (f'<t>{escape(cell.text)}</t><rPh sb="0" eb="{cell.length}">'
                f'<t>{cell.reading}</t></rPh><phoneticPr fontId="0"/>')
    return f'<t xml:space="preserve">{escape(cell)}</t>'


def xlsx_cell(reference, cell, strings):
    if isinstance(cell, Amount):
        formula = f"<f>{cell.sum_of}</f>" if cell.sum_of else ""
        return f'<c r="{reference}" s="1">{formula}<v>{cell.value}</v></c>'
    if isinstance(cell, EraDate):
        return f'<c r="{reference}" s="2"><v>{cell.serial}</v></c>'
    if isinstance(cell, Share):
        return f'<c r="{reference}" s="3"><v>{cell.value}</v></c>'
    if isinstance(cell, int):
        return f'<c r="{reference}"><v>{cell}</v></c>'
    if strings is None:
        return f'<c r="{reference}" t="inlineStr"><is>{text_item(cell)}</is></c>'
    return f'<c r="{reference}" t="s"><v>{strings.index(text_item(cell))}</v></c>'


def worksheet(sheet, strings):
    rows = []
    for number, row in enumerate(sheet.rows, 1):
        cells = "".join(xlsx_cell(f"{letter(column)}{number}", cell, strings)
                        for column, cell in enumerate(row) if cell is not None)
        rows.append(f'<row r="{number}">{cells}</row>')
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merges)
    merged = f'<mergeCells count="{len(sheet.merges)}">{merges}</mergeCells>' if merges else ""
    return (f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>{merged}'
            "</worksheet>")


def relationships(targets):
    return (f'{HEAD}<Relationships xmlns="{RELATIONS}">' + "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)) + "</Relationships>")


def hidden(sheet):
    return " state='hidden'" if sheet.hidden else ""


def content_types(kinds):
    package = "http://schemas.openxmlformats.org/package/2006"
    overrides = [("/xl/workbook.xml", "sheet.main")] + kinds
    return (f'{HEAD}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="{part}" ContentType="{SHEET_TYPE}.{kind}+xml"/>'
                      for part, kind in overrides) + "</Types>")


def xlsx_workbook(sheets):
    """A workbook with styles, shared strings where a sheet wants them, and hidden sheets."""
    strings = Strings()
    parts = [worksheet(s, strings if s.shared else None) for s in sheets]
    paths = [f"worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)]
    entries = "".join(
        f"<sheet name='{escape(s.name)}' sheetId='{n}'{hidden(s)} r:id='rId{n}'/>"
        for n, s in enumerate(sheets, 1))
    others = [("styles", "styles.xml")]
    if strings.items:
        others.append(("sharedStrings", "sharedStrings.xml"))
    kinds = [(f"/xl/{p}", "worksheet") for p in paths] + [(f"/xl/{t}", k) for k, t in others]
    workbook = (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/>'
                f"<sheets>{entries}</sheets></workbook>")
    members = [("[Content_Types].xml", content_types(kinds)),
               ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
               ("xl/workbook.xml", workbook),
               ("xl/_rels/workbook.xml.rels",
                relationships([("worksheet", p) for p in paths] + others)),
               ("xl/styles.xml", STYLES)]
    if strings.items:
        members.append(("xl/sharedStrings.xml", strings.part()))
    members += [(f"xl/{path}", part) for path, part in zip(paths, parts)]
    return archive([(name, text.encode(), True) for name, text in members])


# ODS -------------------------------------------------------------------------------------------

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMESPACES = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"'
                      for p in ("office", "table", "text", "style"))


def corners(area):
    first, last = area.split(":")
    return (int(first[1:]) - 1, ord(first[0]) - 65), (int(last[1:]) - 1, ord(last[0]) - 65)


def ods_cell(cell, spans):
    if isinstance(cell, Amount):
        shown = f"{Decimal(cell.value):,}".replace("-", "△ ")
        return (f'<table:table-cell office:value-type="float" office:value="{cell.value}"{spans}>'
                f"<text:p>{shown}</text:p></table:table-cell>")
    if cell is None:
        return f"<table:table-cell{spans}/>"
    return (f'<table:table-cell office:value-type="string"{spans}>'
            f"<text:p>{escape(cell)}</text:p></table:table-cell>")


def ods_row(number, row, areas, width):
    cells = []
    for column in range(width):
        spans = covered = ""
        for (top, left), (bottom, right) in areas:
            if (number, column) == (top, left):
                spans = (f' table:number-columns-spanned="{right - left + 1}"'
                         f' table:number-rows-spanned="{bottom - top + 1}"')
            elif top <= number <= bottom and left <= column <= right:
                covered = "<table:covered-table-cell/>"
        cell = row[column] if column < len(row) else None
        cells.append(covered or ods_cell(cell, spans))
    rest = '<table:table-cell table:number-columns-repeated="1019"/>'
    return f"<table:table-row>{''.join(cells)}{rest}</table:table-row>"


def ods_workbook(sheets):
    """A spreadsheet whose rows end in the usual run of empty cells."""
    tables = []
    for sheet in sheets:
        areas = [corners(area) for area in sheet.merges]
        width = max(len(row) for row in sheet.rows)
        rows = "".join(ods_row(n, row, areas, width) for n, row in enumerate(sheet.rows))
        empty = ('<table:table-row table:number-rows-repeated="1048000">'
                 '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>')
        tables.append(f'<table:table table:name="{escape(sheet.name)}">'
                      '<table:table-column table:number-columns-repeated="1024"/>'
                      f"{rows}{empty}</table:table>")
    content = (f'{HEAD}<office:document-content {NAMESPACES} office:version="1.2"><office:body>'
               f"<office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
               "</office:document-content>")
    styles = f'{HEAD}<office:document-styles {NAMESPACES} office:version="1.2"/>'
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", ODS_TYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml")))
    manifest = (f'{HEAD}<manifest:manifest manifest:version="1.2" xmlns:manifest='
                f'"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entries}</manifest:manifest>')
    return archive([("mimetype", ODS_TYPE.encode(), False), ("content.xml", content.encode(), True),
                    ("styles.xml", styles.encode(), True),
                    ("META-INF/manifest.xml", manifest.encode(), True)])
