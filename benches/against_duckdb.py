"""Times engraft's whole process against DuckDB's GROUP BY over the same Parquet file.

Usage: against_duckdb.py ENGRAFT [ROWS]. The data are synthetic: hashes of the row number.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

RUNS = 9

DATA = """
copy (
    select ['AIHA', 'ITP', 'EVANS', 'PRCA', 'AIN', 'AA'][1 + (hash(i) % 6)::int] as disorder,
           ['MAC', 'RIC', 'NMA'][1 + (hash(i * 7 + 1) % 3)::int] as conditioning,
           (hash(i * 13 + 5) % 3650)::bigint as day,
           (hash(i * 29 + 3) % 3)::bigint as status,
           ((hash(i * 29 + 3) % 3) > 0)::bigint as died
    from range({rows}) t(i)
) to '{path}' (format parquet)
"""


def median_of(run):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main():
    engraft = sys.argv[1]
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "bench.parquet")
        duckdb.sql(DATA.format(rows=rows, path=path))
        groups = f"select disorder, conditioning, day, status, count(*) as n from '{path}' group by all"
        # Counting the groups keeps their transport into Python out of the yardstick.
        group_by = f"select count(*), sum(n) from ({groups})"

        def yardstick():
            duckdb.connect().execute(group_by).fetchone()

        by = ["--by", "disorder,conditioning"]
        times = ["--times", "100,365,730,1826"]
        km = [engraft, "km", path, "--time", "day", "--event", "died", *by]
        cif = [engraft, "cif", path, "--time", "day", "--event", "status", "--causes", "1,2", *by]

        def process(command):
            return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

        measured = {
            "DuckDB GROUP BY": median_of(yardstick),
            "engraft km, four times": median_of(process(km + times)),
            "engraft cif, four times": median_of(process(cif + times)),
            "engraft km, every time, json": median_of(process([*km, "--format", "json"])),
            "engraft cif, every time, json": median_of(process([*cif, "--format", "json"])),
        }
    base = measured["DuckDB GROUP BY"]
    print(f"{rows} rows, 18 strata, median of {RUNS} runs, DuckDB {duckdb.__version__}")
    for name, seconds in measured.items():
        print(f"{name:32} {seconds:8.3f} s {seconds / base:8.2f} x")


if __name__ == "__main__":
    main()
