# Kaplan-Meier, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/pweight.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("exit", "dead", "entry", "weight", "id", "arm")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
d <- d[d[["weight"]] > 0, , drop = FALSE]
code <- as_text(d[["dead"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event)] <- 0
y <- survival::aeqSurv(survival::Surv(d[["entry"]], d[["exit"]], rep(1, nrow(d))))
entry <- y[, 1]
exit <- y[, 2]
w <- as.numeric(d[["weight"]])
id <- d[["id"]]
group <- paste0("arm=", as_text(d[["arm"]]))
median_of <- function(fit, p = 0.5) unlist(quantile(fit, p)[c("quantile", "lower", "upper")])
z <- qnorm(1 - (1 - 0.95) / 2)
y <- Surv(entry, exit, event)
estimate <- function(rows, group) {
  fit <- survfit(y[rows] ~ 1, weights = w[rows], id = id[rows], robust = TRUE, conf.type = "log-log", conf.int = 0.95,
                 timefix = FALSE)
  reverse <- fit # of the censorings, after the events of the same time
  left <- fit$n.risk - fit$n.event
  reverse$surv <- cumprod(ifelse(left > 0, 1 - fit$n.censor / left, 1))
  s <- summary(fit, censored = TRUE)
  curve <- data.frame(group, time = s$time, n_risk = s$n.risk, n_event = s$n.event, n_censor = s$n.censor,
                      estimate = s$surv, std_error = s$std.err, conf_low = s$lower, conf_high = s$upper)
  m <- unname(median_of(fit))
  once <- data.frame(group, n = length(unique(id[rows])), events = sum(fit$n.event), median = m[1], median_low = m[2], median_high = m[3],
                     followup_median = unname(median_of(reverse)[1]))
  out <- list(curve, once)
  out
}
groups <- c(split(seq_len(nrow(d)), group), list(seq_len(nrow(d))))
names(groups)[length(groups)] <- ""
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
