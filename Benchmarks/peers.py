"""The peers' side of each workload: peers.py WORKLOAD-PEER ARGUMENTS. Each prints its check value last."""
import csv, json, re, sys


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


def target(output, source, sources):
    return output if len(sources) == 1 else f"{output}/{source.split('/')[-1]}.csv"


def csv_polars(source, output):
    import polars as pl
    pl.scan_csv(source, infer_schema=False).sink_csv(output)
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


def diff_polars(old, new, output):
    import polars as pl
    a, b = (pl.scan_csv(path, infer_schema=False) for path in (old, new))
    names = [name for name in a.collect_schema().names() if name != "id"]
    both = a.join(b, on="id", suffix="|n").filter(
        pl.any_horizontal(pl.col(n).ne_missing(pl.col(n + "|n")) for n in names))
    changed, removed, added = pl.collect_all(
        [both, a.join(b.select("id"), on="id", how="anti"), b.join(a.select("id"), on="id", how="anti")])
    changed.write_ndjson(output)
    return f"{len(added)} added, {len(removed)} removed, {len(changed)} changed"


def diff_duckdb(old, new, output):
    import duckdb
    c = duckdb.connect()
    for name, path in (("a", old), ("b", new)):
        c.execute(f"create temp table {name} as select * from read_csv('{path}', header=true, all_varchar=true)")
    names = [r[0] for r in c.execute("describe a").fetchall() if r[0] != "id"]
    differ = " or ".join(f'a."{n}" is distinct from b."{n}"' for n in names)
    c.execute(f"copy (select a.*, b.* from a join b using (id) where {differ}) to '{output}' (format json)")
    count = lambda q: c.execute(f"select count(*) from {q}").fetchone()[0]
    return (f"{count('b anti join a using (id)')} added, {count('a anti join b using (id)')} removed, "
            f"{count(f'a join b using (id) where {differ}')} changed")


def diff_choai(output):
    with open(output, encoding="utf-8") as file:
        head = json.loads(file.readline())
    changed = sum(head[kind] for kind in ("moved", "reworded", "renamed", "rounding", "changed", "slip"))
    return f"{head['added']} added, {head['removed']} removed, {changed} changed"


def check_choai(output):
    return f"{sum(1 for _ in open(output, encoding='utf-8'))} faults"


def check_polars(folder):
    import polars as pl
    c, words = pl.col, json.load(open(f"{folder}/datapackage.json"))["resources"][0]["schema"]["fields"]
    ministries = words[1]["constraints"]["enum"]
    bad = pl.scan_csv(f"{folder}/budgets.csv", infer_schema=False).select(
        a=pl.len() - c("id").n_unique(), b=(~c("ministry").is_in(ministries)).sum(),
        c=c("programme").is_null().sum(), d=(~c("fiscal_year").str.contains(r"^-?(0|[1-9]\d*)$")).sum(),
        e=(~c("budget_yen").str.contains(r"^-?(0|[1-9]\d*)$")).sum(),
        f=(~c("spent_yen").str.contains(r"^-?(0|[1-9]\d*)$")).sum(),
        g=c("decided").str.to_date("%Y-%m-%d", strict=False).is_null().sum()).collect(engine="streaming")
    return f"{sum(bad.row(0))} faults"


def check_frictionless(folder):
    import os
    from frictionless import Package
    os.chdir(folder)
    return f"{Package('datapackage.json').validate().stats['errors']} faults"


if __name__ == "__main__":
    print(globals()[sys.argv[1].replace("-", "_")](*sys.argv[2:]))
