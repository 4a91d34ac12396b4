# Kaplan-Meier, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/edges.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "case")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- paste0("case=", as_text(d[["case"]]))
# LIFETEST: the first time below, or the middle of it and the time from which the curve is level
median_of <- function(fit, p = 0.5) {
  vapply(list(fit$surv, fit$lower, fit$upper), function(level) {
    below <- which(level < 1 - p - 1e-8)[1]
    equal <- which(abs(level - 1 + p) <= 1e-8)[1]
    if (is.na(equal) || is.na(below) || below < equal) fit$time[below] else (fit$time[equal] + fit$time[below]) / 2
  }, 0)
}
z <- qnorm(1 - (1 - 0.95) / 2)
y <- Surv(exit, event)
estimate <- function(rows, group) {
  fit <- survfit(y[rows] ~ 1, weights = w[rows], robust = FALSE, conf.type = "log-log", conf.int = 0.95,
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
  p <- c(0.25)
  q <- as.data.frame(t(vapply(p, function(p) median_of(fit, p), numeric(3))))
  out <- c(out, list(data.frame(group, term = p, quantile = q[[1]], quantile_low = q[[2]], quantile_high = q[[3]])))
  out
}
groups <- split(seq_len(nrow(d)), group)
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
