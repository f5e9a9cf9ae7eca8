"""Deterministic inputs for the measurements: the same seed and size give the same bytes."""
import base64, datetime, hashlib, io, json, pathlib, random, re, shutil, zipfile

PROJECT = pathlib.Path(__file__).resolve().parent.parent


def samples(*suffixes):
    """The sample sources with one of these endings."""
    return sorted(p for p in (PROJECT / "raw").rglob("*") if p.suffix in suffixes and p.name != "README.md")


def text(path, size):
    """Sample text repeated until it has `size` bytes, every ASCII digit changed by chance."""
    chance, made = random.Random(1), 0
    pages = [p.read_text(encoding="utf-8") for p in samples(".txt")]
    with open(path, "wb") as file:
        while made < size:
            page = re.sub(r"\d", lambda m: str(chance.randrange(1, 10)), chance.choice(pages)).encode()
            file.write(page)
            made += len(page)


def documents(path, count):
    """Requests for `choai work extract`: the samples again and again, texts with other figures."""
    chance, sources = random.Random(2), samples(".txt", ".csv", ".xlsx", ".ods")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for number in range(count):
            source = sources[number % len(sources)]
            name = source.relative_to(PROJECT / "raw")
            request = {"doc": str(name)}
            if source.suffix == ".txt":
                request["text"] = re.sub(r"\d(?=[\d.]*\s*(?:億|百万)円)", lambda m: str(chance.randrange(1, 10)),
                                         source.read_text(encoding="utf-8"))
            else:
                request["b64"] = base64.b64encode(source.read_bytes()).decode()
            file.write(json.dumps(request, ensure_ascii=False) + "\n")


MINISTRIES = ["文部科学省", "厚生労働省", "経済産業省", "農林水産省", "内閣府", "総務省"]


def record(number, chance):
    return [f"p{number:08}", chance.choice(MINISTRIES), f"研究開発推進事業その{number % 9973}",
            str(2015 + number % 10), str(chance.randrange(1, 10**6) * 1000), str(chance.randrange(1, 10**6) * 1000),
            f"令和{chance.randrange(1, 7)}年{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日"]


HEADER = ["id", "ministry", "programme", "fiscal_year", "budget_yen", "spent_yen", "decided"]


def shuffle(path):
    """Puts the rows of a table in another order."""
    with open(path, encoding="utf-8", newline="") as file:
        header, *rows = file.readlines()
    random.Random(6).shuffle(rows)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.writelines([header, *rows])


def tables(old, new, rows):
    """Two versions of a table with a key: 1 % of the rows changed, 1 % gone, 1 % new."""
    chance = random.Random(3)
    with open(old, "w", encoding="utf-8", newline="") as a, open(new, "w", encoding="utf-8", newline="") as b:
        for file in (a, b):
            file.write(",".join(HEADER) + "\n")
        for number in range(rows):
            row = record(number, chance)
            fate = chance.randrange(100)
            a.write(",".join(row) + "\n")
            if fate == 0:
                continue
            if fate == 1:
                row[4] = str(int(row[4]) + 1000)
            b.write(",".join(row) + "\n")
            if fate == 2:
                b.write(",".join(record(rows + number, chance)) + "\n")


