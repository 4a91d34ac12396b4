# Probability weights: survival::survfit and coxph with weights and robust variance by subject.

# Weights as of a propensity model, ties, delayed entry, several rows a subject, a group without weight.
put_pweight <- function() {
  suppressWarnings(RNGkind("Mersenne-Twister", "Inversion", "Rejection"))
  set.seed(20240217)
  n <- 160
  age <- round(runif(n, 18, 70), 1)
  treated <- rbinom(n, 1, plogis((age - 45) / 15))
  p <- fitted(glm(treated ~ age, family = binomial))
  exit <- pmin(24, ceiling(rexp(n, ifelse(treated == 1, 1 / 9, 1 / 14))))
  late <- runif(n) < 0.3
  entry <- ifelse(late, pmin(exit - 1, floor(runif(n, 0, 6))), 0)
  cause <- ifelse(exit == 24, 0, sample(0:2, n, replace = TRUE, prob = c(0.25, 0.5, 0.25)))
  weight <- round(ifelse(treated == 1, 1 / p, 1 / (1 - p)), 4)
  weight[sample(n, 6)] <- 0
  d <- data.frame(id = sprintf("W-%03d", seq_len(n)), entry = entry, exit = exit, cause = cause,
                  dead = as.numeric(cause > 0), arm = ifelse(treated == 1, "new", "old"),
                  centre = sample(c("A", "B", "C"), n, replace = TRUE), age = age, weight = weight,
                  equal = 2.5, three = ifelse(seq_len(n) %% 3 == 0, "x", ifelse(seq_len(n) %% 3 == 1, "y", "z")))
  d$none <- ifelse(d$three == "z", 0, d$weight)
  patients <- data.frame(subject_id = d$id, d[c("entry", "exit", "cause", "dead", "arm", "centre", "age", "weight")])
  put(patients[patients$weight > 0, ], "pweight_patients.csv")
  # about a third of the subjects in two rows
  cut <- which(d$exit - d$entry >= 2 & seq_len(n) %% 3 == 0)
  middle <- d$entry + pmax(1, floor((d$exit - d$entry) / 2))
  first <- d[cut, ]
  first$exit <- middle[cut]
  first$cause <- 0
  first$dead <- 0
  d$entry[cut] <- middle[cut]
  d <- rbind(d, first)
  put(d[order(d$id, d$entry), ], "pweight.csv")
}

read_weighted <- function(call, columns = character()) {
  call$weight <- call$pweight
  s <- read_subjects(call, columns)
  if (!is.null(call[["event-codes"]])) s$event <- as.numeric(s$event %in% numbers(call[["event-codes"]]))
  s$id <- as.character(s$id)
  s
}

response <- function(s, event) if (s$delayed) Surv(s$entry, s$exit, event) else Surv(s$exit, event)

pweight_rows <- function(call) {
  switch(call$command, km = pweight_km(call), cif = pweight_cif(call), compare = pweight_compare(call),
         cox = pweight_cox(call))
}

at_risk_weight <- function(s, t) sum(s$weight[s$exit >= t & s$entry < t])

effective <- function(s) {
  w <- s$weight[order(s$id, s$entry)][!duplicated(sort(s$id))]
  sum(w)^2 / sum(w^2)
}

pweight_km <- function(call) {
  s <- read_weighted(call)
  rows <- list(row("km", "n_excluded", s$n_excluded))
  for (g in groups_of(call, s$data)) rows <- c(rows, pweight_km_group(take(s, g$rows), g$group, call))
  rows
}

pweight_km_group <- function(s, group, call) {
  type <- if (is.null(call[["conf-type"]])) "log-log" else call[["conf-type"]]
  fit <- survfit(response(s, s$event) ~ 1, weights = s$weight, id = s$id, robust = TRUE, conf.type = type,
                 conf.int = call$level, timefix = FALSE)
  one <- function(stat, value, reason = NULL, ...) row("km", stat, value, group = group, reason = reason, ...)
  q <- quantile(fit, 0.5)
  rows <- list(one("n", length(unique(s$id))), one("n_effective", effective(s)), one("events", sum(fit$n.event)),
               one("median", q$quantile, "not_reached"), one("median_low", q$lower, "not_reached"),
               one("median_high", q$upper, "not_reached"))
  for (p in numbers(call$probs)) {
    q <- quantile(fit, p)
    rows <- c(rows, list(one("quantile", q$quantile, "not_reached", term = number(p)),
                         one("quantile_low", q$lower, "not_reached", term = number(p)),
                         one("quantile_high", q$upper, "not_reached", term = number(p))))
  }
  c(rows, weighted_curve(s, fit, fit$surv, fit$std.err, fit$lower, fit$upper, 1, one, call,
                         cbind(fit$n.risk), cbind(fit$n.event), cbind(fit$n.censor)))
}

