# Kaplan-Meier: survival::survfit, with the project's rules at the edges.

survival_fit <- function(s, call) {
  y <- if (s$delayed) Surv(s$entry, s$exit, s$event) else Surv(s$exit, s$event)
  type <- if (is.null(call[["conf-type"]])) "log-log" else call[["conf-type"]]
  survfit(y ~ 1, id = s$id, conf.type = type, conf.int = call$level, robust = FALSE, timefix = FALSE)
}

km_rows <- function(call) {
  s <- expand(read_subjects(call))
  if (any(!s$event %in% 0:1)) stop("km refuses other codes")
  rows <- list(row("km", "n_excluded", s$n_excluded))
  for (g in groups_of(call, s$data)) rows <- c(rows, km_group(take(s, g$rows), g$group, call))
  rows
}

km_group <- function(s, group, call) {
  fit <- survival_fit(s, call)
  table <- risk_table(s)
  # survfit's own counts against the definition; and Greenwood by hand
  agree("at risk", fit$n.risk, table$n)
  agree("events", fit$n.event, table$d)
  agree("censored", fit$n.censor, table$c)
  surv <- cumprod(1 - table$d / table$n)
  agree("survival", fit$surv, surv)
  greenwood <- cumsum(table$d / (table$n * (table$n - table$d)))
  agree("Greenwood", (fit$surv * fit$std.err)[surv > 0], (surv * sqrt(greenwood))[surv > 0])
  if (!s$delayed) {
    other <- prodlim(Hist(exit, event) ~ 1, data = data.frame(exit = s$exit, event = s$event))
    agree("prodlim", fit$surv, predict(other, times = fit$time))
  }
  if (is.null(call$times)) {
    rows <- unlist(lapply(seq_along(fit$time), function(i) {
      km_at(fit, s, fit$time[i], group, event = fit$n.event[i], censor = fit$n.censor[i])
    }), recursive = FALSE)
  } else {
    rows <- unlist(lapply(numbers(call$times), function(t) {
      before <- fit$time <= t
      km_at(fit, s, t, group, event = sum(fit$n.event[before]), censor = sum(fit$n.censor[before]))
    }), recursive = FALSE)
  }
  c(rows, km_summary(fit, s, group, call), km_restricted_mean(fit, group, call))
}

km_at <- function(fit, s, t, group, event, censor) {
  at <- function(stat, value, reason = NULL) row("km", stat, value, group = group, time = t, reason = reason)
  rows <- list(at("n_risk", at_risk(s, t)), at("n_event", event), at("n_censor", censor))
  i <- findInterval(t, fit$time)
  last <- length(fit$time)
  estimate <- if (i == 0) 1 else fit$surv[i]
  if (t > fit$time[last] && fit$surv[last] > 0) {
    # R carries the last value on (or gives nothing); here nothing is said beyond the last follow-up
    null <- function(stat) at(stat, NA, "beyond_followup")
    return(c(rows, lapply(c("estimate", "std_error", "conf_low", "conf_high"), null)))
  }
  if (i == 0 || sum(fit$n.event[seq_len(i)]) == 0) {
    # before the first event R gives [1, 1] for log and plain; here there is no interval of any type
    return(c(rows, list(at("estimate", 1), at("std_error", 0),
                        at("conf_low", NA, "no_events"), at("conf_high", NA, "no_events"))))
  }
  if (estimate == 0) {
    null <- function(stat) at(stat, NA, "not_estimable")
    return(c(rows, list(at("estimate", 0)), lapply(c("std_error", "conf_low", "conf_high"), null)))
  }
  c(rows, list(at("estimate", estimate), at("std_error", estimate * fit$std.err[i]),
               at("conf_low", fit$lower[i]), at("conf_high", fit$upper[i])))
}

# Quantiles are those of quantile.survfit (not of print.survfit): S is compared with a tolerance,
# a flat piece gives its midpoint, and one with no later event ends at the last time.
km_summary <- function(fit, s, group, call) {
  one <- function(stat, value, reason = NULL, term = NULL) {
    row("km", stat, value, group = group, term = term, reason = reason)
  }
  q <- quantile(fit, 0.5)
  rows <- list(one("n", length(unique(s$id))), one("events", sum(fit$n.event)),
               one("median", q$quantile, "not_reached"), one("median_low", q$lower, "not_reached"),
               one("median_high", q$upper, "not_reached"),
               one("followup_median", reverse_median(s), "not_reached"))
  for (p in numbers(call$probs)) {
    q <- quantile(fit, p)
    rows <- c(rows, list(one("quantile", q$quantile, "not_reached", number(p)),
                         one("quantile_low", q$lower, "not_reached", number(p)),
                         one("quantile_high", q$upper, "not_reached", number(p))))
  }
  rows
}

