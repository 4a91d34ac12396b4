# Rows of the analysis-results dataset, and the JSON they are written as.

# One row. A field that is left out of `row(...)` (NULL) is written as null; `unnamed = "cause"`
# leaves the field out of the JSON altogether, which means "whatever engraft writes there".
row <- function(analysis, stat, value, group = list(), cause = NULL, term = NULL, time = NULL,
                reason = NULL, unnamed = character()) {
  value <- as.vector(value)
  missing <- is.null(value) || is.na(value)
  if (missing && is.null(reason)) stop("a row without value needs its reason: ", analysis, " ", stat)
  if (!missing && !is.finite(value)) stop("not a number that can be shown: ", analysis, " ", stat)
  list(fields = list(analysis = analysis, group = group, cause = cause, term = term, time = time,
                     stat = stat, value = if (missing) NULL else value,
                     reason = if (missing) reason else NULL),
       unnamed = unnamed)
}

quoted <- function(text) paste0('"', gsub('"', '\\"', gsub("\\", "\\\\", text, fixed = TRUE), fixed = TRUE), '"')

# 17 significant digits carry a double exactly.
number <- function(x) {
  text <- sprintf("%.17g", x)
  short <- sprintf("%.15g", x)
  if (as.numeric(short) == x) short else text
}

json_group <- function(group) {
  if (length(group) == 0) return("{}")
  paste0("{", paste0(quoted(names(group)), ":", quoted(unlist(group)), collapse = ","), "}")
}

json_row <- function(r) {
  f <- r$fields
  text <- function(x) if (is.null(x)) "null" else quoted(x)
  num <- function(x) if (is.null(x)) "null" else number(x)
  parts <- c(analysis = text(f$analysis), group = json_group(f$group), cause = text(f$cause),
             term = text(f$term), time = num(f$time), stat = quoted(f$stat), value = num(f$value))
  if (!is.null(f$reason)) parts <- c(parts, reason = quoted(f$reason))
  parts <- parts[setdiff(names(parts), r$unnamed)]
  paste0("{", paste0(quoted(names(parts)), ":", parts, collapse = ","), "}")
}

# Answers every case and writes the table. `cases` is a named vector of calls.
write_table <- function(name, cases, answer) {
  stopifnot(!anyDuplicated(names(cases)))
  blocks <- vapply(names(cases), function(case) {
    rows <- tryCatch(answer(read_call(cases[[case]])), error = function(e) {
      stop("case ", case, ": ", conditionMessage(e), call. = FALSE)
    })
    lines <- vapply(rows, json_row, "")
    if (anyDuplicated(lines)) stop("case ", case, " has a row twice")
    args <- paste0("[", paste(quoted(strsplit(cases[[case]], " +")[[1]]), collapse = ","), "]")
    paste0('    {"name": ', quoted(case), ",\n", '     "args": ', args, ",\n", '     "rows": [\n       ',
           paste(lines, collapse = ",\n       "), "]}")
  }, "")
  path <- file.path("tests/reference", paste0(name, ".json"))
  writeLines(c("{", '  "made_by": "tests/reference/make.R",', '  "cases": [',
               paste(blocks, collapse = ",\n"), "  ]", "}"), path)
  count <- sum(lengths(regmatches(blocks, gregexpr('"stat":', blocks))))
  cat(sprintf("%-40s %4d cases %6d rows\n", path, length(cases), count))
}

# Two ways to one number must agree.
agree <- function(what, a, b, tolerance = 1e-10) {
  a <- as.vector(a)
  b <- as.vector(b)
  same <- length(a) == length(b) && all(is.na(a) == is.na(b)) &&
    all(abs(a - b) <= tolerance * pmax(1e-2, abs(b)), na.rm = TRUE)
  if (!same) stop(what, ": ", paste(format(a), collapse = " "), " against ", paste(format(b), collapse = " "))
  invisible(TRUE)
}
