#!/usr/bin/env bash
# Speed of the optimised program, whole process, each figure beside a yardstick of the same run: Kaplan-Meier and
# cumulative incidence beside DuckDB's bare GROUP BY over the same Parquet file (DuckDB comes from PyPI), and, where
# R with survival, cmprsk and data.table is there, Cox and Fine-Gray beside coxph and crr.
set -euo pipefail
cd "$(dirname "$0")/.."
engraft="${ENGRAFT:-${CARGO_TARGET_DIR:-target}/release/engraft}"
python3 -c 'import duckdb' 2>/dev/null || python3 -m pip install --quiet duckdb
python3 benches/against_duckdb.py "$engraft" "$@"
if command -v Rscript >/dev/null; then python3 benches/against_r.py "$engraft" "$@"; fi
