"""Runs the recipes of a page with a sample project: recipes.py PAGE CHOAI PROJECT.

Each block is run by what its first line names: cron's command by a shell, units by systemd-analyze,
SQL by a PostgreSQL cluster of its own and by DuckDB, Python with pandas, sheets by LibreOffice. Where
a program is not installed its recipes are skipped, and that is said.
"""
import os, pathlib, pwd, re, shutil, subprocess, sys, tempfile

POSTGRES = next(iter(sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


def run(command, folder, **options):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, **options)
    if done.returncode:
        raise SystemExit(f"recipes: {command}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def crontab(block, folder):
    times, command = re.fullmatch(r"((?:\S+ +){5})(.*)\n", block).groups()
    for field in times.split():
        assert re.fullmatch(r"\*|\d+", field), f"cron does not know {field}"
    # Findings and refusals of the sample are no failure of the recipe.
    run(["sh", "-c", command.replace("/srv/choai", str(folder)) + " || [ $? -lt 4 -a $? -ne 2 ]"], folder)
    assert (folder / "choai.log").read_text().strip(), "the log is empty"


def unit(ending):
    def check(block, folder):
        if not shutil.which("systemd-analyze"):
            return "systemd-analyze"
        units = folder / "units"
        units.mkdir(exist_ok=True)
        program = shutil.which("choai")
        (units / f"choai.{ending}").write_text(block.replace("/usr/local/bin/choai", program))
        said = subprocess.run(["systemd-analyze", "verify", str(units / f"choai.{ending}")],
                              capture_output=True, text=True)
        ours = [line for line in said.stderr.splitlines() if "choai." in line]
        assert not ours, ours
        if when := re.search(r"^OnCalendar=(.*)$", block, re.M):
            run(["systemd-analyze", "calendar", when[1]], folder)
    return check


def make(block, folder):
    (folder / "Makefile").write_text(block)
    run(["make", "-j2"], folder)
    for name in ("open-questions.csv", "years.md"):
        assert (folder / name).stat().st_size > 100, f"{name} is empty"
    again = run(["make", "-j2"], folder)
    assert "Nothing to be done" in again, again


def psql(block, folder):
    if not POSTGRES:
        return "PostgreSQL"
    with tempfile.TemporaryDirectory() as data:
        # The server refuses to run as root.
        user = []
        if os.getuid() == 0:
            entry = pwd.getpwnam("postgres")
            os.chown(data, entry.pw_uid, entry.pw_gid)
            user = ["runuser", "-u", "postgres", "--"]
        run([*user, f"{POSTGRES}/initdb", "-D", f"{data}/cluster", "-U", "choai", "-A", "trust", "-E", "UTF8",
             "--locale", "C"], "/")
        start = [*user, f"{POSTGRES}/pg_ctl", "-D", f"{data}/cluster", "-w", "-l", f"{data}/log",
                 "-o", f"-k {data} -c listen_addresses=", "start"]
        subprocess.run(start, cwd="/", check=True, stdout=subprocess.DEVNULL)
        try:
            os.chmod(data, 0o755)
            found = run([f"{POSTGRES}/psql", "-h", data, "-U", "choai", "-d", "postgres", "-v",
                         "ON_ERROR_STOP=1", "-At", "-f", "-"], folder, input=block)
        finally:
            run([*user, f"{POSTGRES}/pg_ctl", "-D", f"{data}/cluster", "-m", "fast", "stop"], "/")
    rows = sum(1 for _ in open(folder / "published/latest/budget_lines.jsonl"))
    assert f"COPY {rows}\n" in found, found
    assert re.search(r"^\d{4}\|\w+\|\d+$", found, re.M), found


def duckdb(block, folder):
    try:
        import duckdb
    except ImportError:
        return "duckdb"
    rows = run([sys.executable, "-c", "import duckdb, sys; print(len(duckdb.sql(sys.stdin.read()).fetchall()))"],
               folder, input=block)
    assert int(rows) > 10, rows


def pandas(block, folder):
    try:
        import pandas
    except ImportError:
        return "pandas"
    assert run([sys.executable, "-"], folder, input=block).strip()


def libreoffice(block, folder):
    if not shutil.which("soffice"):
        return "LibreOffice"
    run(["bash", "-c", block], folder, env={**os.environ, "HOME": str(folder)})
    sheets = {path.stem.split("-", 1)[1] for path in (folder / "sheets").iterdir()}
    assert {"budget_lines", "findings", "目次"} <= sheets, sheets


KINDS = {"crontab": crontab, "service": unit("service"), "timer": unit("timer"), "make": make, "psql": psql,
         "duckdb": duckdb, "pandas": pandas, "libreoffice": libreoffice}


def main(page, choai, project):
    blocks = re.findall(r"^```(\S+)\n(.*?)^```$", pathlib.Path(page).read_text(), re.M | re.S)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        os.chmod(folder, 0o755)
        for part in ("raw", "pipelines"):
            shutil.copytree(pathlib.Path(project) / part, folder / part)
        (folder / "bin").mkdir()
        (folder / "bin/choai").symlink_to(pathlib.Path(choai).resolve())
        os.environ["PATH"] = f"{folder}/bin:{os.environ['PATH']}"
        seen = set()
        for kind, block in blocks:
            skipped = KINDS[kind](block, folder)
            seen.add(kind)
            if skipped:
                print(f"SKIPPED: {skipped} is not installed: the recipe '{kind}' was not run", file=sys.stderr)
            else:
                print(f"recipes: {kind} works", flush=True)
    if missing := set(KINDS) - seen:
        sys.exit(f"recipes: the page has none of {missing}")


main(*sys.argv[1:])
