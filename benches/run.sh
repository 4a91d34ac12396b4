#!/usr/bin/env bash
# Kaplan-Meier and cumulative incidence of 18 strata over 10^6 rows of Parquet, whole process, against
# DuckDB's bare GROUP BY over the same file, in one run. Needs python3; DuckDB comes from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 -c 'import duckdb' 2>/dev/null || python3 -m pip install --quiet duckdb
exec python3 benches/against_duckdb.py "${ENGRAFT:-${CARGO_TARGET_DIR:-target}/release/engraft}" "$@"
