# Runs the scripts of `engraft analyze --emit-r` of a study that has been analysed, and compares with its results:
#   Rscript tests/reference/emitted_study.R target/debug/engraft DIR ID..
# The scripts read Parquet through the package arrow; where that is not installed they read the CSV files of the same
# names that stand beside the Parquet files. The results are reports/latest/ard.json of the study in DIR.

arguments <- commandArgs(trailingOnly = TRUE)
engraft <- normalizePath(arguments[1])
setwd(arguments[2])
ard <- jsonlite::fromJSON("reports/latest/ard.json", simplifyVector = FALSE)
text <- function(x) if (is.null(x)) NA else x
group_of <- function(g) paste(names(g), unlist(g), sep = "=", collapse = ",")
rows <- data.frame(id = sub("#(extras|risk|curve)$", "", vapply(ard, function(r) r$analysis_id, "")),
                   analysis = vapply(ard, function(r) r$analysis, ""), stat = vapply(ard, function(r) r$stat, ""),
                   group = vapply(ard, function(r) if (length(r$group)) group_of(r$group) else "", ""),
                   cause = vapply(ard, function(r) as.character(text(r$cause)), ""),
                   term = vapply(ard, function(r) as.character(text(r$term)), ""),
                   time = vapply(ard, function(r) as.numeric(text(r$time)), 0),
                   population = vapply(ard, function(r) as.character(text(r$population)), ""),
                   value = vapply(ard, function(r) as.numeric(text(r$value)), 0))
rows <- rows[!grepl("#(risk|curve)$", vapply(ard, function(r) r$analysis_id, "")), ]

scripts_of <- function(id) {
  lines <- system2(engraft, c("analyze", "--emit-r", shQuote(id)), stdout = TRUE)
  split(lines, cumsum(grepl("as engraft .* gives it\\.$", lines)))
}

results_of <- function(lines) {
  if (!requireNamespace("arrow", quietly = TRUE)) {
    lines <- sub("as.data.frame\\(arrow::read_parquet\\((\".*)\\.parquet\"\\)\\)",
                 "read.csv(\\1.csv\", check.names = FALSE, na.strings = c(\"\", \"NA\"))", lines)
  }
  file <- tempfile(fileext = ".R")
  writeLines(lines, file)
  place <- new.env()
  utils::capture.output(suppressPackageStartupMessages(sys.source(file, place)))
  place$results
}

same <- function(ours, theirs) if (is.na(theirs)) is.na(ours) else !is.na(ours) & ours == theirs

compare <- function(id) {
  counts <- c(compared = 0, missing = 0, different = 0)
  worst <- 0
  told <- character()
  for (lines in scripts_of(id)) for (table in results_of(lines)) {
    success <- regmatches(lines, regexec("^success <- as_text\\(d\\[\\[\"outcome\"\\]\\]\\) == \"(.*)\"$", lines))
    success <- unlist(lapply(success, function(m) m[2]))
    success <- success[!is.na(success)]
    for (key in setdiff(c("analysis", "group", "cause", "term", "time"), names(table))) table[[key]] <- NA
    for (stat in setdiff(names(table), c("analysis", "group", "cause", "term", "time"))) for (i in seq_len(nrow(table))) {
      of <- rows$id == id & rows$stat == stat & same(rows$group, table$group[i]) & same(rows$term, table$term[i]) &
        (if (is.na(table$time[i])) is.na(rows$time) else !is.na(rows$time) & abs(rows$time - table$time[i]) < 1e-9) &
        (is.na(table$analysis[i]) | rows$analysis == table$analysis[i])
      if (!is.na(table$cause[i])) of <- of & same(rows$cause, table$cause[i])
      if (length(success) == 1) of <- of & rows$cause %in% success & rows$population %in% "evaluable"
      ours <- unique(rows$value[of])
      theirs <- as.numeric(table[[stat]][i])
      if (length(ours) == 0 || all(is.na(ours))) {
        counts["missing"] <- counts["missing"] + (length(ours) == 0)
        if (length(ours) == 0) told <- c(told, paste("not in the results:", stat, table$group[i], table$term[i], table$time[i]))
      } else {
        gap <- min(abs(ours - theirs) / pmax(abs(ours), 1e-9), na.rm = TRUE)
        counts["compared"] <- counts["compared"] + 1
        worst <- max(worst, gap)
        if (!(gap <= 1e-6)) {
          counts["different"] <- counts["different"] + 1
          told <- c(told, paste(stat, table$group[i], table$term[i], table$time[i], ours[1], theirs))
        }
      }
    }
  }
  cat(sprintf("%-36s %5d values, largest difference %.1e, %d not in the results, %d different\n", id, counts[1], worst,
              counts[2], counts[3]))
  for (line in utils::head(told, 6)) cat("   ", line, "\n")
  counts["different"] == 0 && counts["compared"] > 0
}

right <- vapply(arguments[-(1:2)], function(id) tryCatch(compare(id), error = function(e) {
  cat(sprintf("%-36s FAILED: %s\n", id, conditionMessage(e)))
  FALSE
}), TRUE)
if (!all(right)) quit(status = 1)
