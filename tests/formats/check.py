"""Reads what engraft exported with pyreadstat, pandas and xport, and holds adtte.xpt against adtte.json.

python check.py DIR
"""

import json
import math
import sys

import pandas
import pyreadstat
import xport.v56

directory = sys.argv[1]
with open(f"{directory}/adtte.json") as file:
    document = json.load(file)
names = [column["name"] for column in document["columns"]]
assert document["records"] == len(document["rows"])
expected = pandas.DataFrame(document["rows"], columns=names)


def same(one, other):
    if other is None or (isinstance(other, float) and math.isnan(other)):
        return one in ("", b"", None) or (isinstance(one, float) and math.isnan(one))
    # pandas reads zero as the least positive number of the format.
    return one == other or (other == 0 and abs(one) < 1e-78)


with open(f"{directory}/adtte.xpt", "rb") as file:
    library = xport.v56.load(file)
for program, table in [
    ("pyreadstat", pyreadstat.read_xport(f"{directory}/adtte.xpt")[0]),
    ("pandas", pandas.read_sas(f"{directory}/adtte.xpt", format="xport", encoding="utf-8")),
    ("xport", next(iter(library.values()))),
]:
    assert list(table.columns) == names, program
    assert len(table) == len(expected), program
    for name in names:
        for one, other in zip(table[name].tolist(), expected[name].tolist()):
            assert same(one, other), (program, name, one, other)
    print(f"{program}: {len(table)} rows, {len(names)} columns, the same as adtte.json")