def package(folder, rows):
    """A data package with one table and its rules; every twentieth part of it has one wrong word."""
    folder.mkdir()
    chance = random.Random(4)
    with open(folder / "budgets.csv", "w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEADER) + "\n")
        for number in range(rows):
            row = record(number, chance)
            if number % (rows // 20 or 1) == 3:
                row[1] = "不明省"
            row[6] = f"{2015 + number % 10}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            file.write(",".join(row) + "\n")
    content = (folder / "budgets.csv").read_bytes()
    kinds = ["string", "string", "string", "integer", "integer", "integer", "date"]
    fields = [{"name": name, "type": kind, "constraints": {"required": True}} for name, kind in zip(HEADER, kinds)]
    fields[1]["constraints"]["enum"] = MINISTRIES
    resource = {"name": "budgets", "path": "budgets.csv", "type": "table", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8", "bytes": len(content),
                "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
                "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": True},
                "schema": {"fields": fields, "primaryKey": ["id"]}}
    descriptor = {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "budgets",
                  "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False), encoding="utf-8")


def sheets(xlsx, ods, rows):
    """A workbook of `rows` rows and 15 columns, as XLSX (with XlsxWriter) and as ODS."""
    import xlsxwriter
    chance = random.Random(5)
    table = []
    for number in range(rows):
        row = record(number, chance)
        table.append(row[:3] + [int(v) for v in row[3:6]] + row[6:] + [f"備考{number % 101}"]
                     + [chance.randrange(10**6) for _ in range(7)])
    book = xlsxwriter.Workbook(xlsx, {"in_memory": False})
    book.set_properties({"created": datetime.datetime(2026, 4, 1)})
    page = book.add_worksheet("budget")
    for number, row in enumerate(table):
        page.write_row(number, 0, row)
    book.close()
    head = ('<?xml version="1.0" encoding="UTF-8"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
            '<office:body><office:spreadsheet><table:table table:name="budget">')
    with zipfile.ZipFile(ods, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet",
                         zipfile.ZIP_STORED)
        cells = ["".join(
            f'<table:table-cell office:value-type="float" office:value="{v}"><text:p>{v}</text:p></table:table-cell>'
            if isinstance(v, int) else
            f'<table:table-cell office:value-type="string"><text:p>{v}</text:p></table:table-cell>' for v in row)
            for row in table]
        body = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
        archive.writestr(zipfile.ZipInfo("content.xml"), head + body + "</table:table></office:spreadsheet>"
                         "</office:body></office:document-content>", zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("META-INF/manifest.xml"),
                         '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
                         'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
                         '<manifest:file-entry manifest:full-path="/" '
                         'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry '
                         'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')


def other_figures(content, chance, mark, share):
    """A sample text with a share of its amounts changed; its programmes bear a mark, so that copies do not meet."""
    other = lambda m: str(chance.randrange(1, 10)) if chance.random() < share else m[0]
    content = re.sub(r"\d(?=[\d.,]*\s*(?:億|百万|千)円)|(?<=,)\d(?=\d\d+[,\n\r])", other, content)
    return re.sub(r"(?<=[一-龠ァ-ヶー])事業(?=[\s（(」、。,]|$)", "事業" + mark, content, flags=re.MULTILINE)


def other_cells(content, chance, mark, share):
    """A sample workbook changed in the same way."""
    other = lambda m: m[1] + str(chance.randrange(100, 10**5)) if chance.random() < share else m[0]
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/") or name in ("content.xml", "xl/sharedStrings.xml"):
                page = re.sub(r"(?<=事業)(?=</)", mark, part.decode("utf-8"))
                page = re.sub(r'(<c r="[A-Z]+\d+"(?: s="\d+")?><v>)\d{3,}(?=</v>)', other, page)
                part = page.encode()
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(name), part, packing)
    return made.getvalue()


def mark(number):
    """A number as a word, so that it is no figure."""
    letters = "アカサタナハマヤラワ"
    return "".join(letters[int(digit)] for digit in str(number))


def nightly(folder, count, seed=6):
    """A project of `count` mixed sources, varied copies of the samples, in the folders of the sample pipeline."""
    sources = samples(".txt", ".csv", ".xlsx", ".ods")
    shutil.copytree(PROJECT / "pipelines", folder / "pipelines", ignore=shutil.ignore_patterns("spark"))
    plan = ["name: nightly", "default: true", "families: { headquarters: {}, ministry-text: {}, ministry-table: {} }", "sources:"]
    for part, family in (("hq", "headquarters"), ("mhlw", "ministry-text"), ("ministries", "ministry-table")):
        for year in range(2015, 2027):
            plan.append(f'  - {{ files: "{part}/{year}/*", family: {family}, fiscal_year: {year}, optional: true }}')
    sample = (PROJECT / "pipelines" / "sample.yaml").read_text(encoding="utf-8")
    plan.append(sample[sample.index("registries:"):].replace("default: true\n", ""))
    for old in (folder / "pipelines").glob("*.yaml"):
        old.unlink()
    (folder / "pipelines" / "nightly.yaml").write_text("\n".join(plan), encoding="utf-8")
    for number in range(count):
        source = sources[number % len(sources)]
        part = source.parent.name
        target = folder / "raw" / part / str(2015 + number % 12)
        target.mkdir(parents=True, exist_ok=True)
        copy = varied(source, random.Random(f"{seed} {number}"), mark(number), 0.02)
        (target / f"{number:05}-{source.name}").write_bytes(copy)


def varied(source, chance, word, share):
    """The bytes of a varied copy of a sample."""
    content = source.read_bytes()
    if source.suffix not in (".txt", ".csv"):
        return other_cells(content, chance, word, share)
    code = "cp932" if source.suffix == ".csv" else "utf-8"
    return other_figures(content.decode(code), chance, word, share).encode(code)


def change(folder, count, seed):
    """Gives `count` of the sources of a project other figures."""
    sources = {p.name: p for p in samples(".txt", ".csv", ".xlsx", ".ods")}
    paths = sorted(p for p in (folder / "raw").rglob("*") if p.is_file())
    random.Random(seed).shuffle(paths)
    for path in paths:
        copy = varied(sources[path.name[6:]], random.Random(f"{seed} {path.name}"), mark(int(path.name[:5])), 0.1)
        if count and copy != path.read_bytes():
            path.write_bytes(copy)
            count -= 1


def delimited(utf8, cp932, rows):
    """The table of `record` with a note that needs quotes in every tenth row: UTF-8 with LF, CP932 with CRLF."""
    chance = random.Random(6)
    header = HEADER + ["account", "bureau", "rate", "changed_yen", "remarks"]
    with open(utf8, "w", encoding="utf-8", newline="") as a, open(cp932, "w", encoding="cp932", newline="") as b:
        for file, end in ((a, "\n"), (b, "\r\n")):
            file.write(",".join(header) + end)
        for number in range(rows):
            row = record(number, chance) + [
                "一般会計", f"研究振興局第{number % 37}課", f"{chance.randrange(1000)}.{number % 10}",
                f"△{chance.randrange(1, 10**6)}", f'"{number % 97}件,変更あり"' if number % 10 == 3 else "変更なし"]
            line = ",".join(row)
            a.write(line + "\n")
            b.write(line + "\r\n")


def little_workbooks(folder, count):
    """Workbooks as ministries send them: a title over merged cells, 60 rows of 12 cells, a second sheet."""
    import xlsxwriter
    folder.mkdir()
    chance = random.Random(7)
    for number in range(count):
        book = xlsxwriter.Workbook(str(folder / f"{number:03}.xlsx"))
        book.set_properties({"created": datetime.datetime(2026, 4, 1)})
        page = book.add_worksheet("レビュー")
        page.merge_range(0, 0, 0, 11, f"行政事業レビューシート（第{number}号）")
        for line in range(60):
            row = record(number * 60 + line, chance)
            page.write_row(line + 1, 0, row[:3] + [int(v) for v in row[3:6]] + row[6:]
                           + [chance.randrange(10**6) for _ in range(5)])
        book.add_worksheet("付表").write_row(0, 0, ["注", number])
        book.close()
