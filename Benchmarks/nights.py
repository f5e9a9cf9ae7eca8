"""Nights over varied copies of the samples: full, unchanged, a few sources changed."""
import filecmp, os, pathlib, shutil, subprocess, time
import workloads


def run(choai, folder, *options):
    """Runs a night: wall time, CPU time, peak memory in MB."""
    start = time.perf_counter()
    child = subprocess.Popen([choai, "run", "--fail-on", "never", "--quiet", "--summary", *options],
                             cwd=folder, stderr=subprocess.PIPE, text=True)
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(said)
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def same(one, two):
    """The files of two snapshots that differ, but for what speaks of the night before."""
    names = lambda top: {str(p.relative_to(top)) for p in top.rglob("*") if p.is_file()}
    left, right = (os.path.realpath(folder / "latest") for folder in (one, two))
    left, right = pathlib.Path(left), pathlib.Path(right)
    speak = {"report.html", "datapackage.json", "SHA256SUMS"}
    found = {n for n in names(left) | names(right) if n not in speak and not n.startswith("changes/")}
    return sorted(n for n in found if not (left / n).exists() or not (right / n).exists()
                  or not filecmp.cmp(left / n, right / n, shallow=False))


def nights(choai, folder, changed):
    """The nights by 1 and 2 jobs, each as it is known: its name, jobs, wall time, CPU time, peak memory."""
    def night(name, jobs, *options):
        return name, jobs, *run(choai, folder, "--jobs", str(jobs), *options)
    for jobs in (1, 2):
        for part in ("staged", "published"):
            shutil.rmtree(folder / part, ignore_errors=True)
        yield night("full", jobs)
        time.sleep(1)
        yield night("unchanged, first look", jobs)
        yield night("unchanged", jobs)
        workloads.change(folder, changed, jobs)
        yield night(f"{changed} changed", jobs)
        run(choai, folder, "--force", "--out", "forced")
        differing = same(folder / "published", folder / "forced")
        shutil.rmtree(folder / "forced")
        if differing:
            raise SystemExit(f"another run gives other bytes: {differing}")
