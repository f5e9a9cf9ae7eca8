"""What other readers say of a source. peers.py cells LIST OUT: compares the cells that LIST names, one workbook and
one file of cells a line, with openpyxl and python-calamine. peers.py text ENCODING SOURCE OUT: its text in UTF-8."""
import datetime, decimal, re, sys, warnings


def digits(value):
    """A binary fraction as the 15 digits that spreadsheets show."""
    return format(decimal.Decimal("%.15g" % value).normalize(), "f")


def printed(value):
    """The shortest decimals that a file prints for a binary fraction, as 15 digits: a file's 0.…6975 is rounded up
    here, though the fraction next to it lies below it."""
    rounding = decimal.Context(prec=15, rounding=decimal.ROUND_HALF_UP)
    return format(rounding.create_decimal(repr(value)).normalize(), "f")


class Number(str):
    """A number as its 15 digits, with the other ones that are right for it."""
    other = ""


def shown(value):
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        number = Number(digits(value))
        number.other = printed(value)
        return number
    if isinstance(value, datetime.datetime) and value.time() == datetime.time(0):
        return value.date().isoformat()
    return str(value).replace("\r\n", "\n")


def openpyxl_cells(path):
    import openpyxl
    book = openpyxl.load_workbook(path, data_only=True)
    return {s.title: {(c.row, c.column): shown(c.value) for row in s.iter_rows() for c in row if shown(c.value)}
            for s in book.worksheets}


def calamine_cells(path):
    from python_calamine import CalamineWorkbook
    book, sheets = CalamineWorkbook.from_path(path), {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        sheets[name] = {(r + 1, c + 1): shown(v) for r, row in enumerate(rows) for c, v in enumerate(row) if shown(v)}
    return sheets


def own_cells(path):
    """Lines of sheet, row, column, kind, value and day, each as hexadecimal UTF-8: the cells, and the merged areas."""
    sheets, areas = {}, {}
    for line in open(path):
        name, row, column, kind, value, day = (bytes.fromhex(part).decode() for part in line.rstrip("\n").split("\t"))
        if kind == "area":
            last_row, last_column = map(int, value.split())
            areas.setdefault(name, []).append((int(row), int(column), last_row, last_column))
            continue
        cell = day or (digits(decimal.Decimal(value)) if kind == "number" else value.replace("\r\n", "\n"))
        sheets.setdefault(name, {})[(int(row), int(column))] = (kind, cell)
    return sheets, areas


def is_same(value, other):
    """Whether a peer says the same. Where the two differ in one of these ways, the reader here is right."""
    return (
        value == other or value == getattr(other, "other", None)
        # Blanks at the ends of a text without xml:space="preserve" are none of it: Excel drops them, openpyxl does not.
        or value == other.strip()
        # _x000D_ is an escape of ECMA-376 for a carriage return, which openpyxl leaves as it is.
        or value == other.replace("_x000D_\n", "\n")
        # A time of an OpenDocument sheet is read as the sheet shows it, which may be less than it holds.
        or re.fullmatch(r"\d+:\d\d:\d\d\.\d+", other) is not None and other.startswith(value) and "." in value)


def is_seen(place, other, areas):
    """Whether people see a cell: not where it is blank, nor under a merged area, where a value is a finding here."""
    row, column = place
    covered = any(top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
                  for top, left, bottom, right in areas)
    return not covered and other.strip() != ""


def compare(listed, out):
    warnings.simplefilter("ignore")
    compared, differences = 0, []
    for line in open(listed, encoding="utf-8"):
        source, cells = line.rstrip("\n").split("\t")
        own, areas = own_cells(cells)
        for peer in (openpyxl_cells, calamine_cells):
            if peer is openpyxl_cells and source.endswith(".ods"):
                continue
            try:
                theirs = peer(source)
            except Exception:
                # Peers refuse files that are read here; those that both read are compared.
                continue
            for name, mine in own.items():
                other, wrong = theirs.get(name, {}), []
                for place, (kind, value) in mine.items():
                    # Times, errors and dates that Excel counts and nobody else are shown in many ways.
                    if kind in ("number", "text") and place in other and not is_same(value, other[place]):
                        wrong.append(f"{place}: {value!r}, {other[place]!r}")
                missing = [place for place in other
                           if place not in mine and is_seen(place, other[place], areas.get(name, []))]
                compared += len(mine)
                if wrong or missing:
                    differences.append(f"{peer.__name__} {source} {name}: {len(wrong)} differ {wrong[:3]}, missing here {missing[:3]}")
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join([f"{compared}", *differences]))


if __name__ == "__main__":
    if sys.argv[1] == "cells":
        compare(sys.argv[2], sys.argv[3])
    else:
        text = open(sys.argv[3], "rb").read().decode(sys.argv[2])
        open(sys.argv[4], "wb").write(text.encode())