# Reverse Kaplan-Meier: the deaths at t leave before the censorings at t. survfit(Surv(t, 1 - d))
# keeps them at risk, which differs at ties; prodlim(reverse = TRUE) agrees with this.
reverse_median <- function(s) {
  table <- risk_table(s)
  left <- table$n - table$d
  followed <- cumprod(ifelse(left > 0, 1 - table$c / pmax(left, 1), 1))
  if (!s$delayed && any(s$event == 0)) { # prodlim refuses a file without censoring here
    other <- prodlim(Hist(exit, event) ~ 1, data = data.frame(exit = s$exit, event = s$event), reverse = TRUE)
    agree("reverse prodlim", followed, predict(other, times = table$time))
  }
  survival:::doquant(0.5, table$time, followed, firstx = 0, scale = 1, tol = sqrt(.Machine$double.eps))
}

# Area under the curve from 0 to tau; the standard error as survfit prints it (Greenwood type).
km_restricted_mean <- function(fit, group, call) {
  if (is.null(call$rmst)) return(list())
  tau <- as.numeric(call$rmst)
  one <- function(stat, value, reason = NULL) row("km", stat, value, group = group, time = tau, reason = reason)
  names <- c("rmst", "rmst_se", "rmst_low", "rmst_high")
  last <- length(fit$time)
  if (tau > fit$time[last] && fit$surv[last] > 0) {
    return(lapply(names, function(stat) one(stat, NA, "beyond_followup")))
  }
  m <- survival:::survmean(fit, rmean = tau)$matrix
  mean <- m[["rmean"]]
  se <- m[["se(rmean)"]]
  # the same by the integral written out
  knots <- c(0, pmin(fit$time, tau), tau)
  pieces <- diff(knots) * c(1, fit$surv)
  agree("restricted mean", mean, sum(pieces))
  area <- rev(cumsum(rev(pieces[-1])))
  term <- ifelse(fit$n.risk > fit$n.event & fit$time <= tau,
                 area^2 * fit$n.event / (fit$n.risk * (fit$n.risk - fit$n.event)), 0)
  agree("its standard error", se, sqrt(sum(term)))
  rows <- list(one("rmst", mean), one("rmst_se", se))
  # without any event the interval is a matter of convention: not pinned here
  if (sum(fit$n.event[fit$time <= tau]) == 0) return(rows)
  c(rows, list(one("rmst_low", mean - call$z * se), one("rmst_high", mean + call$z * se)))
}

BMT <- "data/bmt137/incoming/bmt137.csv"
ANAEMIA <- "data/anaemia/incoming/anaemia.csv"
CHILDREN <- "data/children/incoming/children.csv"
OWN <- function(name) file.path("tests/reference/data", name)

