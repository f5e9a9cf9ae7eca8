#!/usr/bin/env python3
"""Makes many documents of the samples in raw/: documents.py FOLDER COUNT [SEED].

Writes FOLDER/documents.jsonl (requests for `choai work extract`), FOLDER/raw (the same documents as
files) and FOLDER/pipelines (the sample pipeline, its sources once for each fiscal year). In the copies of a text the
figures of amounts are others, chosen by a seeded generator: the same COUNT and SEED give the same bytes.
"""
import base64, hashlib, json, pathlib, random, re, shutil, sys

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
YEARS = range(1999, 2025)
AMOUNT = re.compile(r"[0-9０-９]+(?=(?:[.．][0-9０-９]+)?\s*(?:億円|百万円|千円))")


def varied(content, chance):
    """A text with other figures of the same length, written as before (in ASCII or full width)."""
    def other(found):
        digits = "0123456789" if found[0][0] < "\x7f" else "０１２３４５６７８９"
        return digits[chance.randrange(1, 10)] + "".join(chance.choice(digits) for _ in found[0][1:])
    return AMOUNT.sub(other, content)


def pipeline():
    """The sample pipeline with its sources once for each fiscal year."""
    sample = (PROJECT / "pipelines/sample.yaml").read_text(encoding="utf-8")
    head, sources, rest = re.split(r"^sources:\n|^(?=registries:)", sample, flags=re.M)
    sources = re.sub(r"^    fiscal_year: .*\n", "", sources, flags=re.M)
    sources = re.sub(r"^  - files: (.*?)\*?(\.[a-z]+)$", r"  - files: FOLDER/\1*\2\n    fiscal_year: YEAR", sources, flags=re.M)
    many = "".join(sources.replace("FOLDER", f"fy{year}").replace("YEAR", str(year)) for year in YEARS)
    return f"{head}sources:\n{many}{rest}"


def main(folder, count, seed=1):
    folder, chance = pathlib.Path(folder), random.Random(seed)
    samples = sorted(p for p in (PROJECT / "raw").rglob("*") if p.is_file() and p.name != "README.md")
    shutil.copytree(PROJECT / "pipelines", folder / "pipelines", dirs_exist_ok=True)
    (folder / "pipelines/many.yaml").write_text(pipeline(), encoding="utf-8")
    with open(folder / "documents.jsonl", "w", encoding="utf-8", newline="\n") as requests:
        for number in range(count):
            sample = samples[number % len(samples)]
            path = sample.relative_to(PROJECT / "raw")
            path = f"fy{YEARS[number % len(YEARS)]}" / path.with_name(f"{path.stem}-{number:06}{path.suffix}")
            content = sample.read_bytes()
            request = {"p": 1, "doc": str(path)}
            if sample.suffix in (".txt", ".csv"):
                try:
                    content = varied(content.decode(), chance).encode()
                    request["text"] = content.decode()
                except UnicodeDecodeError:
                    content = varied(content.decode("cp932"), chance).encode("cp932")
            if "text" not in request:
                request["b64"] = base64.b64encode(content).decode()
            request["sha256"] = hashlib.sha256(content).hexdigest()
            requests.write(json.dumps(request, ensure_ascii=False) + "\n")
            file = folder / "raw" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
