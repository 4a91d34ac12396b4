# Runs the scripts of `engraft ... --emit-r` and compares what they give with what engraft gives:
#   Rscript tests/reference/emitted.R target/debug/engraft
# from the root of the repository, with a pattern after it only the calls that match. The calls stand in tests/reference/emitted/cases.txt, a name and its words a line.

engraft <- commandArgs(trailingOnly = TRUE)[1]
if (is.na(engraft)) engraft <- "target/debug/engraft"
keys <- c("analysis", "group", "cause", "term", "time")
iterated <- c("cox", "finegray")
# mvtnorm's lattice is random
rough <- function(words, stat) "max-combo" %in% words && stat %in% c("p_value", "p_adjusted")

# The rows that engraft prints; the group as `arm=a,sex=F`.
engraft_rows <- function(words) {
  text <- system2(engraft, shQuote(c(words, "--format", "csv")), stdout = TRUE, stderr = FALSE)
  rows <- read.csv(text = text, colClasses = "character", na.strings = "")
  rows$group <- gsub("\",\"", ",", gsub("\":\"", "=", gsub("^\\{\"?|\"?\\}$", "", rows$group)))
  rows$value <- as.numeric(rows$value)
  rows$time <- as.numeric(rows$time)
  rows
}

run_script <- function(words) {
  file <- tempfile(fileext = ".R")
  writeLines(system2(engraft, shQuote(c(words, "--emit-r")), stdout = TRUE), file)
  place <- new.env()
  utils::capture.output(suppressPackageStartupMessages(sys.source(file, place)))
  place$results
}

compare_case <- function(name, words) {
  words <- strsplit(words, " +")[[1]]
  rows <- engraft_rows(words)
  tolerance <- if (words[1] %in% iterated) 1e-6 else 1e-9
  compared <- 0
  worst <- 0
  problems <- character()
  for (table in run_script(words)) {
    for (key in setdiff(keys, names(table))) table[[key]] <- NA
    for (stat in setdiff(names(table), keys)) for (i in seq_len(nrow(table))) {
      same <- rows$stat == stat & rows$group == table$group[i] &
        (is.na(table$analysis[i]) | rows$analysis %in% table$analysis[i]) &
        (if (is.na(table$cause[i])) is.na(rows$cause) | words[1] == "cox" else rows$cause %in% table$cause[i]) &
        (if (is.na(table$term[i])) is.na(rows$term) else rows$term %in% as.character(table$term[i])) &
        (if (is.na(table$time[i])) is.na(rows$time) else !is.na(rows$time) & abs(rows$time - table$time[i]) < 1e-9)
      ours <- rows$value[same]
      theirs <- as.numeric(table[[stat]][i])
      if (length(ours) != 1) {
        problems <- c(problems, paste(stat, table$group[i], table$time[i], "has", length(ours), "rows"))
      } else if (!is.na(ours)) {
        # R carries on where engraft says why there is nothing; the other way about is a difference
        gap <- abs(ours - theirs) / max(abs(ours), 1e-12)
        if (abs(ours) < 1e-9) gap <- abs(ours - theirs)
        compared <- compared + 1
        if (!rough(words, stat)) worst <- max(worst, gap, na.rm = TRUE)
        if (is.na(theirs) || gap > if (rough(words, stat)) 1e-3 else tolerance) {
          problems <- c(problems, sprintf("%s %s %s %s: %.12g, R %.12g", stat, table$group[i], table$term[i], table$time[i], ours, theirs))
        }
      }
    }
  }
  cat(sprintf("%-28s %5d values, largest difference %.1e%s\n", name, compared, worst,
              if (length(problems)) paste0(", ", length(problems), " PROBLEMS") else ""))
  for (problem in utils::head(problems, 8)) cat("   ", problem, "\n")
  length(problems) == 0 && compared > 0
}

lines <- readLines("tests/reference/emitted/cases.txt")
lines <- lines[lines != "" & !startsWith(lines, "#")]
some <- commandArgs(trailingOnly = TRUE)[2]
if (!is.na(some)) lines <- lines[grepl(some, lines)]
right <- vapply(lines, function(line) {
  name <- sub(" .*", "", line)
  tryCatch(compare_case(name, sub("^[^ ]+ +", "", line)), error = function(e) {
    cat(sprintf("%-28s FAILED: %s\n", name, conditionMessage(e)))
    FALSE
  })
}, TRUE)
cat(sum(right), "of", length(right), "scripts agree\n")
if (!all(right)) quit(status = 1)
