"""Adds rows to the sample sources whose text tries to become markup: hostile_sources.py RAW COUNT."""
import pathlib, sys

HOSTILE = "</style></script><script>window.owned=1</script><img src=x onerror='owned=1'>\" onload=\"owned=1"

raw = pathlib.Path(sys.argv[1])
table = raw / "ministries/mhlw-fy2019.csv"
lines = table.read_text("cp932").splitlines(keepends=True)
text = HOSTILE.replace('"', '""')
rows = [f',,"推進研究事業 {n:04} {text}","1,{n % 1000:03}","1,{n % 900:03}",0,"{text}"\r\n'
        for n in range(int(sys.argv[2]))]
lines[5:5] = rows
table.write_text("".join(lines), "cp932", newline="")
with open(raw / "hq/fy2022-projects.txt", "a") as file:
    file.write(f"\n９．{HOSTILE}プロジェクト\n令和4年度予算額326億円\n○{HOSTILE}事業 12億円\n令和0年 {HOSTILE}\n")
