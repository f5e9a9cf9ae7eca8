"""Independent readers find the same values in every format: readers.py SNAPSHOT [WORKBOOK].

The CSV files, read by Python, are compared value for value and type for type with the JSON Lines
(Python), the SQLite file (sqlite3), the Excel workbook (openpyxl), and the Parquet files (pyarrow,
DuckDB, Polars, pandas). With WORKBOOK, that one is read in place of the snapshot's own.
"""
import csv, datetime, decimal, glob, json, os, sqlite3, sys

import duckdb, openpyxl, pandas, polars, pyarrow, pyarrow.parquet

ARROW = {"string": pyarrow.string(), "integer": pyarrow.int64(), "boolean": pyarrow.bool_(),
         "date": pyarrow.date32(), "number": pyarrow.decimal128(38, 18)}


def typed(text, kind, quoted=False):
    if text == "":
        return None
    return {"string": str, "integer": int, "number": decimal.Decimal,
            "boolean": lambda t: {"true": True, "false": False}[t],
            "date": datetime.date.fromisoformat}[kind](text)


def cell(value, kind):
    """A value as Excel can show it: it keeps 15 digits, and knows no day before 1900."""
    if kind == "integer" and value is not None and abs(value) > 999_999_999_999_999:
        return str(value)
    if kind == "date" and value is not None:
        return datetime.datetime.combine(value, datetime.time()) if value.year >= 1900 else str(value)
    return float(value) if kind == "number" and value is not None else value


def same(name, reader, got, expected):
    if len(got) != len(expected):
        sys.exit(f"{name}: {reader} reads {len(got)} rows, the CSV has {len(expected)}")
    for number, (row, other) in enumerate(zip(got, expected), 1):
        if list(row) != list(other):
            sys.exit(f"{name}, row {number}: {reader} reads\n  {row}\nthe CSV says\n  {other}")


def pandas_rows(path):
    frame = pandas.read_parquet(path, dtype_backend="pyarrow")
    return [[None if value is pandas.NA else value for value in row]
            for row in frame.itertuples(index=False, name=None)]


def main(snapshot, workbook=None):
    package = json.load(open(f"{snapshot}/datapackage.json"))
    values = 0
    book = None
    for path in [workbook] if workbook else glob.glob(f"{snapshot}/*.xlsx"):
        # Other programs write yes and no as formulas with their results.
        book = openpyxl.load_workbook(path, data_only=True)
    for resource in package["resources"]:
        if "schema" not in resource:
            continue
        name, fields = resource["name"], resource["schema"]["fields"]
        kinds = [field["type"] for field in fields]
        columns = [field["name"] for field in fields]
        with open(f"{snapshot}/{name}.csv", newline="", encoding="utf-8") as file:
            lines = list(csv.reader(file))
        rows = [[typed(v, k) for v, k in zip(line, kinds)] for line in lines[1:]]
        values += len(rows) * len(kinds)

        if os.path.exists(path := f"{snapshot}/{name}.jsonl"):
            objects = [json.loads(line, parse_float=decimal.Decimal) for line in open(path)]
            same(name, "json", [
                [None if o[c] is None else decimal.Decimal(o[c]) if k == "number"
                 else datetime.date.fromisoformat(o[c]) if k == "date" else o[c]
                 for c, k in zip(columns, kinds)] for o in objects], rows)
        for path in glob.glob(f"{snapshot}/*.sqlite"):
            database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            found = [
                [None if v is None else bool(v) if k == "boolean"
                 else decimal.Decimal(repr(v)) if k == "number"
                 else datetime.date.fromisoformat(v) if k == "date" else v
                 for v, k in zip(row, kinds)]
                for row in database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')]
            same(name, "sqlite3", found, rows)
        if book:
            titles, names, *found = [
                row[:len(kinds)] for row in book[name].iter_rows(values_only=True)]
            same(name, "openpyxl", [names], [columns])
            same(name, "openpyxl", found, [list(map(cell, row, kinds)) for row in rows])
        if os.path.exists(path := f"{snapshot}/{name}.parquet"):
            table = pyarrow.parquet.read_table(path)
            expected = [ARROW[k] for k in kinds]
            if table.schema.types != expected or table.schema.names != columns:
                sys.exit(f"{name}: pyarrow sees {table.schema}")
            if [f.nullable for f in table.schema] != \
               [not f.get("constraints", {}).get("required", False) for f in fields]:
                sys.exit(f"{name}: pyarrow sees other columns that may be empty")
            found = list(zip(*(c.to_pylist() for c in table.columns))) if table.num_rows else []
            same(name, "pyarrow", found, rows)
            same(name, "duckdb", duckdb.sql(f"SELECT * FROM '{path}'").fetchall(), rows)
            same(name, "polars", polars.read_parquet(path).rows(), rows)
            same(name, "pandas", pandas_rows(path), rows)
    print(f"{snapshot}: json, sqlite3, openpyxl, pyarrow, duckdb, polars and pandas agree on {values} values")


main(*sys.argv[1:])
