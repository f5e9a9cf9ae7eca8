"""One byte of any file changed is found: flips.py SNAPSHOT CHOAI.

By `choai check` in every file of a package; by frictionless in every table that it is told of.
"""
import json, os, pathlib, random, shutil, subprocess, sys, tempfile

import frictionless

FLIPS = 1


def is_found(choai, folder, is_table):
    ours = subprocess.run([choai, "check", str(folder)], capture_output=True).returncode != 0
    os.chdir(folder)
    theirs = not is_table or not frictionless.Package("datapackage.json").validate().valid
    return ours and theirs


def main(snapshot, choai):
    chance, choai, count = random.Random(16), os.path.abspath(choai), 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder) / "package"
        shutil.copytree(os.path.realpath(snapshot), folder)
        package = json.loads((folder / "datapackage.json").read_text())
        tables = {resource["path"] for resource in package["resources"]}
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            content = path.read_bytes()
            name = str(path.relative_to(folder))
            for _ in range(FLIPS if content else 0):
                place = chance.randrange(len(content))
                changed = bytearray(content)
                changed[place] ^= 1 << chance.randrange(8)
                path.write_bytes(changed)
                if not is_found(choai, folder, name in tables):
                    sys.exit(f"flips: byte {place} of {name} changed and was not found")
                count += 1
            path.write_bytes(content)
    print(f"{snapshot}: {count} changed bytes were found")


main(*sys.argv[1:])
