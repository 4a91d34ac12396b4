# Cumulative incidence (Aalen-Johansen), as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/entry.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("exit", "cause", "entry")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["cause"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 2)[code])
event[is.na(event)] <- 0
y <- survival::aeqSurv(survival::Surv(d[["entry"]], d[["exit"]], rep(1, nrow(d))))
entry <- y[, 1]
exit <- y[, 2]
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- rep("", nrow(d))
causes <- c("1", "2")
z <- qnorm(1 - (1 - 0.95) / 2)
inner <- event == 0 & exit < ave(exit, id, FUN = max)
one_cause <- function(rows, j, times) {
  at <- sort(unique(exit[rows][event[rows] > 0]))
  free <- 1
  incidence <- variance <- 0
  ww <- wu <- uu <- 0
  out <- matrix(0, 1, 2)
  for (t in at) {
    here <- rows[exit[rows] >= t & entry[rows] < t]
    n <- sum(w[here])
    d <- sum(w[here][exit[here] == t & event[here] == j])
    all <- sum(w[here][exit[here] == t & event[here] > 0])
    if (free > 0) {
    grow <- free * d / n
    ww <- ww + grow * (grow * uu - 2 * wu)
    wu <- wu - grow * uu
    after <- free * (n - all) / n
    inverse <- if (after > 0) 1 / after else 0
    noise <- function(d) free^2 * (if (d > 1) 1 - (d - 1) / (n - 1) else 1) * d / n^2
    ww <- ww + noise(d)
    wu <- wu + inverse * noise(d)
    uu <- uu + inverse^2 * (noise(d) + noise(all - d))
    variance <- ww
      incidence <- incidence + free * d / n
      free <- after
    }
    out <- rbind(out, c(incidence, sqrt(max(variance, 0))))
  }
  out[findInterval(times, at) + 1, , drop = FALSE]
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
groups <- list(seq_len(nrow(d)))
names(groups) <- ""
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
