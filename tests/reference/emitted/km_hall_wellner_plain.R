# Kaplan-Meier, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "dead", "weight", "group")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
d <- d[d[["weight"]] > 0, , drop = FALSE]
code <- as_text(d[["dead"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- as.numeric(d[["weight"]])
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
median_of <- function(fit, p = 0.5) unlist(quantile(fit, p)[c("quantile", "lower", "upper")])
z <- qnorm(1 - (1 - 0.9) / 2)
# the chance that a Brownian bridge stays within k from a to b
stays_within <- function(k, a, b) {
  if (b <= a) return(2 * pnorm(k / sqrt(a * (1 - a))) - 1)
  sd <- sqrt(c(a * (1 - a), b * (1 - b)))
  rho <- a * (1 - b) / prod(sd)
  below <- function(x, y) {
    as.vector(mvtnorm::pmvnorm(upper = c(x, y) / sd, corr = matrix(c(1, rho, rho, 1), 2),
                               algorithm = mvtnorm::TVPACK(abseps = 1e-15)))
  }
  most <- ceiling(7 / k)
  sum(vapply(-most:most, function(j) {
    x <- c(-k, k) + 2 * k * j * a
    y <- c(-k, k) - 2 * k * j * (1 - b)
    (-1)^j * exp(-2 * k^2 * j^2) * (below(x[2], y[2]) - below(x[1], y[2]) - below(x[2], y[1]) + below(x[1], y[1]))
  }, 0))
}
critical_value <- function(a, b) {
  uniroot(function(k) stays_within(k, a, b) - 0.9, c(0.05, 6), tol = 1e-15, maxiter = 10000)$root
}
y <- Surv(exit, event)
estimate <- function(rows, group) {
  fit <- survfit(y[rows] ~ 1, weights = w[rows], robust = FALSE, conf.type = "plain", conf.int = 0.9,
                 timefix = FALSE)
  reverse <- fit # of the censorings, after the events of the same time
  left <- fit$n.risk - fit$n.event
  reverse$surv <- cumprod(ifelse(left > 0, 1 - fit$n.censor / left, 1))
  s <- summary(fit, censored = TRUE)
  curve <- data.frame(group, time = s$time, n_risk = s$n.risk, n_event = s$n.event, n_censor = s$n.censor,
                      estimate = s$surv, std_error = s$std.err, conf_low = s$lower, conf_high = s$upper)
  m <- unname(median_of(fit))
  once <- data.frame(group, n = sum(w[rows][!duplicated(id[rows])]), events = sum(fit$n.event), median = m[1], median_low = m[2], median_high = m[3],
                     followup_median = unname(median_of(reverse)[1]))
  out <- list(curve, once)
  told <- which(fit$surv > 0 & fit$surv < 1)
  n <- sum(w[rows][!duplicated(id[rows])])
  from <- min(fit$time[fit$n.event > 0], Inf)
  to <- max(fit$time)
  ends <- vapply(c(from, to), function(t) max(0, told[fit$time[told] <= t]), 0)
  if (all(ends > 0)) {
    a <- n * fit$std.err[ends]^2
    a <- a / (1 + a)
    critical <- critical_value(a[1], a[2])
    i <- findInterval(curve$time, fit$time)
    s <- c(1, fit$surv)[i + 1]
    error <- c(0, fit$std.err)[i + 1]
    width <- critical * (1 + n * error^2) / sqrt(n)
    band <- data.frame(group, time = curve$time, band_low = pmax(0, s - s * width), band_high = pmin(1, s + s * width))
    out <- c(out, list(band[curve$time >= from & curve$time <= to & s > 0 & s < 1, ],
                       data.frame(group, band_critical = critical)))
  }
  out
}
groups <- split(seq_len(nrow(d)), group)
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
