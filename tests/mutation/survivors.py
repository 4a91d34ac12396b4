"""Whether every mutant that survived is explained: compares the results of mutate.py with survivors.tsv.

Each line of survivors.tsv is one mutant: its place, what was changed, the kind of reason and the reason. Reasons are
written by hand; with --carry the table is written anew from the results, each reason taken along to where its mutant is
now (same file, change and column, nearest line). What has no reason then has the kind `?`, which this script refuses.
The counts in docs/mutation-testing.md have to be those of the results and of the table.

usage: survivors.py RESULTS [--carry]
"""

import argparse
import collections
import csv
import pathlib
import re
import sys

TABLE = pathlib.Path(__file__).with_name("survivors.tsv")
PAGE = TABLE.parents[2] / "docs/mutation-testing.md"
KINDS = {
    "equivalent": "nothing changes that could be seen",
    "rounding": "last digits, or how many of them are right",
    "search": "another way to the same number",
    "speed": "the same number, sooner or later",
    "threshold": "a limit of work or of rounding, moved or met exactly",
    "unreached": "no data are large enough",
    "gap": "no test looks at it",
}


def read(path):
    with path.open(newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def apart(name):
    """`file:line:column: change` -> (file, line, column, change)."""
    file, line, column, change = name.split(":", 3)
    return file, int(line), int(column), change.strip()


def carried(survivors, explained):
    """The table of these survivors, with the reasons of the nearest like mutant."""
    known = collections.defaultdict(list)
    for place, change, kind, why in explained:
        file, line, column, change = apart(f"{place}: {change}")
        known[file, column, change].append((line, kind, why))
    rows = []
    for file, line, column, change in sorted(map(apart, survivors)):
        near = sorted(known[file, column, change], key=lambda one: abs(one[0] - line))
        kind, why = near[0][1:] if near else ("?", "")
        rows.append([f"{file}:{line}:{column}", change, kind, why])
    return rows


def miscounted(counts):
    """The rows of the page's tables whose number is another."""
    for name, shown in re.findall(r"^\| (\w+)\b.*\| ([\d,]+) \|$", PAGE.read_text(), re.M):
        if int(shown.replace(",", "")) != counts.pop(name, None):
            yield f"{PAGE.name}: {name}: {shown} is not the count"
    yield from (f"{PAGE.name}: {name}: {count} is not said" for name, count in counts.items() if count)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--carry", action="store_true", help="write survivors.tsv anew")
    options = parser.parse_args()
    results = read(options.results)
    survivors = [name for name, outcome, _ in results if outcome == "survived"]
    header, *explained = read(TABLE)
    if options.carry:
        explained = carried(survivors, explained)
        lines = ["\t".join(row) + "\n" for row in [header, *explained]]
        TABLE.write_text("".join(lines))
    faults = [f"{place}: {change}: no such kind: {kind}" for place, change, kind, _ in explained if kind not in KINDS]
    faults += [f"{place}: {change}: no reason" for place, change, _, why in explained if not why]
    named = collections.Counter(f"{place}: {change}" for place, change, _, _ in explained)
    faults += [f"{name}: not explained" for name in survivors if not named[name]]
    faults += [f"{name}: explained, but it did not survive" for name in named if name not in set(survivors)]
    faults += [f"{name}: explained {count} times" for name, count in named.items() if count > 1]
    outcomes = collections.Counter(outcome for _, outcome, _ in results)
    kinds = collections.Counter(kind for _, _, kind, _ in explained)
    run = len(results) - outcomes["unviable"]
    said = {"all": len(results), "not": outcomes["unviable"], "run": run, "stopped": outcomes["timeout"]}
    faults += miscounted({**said, **{name: outcomes[name] for name in ("killed", "survived")}, **kinds})
    print("outcomes:", dict(outcomes))
    for kind, count in kinds.most_common():
        print(f"{count:5} {kind}: {KINDS.get(kind, '')}")
    sys.exit("\n".join(faults) or 0)


main()
