"""The workloads: what each program is called with, and what shows that all did the same work."""
import dataclasses, os, pathlib, shutil
import figures, workloads

HERE = pathlib.Path(__file__).resolve().parent
GRAMMAR = ("(?:(?:令和|平成|昭和)[ 　]*(?:元|[0-9０-９]{1,2}))[ 　]*年(?:度|[ 　]*[0-9０-９]{1,2}[ 　]*月"
           "(?:[ 　]*[0-9０-９]{1,2}[ 　]*日)?)?|(?:[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?"
           "(?:百万|千万|兆|億|万|千)?)+円")


@dataclasses.dataclass
class Program:
    command: list
    check: object = None  # a command that prints the check value, or "printed"
    stdin: str = None
    part: str = ""  # what it does of the work only, or otherwise
    share: float = 1  # the part of the input that it is given; its cost is scaled
    expected: list = None  # what prints the check value of Choai on that part
    once: bool = False  # too slow for further rounds
    needs: str = ""  # a program, or a module of Python, that it is made of


class Setting:
    """Where a workload lies, how large it is, and how its programs are called."""

    def __init__(self, folder, scale, choai, python):
        self.folder, self.scale, self.choai, self.python = folder, scale, choai, python
        os.makedirs(folder, exist_ok=True)

    def at(self, file):
        return str(self.folder / file)

    def rows(self, count, share=1):
        return max(10, int(count * self.scale * share))

    def peer(self, *words):
        return [self.python, str(HERE / "peers.py"), *words]

    def run(self, *words):
        return [self.choai, *words]

    def python_peer(self, function, *words, needs="", check="printed", **more):
        return Program(self.peer(function, *words), check, needs=needs, **more)


def start_up(s):
    return [], {"choai": Program(s.run("--version")), "Miller": Program(["mlr", "--version"], needs="mlr"),
                "ripgrep": Program(["rg", "--version"], needs="rg"), "python": Program([s.python, "-c", "pass"])}


def text(s):
    source = s.at("text")
    workloads.text(source, int(50e6 * s.scale))
    workloads.text(s.at("little"), 100_000)
    return [source], {
        "choai": Program(s.run("normalize", "dates", "amounts"), s.peer("text_choai", s.at("out")), source),
        "python re": s.python_peer("text_re", source),
        "ripgrep": Program(["rg", "-c", "--no-config", "-e", GRAMMAR, source], part="counts only", needs="rg"),
        "ja-timex": s.python_peer("text_timex", s.at("little"), needs="ja_timex", check=None, once=True,
                                  part="dates only, 100 kB scaled", share=100_000 / os.path.getsize(source)),
        "cat": Program(["cat", source], part="copies only")}


def folding(s):
    source = s.at("text")
    workloads.text(source, int(50e6 * s.scale))
    out = s.peer("text_digest", s.at("out"))
    return [source], {
        "choai": Program(s.run("normalize", "text"), out, source),
        "python NFKC": s.python_peer("fold_nfkc", source, s.at("out2"), part="NFKC: other dashes and marks", check=None),
        "neologdn": s.python_peer("fold_neologdn", source, s.at("out2"), needs="neologdn",
                                  part="folds other characters", check=None),
        "jpnorm": s.python_peer("fold_jpnorm", source, s.at("out2"), needs="jpnorm",
                                part="folds other characters", check=None, once=True),
        "uconv": Program(["uconv", "-f", "UTF-8", "-t", "UTF-8", "-x", "NFKC", source], needs="uconv",
                         part="NFKC: other dashes and marks")}


def copied(s, source, programs):
    """A table rewritten as CSV: all must leave the same fields."""
    made = {}
    for number, (name, program) in enumerate(programs.items()):
        out = s.at(f"out{number}")
        program.command = [out if word == "OUT" else word for word in program.command]
        program.check = None if program.part else s.peer("csv_check", out)
        made[name] = program
    return [source], made


def csv(s):
    workloads.delimited(s.at("a.csv"), s.at("b.csv"), s.rows(1_000_000))
    source = s.at("a.csv")
    return copied(s, source, {
        "choai": Program(s.run("read", "--csv", source, "--output", "OUT")),
        "polars": s.python_peer("csv_polars", source, "OUT", needs="polars"),
        "duckdb": s.python_peer("csv_duckdb", source, "OUT", needs="duckdb"),
        "pyarrow": s.python_peer("csv_pyarrow", source, "OUT", "utf-8", needs="pyarrow"),
        "pandas": s.python_peer("csv_pandas", source, "OUT", "utf-8", needs="pandas", once=True),
        "Miller": Program(["sh", "-c", 'mlr --csv -S cat "$0" > "$1"', source, "OUT"], needs="mlr"),
        "cat": Program(["sh", "-c", 'cat "$0" > "$1"', source, "OUT"], part="copies only")})