km_cases <- c(
  bmt_survival_365 = paste("km", BMT, "--time t1 --event d1 --times 0,1,28,100,180,365,730,1826,2640,2641"),
  bmt_survival_by_group = paste("km", BMT, "--time t1 --event d1 --by group --times 100,365,730,1460,2500 --overall"),
  bmt_dfs_by_group = paste("km", BMT, "--time t2 --event d3 --by group --times 100,365"),
  bmt_dfs_every_time = paste("km", BMT, "--time t2 --event d3 --by group"),
  bmt_two_columns = paste("km", BMT, "--time t1 --event d1 --by group,z3 --times 365,1000 --overall"),
  bmt_platelets = paste("km", BMT, "--time tp --event dp --by z10 --times 10,14,21,28,100"),
  anaemia_by_trt = paste("km", ANAEMIA, "--time Time --event Status --by Trt --overall --rmst 365"),
  anaemia_gvhd = paste("km", ANAEMIA, "--time Time_gvhd --event Status_gvhd --by Trt --times 28,100,365"),
  children_by_disease = paste("km", CHILDREN, "--time survival_time --event survival_status --by disease_group --times 100,365,1826 --rmst 730 --overall"),
  children_two_columns = paste("km", CHILDREN, "--time survival_time --event survival_status --by stem_cell_source,HLA_match --times 365"),
  conf_log = paste("km", BMT, "--time t2 --event d3 --by group --times 1,100,365,1000,2569 --conf-type log"),
  conf_log_log = paste("km", BMT, "--time t2 --event d3 --by group --times 1,100,365,1000,2569 --conf-type log-log"),
  conf_plain = paste("km", BMT, "--time t2 --event d3 --by group --times 1,100,365,1000,2569 --conf-type plain"),
  conf_logit = paste("km", BMT, "--time t2 --event d3 --by group --times 1,100,365,1000,2569 --conf-type logit"),
  conf_arcsin = paste("km", BMT, "--time t2 --event d3 --by group --times 1,100,365,1000,2569 --conf-type arcsin"),
  edges_log = paste("km", OWN("edges.csv"), "--time time --event status --by case --conf-type log"),
  edges_log_log = paste("km", OWN("edges.csv"), "--time time --event status --by case"),
  edges_plain = paste("km", OWN("edges.csv"), "--time time --event status --by case --conf-type plain"),
  edges_logit = paste("km", OWN("edges.csv"), "--time time --event status --by case --conf-type logit"),
  edges_arcsin = paste("km", OWN("edges.csv"), "--time time --event status --by case --conf-type arcsin"),
  edges_at_times = paste("km", OWN("edges.csv"), "--time time --event status --by case --times 0,0.5,1,2,2.5,3,4,20,21"),
  edges_rmst_3 = paste("km", OWN("edges.csv"), "--time time --event status --by case --times 1 --rmst 3"),
  edges_rmst_12 = paste("km", OWN("edges.csv"), "--time time --event status --by case --times 1 --rmst 12"),
  level_90 = paste("km", BMT, "--time t1 --event d1 --by group --times 365,730 --rmst 1000 --conf-level 0.9"),
  level_99 = paste("km", BMT, "--time t1 --event d1 --by group --times 365,730 --rmst 1000 --conf-level 0.99"),
  level_99_plain = paste("km", BMT, "--time t1 --event d1 --by group --times 10,365,2500 --conf-level 0.99 --conf-type plain"),
  probs = paste("km", BMT, "--time t2 --event d3 --by group --times 365 --probs 0.1,0.25,0.5,0.75 --conf-type log"),
  probs_edges = paste("km", OWN("edges.csv"), "--time time --event status --by case --times 1 --probs 0.25,0.5,0.75"),
  ties_by_group = paste("km", OWN("ties.csv"), "--time time --event dead --by group --overall --rmst 9.5 --probs 0.25"),
  ties_weighted = paste("km", OWN("ties.csv"), "--time time --event dead --by group --weight weight --overall --rmst 9.5"),
  ties_weighted_log = paste("km", OWN("ties.csv"), "--time time --event dead --weight weight --conf-type log --times 0,3,6,12"),
  ties_two_columns = paste("km", OWN("ties.csv"), "--time time --event dead --by group,centre --times 0,1,5.5,12"),
  missing_cells = paste("km", OWN("missing.csv"), "--time time --event dead --by group --overall --times 2,6,10"),
  years_every_time = paste("km", OWN("years.csv"), "--time years --event status --by group"),
  days_every_time = paste("km", OWN("years.csv"), "--time days --event status --by group"),
  years_at_times = paste("km", OWN("years.csv"), "--time years --event status --by group --times 0.5,1,2 --rmst 1.75 --probs 0.25"),
  delayed_entry = paste("km", OWN("entry.csv"), "--time exit --event status --entry entry --by group --overall --times 5,10,20,40,80,200"),
  delayed_every_time = paste("km", OWN("entry.csv"), "--time exit --event status --entry entry --by group --rmst 30"),
  delayed_plain = paste("km", OWN("entry.csv"), "--time exit --event status --entry entry --times 5,20,40 --conf-type plain --weight weight"),
  delayed_early_end = paste("km", OWN("entry_edges.csv"), "--time exit --event status --entry entry --by case --times 1,2,3,5,6,9,10"),
  delayed_early_end_every_time = paste("km", OWN("entry_edges.csv"), "--time exit --event status --entry entry --by case"),
  delayed_years = paste("km", OWN("entry.csv"), "--time exit_years --event status --entry entry_years --by group --times 0.01,0.05,0.1"),
  intervals = paste("km", OWN("intervals.csv"), "--time stop --event event --entry start --id id --by group --overall --times 10,50,100,150 --rmst 90"),
  intervals_every_time = paste("km", OWN("intervals.csv"), "--time stop --event event --entry start --id id --overall")
)
