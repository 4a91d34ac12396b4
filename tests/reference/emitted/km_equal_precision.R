# Kaplan-Meier, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 1)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
median_of <- function(fit, p = 0.5) unlist(quantile(fit, p)[c("quantile", "lower", "upper")])
z <- qnorm(1 - (1 - 0.95) / 2)
critical_value <- function(a, b) {
  log_odds <- log(b * (1 - a) / (a * (1 - b)))
  crossed <- function(c) 4 * dnorm(c) / c + dnorm(c) * (c - 1 / c) * log_odds
  uniroot(function(c) crossed(c) - (1 - 0.95), c(1.5538, 20), tol = 1e-15, maxiter = 10000)$root
}
y <- Surv(exit, event)
estimate <- function(rows, group) {
  fit <- survfit(y[rows] ~ 1, weights = w[rows], robust = FALSE, conf.type = "arcsin", conf.int = 0.95,
                 timefix = FALSE)
  reverse <- fit # of the censorings, after the events of the same time
  left <- fit$n.risk - fit$n.event
  reverse$surv <- cumprod(ifelse(left > 0, 1 - fit$n.censor / left, 1))
  s <- summary(fit, times = c(100, 365, 700), extend = TRUE)
  at_risk <- vapply(s$time, function(t) sum(w[rows][exit[rows] >= t & entry[rows] < t]), 0)
  curve <- data.frame(group, time = s$time, n_risk = at_risk, n_event = cumsum(s$n.event),
                      n_censor = cumsum(s$n.censor), estimate = s$surv, std_error = s$std.err, conf_low = s$lower,
                      conf_high = s$upper)
  m <- unname(median_of(fit))
  once <- data.frame(group, n = sum(w[rows][!duplicated(id[rows])]), events = sum(fit$n.event), median = m[1], median_low = m[2], median_high = m[3],
                     followup_median = unname(median_of(reverse)[1]))
  out <- list(curve, once)
  told <- which(fit$surv > 0 & fit$surv < 1)
  n <- sum(w[rows][!duplicated(id[rows])])
  from <- max(60, min(fit$time[fit$n.event > 0], Inf))
  to <- min(900, max(fit$time))
  ends <- vapply(c(from, to), function(t) max(0, told[fit$time[told] <= t]), 0)
  if (all(ends > 0)) {
    a <- n * fit$std.err[ends]^2
    a <- a / (1 + a)
    critical <- critical_value(a[1], a[2])
    i <- findInterval(curve$time, fit$time)
    s <- c(1, fit$surv)[i + 1]
    error <- c(0, fit$std.err)[i + 1]
    width <- critical * error
    band <- data.frame(group, time = curve$time, band_low = sin(pmax(0, asin(sqrt(s)) - width * sqrt(s / (1 - s)) / 2))^2, band_high = sin(pmin(pi / 2, asin(sqrt(s)) + width * sqrt(s / (1 - s)) / 2))^2)
    out <- c(out, list(band[curve$time >= from & curve$time <= to & s > 0 & s < 1, ],
                       data.frame(group, band_critical = critical)))
  }
  out
}
groups <- c(split(seq_len(nrow(d)), group), list(seq_len(nrow(d))))
names(groups)[length(groups)] <- ""
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
