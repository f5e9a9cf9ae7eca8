"""The peers that compare, check, convert and add up tables; peers.py calls them."""
import csv, json, re


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


def diff_expected(choai, old, new):
    import subprocess
    found = subprocess.run([choai, "diff", old, new, "--key", "id", "--format", "jsonl"], stdout=subprocess.PIPE).stdout
    open(old + ".diff", "wb").write(found)
    return diff_choai(old + ".diff")


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


def diff_datacompy(old, new):
    import datacompy, polars as pl
    a, b = (pl.read_csv(path, infer_schema=False).fill_null("") for path in (old, new))
    found = datacompy.PolarsCompare(a, b, join_columns="id")
    changed = len(found.intersect_rows) - found.count_matching_rows()
    return f"{len(found.df2_unq_rows)} added, {len(found.df1_unq_rows)} removed, {changed} changed"


def diff_csv_diff(old, new):
    from csv_diff import compare, load_csv
    found = compare(*(load_csv(open(path, encoding="utf-8", newline=""), key="id") for path in (old, new)))
    return f"{len(found['added'])} added, {len(found['removed'])} removed, {len(found['changed'])} changed"


def diff_daff(old, new):
    import daff
    a, b = (daff.PythonTableView(list(csv.reader(open(path, encoding="utf-8", newline="")))) for path in (old, new))
    flags, rows = daff.CompareFlags(), []
    flags.addPrimaryKey("id")
    daff.TableDiff(daff.Coopy.compareTables(a, b, flags).align(), flags).hilite(daff.PythonTableView(rows))
    kinds = [row[0] for row in rows]
    return f"{kinds.count('+++')} added, {kinds.count('---')} removed, {sum('->' in kind for kind in kinds)} changed"


