"""Times engraft's regressions, whole process, against R's model calls alone, on the same rows.

Usage: against_r.py ENGRAFT [ROWS]. The data are synthetic: hashes of the row number. R gets the table in
memory and only the call of coxph is timed; engraft reads its Parquet file. cmprsk's crr is quadratic in the
rows, so it is timed at 2,000 and 4,000 rows, and engraft at ROWS / 4, ROWS / 2 and ROWS to show its growth.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

RUNS = 5

DATA = """
copy (
    with drawn as (
        select i, ((hash(i * 3 + 1) % 1000000)::double + 0.5) / 1000000 as u,
               ((hash(i * 5 + 2) % 1000000)::double + 0.5) / 1000000 as v,
               (hash(i * 13 + 5) % 60)::double + 10 as age, (hash(i * 17 + 3) % 7)::bigint as hct_ci,
               ['F', 'M'][1 + (hash(i * 19 + 1) % 2)::int] as sex,
               ['AIHA', 'ITP', 'EVANS', 'PRCA', 'AIN', 'AA'][1 + (hash(i * 23) % 6)::int] as disorder,
               ['MAC', 'RIC', 'NMA'][1 + (hash(i * 7 + 1) % 3)::int] as conditioning,
               (hash(i * 29 + 4) % 5)::bigint as prior
        from range({rows}) t(i)),
    timed as (
        select *, ceil(-ln(u) * 2500 / exp(0.02 * (age - 40) + 0.1 * hct_ci
               + case sex when 'M' then 0.1 else 0 end))::bigint as event_day,
               1 + (hash(i * 31 + 9) % 3650)::bigint as censor_day from drawn)
    select least(event_day, censor_day) as day,
           case when event_day > censor_day then 0 when v < 0.6 then 1 else 2 end as status,
           (event_day <= censor_day)::bigint as died, age, hct_ci, sex, disorder, conditioning, prior
    from timed
) to '{path}'
"""

COX_R = """
suppressMessages({library(survival); library(data.table)})
d <- as.data.frame(fread(commandArgs(TRUE)[1], stringsAsFactors = TRUE))
seconds <- replicate(as.integer(commandArgs(TRUE)[2]), system.time(
  coxph(Surv(day, died) ~ age + hct_ci + sex + disorder + conditioning + prior, data = d))[["elapsed"]])
cat(median(seconds))
"""

CRR_R = """
suppressMessages({library(cmprsk); library(data.table)})
d <- as.data.frame(fread(commandArgs(TRUE)[1], stringsAsFactors = TRUE))
x <- model.matrix(~ age + hct_ci + sex + disorder + conditioning, d)[, -1]
cat(system.time(crr(d$day, d$status, x))[["elapsed"]])
"""

COX = ["age", "hct_ci", "sex", "disorder", "conditioning", "prior"]


def median_of(command):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def r(script, *arguments):
    done = subprocess.run(["Rscript", "-e", script, *map(str, arguments)], check=True, capture_output=True)
    return float(done.stdout)


def write(directory, rows, extension):
    path = os.path.join(directory, f"rows-{rows}.{extension}")
    duckdb.sql(DATA.format(rows=rows, path=path))
    return path


def main():
    engraft = sys.argv[1]
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as directory:
        parquet = write(directory, rows, "parquet")
        cox = [engraft, "cox", parquet, "--time", "day", "--event", "died", "--covariates", ",".join(COX)]
        ours = median_of(cox)
        theirs = r(COX_R, write(directory, rows, "csv"), 3)
        print(f"Cox, Efron, 11 coefficients, {rows} rows: engraft {ours:.2f} s, coxph {theirs:.2f} s,"
              f" {theirs / ours:.1f} times as long")
        for part in (rows // 4, rows // 2, rows):
            path = write(directory, part, "parquet")
            finegray = [engraft, "finegray", path, "--time", "day", "--event", "status", "--cause", "1",
                        "--covariates", ",".join(COX[:-1])]
            print(f"Fine-Gray, 10 coefficients, {part} rows: engraft {median_of(finegray):.2f} s")
        for part in (2000, 4000):
            print(f"Fine-Gray, 10 coefficients, {part} rows: crr {r(CRR_R, write(directory, part, 'csv')):.2f} s")


if __name__ == "__main__":
    main()
