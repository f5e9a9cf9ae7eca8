#!/usr/bin/env python3
"""Write the ministries' sample tables under raw/ministries.

    make_samples.py            write the files
    make_samples.py --check    compare what is there with what would be written

The figures stand in `make_samples_tables.py`. Only the standard library is used, times in the
archives are fixed, so the same script writes the same content everywhere. `--check` looks into the
archives, because the compressed bytes depend on the zlib at hand.
"""
import io
import sys
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True

from make_samples_files import csv_table, ods_workbook, xlsx_workbook
import make_samples_tables as tables

TARGET = Path(__file__).resolve().parents[2] / "raw" / "ministries"


def files():
    """The bytes of every sample table by file name."""
    return {
        "mext-fy2019.xlsx": xlsx_workbook(tables.mext_fy2019()),
        "mext-fy2022.xlsx": xlsx_workbook(tables.mext_fy2022()),
        "mhlw-fy2019.csv": csv_table(tables.mhlw_fy2019()),
        "meti-fy2019.ods": ods_workbook(tables.meti_fy2019()),
    }


def content(data):
    """What a file says: the members of an archive, else the bytes themselves."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(m.filename, m.date_time, archive.read(m)) for m in archive.infolist()]


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    differing = []
    for name, data in files().items():
        path = TARGET / name
        if sys.argv[1:]:
            if not path.exists() or content(path.read_bytes()) != content(data):
                differing.append(name)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for name in differing:
        print(f"{name} is not what make_samples.py writes", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
