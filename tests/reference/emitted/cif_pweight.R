# Cumulative incidence (Aalen-Johansen), as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/pweight.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("exit", "cause", "entry", "weight", "id", "arm")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
d <- d[d[["weight"]] > 0, , drop = FALSE]
code <- as_text(d[["cause"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 2)[code])
event[is.na(event)] <- 0
y <- survival::aeqSurv(survival::Surv(d[["entry"]], d[["exit"]], rep(1, nrow(d))))
entry <- y[, 1]
exit <- y[, 2]
w <- as.numeric(d[["weight"]])
id <- d[["id"]]
group <- paste0("arm=", as_text(d[["arm"]]))
causes <- c("relapse", "nrm")
z <- qnorm(1 - (1 - 0.95) / 2)
inner <- event == 0 & exit < ave(exit, id, FUN = max)
state <- factor(event, 0:length(causes), c("censored", causes))
y <- Surv(entry, exit, state)
one_cause <- function(rows, j, times) {
  fit <- survfit(y[rows] ~ 1, weights = w[rows], id = id[rows], timefix = FALSE)
  i <- findInterval(times, fit$time)
  of <- match(causes[j], fit$states)
  cbind(c(0, fit$pstate[, of])[i + 1], c(0, fit$std.err[, of])[i + 1])
}
estimate <- function(rows, group) {
  times <- sort(unique(exit[rows][event[rows] > 0 | !inner[rows]]))
  total <- function(of) vapply(times, function(t) sum(w[rows][of & exit[rows] == t]), 0)
  at_risk <- vapply(times, function(t) sum(w[rows][exit[rows] >= t & entry[rows] < t]), 0)
  curves <- lapply(seq_along(causes), function(j) {
    fit <- one_cause(rows, j, times)
    f <- fit[, 1]
    power <- exp(z * fit[, 2] / (f * log(f)))
    data.frame(group, cause = causes[j], time = times, n_risk = at_risk, n_event = total(event[rows] == j),
               estimate = f, std_error = fit[, 2], conf_low = f^(1 / power), conf_high = f^power)
  })
  events <- vapply(seq_along(causes), function(j) sum(w[rows][event[rows] == j]), 0)
  c(curves, list(data.frame(group, cause = causes, events = events), data.frame(group, n = length(unique(id[rows])))))
}
groups <- split(seq_len(nrow(d)), group)
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