def csv_cp932(s):
    workloads.delimited(s.at("a.csv"), s.at("b.csv"), s.rows(1_000_000))
    source = s.at("b.csv")
    return copied(s, source, {
        "choai": Program(s.run("read", "--csv", source, "--output", "OUT")),
        "iconv": Program(["sh", "-c", 'iconv -f CP932 -t UTF-8 "$0" > "$1"', source, "OUT"], part="decodes only"),
        "iconv, Miller": Program(["sh", "-c", 'iconv -f CP932 -t UTF-8 "$0" | mlr --csv -S cat > "$1"', source, "OUT"],
                                  needs="mlr"),
        "pyarrow": s.python_peer("csv_pyarrow", source, "OUT", "cp932", needs="pyarrow"),
        "pandas": s.python_peer("csv_pandas", source, "OUT", "cp932", needs="pandas", once=True)})


def sheet(s, kind):
    workloads.sheets(s.at("a.xlsx"), s.at("a.ods"), s.rows(100_000))
    source = s.at("a." + kind)
    programs = {
        "choai": Program(s.run("read", "--csv", source, "--output", "OUT")),
        "calamine": s.python_peer("sheet_calamine", "OUT", source, needs="python_calamine"),
        "unzip": Program(["sh", "-c", 'unzip -p "$0" > /dev/null', source], part="unpacks only", needs="unzip")}
    if kind == "xlsx":
        programs["openpyxl"] = s.python_peer("sheet_openpyxl", "OUT", source, needs="openpyxl", once=True)
        programs["xlsx2csv"] = s.python_peer("sheet_xlsx2csv", "OUT", source, needs="xlsx2csv", once=True)
    return copied(s, source, programs)


def little_workbooks(s):
    workloads.little_workbooks(s.folder / "books", s.rows(300))
    sources = [str(path) for path in sorted((s.folder / "books").iterdir())]
    peers = {"choai": None, "calamine": "python_calamine", "openpyxl": "openpyxl", "xlsx2csv": "xlsx2csv"}
    programs = {}
    for number, (name, module) in enumerate(peers.items()):
        out = s.at(f"csv{number}")
        os.makedirs(out)
        programs[name] = Program(
            s.peer(f"sheet_{name}", out, *sources) if module else s.run("read", "--csv", *sources, "--output", out),
            s.peer("csv_check", out), needs=module or "", once=name in ("openpyxl", "xlsx2csv"))
    programs["unzip"] = Program(["sh", "-c", 'for book; do unzip -p "$book" > /dev/null; done', "sh", *sources],
                                part="unpacks only", needs="unzip")
    return sources, programs


def diff(s, shuffled=False):
    old, new = s.at("old.csv"), s.at("new.csv")
    workloads.tables(old, new, s.rows(1_000_000))
    if shuffled:
        workloads.shuffle(old)
        workloads.shuffle(new)
    programs = {
        "choai": Program(s.run("diff", old, new, "--key", "id", "--format", "jsonl"), s.peer("diff_choai", s.at("out"))),
        "polars": s.python_peer("diff_polars", old, new, s.at("json"), needs="polars"),
        "duckdb": s.python_peer("diff_duckdb", old, new, s.at("json"), needs="duckdb")}
    if not shuffled:
        for name, module, share in (("datacompy", "datacompy", 0.1), ("csv-diff", "csv_diff", 0.1), ("daff", "daff", 0.01)):
            a, b = s.at(f"{name}-old.csv"), s.at(f"{name}-new.csv")
            workloads.tables(a, b, s.rows(1_000_000, share))
            programs[name] = s.python_peer(f"diff_{module}", a, b, needs=module, once=True,
                                           part=f"1/{round(1 / share)} of the rows, scaled",
                                           share=os.path.getsize(a) / os.path.getsize(old),
                                           expected=s.peer("diff_expected", s.choai, a, b))
    return [old, new], programs


def validation(s):
    workloads.package(s.folder / "package", s.rows(200_000))
    folder = s.at("package")
    return [s.at("package/budgets.csv")], {
        "choai": Program(["sh", "-c", '"$0" check "$1" 2>&1 || true', s.choai, folder], s.peer("check_choai", s.at("out"))),
        "polars": s.python_peer("check_polars", folder, needs="polars"),
        "pandera": s.python_peer("check_pandera", folder, needs="pandera"),
        "frictionless": s.python_peer("check_frictionless", folder, needs="frictionless", once=True)}


