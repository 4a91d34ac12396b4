#!/usr/bin/env python3
"""Turn the UCI file `bone-marrow.arff` into CSV.

    python3 data/children/arff_to_csv.py bone-marrow.arff > data/children/incoming/children.csv

The header is the attribute names; every cell, `?` for missing included, is kept as it is.
"""
import sys


def arff_to_csv(lines):
    """Yield CSV lines; the file has no quotes, no sparse rows and no commas in a cell."""
    names, in_data = [], False
    for line in lines:
        line = line.strip()
        if not line or line.startswith("%"):
            continue
        word = line.split(None, 1)[0].lower()
        if not in_data and word == "@attribute":
            names.append(line.split(None, 2)[1])
        elif not in_data and word == "@data":
            in_data = True
            yield ",".join(names)
        elif in_data:
            if line.count(",") != len(names) - 1:
                raise SystemExit(f"a row of {line.count(',') + 1} cells, expected {len(names)}: {line}")
            yield line


if __name__ == "__main__":
    with open(sys.argv[1], encoding="ascii") as source:
        for row in arff_to_csv(source):
            print(row)
