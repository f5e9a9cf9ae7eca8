"""The peers' side of each workload: peers.py FUNCTION ARGUMENTS. Each prints its check value last."""
import csv, json, re, sys
from table_peers import *


def text_re(source):
    """Dates and amounts found by the usual regular expressions and resolved."""
    era = {"令和": 2018, "平成": 1988, "昭和": 1925}
    unit = {"兆": 10**12, "億": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 1000, None: 1, "": 1}
    wide = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
    digit = "[0-9０-９]"
    number = f"{digit}[0-9０-９,，]*(?:[.．]{digit}+)?"
    date = (f"(令和|平成|昭和)[ 　]*(元|{digit}{{1,2}})[ 　]*年(?:(度)|[ 　]*({digit}{{1,2}})[ 　]*月"
            f"(?:[ 　]*({digit}{{1,2}})[ 　]*日)?)?")
    amount = f"(?<![0-9０-９,，.．])((?:{number}(?:百万|千万|兆|億|万|千))+(?:{number})?|{number})円"
    term = re.compile(f"({number})(百万|千万|兆|億|万|千)?")
    found = []
    for m in re.compile(f"{date}|{amount}").finditer(open(source, encoding="utf-8").read()):
        if m[1]:
            year = era[m[1]] + (1 if m[2] == "元" else int(m[2].translate(wide)))
            found.append((m[0], year * 10000 + int((m[4] or "0").translate(wide)) * 100
                          + int((m[5] or "0").translate(wide))))
        else:
            yen = 0
            for t in term.finditer(m[6]):
                whole, _, part = t[1].translate(wide).replace(",", "").partition(".")
                yen += int(whole) * unit[t[2]] + (int(part) * unit[t[2]] // 10 ** len(part) if part else 0)
            found.append((m[0], yen))
    return text_check((text, value) for text, value in found if text[-1] == "日")


DAY = re.compile("(?:令和|平成|昭和)[0-9]{1,2}年(?:[1-9]|1[0-2])月(?:[1-9]|1[0-9]|2[0-8])日")


def text_check(days):
    """Days written the plain way are found alike by everybody: how many, and the sum of their values."""
    values = [value for text, value in days if DAY.fullmatch(text)]
    return f"{len(values)} days, sum {sum(values)}"


def text_choai(output):
    def days():
        for line in open(output, encoding="utf-8"):
            if "年" in line and '日"' in line:
                mention = json.loads(line)
                if value := (mention["value"] or {}).get("start"):
                    yield mention["text"], int(value.replace("-", ""))
    return text_check(days())


def text_timex(source):
    from ja_timex import TimexParser
    parser = TimexParser()
    return sum(len(parser.parse(line)) for line in open(source, encoding="utf-8"))


def text_digest(path):
    import hashlib
    return hashlib.sha256(open(path, "rb").read()).hexdigest()[:12]


def fold_nfkc(source, output):
    import unicodedata
    with open(source, encoding="utf-8") as a, open(output, "w", encoding="utf-8") as b:
        b.writelines(unicodedata.normalize("NFKC", line) for line in a)
    return text_digest(output)


def fold_neologdn(source, output):
    import neologdn
    with open(source, encoding="utf-8") as a, open(output, "w", encoding="utf-8") as b:
        b.writelines(neologdn.normalize(line) + "\n" for line in a)
    return text_digest(output)


def fold_jpnorm(source, output):
    import jpnorm
    with open(source, encoding="utf-8") as a, open(output, "w", encoding="utf-8") as b:
        b.writelines(jpnorm.normalize(line) + "\n" for line in a)
    return text_digest(output)


def sheet_calamine(output, *sources):
    from python_calamine import CalamineWorkbook
    for source in sources:
        rows = CalamineWorkbook.from_path(source).get_sheet_by_index(0).to_python(skip_empty_area=False)
        with open(target(output, source, sources), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    return "written"


def sheet_openpyxl(output, *sources):
    import openpyxl
    for source in sources:
        book = openpyxl.load_workbook(source, read_only=True, data_only=True)
        with open(target(output, source, sources), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(book.worksheets[0].iter_rows(values_only=True))
    return "written"


def sheet_xlsx2csv(output, *sources):
    from xlsx2csv import Xlsx2csv
    for source in sources:
        Xlsx2csv(source, outputencoding="utf-8", lineterminator="\n").convert(target(output, source, sources), sheetid=1)
    return "written"


def target(output, source, sources):
    return output if len(sources) == 1 else f"{output}/{source.split('/')[-1]}.csv"


def csv_polars(source, output):
    import polars as pl
    pl.scan_csv(source, infer_schema=False).sink_csv(output)
    return "written"


def csv_duckdb(source, output):
    import duckdb
    duckdb.execute(f"copy (select * from read_csv('{source}', header=true, all_varchar=true)) to '{output}' (header)")
    return "written"


def csv_pyarrow(source, output, encoding):
    import pyarrow as pa, pyarrow.csv as pc
    with open(source, encoding=encoding) as file:
        names = file.readline().strip().split(",")
    with pc.open_csv(source, read_options=pc.ReadOptions(encoding="utf8" if encoding == "utf-8" else encoding),
                     convert_options=pc.ConvertOptions(column_types={name: pa.string() for name in names})) as reader:
        with pc.CSVWriter(output, reader.schema, write_options=pc.WriteOptions(quoting_style="needed")) as writer:
            for batch in reader:
                writer.write_batch(batch)
    return "written"


def csv_pandas(source, output, encoding):
    import pandas
    pandas.read_csv(source, dtype=str, keep_default_na=False, encoding=encoding).to_csv(output, index=False)
    return "written"


def csv_check(*paths):
    """The number of fields that hold something, and a hash of all: quotes and line ends may differ."""
    import hashlib, os
    files = [os.path.join(p, f) for p in paths if os.path.isdir(p) for f in sorted(os.listdir(p))] or paths
    digest, count = hashlib.sha256(), 0
    for path in files:
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                # Some programs write whole numbers as binary fractions.
                row = [v[:-2] if v[-2:] == ".0" and v[:-2].isdigit() else v for v in row]
                count += sum(v != "" for v in row)
                digest.update("\x1f".join(row).encode() + b"\n")
    return f"{count} fields, {digest.hexdigest()[:12]}"


if __name__ == "__main__":
    print(globals()[sys.argv[1].replace("-", "_")](*sys.argv[2:]))
