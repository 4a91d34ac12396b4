# Test between groups, as engraft VERSION gives it.
library(survival)
library(cmprsk)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 2)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
stratum <- rep("", nrow(d))
causes <- c("relapse", "nrm")
gray <- function(rows) {
  test <- cuminc(exit[rows], event[rows], group[rows], strata = stratum[rows])$Tests
  test <- test[match(seq_along(causes), rownames(test)), , drop = FALSE]
  data.frame(group = "", cause = causes, chisq = test[, "stat"], df = test[, "df"], p_value = test[, "pv"])
}
results <- list(gray(seq_along(exit)))
print(results)
