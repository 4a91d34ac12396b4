# Convention profiles: what R prints (print.survfit, coxph) and what SAS documents.

# The median of print.survfit, and its limits.
printed_median <- function(fit) {
  unname(summary(fit)$table[c("median", paste0(fit$conf.int, c("LCL", "UCL")))])
}

# LIFETEST, SAS/STAT User's Guide, "Product-Limit Method": the first event time with S < 1/2; where S is exactly 1/2
# from one event time to the next, the middle of the two.
lifetest_quantile <- function(time, level, p) {
  line <- 1 - p
  below <- which(!is.na(level) & level < line - 1e-8)
  equal <- which(!is.na(level) & abs(level - line) <= 1e-8)
  if (length(below) == 0) return(NA)
  if (length(equal) == 0 || equal[1] > below[1]) return(time[below[1]])
  (time[equal[1]] + time[below[1]]) / 2
}

convention_rows <- function(call) switch(call$command, km = convention_km(call), cox = convention_cox(call))

convention_km <- function(call) {
  s <- expand(read_subjects(call))
  rows <- list()
  for (g in groups_of(call, s$data)) rows <- c(rows, convention_group(take(s, g$rows), g$group, call))
  rows
}

convention_group <- function(s, group, call) {
  sas <- call$convention == "sas"
  type <- if (!is.null(call[["conf-type"]])) call[["conf-type"]] else if (sas) "log-log" else "log"
  fit <- survfit(Surv(s$exit, s$event) ~ 1, conf.type = type, conf.int = call$level)
  one <- function(stat, value, ...) row("km", stat, value, group = group, reason = "not_reached", ...)
  median <- if (sas) {
    vapply(list(fit$surv, fit$lower, fit$upper), function(level) lifetest_quantile(fit$time, level, 0.5), 0)
  } else {
    printed_median(fit)
  }
  rows <- list(one("median", median[1]), one("median_low", median[2]), one("median_high", median[3]))
  for (p in numbers(call$probs)) {
    q <- quantile(fit, p)
    value <- if (sas) lifetest_quantile(fit$time, fit$surv, p) else q$quantile
    rows <- c(rows, list(one("quantile", value, term = number(p))))
  }
  for (i in which(fit$surv < 1 & fit$surv > 0)) {
    at <- function(stat, value) row("km", stat, value, group = group, time = fit$time[i])
    rows <- c(rows, list(at("conf_low", fit$lower[i]), at("conf_high", fit$upper[i])))
  }
  rows
}

convention_cox <- function(call) {
  if (is.null(call$ties)) call$ties <- if (call$convention == "sas") "breslow" else "efron"
  fit <- cox_fit(read_subjects(call, columns = model_columns(call)$name), call)
  cox_terms(fit, call, character())
}

convention_cases <- unlist(lapply(c(r = "r", sas = "sas"), function(name) c(
  bmt = paste("km", BMT, "--time t1 --event d1 --by group --overall --probs 0.25,0.75 --convention", name),
  edges = paste("km", OWN("edges.csv"), "--time time --event status --by case --probs 0.25,0.5 --convention", name),
  ties_90 = paste("km", OWN("ties.csv"), "--time time --event dead --conf-level 0.9 --convention", name),
  own_conf_type = paste("km", OWN("edges.csv"), "--time time --event status --by case --conf-type plain --convention", name)
)))
convention_cox_cases <- unlist(lapply(c(r = "r", sas = "sas"), function(name) c(
  bmt = paste("cox", BMT, "--time t1 --event d1 --covariates group=1,z1 --convention", name),
  own_ties = paste("cox", BMT, "--time t1 --event d1 --covariates z1 --ties breslow --convention", name)
)))