# One curve at its own times, or at those asked for.
weighted_curve <- function(s, fit, estimate, se, lower, upper, start, one, call, risk, event, censor) {
  is_km <- start == 1
  first <- which(event[, 1] > 0)[1]
  at <- function(t, i, n_risk, n_event, n_censor) {
    stats <- c("estimate", "std_error", "conf_low", "conf_high")
    rows <- list(one("n_risk", n_risk, time = t), one("n_event", n_event, time = t))
    if (is_km) rows <- c(rows, list(one("n_censor", n_censor, time = t)))
    if (t > max(fit$time) && !(fit$surv_at_end <= 1e-14)) {
      return(c(rows, lapply(stats, function(stat) one(stat, NA, "beyond_followup", time = t))))
    }
    if (i == 0 || is.na(first) || i < first) {
      return(c(rows, list(one("estimate", start, time = t), one("std_error", 0, time = t),
                          one("conf_low", NA, "no_events", time = t), one("conf_high", NA, "no_events", time = t))))
    }
    if (is_km && estimate[i] <= 1e-14) {
      return(c(rows, list(one("estimate", 0, time = t)),
               lapply(stats[-1], function(stat) one(stat, NA, "not_estimable", time = t))))
    }
    c(rows, list(one("estimate", estimate[i], time = t), one("std_error", se[i], time = t),
                 one("conf_low", lower[i], time = t), one("conf_high", upper[i], time = t)))
  }
  if (is.null(call$times)) {
    return(unlist(lapply(seq_along(fit$time), function(i) {
      at(fit$time[i], i, risk[i, 1], event[i, 1], censor[i, 1])
    }), recursive = FALSE))
  }
  unlist(lapply(numbers(call$times), function(t) {
    done <- fit$time <= t
    i <- findInterval(t, fit$time)
    at(t, i, at_risk_weight(s, t), sum(event[done, 1]), sum(censor[done, 1]))
  }), recursive = FALSE)
}

pweight_cif <- function(call) {
  s <- read_weighted(call)
  causes <- listed(call$causes)
  code <- sub("=.*", "", causes)
  label <- sub("^[^=]*=", "", causes)
  rows <- list(row("cif", "n_excluded", s$n_excluded))
  for (g in groups_of(call, s$data)) {
    one_group <- take(s, g$rows)
    weight_of <- function(event) vapply(sort(unique(one_group$exit)), function(t) {
      sum(one_group$weight[one_group$exit == t & one_group$event == event])
    }, 0)
    # survfit counts rows here where its Kaplan-Meier adds up weights; ours are weights in both
    risk <- vapply(sort(unique(one_group$exit)), function(t) at_risk_weight(one_group, t), 0)
    state <- factor(match(one_group$event, as.numeric(code), nomatch = 0), 0:length(code), c("censor", label))
    fit <- survfit(response(one_group, state) ~ 1, weights = one_group$weight, id = one_group$id,
                   conf.type = "log-log", conf.int = call$level, timefix = FALSE)
    one <- function(stat, value, ...) row("cif", stat, value, group = g$group, ...)
    rows <- c(rows, list(one("n", length(unique(one_group$id))), one("n_effective", effective(one_group))))
    for (l in label) {
      j <- match(l, fit$states)
      of <- function(stat, value, reason = NULL, ...) one(stat, value, cause = l, reason = reason, ...)
      fit$surv_at_end <- fit$pstate[nrow(fit$pstate), 1]
      event <- weight_of(as.numeric(code[label == l]))
      agree("times", fit$time, sort(unique(one_group$exit)))
      rows <- c(rows, list(of("events", sum(event))),
                weighted_curve(one_group, fit, fit$pstate[, j], fit$std.err[, j], fit$lower[, j], fit$upper[, j], 0,
                               of, call, cbind(risk), cbind(event), cbind(event)))
    }
  }
  rows
}

pweight_compare <- function(call) {
  s <- read_weighted(call)
  groups <- groups_of(call, s$data)
  group <- integer(length(s$exit))
  for (i in seq_along(groups)) group[groups[[i]]$rows] <- i
  columns <- listed(call$strata)
  stratum <- if (length(columns) == 0) rep(1, length(group)) else as.integer(strata(s$data[columns]))
  fit <- coxph(response(s, s$event) ~ factor(group) + strata(stratum), weights = s$weight, cluster = s$id,
               robust = TRUE, ties = "breslow")
  # the same from the definition
  observed <- expected <- numeric(length(groups))
  score <- matrix(0, length(group), length(groups))
  for (k in unique(stratum)) {
    for (t in sort(unique(s$exit[s$event > 0 & stratum == k]))) {
      at <- which(stratum == k & s$exit >= t & s$entry < t)
      dead <- s$event > 0 & s$exit == t
      n <- sum(s$weight[at])
      d <- sum(s$weight[at] * dead[at])
      share <- vapply(seq_along(groups), function(g) sum(s$weight[at][group[at] == g]), 0) / n
      observed <- observed + vapply(seq_along(groups), function(g) sum((s$weight * dead)[at][group[at] == g]), 0)
      expected <- expected + d * share
      for (i in at) score[i, ] <- score[i, ] + s$weight[i] * (dead[i] - d / n) * ((seq_along(groups) == group[i]) - share)
    }
  }
  by_subject <- rowsum(score, s$id)[, -1, drop = FALSE]
  u <- colSums(by_subject)
  agree("robust score", u %*% solve(crossprod(by_subject), u), fit$rscore, 1e-9)
  df <- length(groups) - 1
  rows <- list(row("logrank", "n_excluded", s$n_excluded), row("logrank", "chisq", fit$rscore),
               row("logrank", "df", df), row("logrank", "p_value", pchisq(fit$rscore, df, lower.tail = FALSE)))
  for (i in seq_along(groups)) {
    of <- function(stat, value) row("logrank", stat, value, group = groups[[i]]$group)
    rows <- c(rows, list(of("observed", observed[i]), of("expected", expected[i]),
                         of("n_effective", effective(take(s, groups[[i]]$rows)))))
  }
  rows
}