def check_pandera(folder):
    import pandera.errors, pandera.polars as pa, polars as pl
    names = json.load(open(f"{folder}/datapackage.json"))["resources"][0]["schema"]["fields"]
    whole = pa.Check.str_matches(r"^-?(0|[1-9]\d*)$")
    column = lambda *checks, **more: pa.Column(str, list(checks), nullable=False, **more)
    schema = pa.DataFrameSchema({
        "id": column(unique=True), "ministry": column(pa.Check.isin(names[1]["constraints"]["enum"])),
        "programme": column(), "fiscal_year": column(whole), "budget_yen": column(whole), "spent_yen": column(whole),
        "decided": column(pa.Check.str_matches(r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"))})
    try:
        schema.validate(pl.read_csv(f"{folder}/budgets.csv", infer_schema=False), lazy=True)
    except pandera.errors.SchemaErrors as error:
        return f"{len(error.failure_cases)} faults"
    return "0 faults"


def jsonl_polars(source, output):
    import polars as pl
    pl.scan_csv(source, infer_schema=False).sink_ndjson(output)


def jsonl_duckdb(source, output):
    import duckdb
    duckdb.execute(f"copy (select * from read_csv('{source}', header=true, all_varchar=true)) to '{output}' (format json)")


def jsonl_python(source, output):
    with open(source, encoding="utf-8", newline="") as a, open(output, "w", encoding="utf-8") as b:
        b.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in csv.DictReader(a))


def digest(rows):
    """The number of values that hold something, and a hash of all."""
    import hashlib
    made, count = hashlib.sha256(), 0
    for row in rows:
        row = ["" if value is None else str(value) for value in row]
        count += sum(value != "" for value in row)
        made.update("\x1f".join(row).encode() + b"\n")
    return f"{count} values, {made.hexdigest()[:12]}"


def jsonl_check(path):
    with open(path, encoding="utf-8") as file:
        return digest(json.loads(line, parse_int=str, parse_float=str).values() for line in file)


def sqlite_python(source, output):
    import sqlite3
    with open(source, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        names = next(rows)
        database = sqlite3.connect(output)
        database.execute(f"create table t ({', '.join(f'{name} text' for name in names)})")
        database.executemany(f"insert into t values ({', '.join('?' * len(names))})", rows)
        database.commit()


def sqlite_check(path):
    import sqlite3
    return digest(sqlite3.connect(path).execute("select * from t order by rowid"))


WIDE = "０１２３４５６７８９，．　"
PLAIN = "0123456789,. "
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925}
UNITS = {"円": 1, "千円": 1000, "百万円": 10**6, "億円": 10**8}
DATE = (r"^(?:(令和|平成|昭和)?\s*(元|\d{1,4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?"
        r"|([RHS])(\d{1,2})\.(\d{1,2})\.(\d{1,2})|(\d{4})[-/](\d{1,2})[-/](\d{1,2})|(\d{4})(\d\d)(\d\d))$")
YEAR = r"^(令和|平成|昭和|[RHS])?(元|\d{1,4})(?:年度)?$"
AMOUNT = r"^([△▲-])?(?:(\d+)(?:\.(\d))?億)?(?:(\d+)百万)?(?:(\d+)万)?(?:(\d+)千)?(\d+)?(円)?$"


def columns_polars(source, output):
    """Two columns of dates, one of fiscal years and two of amounts by expressions."""
    import polars as pl
    plain = lambda name: pl.col(name).str.replace_many(list(WIDE), list(PLAIN)).str.strip_chars()
    number = lambda value: value.replace("元", "1").cast(pl.Int32, strict=False)
    base = lambda value: value.replace_strict(ERAS, default=0, return_dtype=pl.Int32)

    def dates(name):
        found = plain(name).str.extract_groups(DATE)
        part = lambda index: found.struct.field(str(index))
        year = pl.coalesce(number(part(2)) + base(part(1)), number(part(6)) + base(part(5)), number(part(9)), number(part(12)))
        month = pl.coalesce(number(part(i)) for i in (3, 7, 10, 13))
        day = pl.coalesce(number(part(i)) for i in (4, 8, 11, 14))
        first = pl.date(year, month, day.fill_null(1))
        return first.alias(name + "_start"), pl.when(day.is_null()).then(first.dt.month_end()).otherwise(first).alias(name + "_end")

    def yen(name):
        found = plain(name).str.strip_prefix("約").str.replace_all(",", "").str.extract_groups(AMOUNT)
        part = lambda index: found.struct.field(str(index))
        value = lambda index: part(index).cast(pl.Int64).fill_null(0)
        total = (value(2) * 10**8 + value(3) * 10**7 + value(4) * 10**6 + value(5) * 10**4 + value(6) * 1000 + value(7))
        unit = pl.col("単位").replace_strict(UNITS, return_dtype=pl.Int64)
        total = pl.when(part(8).is_null()).then(total * unit).otherwise(total)
        total = pl.when(part(1).is_null()).then(total).otherwise(-total)
        return pl.when(pl.any_horizontal(part(i).is_not_null() for i in (2, 4, 5, 6, 7))).then(total).alias(name + "_yen")

    year = plain("会計年度").str.extract_groups(YEAR)
    year = number(year.struct.field("2")) + base(year.struct.field("1"))
    pl.scan_csv(source, infer_schema=False).with_columns(
        *dates("開始"), *dates("終了"), year.alias("会計年度_fiscal_year"), yen("予算額"), yen("執行額")).sink_csv(output)


def columns_re(source, output):
    """The same by regular expressions, as a careful programmer writes them, row by row."""
    import calendar
    table = str.maketrans(WIDE, PLAIN)
    date, year, amount = (re.compile(pattern) for pattern in (DATE, YEAR, AMOUNT))
    number = lambda text: 1 if text == "元" else int(text)

    def days(text):
        if not (found := date.match(text.translate(table).strip())):
            return "", ""
        g = found.groups()
        if g[1]:
            y, m, d = number(g[1]) + ERAS.get(g[0], 0), g[2], g[3]
        elif g[4]:
            y, m, d = int(g[5]) + ERAS[g[4]], g[6], g[7]
        else:
            y, m, d = [part for part in g[8:] if part]
        y, m = int(y), int(m)
        last = int(d) if d else calendar.monthrange(y, m)[1]
        return f"{y}-{m:02}-{int(d or 1):02}", f"{y}-{m:02}-{last:02}"

    def fiscal(text):
        found = year.match(text.translate(table).strip())
        return number(found[2]) + ERAS.get(found[1], 0) if found else ""

    def yen(text, unit):
        found = amount.match(text.translate(table).strip().removeprefix("約").replace(",", ""))
        if not found or not any(found[i] for i in (2, 4, 5, 6, 7)):
            return ""
        scales = ((2, 10**8), (3, 10**7), (4, 10**6), (5, 10**4), (6, 1000), (7, 1))
        total = sum(int(found[i] or 0) * scale for i, scale in scales) * (1 if found[8] else UNITS[unit])
        return -total if found[1] else total

    with open(source, encoding="utf-8", newline="") as a, open(output, "w", encoding="utf-8", newline="") as b:
        rows, writer = csv.reader(a), csv.writer(b, lineterminator="\n")
        writer.writerow(next(rows) + COLUMNS)
        for row in rows:
            writer.writerow(row + [*days(row[3]), *days(row[4]), fiscal(row[5]), yen(row[6], row[8]), yen(row[7], row[8])])


COLUMNS = ["開始_start", "開始_end", "終了_start", "終了_end", "会計年度_fiscal_year", "予算額_yen", "執行額_yen"]


def columns_check(path):
    with open(path, encoding="utf-8", newline="") as file:
        return digest([row[name] for name in COLUMNS] for row in csv.DictReader(file))


def columns_expected(choai, source, output, *words):
    import subprocess
    subprocess.run([choai, "normalize", "--csv", source, *words, "--quiet", "--output", output], check=True)
    return columns_check(output)


def sums_check(groups, wrong):
    return f"{groups} sums, {wrong} wrong"


def sums_choai(output):
    status = [json.loads(line)["row"]["status"] for line in open(output, encoding="utf-8") if '"table":"reconciliations"' in line]
    return sums_check(len(status), status.count("mismatch"))


def sums_polars(table):
    import polars as pl
    total, yen = pl.col("is_total"), pl.col("yen")
    found = pl.scan_csv(table).group_by("group").agg(
        parts=yen.filter(~total).sum(), total=yen.filter(total).sum()).collect(engine="streaming")
    return sums_check(len(found), found.select((pl.col("parts") != pl.col("total")).sum()).item())


def sums_polars_lines(lines):
    import polars as pl
    figure = pl.List(pl.String)
    term = pl.Struct({"figure": figure})
    schema = {"t": pl.String, "sum": pl.Struct({"total": term, "parts": pl.List(term)})}
    yen = lambda term: term.struct.field("figure").list.first().cast(pl.Int64)
    found = pl.scan_ndjson(lines, schema=schema).filter(pl.col("t") == "sum").select(
        total=yen(pl.col("sum").struct.field("total")),
        parts=pl.col("sum").struct.field("parts").list.eval(yen(pl.element())).list.sum()).collect(engine="streaming")
    return sums_check(len(found), found.select((pl.col("parts") != pl.col("total")).sum()).item())
