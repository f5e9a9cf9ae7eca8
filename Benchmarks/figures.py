"""Tables of dates, years and amounts as ministries print them, and of stated sums; seeded."""
import json, random
from workloads import MINISTRIES

# The forms that ministries' tables have for a day, and for a month: what is printed, from an era with
# its year and letter, the western year, the month and the day.
DAYS = [
    lambda era, letter, e, y, m, d: f"{era}{wide(e)}年{wide(m)}月{wide(d)}日",
    lambda era, letter, e, y, m, d: f"{era}{'元' if e == 1 else e}年{m}月{d}日",
    lambda era, letter, e, y, m, d: f"{letter}{e}.{m}.{d}",
    lambda era, letter, e, y, m, d: f"{letter}{e:02}.{m:02}.{d:02}",
    lambda era, letter, e, y, m, d: f"{y}/{m}/{d}",
    lambda era, letter, e, y, m, d: f"{y}-{m:02}-{d:02}",
    lambda era, letter, e, y, m, d: f"{y}年{m}月{d}日",
    lambda era, letter, e, y, m, d: f"{era} {e} 年 {m} 月 {d} 日",
    lambda era, letter, e, y, m, d: f"{y}{m:02}{d:02}"]
MONTHS = [
    lambda era, letter, e, y, m: f"{era}{'元' if e == 1 else e}年{m}月",
    lambda era, letter, e, y, m: f"{era}{wide(e)}年{wide(m)}月"]
UNITS = {"円": 1, "千円": 1000, "百万円": 10**6, "億円": 10**8}


def wide(value):
    return str(value).translate(str.maketrans("0123456789,.", "０１２３４５６７８９，．"))


def era(year, month):
    """The era of a month with its letter and the year within it; a month of two eras has the new one."""
    if (year, month) >= (2019, 5):
        return "令和", "R", year - 2018
    return ("平成", "H", year - 1988) if year >= 1990 else ("昭和", "S", year - 1925)


def printed_date(chance):
    if chance.random() < 0.03:
        return chance.choice(["未定", "－", ""])
    year, month, day = chance.randrange(1990, 2031), chance.randrange(1, 13), chance.randrange(1, 29)
    name = era(year, month)
    if chance.random() < 0.1:
        return chance.choice(MONTHS)(*name, year, month)
    return chance.choice(DAYS)(*name, year, month, day)


def printed_year(chance):
    year = chance.randrange(2012, 2027)
    name, letter, number = era(year, 4)
    return chance.choice([f"{name}{wide(number)}年度", f"{name}{'元' if number == 1 else number}年度",
                          f"{letter}{number}", f"{letter}{number}年度", f"{year}年度", str(year)])


def printed_amount(chance, unit):
    """An amount: mostly a number in the unit of the row, else with a unit of its own."""
    number, kind = int(10 ** (chance.random() * 6)), chance.random()
    sign = chance.choice("△▲-") if chance.random() < 0.04 else ""
    if kind < 0.4:
        return f"{sign}{number:,}"
    if kind < 0.55:
        return f"{sign}{number}"
    if kind < 0.65:
        return sign + wide(f"{number:,}")
    if kind < 0.75:
        return f"{sign}{number:,}{unit}"
    if kind < 0.85:
        return f"{sign}{number % 10**5:,}.{number % 9 + 1}億円"
    if kind < 0.93:
        return f"{sign}{number % 999 + 1}億{number * 7 % 9999 + 1:,}万円"
    return f"約{number % 999 + 1}百万円" if kind < 0.96 else chance.choice(["－", ""])


def columns(path, rows):
    """A table with two columns of dates, one of fiscal years and two of amounts, as they are printed."""
    chance = random.Random(8)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("番号,府省庁,事業名,開始,終了,会計年度,予算額,執行額,単位,備考\n")
        for number in range(rows):
            unit = chance.choice(list(UNITS))
            row = [f"p{number:08}", chance.choice(MINISTRIES), f"研究開発推進事業その{number % 9973}",
                   printed_date(chance), printed_date(chance), printed_year(chance)]
            for _ in range(2):
                amount = printed_amount(chance, unit)
                row.append(f'"{amount}"' if "," in amount else amount)
            file.write(",".join(row + [unit, '"変更,あり"' if number % 10 == 3 else ""]) + "\n")


def sums(lines, table, figures):
    """Stated totals over `figures` figures, ten to a group, in documents of 10,000; one in a hundred is wrong.

    As the lines that `choai work extract` writes of them, for reconciling alone, and as a table of the
    same figures: the group, whether it is the total, the yen.
    """
    chance = random.Random(9)
    with open(lines, "w", encoding="utf-8") as a, open(table, "w", encoding="utf-8") as b:
        b.write("group,is_total,yen\n")
        group = 0
        for number, start in enumerate(range(0, figures, 10_000)):
            head = f'"doc":"tables/{number:05}.csv","part":"tables/{number:05}"'
            row = {"id": f"doc-{number:016x}", "path": f"tables/{number:05}.csv", "title": None, "issuer": None,
                   "published": None, "fiscal_year": 2022, "media_type": "text/csv", "encoding": "UTF-8",
                   "bytes": 1, "lines": 1, "sha256": "0" * 64, "reader": "csv", "layout": "sheets",
                   "status": "read", "reason": None}
            a.write(f'{{"t":"row",{head},"seq":0,"table":"documents","row":{json.dumps(row)}}}\n')
            values, seq, place = [], 0, 1
            for _ in range(min(10_000, figures - start)):
                values.append(chance.randrange(1, 10**7) * 1000)
            # The totals of the groups are the figures of the next level.
            while len(values) > 1:
                totals = []
                for first in range(0, len(values), 10):
                    parts = values[first:first + 10]
                    total = sum(parts) + (5000 if chance.randrange(100) == 0 else 0)
                    terms = [term(f"事業{place + i}", v, place + i) for i, v in enumerate(parts)]
                    place, seq = place + len(parts) + 1, seq + 1
                    a.write(f'{{"t":"sum",{head},"seq":{seq},"sum":{{"rule":"components","scope":"計{group}",'
                            f'"total":{term(f"計{group}", total, place - 1)},"parts":[{",".join(terms)}],"share":null}}}}\n')
                    b.writelines(f"{group},false,{value}\n" for value in parts)
                    b.write(f"{group},true,{total}\n")
                    totals.append(total)
                    group += 1
                values = totals


def term(label, yen, row):
    """A term of a sum as the lines of a job have it."""
    return (f'{{"label":"{label}","figure":[{yen},1000,"exact"],"subtracted":false,"line":null,"row":"",'
            f'"place":["予算",[{row},0,12,{row},5]]}}')


def unreconciled(lines, target):
    """The same lines but for what they are: they are parsed, and no figure is taken from them."""
    with open(lines, encoding="utf-8") as a, open(target, "w", encoding="utf-8") as b:
        b.writelines(line.replace('{"t":"sum"', '{"t":"doc"', 1) for line in a)
