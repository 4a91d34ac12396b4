# Reads transport files with haven (ReadStat) and foreign (code of its own) and says whether both see the same.
# Rscript check.R FILE.xpt ...
library(haven)
for (path in commandArgs(TRUE)) {
  # Days and seconds from 1960 where haven makes dates of them.
  bare <- function(column) {
    from <- as.numeric(as.Date("1960-01-01"))
    if (inherits(column, "Date")) return(as.numeric(column) - from)
    if (inherits(column, "POSIXct")) return(as.numeric(column) - 86400 * from)
    as.vector(column)
  }
  one <- as.data.frame(lapply(read_xpt(path), bare), stringsAsFactors = FALSE)
  cat(path, nrow(one), "rows,", ncol(one), "columns\n")
  two <- tryCatch(foreign::read.xport(path), error = function(e) NULL)
  if (is.null(two)) { cat("  foreign does not read this version\n"); next }
  for (name in names(one)) {
    a <- one[[name]]; b <- two[[name]]
    if (is.factor(b)) b <- as.character(b)
    if (is.character(b)) b[is.na(b)] <- ""
    stopifnot(isTRUE(all.equal(as.vector(a), as.vector(b), tolerance = 0)))
  }
  cat("  haven and foreign agree in", ncol(one), "columns\n")
}
