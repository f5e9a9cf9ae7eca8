#!/usr/bin/env python3
"""Runs the job on a cluster of two executors and holds it to a run on one machine.

    test.py SPARK-HOME CHOAI [--documents N] [--short]

With 5 partitions, with 16, and with 16 while an executor is killed (SIGKILL): every gate holds, and the
sorted lines of facts and of checks are those of one worker that reads everything. Then, over a few of the
documents, workers that end early, print garbage, and lose a document: each must end the job. No Python on
the executors.
--short: 5 partitions with a kill, and the lost document.
"""
import argparse, hashlib, itertools, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, threading, time

HERE = pathlib.Path(__file__).resolve().parent
FEW = 260  # documents for workers at fault; how many there are changes nothing about a gate
FAULTS = {  # in place of the program; {real} is the program
    "ends early": 'head -n 40 | {real} "$@"',
    "prints garbage": '{real} "$@" | sed "20s/^.*$/\\xe5\\xb8\\xb3\\xe5\\x90\\x88 {{/"',
    "loses a document": '{real} "$@" | grep -v "\\"doc\\":\\"fy2000/hq/fy2022-projects-000001.txt\\""',
}


def digest(lines):
    """The SHA-256 of lines, sorted by their bytes."""
    hash = hashlib.sha256()
    for line in sorted(lines):
        hash.update(line + b"\n")
    return hash.hexdigest(), len(lines)


def alone(worker, folder):
    """What one machine makes of the documents."""
    def lines(step, source):
        command = [worker, "work", step, "--protocol", "1", "--pipeline", f"{folder}/pipelines/many.yaml"]
        start = os.times()
        made = subprocess.run(command, stdin=source, stdout=subprocess.PIPE, check=True).stdout
        end = os.times()
        used = end.children_user + end.children_system - start.children_user - start.children_system
        *lines, last = made.splitlines()
        print(f"one machine: {step}: {used:.1f} s of CPU, {last.decode()}", flush=True)
        return lines
    with open(folder / "documents.jsonl", "rb") as source:
        facts = lines("extract", source)
    def order(line):
        value = json.loads(line)
        return value["part"], value["doc"], value["seq"]
    wanted = (b'{"t":"row"', b'{"t":"sum"', b'{"t":"finding"', b'{"t":"noted"')
    with open(folder / "sorted.jsonl", "wb") as file:
        for line in sorted((l for l in facts if l.startswith(wanted)), key=order):
            file.write(line + b"\n")
    with open(folder / "sorted.jsonl", "rb") as source:
        checks = lines("reconcile", source)
    return digest(facts), digest(checks)


def children():
    """The processes by their parents."""
    by_parent = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = stat.read_text().split(" (", 1)
            by_parent.setdefault(int(rest.rsplit(") ", 1)[1].split()[1]), []).append(int(pid))
        except OSError:
            pass
    return by_parent


def below(pid, by_parent):
    for child in by_parent.get(pid, []):
        yield child
        yield from below(child, by_parent)