def json_lines(s):
    workloads.delimited(s.at("a.csv"), s.at("b.csv"), s.rows(1_000_000))
    source = s.at("a.csv")
    out = lambda number: s.at(f"out{number}")
    check = lambda number: s.peer("jsonl_check", out(number))
    return [source], {
        "choai": Program(s.run("read", "--jsonl", source, "--output", out(0)), check(0)),
        "polars": s.python_peer("jsonl_polars", source, out(1), needs="polars", check=check(1)),
        "duckdb": s.python_peer("jsonl_duckdb", source, out(2), needs="duckdb", check=check(2)),
        "Miller": Program(["sh", "-c", 'mlr --icsv --ojsonl -S cat "$0" > "$1"', source, out(3)], check(3), needs="mlr"),
        "python": s.python_peer("jsonl_python", source, out(4), check=check(4), once=True)}


def sqlite(s):
    workloads.delimited(s.at("a.csv"), s.at("b.csv"), s.rows(1_000_000))
    source = s.at("a.csv")
    afresh = lambda number, *words: Program(
        ["sh", "-c", 'rm -f "$0"; exec "$@"', s.at(f"{number}.db"), *words], s.peer("sqlite_check", s.at(f"{number}.db")))
    programs = {
        "choai": afresh(0, *s.run("read", source, "--sqlite", s.at("0.db"), "--table", "t")),
        "sqlite3 .import": afresh(1, "sqlite3", s.at("1.db"), ".mode csv", f".import {source} t"),
        "python sqlite3": afresh(2, *s.peer("sqlite_python", source, s.at("2.db")))}
    programs["sqlite3 .import"].needs = "sqlite3"
    return [source], programs


def columns(s):
    source = s.at("a.csv")
    figures.columns(source, s.rows(1_000_000))
    figures.columns(s.at("little.csv"), s.rows(1_000_000, 0.1))
    out = lambda number: s.at(f"out{number}")
    check = lambda number: s.peer("columns_check", out(number))
    words = ["--dates", "開始,終了", "--fiscal-years", "会計年度", "--yen", "予算額,執行額", "--unit-column", "単位"]
    return [source], {
        "choai": Program(s.run("normalize", "--csv", source, *words, "--output", out(0)), check(0)),
        "polars": s.python_peer("columns_polars", source, out(1), needs="polars", check=check(1), once=True),
        "python re": s.python_peer("columns_re", s.at("little.csv"), out(2), check=check(2), once=True,
                                   part="1/10 of the rows, scaled",
                                   share=os.path.getsize(s.at("little.csv")) / os.path.getsize(source),
                                   expected=s.peer("columns_expected", s.choai, s.at("little.csv"), out(3), *words))}


def reconciliation(s):
    lines, table = s.at("lines.jsonl"), s.at("figures.csv")
    figures.sums(lines, table, s.rows(1_000_000))
    figures.unreconciled(lines, s.at("parsed.jsonl"))
    work = s.run("work", "reconcile", "--protocol", "1")
    return [lines], {
        "choai": Program(work, s.peer("sums_choai", s.at("out")), lines),
        "choai, parsing": Program(work, None, s.at("parsed.jsonl"), part="parses the lines only"),
        "polars": s.python_peer("sums_polars", table, needs="polars", part="the figures as CSV"),
        "polars, lines": s.python_peer("sums_polars_lines", lines, needs="polars", part="the same lines")}


def extraction(s):
    workloads.documents(s.at("documents"), s.rows(1_000))
    return [s.at("documents")], {"choai": Program(s.run("work", "extract", "--protocol", "1"), None, s.at("documents"))}


WORKLOADS = {
    "start-up": start_up, "text": text, "folding": folding, "csv": csv, "csv-cp932": csv_cp932,
    "xlsx": lambda s: sheet(s, "xlsx"), "xlsx-small": little_workbooks, "ods": lambda s: sheet(s, "ods"),
    "diff": diff, "diff shuffled": lambda s: diff(s, True), "validation": validation, "json-lines": json_lines,
    "sqlite": sqlite, "columns": columns, "reconciliation": reconciliation, "extraction": extraction}


def is_missing(program, python):
    """Whether what a program is made of is not installed."""
    import subprocess
    if not program.needs:
        return False
    if program.command[0] != python:
        return shutil.which(program.needs) is None
    return subprocess.run([python, "-c", f"import {program.needs}"], capture_output=True).returncode != 0
