# A small made-up table as SAS transport files, written by haven (ReadStat), for the tests of our reader.
# Run in this folder: Rscript make.R; then python make.py. See README.md for the versions that made the files.
library(haven)

small <- data.frame(
  USUBJID = c("T-001", "T-002", "T-003", "T-004", "T-005"),
  ARM = c("Placebo", "Gr\u00f6\u00dfe \u03b1", "", "Low", "Low"),
  AVAL = c(1, 2.5, NA, -0.1, 12345678.9),
  TINY = c(1e-20, 123456789012345, 1/3, 0, 1e60),
  CNSR = c(0, 1, 2, 0, 1),
  stringsAsFactors = FALSE
)
small$STARTDT <- as.Date(c("2014-01-02", NA, "1959-12-31", "2000-02-29", "2024-12-31"))
small$STARTDTM <- as.POSIXct(c("2014-01-02 03:04:05", NA, "1959-12-31 23:59:59", "1960-01-01 00:00:00",
                               "2024-12-31 12:00:00"), tz = "UTC")
attr(small$AVAL, "label") <- "Analysis value"
attr(small$ARM, "label") <- "Arm, a label of exactly forty characters"
write_xpt(small, "haven-v5.xpt", version = 5, name = "SMALL", label = "A small table")

long <- small
names(long)[3] <- "analysis_value_in_days"
attr(long[[3]], "label") <- strrep("A label of more than forty characters. ", 4)
long$NOTE <- c(strrep("x", 300), "", "short", "y", "z")
write_xpt(long, "haven-v8.xpt", version = 8, name = "LONGNAMEDTABLE", label = "A small table")
write_xpt(small[0, ], "haven-v5-empty.xpt", version = 5, name = "SMALL")
write_xpt(data.frame(A = c("a", "bb", "", "d")), "haven-v5-text.xpt", version = 5, name = "TEXT")
writeLines(c(R.version.string, paste("haven", packageVersion("haven"))), "versions-r.txt")
