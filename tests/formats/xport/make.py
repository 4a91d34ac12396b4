"""The same made-up table by two other programs: pyreadstat, and xport (which shares no code with ReadStat)."""

import math

import pandas
import pyreadstat
import xport
import xport.v56

SMALL = pandas.DataFrame({
    "USUBJID": ["T-001", "T-002", "T-003", "T-004", "T-005"],
    "ARM": ["Placebo", "Gr\u00f6\u00dfe \u03b1", "", "Low", "Low"],
    "AVAL": [1, 2.5, math.nan, -0.1, 12345678.9],
    "TINY": [1e-20, 123456789012345.0, 1 / 3, 0, 1e60],
    "CNSR": [0.0, 1.0, 2.0, 0.0, 1.0],
})

LABELS = ["", "Arm, a label of exactly forty characters", "Analysis value", "", ""]

for version in (5, 8):
    pyreadstat.write_xport(SMALL, f"pyreadstat-v{version}.xpt", file_label="A small table", table_name="SMALL",
                           column_labels=LABELS, file_format_version=version)

dataset = xport.Dataset(SMALL.assign(ARM=["Placebo", "B", "", "Low", "Low"]), name="SMALL", label="A small table")
dataset["AVAL"].label = "Analysis value"
dataset["CNSR"].format = "DATE9."
with open("xport-v5.xpt", "wb") as file:
    file.write(xport.v56.dumps(xport.Library({"SMALL": dataset})))
with open("xport-v5-two.xpt", "wb") as file:
    other = xport.Dataset(pandas.DataFrame({"A": [1.0, 2.0]}), name="OTHER")
    file.write(xport.v56.dumps(xport.Library({"SMALL": dataset, "OTHER": other})))

with open("versions-python.txt", "w") as file:
    for name, version in [("pandas", pandas.__version__), ("pyreadstat", pyreadstat.__version__),
                          ("xport", xport.__version__)]:
        file.write(f"{name} {version}\n")
