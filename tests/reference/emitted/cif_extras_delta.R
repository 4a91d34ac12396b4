# Cumulative incidence (Aalen-Johansen), as engraft VERSION gives it.
library(survival)
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
z <- qnorm(1 - (1 - 0.95) / 2)
inner <- event == 0 & exit < ave(exit, id, FUN = max)
one_cause <- function(rows, j, times) {
  at <- sort(unique(exit[rows][event[rows] > 0]))
  free <- 1
  incidence <- variance <- 0
  of_free <- both <- 0
  out <- matrix(0, 1, 2)
  for (t in at) {
    here <- rows[exit[rows] >= t & entry[rows] < t]
    n <- sum(w[here])
    d <- sum(w[here][exit[here] == t & event[here] == j])
    all <- sum(w[here][exit[here] == t & event[here] > 0])
    if (free > 0) {
    p <- d / n
    q <- (n - all) / n
    variance <- variance + 2 * p * both + p^2 * of_free + free^2 / n * p * (1 - p)
    both <- q * (both + p * of_free) - free^2 / n * p * q
    of_free <- q^2 * of_free + free^2 / n * q * (1 - q)
    after <- free * q
      incidence <- incidence + free * d / n
      free <- after
    }
    out <- rbind(out, c(incidence, sqrt(max(variance, 0))))
  }
  out[findInterval(times, at) + 1, , drop = FALSE]
}
# as quantile.survfit reads 1 - F
quantiles <- function(rows, j, p) {
  at <- sort(unique(exit[rows]))
  fit <- one_cause(rows, j, at)
  f <- fit[, 1]
  power <- exp(z * fit[, 2] / (f * log(f)))
  told <- f > 0 & f < 1 - 1e-12
  curve <- structure(list(n = length(rows), time = at, n.risk = at, n.event = at, surv = 1 - f,
                          lower = 1 - ifelse(told, f^power, NA), upper = 1 - ifelse(told, f^(1 / power), NA),
                          conf.type = "log-log", conf.int = 0.95), class = "survfit")
  if (abs(p - max(f)) < 1e-12) p <- max(f)
  vapply(quantile(curve, p), as.vector, 0)
}
# the area under the incidence of a cause to tau, and its error
lost <- function(rows, j, tau) {
  at <- sort(unique(exit[rows][event[rows] > 0 & exit[rows] < tau]))
  total <- function(of) vapply(at, function(t) sum(w[rows][of(t)]), 0)
  n <- total(function(t) exit[rows] >= t & entry[rows] < t)
  own <- total(function(t) exit[rows] == t & event[rows] == j)
  other <- total(function(t) exit[rows] == t & event[rows] > 0 & event[rows] != j)
  free <- cumprod(1 - (own + other) / n)
  before <- c(1, free)[seq_along(free)]
  f <- cumsum(before * own / n)
  long <- diff(c(at, tau))
  variance <- 0
  for (k in seq_along(at)) {
    later <- k:length(at)
    rest <- if (free[k] > 1e-12) (f[later] - f[k]) / free[k] else 0
    a <- sum(long[later] * (1 - rest))
    b <- -sum(long[later] * rest)
    variance <- variance + (before[k] / n[k])^2 * (own[k] * a^2 + other[k] * b^2 - (own[k] * a + other[k] * b)^2 / n[k])
  }
  c(sum(long * f), sqrt(max(variance, 0)))
}
estimate <- function(rows, group) {
  times <- c(3)
  total <- function(of) vapply(times, function(t) sum(w[rows][of & exit[rows] <= t]), 0)
  at_risk <- vapply(times, function(t) sum(w[rows][exit[rows] >= t & entry[rows] < t]), 0)
  curves <- lapply(seq_along(causes), function(j) {
    fit <- one_cause(rows, j, times)
    f <- fit[, 1]
    power <- exp(z * fit[, 2] / (f * log(f)))
    data.frame(group, cause = causes[j], time = times, n_risk = at_risk, n_event = total(event[rows] == j),
               estimate = f, std_error = fit[, 2], conf_low = f^(1 / power), conf_high = f^power)
  })
  events <- vapply(seq_along(causes), function(j) sum(w[rows][event[rows] == j]), 0)
  c(curves, list(data.frame(group, cause = causes, events = events), data.frame(group, n = sum(w[rows][!duplicated(id[rows])]))),
    unlist(lapply(seq_along(causes), function(j) lapply(c(0.1, 0.25), function(p) {
      q <- quantiles(rows, j, p)
      data.frame(group, cause = causes[j], term = p, quantile = q[1], quantile_low = q[2], quantile_high = q[3])
    })), recursive = FALSE),
    lapply(seq_along(causes), function(j) {
      m <- lost(rows, j, 9.5)
      data.frame(group, cause = causes[j], time = 9.5, rmtl = m[1], rmtl_se = m[2], rmtl_low = m[1] - z * m[2],
                 rmtl_high = m[1] + z * m[2])
    }))
}
groups <- split(seq_len(nrow(d)), group)
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
