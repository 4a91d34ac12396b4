# Reads transport files with haven (ReadStat) and foreign (code of its own) and says whether both see the same.
# Rscript check.R FILE.xpt ...
library(haven)
for (path in commandArgs(TRUE)) {
  one <- as.data.frame(lapply(read_xpt(path), as.vector), stringsAsFactors = FALSE)
  cat(path, nrow(one), "rows,", ncol(one), "columns\n")
  two <- tryCatch(foreign::read.xport(path), error = function(e) NULL)
  if (is.null(two)) { cat("  foreign does not read this version\n"); next }
  for (name in names(one)) {
    a <- one[[name]]; b <- two[[name]]
    if (is.factor(b)) b <- as.character(b)
    if (is.character(b)) b[is.na(b)] <- ""
    if (inherits(a, "Date") || inherits(a, "POSIXct")) a <- as.numeric(a) - as.numeric(as.Date("1960-01-01"))
    stopifnot(isTRUE(all.equal(as.vector(a), as.vector(b), tolerance = 0)))
  }
  cat("  haven and foreign agree in", ncol(one), "columns\n")
}
