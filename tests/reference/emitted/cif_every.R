# Cumulative incidence (Aalen-Johansen), as engraft VERSION gives it.
library(survival)
library(cmprsk)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "cause", "weight", "group")]), , drop = FALSE]
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
causes <- c("1", "2", "3")
times_each <- rep(seq_len(nrow(d)), w)
d <- d[times_each, , drop = FALSE]
exit <- exit[times_each]
entry <- entry[times_each]
event <- event[times_each]
group <- group[times_each]
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
z <- qnorm(1 - (1 - 0.95) / 2)
inner <- event == 0 & exit < ave(exit, id, FUN = max)
one_cause <- function(rows, j, times) {
  if (!any(event[rows] == j)) return(cbind(0 * times, 0))
  fit <- timepoints(cuminc(exit[rows], event[rows])[paste(1, j)], times)
  cbind(c(fit$est), sqrt(c(fit$var)))
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
  c(curves, list(data.frame(group, cause = causes, events = events), data.frame(group, n = sum(w[rows][!duplicated(id[rows])]))))
}
groups <- split(seq_len(nrow(d)), group)
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