def command(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def kill_executor(job, log):
    """Kills an executor of the job while a worker of it extracts."""
    while job.poll() is None:
        by_parent = children()
        for pid in below(job.pid, by_parent):
            if "CoarseGrainedExecutorBackend" not in command(pid):
                continue
            if any("bin/choai work extract" in command(worker) for worker in below(pid, by_parent)):
                time.sleep(0.5)
                os.kill(pid, signal.SIGKILL)
                log.append(pid)
                return
        time.sleep(0.05)


def run(spark, archive, folder, name, parts, rules, documents="documents.jsonl", kill=False):
    """Runs the job; gives its exit code, what it said, and where its output is."""
    work = folder / name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    variables = {"docs": f"file://{folder}/{documents}", "out": f"file://{work}/out", "parts": parts,
                 "pipeline": "many.yaml", "rules": rules}
    words = [f"{spark}/bin/spark-sql", "--master", "local-cluster[2,1,1024]", "--archives", f"{archive}#w",
             "--conf", "spark.ui.enabled=false", "--conf", "spark.sql.shuffle.partitions=8",
             "--conf", "spark.driver.memory=1g", "--conf", "spark.driver.host=localhost",
             "--conf", f"spark.sql.warehouse.dir=file://{work}/warehouse"]
    # Jobs of a minute: what a thorough compiler and a collector with many threads save costs more.
    for side in ("driver", "executor"):
        words += ["--conf", f"spark.{side}.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"]
    for key, value in variables.items():
        words += ["--hivevar", f"{key}={value}"]
    environment = dict(os.environ, SPARK_HOME=spark, PYSPARK_PYTHON="/nonexistent", LC_ALL="C.UTF-8",
                       SPARK_LOCAL_IP="127.0.0.1")
    start, killed = time.monotonic(), []
    with open(work / "log", "wb") as log:
        job = subprocess.Popen(words + ["-f", str(HERE / "job.sql")], cwd=work, env=environment,
                               stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        if kill:
            threading.Thread(target=kill_executor, args=(job, killed), daemon=True).start()
        code = job.wait()
    said = (work / "log").read_text(errors="replace")
    if kill and not killed:
        sys.exit(f"{name}: no executor was killed; give more documents")
    print(f"{name}: exit {code}, {time.monotonic() - start:.0f} s" + (", an executor killed" if killed else ""),
          flush=True)
    return code, said, work / "out"


def output(folder):
    return digest([l for p in sorted(folder.glob("part-*")) for l in p.read_bytes().splitlines()])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("spark")
    parser.add_argument("choai")
    parser.add_argument("--documents", type=int, default=5200)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    spark = os.path.abspath(options.spark)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="choai-spark-"))
    try:
        subprocess.run([HERE / "documents.py", folder, str(options.documents)], check=True)
        archive = folder / "worker.tar.gz"
        subprocess.run([HERE / "pack", options.choai, folder / "pipelines", archive], check=True)
        subprocess.run(["tar", "-xzf", archive, "-C", folder / "pipelines"], check=True)
        worker = folder / "pipelines/worker"
        described = subprocess.run([worker, "work", "describe", "--pipeline", f"{folder}/pipelines/many.yaml"],
                                   capture_output=True, check=True).stdout
        rules = json.loads(described)["rules_sha256"]
        facts, checks = alone(worker, folder)
        print(f"facts {facts[1]} lines {facts[0]}\nchecks {checks[1]} lines {checks[0]}", flush=True)

        good = [("five-killed", 5, True)] if options.short else [
            ("five", 5, False), ("sixteen", 16, False), ("sixteen-killed", 16, True)]
        for name, parts, kill in good:
            code, said, out = run(spark, archive, folder, name, parts, rules, kill=kill)
            if code != 0:
                sys.exit(f"{name}: the job failed\n{said[-6000:]}")
            for what, expected in (("lines", facts), ("checks", checks)):
                if output(out / what) != expected:
                    sys.exit(f"{name}: {what}: {output(out / what)}, but one machine gives {expected}")
        few = "few.jsonl"
        with open(folder / "documents.jsonl", "rb") as source, open(folder / few, "wb") as file:
            file.writelines(itertools.islice(source, FEW))
        for name, script in FAULTS.items():
            if options.short and name != "loses a document":
                continue
            with tempfile.TemporaryDirectory(dir=folder) as faulty:
                subprocess.run(["tar", "-xzf", archive, "-C", faulty], check=True)
                real = '"$(dirname "$0")/sound"'
                os.rename(f"{faulty}/worker", f"{faulty}/sound")
                with open(f"{faulty}/worker", "w", encoding="utf-8") as file:
                    file.write("#!/bin/bash\n" + script.format(real=real) + "\nexit 0\n")
                os.chmod(f"{faulty}/worker", 0o755)
                subprocess.run(["tar", "-czf", f"{faulty}.tar.gz", "-C", faulty, "."], check=True)
            code, said, out = run(spark, f"{faulty}.tar.gz", folder, name.replace(" ", "-"), 5, rules, few)
            if code == 0 or (out / "lines").exists():
                sys.exit(f"a worker that {name}: the job went on as if nothing were wrong")
            why = re.search("gate: .*|MALFORMED_RECORD.*|.*Subprocess exited.*|.*Broken pipe.*", said)
            print(f"  ended by: {why[0].strip()[:160] if why else said[-400:]}", flush=True)
        print("all as on one machine")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