pweight_cox <- function(call) {
  s <- read_weighted(call, columns = model_columns(call)$name)
  x <- design_matrix(call, s$data)
  columns <- listed(call$strata)
  ties <- if (is.null(call$ties)) "efron" else call$ties
  stratum <- if (length(columns) == 0) rep(1, nrow(x)) else strata(s$data[columns])
  cluster <- if (is.null(call$cluster)) s$id else s$data[[call$cluster]]
  fit <- coxph(response(s, s$event) ~ x + strata(stratum), weights = s$weight, robust = TRUE, cluster = cluster,
               ties = ties, control = converge)
  names(fit$coefficients) <- colnames(x)
  c(list(row("cox", "n_effective", effective(s)), row("cox", "wald", fit$wald.test[[1]]),
         row("cox", "loglik", fit$loglik[2])),
    cox_terms(fit, call, character()))
}

WEIGHTED <- OWN("pweight.csv")
PATIENTS <- OWN("pweight_patients.csv")
pweight_cases <- c(
  one_row = paste("km", WEIGHTED, "--time exit --event dead --pweight weight"),
  by_subject = paste("km", WEIGHTED, "--time exit --entry entry --event dead --pweight weight --id id"),
  by_arm = paste("km", WEIGHTED, "--time exit --entry entry --event dead --pweight weight --id id --by arm --overall --times 0,1,6,12,23.5,24 --probs 0.25,0.75"),
  plain_90 = paste("km", WEIGHTED, "--time exit --event dead --pweight weight --conf-type plain --conf-level 0.9 --by centre,arm"),
  equal_weights = paste("km", WEIGHTED, "--time exit --entry entry --event dead --pweight equal --id id"),
  own_weights = paste("km", BMT, "--time t1 --event d1 --by group --pweight z1 --times 100,365,730"),
  causes = paste("cif", WEIGHTED, "--time exit --entry entry --event cause --causes 1=relapse,2=nrm --pweight weight --id id"),
  causes_one_row = paste("cif", WEIGHTED, "--time exit --event cause --causes 1,2 --pweight weight --by arm --times 3,6,12"),
  causes_own = paste("cif", OWN("bmt137_cif.csv"), "--time time --event status --causes 1,2 --by group --pweight age --times 100,365,730"),
  two_arms = paste("compare", WEIGHTED, "--time exit --entry entry --event dead --by arm --pweight weight"),
  three_centres = paste("compare", WEIGHTED, "--time exit --event dead --by centre --pweight weight"),
  stratified = paste("compare", WEIGHTED, "--time exit --entry entry --event dead --by arm --strata centre --pweight weight"),
  no_weight_in_a_group = paste("compare", WEIGHTED, "--time exit --event dead --by three --pweight none"),
  own_groups = paste("compare", BMT, "--time t2 --event d3 --by group --pweight z1"),
  patients = paste("km", PATIENTS, "--time exit --entry entry --event dead --by arm --pweight weight --times 6,12 --probs 0.25"),
  patients_causes = paste("cif", PATIENTS, "--time exit --entry entry --event cause --causes 1=relapse,2=nrm --by arm --pweight weight --times 6,12"),
  patients_test = paste("compare", PATIENTS, "--time exit --entry entry --event dead --by arm --strata centre --pweight weight")
)
pweight_cox_cases <- c(
  efron = paste("cox", WEIGHTED, "--time exit --entry entry --event dead --covariates arm=old,age --pweight weight --id id"),
  breslow = paste("cox", WEIGHTED, "--time exit --event dead --covariates arm=old,centre --pweight weight --ties breslow"),
  stratified = paste("cox", WEIGHTED, "--time exit --entry entry --event dead --covariates arm --strata centre --pweight weight --id id"),
  clustered = paste("cox", WEIGHTED, "--time exit --event dead --covariates arm,age --pweight weight --cluster id"),
  whole_weights = paste("cox", BMT, "--time t1 --event d1 --covariates group=1,z1 --pweight z2"),
  patients = paste("cox", PATIENTS, "--time exit --entry entry --event dead --covariates arm=old,age --pweight weight")
)
