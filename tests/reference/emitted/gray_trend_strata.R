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
  data.frame(analysis = "gray", group = "", cause = causes, chisq = test[, "stat"], df = test[, "df"], p_value = test[, "pv"])
}
results <- list(gray(seq_along(exit)))
# the groups in their order
level <- interaction(lapply(d[c("group")], function(v) if (is.logical(v)) tolower(v) else v), sep = ", ",
                     lex.order = TRUE, drop = TRUE)
groups <- levels(level)
# The scores of all groups but the last and their covariance, from the routine that cuminc calls.
crstm <- function(cause, rows = order(exit)) {
  k <- length(groups)
  time <- as.double(exit[rows])
  what <- as.integer(ifelse(event[rows] == cause, 1, 2 * (event[rows] != 0)))
  of <- as.integer(level[rows])
  by <- as.integer(factor(stratum[rows]))
  half <- double(k * (k - 1) / 2)
  .Fortran("crstm", time, what, of, by, length(rows), 0, max(by), k, score = double(k - 1),
           variance = matrix(0, k - 1, k - 1), time, what, of, half, double(k - 1), half,
           double((4 + 3 * k) * k), integer(4 * k), PACKAGE = "cmprsk")[c("score", "variance")]
}
chisq <- vapply(seq_along(causes), function(cause) {
  of <- crstm(cause)
  x <- seq_along(groups)[-length(groups)] - length(groups) # the scores of the groups, less that of the last
  sum(x * of$score)^2 / drop(x %*% of$variance %*% x)
}, 0)
results <- c(results, list(data.frame(analysis = "gray-trend", group = "", cause = causes, chisq, df = 1,
                                      p_value = pchisq(chisq, 1, lower.tail = FALSE))))
print(results)
