# Cumulative incidence: the Aalen-Johansen estimate with the two variances.
#   aalen  as cmprsk::cuminc; written out below, so that delayed entry has it too
#   delta  of Greenwood type, as etm
# Limits on log(-log F): F^exp(+-z se / (F log F)).

cif_rows <- function(call) {
  s <- expand(read_subjects(call))
  spec <- listed(call$causes)
  codes <- as.numeric(sub("=.*", "", spec))
  labels <- sub("^[^=]*=", "", spec)
  if (any(!s$event %in% c(0, codes))) stop("a code without its cause")
  rows <- list(row("cif", "n_excluded", s$n_excluded, unnamed = "cause"))
  for (g in groups_of(call, s$data)) {
    one <- take(s, g$rows)
    for (k in seq_along(codes)) rows <- c(rows, cif_cause(one, codes[k], labels[k], g$group, call))
  }
  rows
}

# F, and both variances at every distinct time, for one cause against all others together.
incidence <- function(s, code) {
  all <- risk_table(s)
  mine <- risk_table(s, s$event == code)$d
  other <- all$d - mine
  after <- cumprod(1 - all$d / all$n)
  before <- c(1, after[-length(after)])
  f <- cumsum(before * mine / all$n)
  # Gray's program for the variance of Aalen (1978): events of one time and kind are corrected as
  # drawn without replacement, (n - d)/(n - 1), the cause of interest and the rest apart
  fpc <- function(d) ifelse(d > 1, (all$n - d) / (all$n - 1), 1)
  aalen <- vapply(seq_along(f), function(i) {
    j <- seq_len(i)
    rest <- ifelse(after[j] > 0, (f[i] - f[j]) / after[j], 0)
    sum((before[j] / all$n[j])^2 * (mine[j] * fpc(mine)[j] * (1 - rest)^2 + other[j] * fpc(other)[j] * rest^2))
  }, 0)
  delta <- vapply(seq_along(f), function(i) {
    j <- seq_len(i)
    g <- f[i] - f[j]
    n <- all$n[j]
    left <- n - all$d[j]
    sum(ifelse(left > 0, g^2 * all$d[j] / (n * left), 0) + before[j]^2 * mine[j] * (n - mine[j]) / n^3 -
          2 * g * before[j] * mine[j] / n^2)
  }, 0)
  out <- list(time = all$time, n = all$n, d = mine, surv = after, f = f,
              aalen = sqrt(pmax(0, aalen)), delta = sqrt(pmax(0, delta)))
  check_incidence(s, code, out)
  out
}

# The same from the packages.
check_incidence <- function(s, code, own) {
  if (!any(s$event == code)) return(invisible())
  label <- as.character(code)
  if (!s$delayed) {
    fit <- timepoints(cuminc(s$exit, s$event, cencode = 0), own$time)
    line <- grep(paste0(" ", label, "$"), rownames(fit$est))
    # timepoints() ends with the largest time; it is NA after it only
    agree("cuminc", own$f, fit$est[line, ])
    agree("cuminc, variance", own$aalen^2, fit$var[line, ], 1e-9)
  }
  entry <- if (s$delayed) s$entry else rep(-1, length(s$exit))
  state <- factor(s$event, c(0, sort(unique(s$event[s$event > 0]))))
  multi <- survfit(Surv(entry, s$exit, state) ~ 1, id = seq_along(s$exit), timefix = FALSE)
  agree("survfit, multi-state", own$f, multi$pstate[match(own$time, multi$time), match(label, multi$states)])
  data <- data.frame(entry = entry, exit = s$exit, event = s$event)
  if (length(unique(data$event[data$event > 0])) > 1) {
    check_delta(data, code, own)
  }
}

check_delta <- function(data, code, own) {
  data$to <- ifelse(data$event == 0, "cens", data$event)
  data$id <- seq_len(nrow(data))
  causes <- as.character(sort(unique(data$event[data$event > 0])))
  tra <- matrix(FALSE, length(causes) + 1, length(causes) + 1)
  tra[1, -1] <- TRUE
  data$from <- "0"
  # etm forgets who is at risk when its clock starts below zero: everything moved by one
  data$entry <- data$entry + 1
  data$exit <- data$exit + 1
  fit <- etm(data[c("id", "from", "to", "entry", "exit")], c("0", causes), tra, "cens", s = 0)
  at <- match(own$time + 1, fit$time)
  seen <- !is.na(at)
  agree("etm", own$f[seen], fit$est["0", as.character(code), at[seen]])
  name <- paste("0", code)
  agree("etm, variance", own$delta[seen]^2, fit$cov[name, name, at[seen]], 1e-9)
}

cif_cause <- function(s, code, label, group, call) {
  curve <- incidence(s, code)
  cumulative <- !is.null(call$times)
  times <- if (cumulative) numbers(call$times) else curve$time
  unlist(lapply(times, function(t) {
    counted <- if (cumulative) curve$time <= t else curve$time == t
    cif_at(curve, s, t, sum(curve$d[counted]), label, group, call)
  }), recursive = FALSE)
}

