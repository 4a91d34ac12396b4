# Test between groups, as engraft VERSION gives it.
library(survival)
library(cmprsk)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "cause", "weight", "group", "centre")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
d <- d[d[["weight"]] > 0, , drop = FALSE]
code <- as_text(d[["cause"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 2, "3" = 3)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- as.numeric(d[["weight"]])
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
stratum <- paste0("centre=", as_text(d[["centre"]]))
stratum <- rep(stratum, w)
times_each <- rep(seq_len(nrow(d)), w)
d <- d[times_each, , drop = FALSE]
exit <- exit[times_each]
entry <- entry[times_each]
event <- event[times_each]
group <- group[times_each]
causes <- c("1", "2", "3")
gray <- function(rows) {
  test <- cuminc(exit[rows], event[rows], group[rows], strata = stratum[rows])$Tests
  test <- test[match(seq_along(causes), rownames(test)), , drop = FALSE]
  data.frame(group = "", cause = causes, chisq = test[, "stat"], df = test[, "df"], p_value = test[, "pv"])
}
results <- list(gray(seq_along(exit)))
print(results)
