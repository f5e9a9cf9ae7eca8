"""Independent readers find the same values in every format: readers.py SNAPSHOT [WORKBOOK].

The CSV files, read by Python, are compared value for value and type for type with the same files
read by frictionless, pyarrow, DuckDB, Polars and pandas, the JSON Lines (Python), the SQLite file
(sqlite3), the Excel workbook (openpyxl), and the Parquet files (pyarrow, DuckDB, Polars, pandas).
With WORKBOOK, that one is read in place of the snapshot's own.
"""
import csv, datetime, decimal, glob, json, sqlite3, sys

import duckdb, frictionless, openpyxl, pandas, polars, pyarrow, pyarrow.csv, pyarrow.parquet

ARROW = {"string": pyarrow.string(), "integer": pyarrow.int64(), "boolean": pyarrow.bool_(),
         "date": pyarrow.date32(), "number": pyarrow.decimal128(38, 18)}
DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE",
          "number": "DECIMAL(38,18)"}
POLARS = {"string": polars.String(), "integer": polars.Int64(), "boolean": polars.Boolean(),
          "date": polars.Date(), "number": polars.Decimal(38, 18)}


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
        # Python takes 1, 1.0 and True for the same.
        if list(row) != list(other) or list(map(type, row)) != list(map(type, other)):
            sys.exit(f"{name}, row {number}: {reader} reads\n  {row}\nthe CSV says\n  {other}")


def schema(name, reader, got, expected):
    if list(got) != list(expected):
        sys.exit(f"{name}: {reader} sees the columns\n  {list(got)}\nnot\n  {list(expected)}")


def pandas_rows(frame):
    return [[None if value is pandas.NA else value for value in row]
            for row in frame.itertuples(index=False, name=None)]


def arrow_rows(table):
    return list(zip(*(c.to_pylist() for c in table.columns))) if table.num_rows else []


def csv_readers(path, columns, kinds):
    """What loads a CSV file into each program, with the types that the package names."""
    types = dict(zip(columns, kinds))
    yield "pyarrow", arrow_rows(pyarrow.csv.read_csv(
        path, parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={c: ARROW[k] for c, k in types.items()}, null_values=[""],
            true_values=["true"], false_values=["false"], strings_can_be_null=True)))
    yield "duckdb", duckdb.read_csv(
        path, header=True, quotechar='"', escapechar='"', delimiter=",", parallel=False,
        dtype={c: DUCKDB[k] for c, k in types.items()}).fetchall()
    frame = polars.read_csv(path, schema={c: POLARS[k] for c, k in types.items()})
    yield "polars", frame.rows()
    # pandas makes no decimal numbers of texts.
    frame = pandas.read_csv(
        path, keep_default_na=False, na_values=[""],
        dtype={c: pandas.ArrowDtype(ARROW["string" if k == "number" else k])
               for c, k in types.items()})
    yield "pandas", [
        [decimal.Decimal(v) if k == "number" and v is not None else v for v, k in zip(row, kinds)]
        for row in pandas_rows(frame)]


def main(snapshot, workbook=None):
    package = json.load(open(f"{snapshot}/datapackage.json"))
    tables = frictionless.Package(f"{snapshot}/datapackage.json")
    values = 0
    [path] = [workbook] if workbook else glob.glob(f"{snapshot}/*.xlsx")
    # Other programs write yes and no as formulas with their results.
    book = openpyxl.load_workbook(path, data_only=True)
    [path] = glob.glob(f"{snapshot}/*.sqlite")
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for resource in package["resources"]:
        if "schema" not in resource:
            continue
        name, fields = resource["name"], resource["schema"]["fields"]
        kinds = [field["type"] for field in fields]
        columns = [field["name"] for field in fields]
        path = f"{snapshot}/{name}.csv"
        with open(path, newline="", encoding="utf-8") as file:
            header, *lines = csv.reader(file)
        schema(name, "csv", header, columns)
        if any(len(line) != len(kinds) for line in lines):
            sys.exit(f"{name}: csv reads rows of other lengths")
        rows = [[typed(v, k) for v, k in zip(line, kinds)] for line in lines]
        values += len(rows) * len(kinds)
        same(name, "frictionless", [
            [row[c] for c in columns] for row in tables.get_resource(name).read_rows()], rows)
        for reader, found in csv_readers(path, columns, kinds):
            same(name, f"{reader} (csv)", found, rows)

        objects = [json.loads(line, parse_float=decimal.Decimal)
                   for line in open(f"{snapshot}/{name}.jsonl")]
        for o in objects:
            schema(name, "json", o, columns)
        same(name, "json", [
            [None if o[c] is None else decimal.Decimal(o[c]) if k == "number"
             else datetime.date.fromisoformat(o[c]) if k == "date" else o[c]
             for c, k in zip(columns, kinds)] for o in objects], rows)

        found = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
        schema(name, "sqlite3", [column[0] for column in found.description], columns)
        same(name, "sqlite3", [
            [None if v is None else {0: False, 1: True}[v] if k == "boolean"
             else decimal.Decimal(repr(v)) if k == "number"
             else datetime.date.fromisoformat(v) if k == "date" else v
             for v, k in zip(row, kinds)] for row in found], rows)

        titles, names, *found = [
            row[:len(kinds)] for row in book[name].iter_rows(values_only=True)]
        schema(name, "openpyxl", names, columns)
        same(name, "openpyxl", [
            [float(v) if k == "number" and type(v) is int else v for v, k in zip(row, kinds)]
            for row in found], [list(map(cell, row, kinds)) for row in rows])

        path = f"{snapshot}/{name}.parquet"
        table = pyarrow.parquet.read_table(path)
        schema(name, "pyarrow", zip(table.schema.names, table.schema.types),
               [(c, ARROW[k]) for c, k in zip(columns, kinds)])
        schema(name, "pyarrow", [f.nullable for f in table.schema],
               [not f.get("constraints", {}).get("required", False) for f in fields])
        same(name, "pyarrow", arrow_rows(table), rows)
        found = duckdb.sql(f"SELECT * FROM '{path}'")
        schema(name, "duckdb", zip(found.columns, map(str, found.types)),
               [(c, DUCKDB[k]) for c, k in zip(columns, kinds)])
        same(name, "duckdb", found.fetchall(), rows)
        frame = polars.read_parquet(path)
        schema(name, "polars", frame.schema.items(),
               [(c, POLARS[k]) for c, k in zip(columns, kinds)])
        same(name, "polars", frame.rows(), rows)
        frame = pandas.read_parquet(path, dtype_backend="pyarrow")
        schema(name, "pandas", frame.dtypes.items(),
               [(c, pandas.ArrowDtype(ARROW[k])) for c, k in zip(columns, kinds)])
        same(name, "pandas", pandas_rows(frame), rows)
    print(f"{snapshot}: frictionless, json, sqlite3, openpyxl, pyarrow, duckdb, polars and pandas "
          f"agree on {values} values")


main(*sys.argv[1:])