cif_at <- function(curve, s, t, events, label, group, call) {
  at <- function(stat, value, reason = NULL) {
    row("cif", stat, value, group = group, cause = label, time = t, reason = reason)
  }
  rows <- list(at("n_risk", at_risk(s, t)), at("n_event", events))
  last <- length(curve$time)
  if (t > curve$time[last] && curve$surv[last] > 0) {
    null <- function(stat) at(stat, NA, "beyond_followup")
    return(c(rows, lapply(c("estimate", "std_error", "conf_low", "conf_high"), null)))
  }
  i <- findInterval(t, curve$time)
  f <- if (i == 0) 0 else curve$f[i]
  if (f == 0) {
    return(c(rows, list(at("estimate", 0), at("std_error", 0),
                        at("conf_low", NA, "no_events"), at("conf_high", NA, "no_events"))))
  }
  # where everybody had this cause the interval is a matter of convention: not pinned here
  if (abs(f - 1) < 1e-12) return(c(rows, list(at("estimate", 1))))
  se <- curve[[if (is.null(call$variance)) "aalen" else call$variance]][i]
  width <- call$z * se / (f * log(f))
  c(rows, list(at("estimate", f), at("std_error", se),
               at("conf_low", f^exp(-width)), at("conf_high", f^exp(width))))
}

BMT_CIF <- OWN("bmt137_cif.csv")

cif_cases <- c(
  bmt_aalen = paste("cif", BMT_CIF, "--time time --event status --causes 1,2 --times 0,1,28,100,365,730,2640,2641"),
  bmt_delta = paste("cif", BMT_CIF, "--time time --event status --causes 1,2 --times 0,1,28,100,365,730,2640,2641 --variance delta"),
  bmt_by_group = paste("cif", BMT_CIF, "--time time --event status --causes 1=relapse,2=nrm --by group --times 100,365,1000,2300 --overall"),
  bmt_by_group_delta = paste("cif", BMT_CIF, "--time time --event status --causes 1=relapse,2=nrm --by group --times 100,365,1000,2300 --variance delta"),
  bmt_every_time = paste("cif", BMT_CIF, "--time time --event status --causes 1=relapse,2=nrm"),
  bmt_every_time_delta = paste("cif", BMT_CIF, "--time time --event status --causes 1=relapse,2=nrm --by group --variance delta"),
  bmt_two_columns = paste("cif", BMT_CIF, "--time time --event status --causes 1,2 --by group,mtx --times 365 --overall"),
  level_90 = paste("cif", BMT_CIF, "--time time --event status --causes 2,1 --by group --times 100,365 --conf-level 0.9"),
  level_99_delta = paste("cif", BMT_CIF, "--time time --event status --causes 1,2 --times 100,365 --conf-level 0.99 --variance delta"),
  three_causes = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --by group --overall"),
  three_causes_delta = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1=gvhd,2=infection,3=other --by group --variance delta"),
  cause_absent = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3,9 --by group --times 0,3,8,12,13"),
  cause_absent_delta = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3,9 --by group --times 0,3,8,12,13 --variance delta"),
  weighted = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --by group --weight weight --overall --times 0,2,4,6,12"),
  weighted_delta = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --weight weight --variance delta"),
  two_columns = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --by centre,sex --times 2,5"),
  single_cause = paste("cif", OWN("ties.csv"), "--time time --event dead --causes 1 --by group --times 1,4,8"),
  missing_cells = paste("cif", OWN("missing.csv"), "--time time --event cause --causes 1,2,3 --by group --times 2,5"),
  edges_aalen = paste("cif", OWN("edges.csv"), "--time time --event cause --causes 1,2 --by case"),
  edges_delta = paste("cif", OWN("edges.csv"), "--time time --event cause --causes 1,2 --by case --variance delta"),
  edges_at_times = paste("cif", OWN("edges.csv"), "--time time --event cause --causes 1=first,2=second --by case --times 0,1,2.5,3,4,10,25"),
  delayed_aalen = paste("cif", OWN("entry.csv"), "--time exit --event cause --causes 1,2 --entry entry --by group --overall --times 5,20,50,90,300"),
  delayed_delta = paste("cif", OWN("entry.csv"), "--time exit --event cause --causes 1,2 --entry entry --by group --variance delta"),
  delayed_weighted = paste("cif", OWN("entry.csv"), "--time exit --event cause --causes 1,2 --entry entry --weight weight --times 10,40"),
  delayed_edges_aalen = paste("cif", OWN("entry_edges.csv"), "--time exit --event cause --causes 1,2 --entry entry --by case"),
  delayed_edges_delta = paste("cif", OWN("entry_edges.csv"), "--time exit --event cause --causes 1,2 --entry entry --by case --times 2,5,9,12 --variance delta"),
  years_aalen = paste("cif", OWN("years.csv"), "--time years --event cause --causes 1,2 --by group"),
  days_aalen = paste("cif", OWN("years.csv"), "--time days --event cause --causes 1,2 --by group"),
  years_delta = paste("cif", OWN("years.csv"), "--time years --event cause --causes 1,2 --times 0.5,1,2 --variance delta")
)
