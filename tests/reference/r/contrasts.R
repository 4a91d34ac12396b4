# Contrasts between groups: pairs with adjusted p-values, trend, the maximum of weighted log-rank tests, restricted
# means, fixed times. survRM2, nph and ComparisonSurv are not in Debian: their definitions are written out here from
# survfit, cuminc and the risk sets.

flags <- c(flags, "trend")

contrasts_rows <- function(call) {
  s <- expand(read_subjects(call))
  by <- listed(call$by)
  s$group <- do.call(paste, c(s$data[by], sep = ", "))
  s$stratum <- if (is.null(call$strata)) rep("all", length(s$exit)) else do.call(paste, s$data[listed(call$strata)])
  levels <- unique(s$group)
  numeric <- suppressWarnings(as.numeric(levels))
  levels <- if (anyNA(numeric)) sort(levels) else levels[order(numeric)]
  test <- if (is.null(call$test)) "logrank" else call$test
  parts <- strsplit(test, ":")[[1]]
  s$of <- lapply(levels, function(g) as.list(s$data[match(g, s$group), by, drop = FALSE]))
  if (!is.null(call[["event-codes"]])) s$event <- as.numeric(s$event %in% numbers(call[["event-codes"]]))
  switch(parts[1],
    "max-combo" = max_combo_rows(s, levels, call),
    "rmst" = mean_rows(s, levels, call, as.numeric(parts[2]), NULL),
    "rmtl" = mean_rows(s, levels, call, as.numeric(parts[2]), causes_of(call)),
    "fixed-time" = fixed_time_rows(s, levels, call, as.numeric(parts[2])),
    rank_rows(s, levels, call, test))
}

causes_of <- function(call) {
  spec <- listed(call$causes)
  Map(function(code, label) list(code = code, label = label),
      as.numeric(sub("=.*", "", spec)), sub("^[^=]*=", "", spec))
}

pairs_of <- function(levels) {
  k <- length(levels)
  if (k < 2) return(list())
  unlist(lapply(seq_len(k - 1), function(i) lapply((i + 1):k, function(j) c(i, j))), recursive = FALSE)
}

vs <- function(levels, pair) paste(levels[pair[2]], "vs", levels[pair[1]])

only <- function(s, groups) {
  keep <- which(s$group %in% groups)
  out <- take(s, keep)
  out$group <- s$group[keep]
  out$stratum <- s$stratum[keep]
  out
}

adjust <- function(p, call) p.adjust(p, c(none = "none", holm = "holm", bh = "BH")[[call$pairwise]])

upper <- function(chisq, df) pchisq(chisq, df, lower.tail = FALSE)

# chisq, df and p-value, or none because of `reason`
chisq_rows <- function(analysis, fit, ...) {
  reason <- if (is.null(fit$reason)) "singular" else fit$reason
  none <- fit$df == 0
  value <- function(x) if (none) NA else x
  list(row(analysis, "chisq", value(fit$chisq), reason = if (none) reason, ...), row(analysis, "df", fit$df, ...),
       row(analysis, "p_value", value(upper(fit$chisq, fit$df)), reason = if (none) reason, ...))
}

pair_rows <- function(analysis, levels, fits, call, ...) {
  p <- vapply(fits, function(fit) if (fit$df == 0) NA else upper(fit$chisq, fit$df), 0)
  adjusted <- adjust(p, call)
  unlist(Map(function(pair, fit, a) {
    reason <- if (is.na(a)) (if (is.null(fit$reason)) "singular" else fit$reason)
    c(chisq_rows(analysis, fit, term = vs(levels, pair), ...),
      list(row(analysis, "p_adjusted", a, term = vs(levels, pair), reason = reason, ...)))
  }, pairs_of(levels), fits, adjusted), recursive = FALSE)
}

# --- the log-rank family and Gray ---

rank_rows <- function(s, levels, call, test) {
  analysis <- if (startsWith(test, "fh:")) "fleming-harrington" else test
  unnamed <- if (!is.null(call[["event-codes"]])) "cause" else character()
  causes <- if (test == "gray") causes_of(call) else list(NULL)
  rows <- list()
  for (cause in causes) {
    of <- function(groups) {
      some <- only(s, groups)
      if (!is.null(cause)) return(gray_test(some, some$group, some$stratum, cause$code))
      fit <- weighted_log_rank(some, some$group, some$stratum, test)
      check_log_rank(some, some$group, some$stratum, test, fit)
      fit
    }
    rows <- c(rows, chisq_rows(analysis, of(levels), cause = cause$label, unnamed = unnamed))
    if (isTRUE(call$trend)) {
      # Gray's covariance is not given by cuminc: of two groups the trend is the test
      fit <- if (is.null(cause)) trend(s, levels, test) else of(levels)
      if (!is.null(cause)) stopifnot(length(levels) == 2)
      rows <- c(rows, chisq_rows(paste0(analysis, "-trend"), fit, cause = cause$label, unnamed = unnamed))
    }
    if (!is.null(call$pairwise)) {
      fits <- lapply(pairs_of(levels), function(pair) of(levels[pair]))
      rows <- c(rows, pair_rows(analysis, levels, fits, call, cause = cause$label, unnamed = unnamed))
    }
  }
  rows
}

# Scores of the groups and their covariance for several weights at once.
scores <- function(s, levels, tests) {
  k <- length(levels)
  score <- matrix(0, length(tests), k)
  covariance <- array(0, c(length(tests), length(tests), k, k))
  for (h in unique(s$stratum)) {
    here <- s$stratum == h
    times <- sort(unique(s$exit[here & s$event == 1]))
    if (length(times) == 0) next
    count <- function(who) vapply(levels, function(g) sum(who & s$group == g), 0)
    nk <- matrix(vapply(times, function(t) count(here & s$exit >= t & s$entry < t), rep(0, k)), k)
    dk <- matrix(vapply(times, function(t) count(here & s$exit == t & s$event == 1), rep(0, k)), k)
    n <- colSums(nk)
    d <- colSums(dk)
    w <- matrix(vapply(tests, test_weights, rep(0, length(times)), n = n, d = d), length(times))
    for (i in seq_along(times)) {
      share <- nk[, i] / n[i]
      score <- score + w[i, ] %o% (dk[, i] - d[i] * share)
      if (n[i] > 1) {
        v <- d[i] * (n[i] - d[i]) / (n[i] - 1) * (diag(share, k) - share %o% share)
        covariance <- covariance + (w[i, ] %o% w[i, ]) %o% v
      }
    }
  }
  list(score = score, covariance = covariance)
}

# Tarone: scores 1, 2, 3, ...
trend <- function(s, levels, test) {
  u <- scores(s, levels, test)
  x <- seq_along(levels)
  v <- drop(u$covariance)
  chisq <- sum(x * u$score)^2 / drop(x %*% v %*% x)
  if (test == "logrank") {
    group <- factor(s$group, levels)
    stratum <- factor(s$stratum)
    if (s$delayed) {
      fit <- suppressWarnings(coxph(Surv(s$entry, s$exit, s$event) ~ as.numeric(group) + strata(stratum), ties = "exact"))
      agree("coxph, exact score of a number", chisq, fit$score, 1e-8)
    } else {
      fit <- if (nlevels(stratum) > 1) survdiff(Surv(s$exit, s$event) ~ group + strata(stratum)) else
        survdiff(Surv(s$exit, s$event) ~ group)
      excess <- if (is.matrix(fit$obs)) rowSums(fit$obs - fit$exp) else fit$obs - fit$exp
      agree("survdiff, trend", chisq, sum(x * excess)^2 / drop(x %*% fit$var %*% x))
    }
  }
  list(chisq = chisq, df = 1)
}

# --- the maximum of weighted tests ---

COMBINED <- c("fh:0,0", "fh:1,0", "fh:0,1", "fh:1,1")

max_combo_rows <- function(s, levels, call) {
  rows <- list()
  if (length(levels) == 2) {
    fit <- max_combo(s, levels)
    rows <- list(row("max-combo", "z", fit$largest), row("max-combo", "p_value", fit$p))
    for (k in seq_along(COMBINED)) {
      none <- if (is.na(fit$z[k])) "singular"
      rows <- c(rows, list(row("max-combo", "z", fit$z[k], term = COMBINED[k], reason = none),
                           row("max-combo", "p_value", 2 * pnorm(-abs(fit$z[k])), term = COMBINED[k], reason = none)))
    }
  }
  if (is.null(call$pairwise)) return(rows)
  fits <- lapply(pairs_of(levels), function(pair) max_combo(only(s, levels[pair]), levels[pair]))
  adjusted <- adjust(vapply(fits, function(fit) fit$p, 0), call)
  c(rows, unlist(Map(function(pair, fit, a) {
    term <- vs(levels, pair)
    list(row("max-combo", "z", fit$largest, term = term), row("max-combo", "p_value", fit$p, term = term),
         row("max-combo", "p_adjusted", a, term = term))
  }, pairs_of(levels), fits, adjusted), recursive = FALSE))
}

max_combo <- function(s, levels) {
  u <- scores(s, levels, COMBINED)
  v <- u$covariance[, , 2, 2]
  exists <- diag(v) > 0
  z <- ifelse(exists, u$score[, 2] / sqrt(diag(v)), NA)
  for (k in which(exists)) {
    single <- weighted_log_rank(s, s$group, s$stratum, COMBINED[k])
    agree("weighted log-rank", z[k]^2, single$chisq)
  }
  r <- cov2cor(v[exists, exists, drop = FALSE])
  largest <- max(abs(z[exists]))
  list(z = z, largest = largest, p = largest_exceeds(largest, r))
}

# P(max |Z| > c). The statistic with weight 1 is the sum of those with S and 1 - S, so that three dimensions are
# enough: Z[2] outside, then Z[3] given it with Z[1] known of both, then Z[4] given these; only sums of positive
# terms. mvtnorm, whose lattice is random and which has trouble with a singular matrix, gives the same to 1e-4.
largest_exceeds <- function(c, r) {
  set.seed(1)
  rough <- 1 - mvtnorm::pmvnorm(rep(-c, nrow(r)), rep(c, nrow(r)), corr = r,
                                algorithm = mvtnorm::GenzBretz(maxpts = 5e5, abseps = 1e-7))
  outside <- function(low, high, m, sd) pnorm(low, m, sd) + pnorm(high, m, sd, lower.tail = FALSE)
  if (nrow(r) == 1) return(2 * pnorm(-c))
  if (nrow(r) != 4) stop("a case for a table has one weight or four")
  given <- function(i, known) { # coefficients and sd of Z[i] given Z[known]
    b <- solve(r[known, known], r[known, i])
    list(b = b, sd = sqrt(max(0, r[i, i] - sum(b * r[known, i]))))
  }
  one <- given(1, c(2, 3))
  three <- given(3, 2)
  four <- given(4, c(2, 3))
  stopifnot(one$sd < 1e-6)
  tight <- function(f, a, b) if (a >= b) 0 else integrate(f, a, b, rel.tol = 1e-11, abs.tol = 0, subdivisions = 2000,
                                                         stop.on.error = FALSE)$value
  along <- function(x) vapply(x, function(x) {
    ends <- sort((c(-c, c) - one$b[1] * x) / one$b[2])
    low <- max(-c, ends[1])
    high <- min(c, ends[2])
    m <- three$b * x
    if (low >= high) return(dnorm(x))
    inner <- tight(function(y) dnorm(y, m, three$sd) *
                     outside(-c, c, four$b[1] * x + four$b[2] * y, four$sd), low, high)
    dnorm(x) * (outside(low, high, m, three$sd) + inner)
  }, 0)
  # the limits of y bend where those of Z[1] and Z[3] cross
  bends <- (outer(c(-c, c), one$b[2] * c(-c, c), "-")) / one$b[1]
  cuts <- sort(unique(c(-c, bends[abs(bends) < c], 0, c)))
  p <- 2 * pnorm(-c) + sum(mapply(function(a, b) tight(along, a, b), cuts[-length(cuts)], cuts[-1]))
  agree("pmvnorm", as.vector(rough), p, 1e-2)
  p
}

# --- restricted means ---

mean_rows <- function(s, levels, call, tau, causes) {
  analysis <- if (is.null(causes)) "rmst" else "rmtl"
  rows <- list()
  for (cause in if (is.null(causes)) list(NULL) else causes) {
    means <- lapply(levels, function(g) {
      if (is.null(cause)) survival_mean(only(s, g), tau) else lost_mean(only(s, g), cause$code, tau)
    })
    add <- function(new) rows <<- c(rows, new)
    for (k in seq_along(levels)) {
      m <- means[[k]]
      both <- function(stat, value, reason) {
        row(analysis, stat, value, group = s$of[[k]], cause = cause$label, time = tau, reason = reason)
      }
      add(list(both(analysis, m$mean, m$reason), both(paste0(analysis, "_se"), m$se, m$reason)))
    }
    add(chisq_rows(analysis, equal(means), cause = cause$label, time = tau))
    pairs <- if (is.null(call$pairwise)) lapply(seq_along(levels)[-1], function(j) c(1, j)) else pairs_of(levels)
    fits <- lapply(pairs, function(pair) contrast(means[[pair[2]]], means[[pair[1]]], call$z))
    for (k in seq_along(pairs)) {
      for (stat in names(fits[[k]]$value)) {
        add(list(row(analysis, stat, fits[[k]]$value[[stat]], term = vs(levels, pairs[[k]]), cause = cause$label,
                     time = tau, reason = fits[[k]]$reason[[stat]])))
      }
    }
    if (is.null(call$pairwise)) next
    for (stat in c("difference", "ratio")) {
      p <- paste0(stat, "_p")
      adjusted <- adjust(vapply(fits, function(fit) fit$value[[p]], 0), call)
      name <- if (stat == "difference") "p_adjusted" else "ratio_p_adjusted"
      for (k in seq_along(pairs)) {
        add(list(row(analysis, name, adjusted[k], term = vs(levels, pairs[[k]]), cause = cause$label, time = tau,
                     reason = fits[[k]]$reason[[p]])))
      }
    }
  }
  rows
}

# Area under the curve, and its error, by definition; survfit agrees.
survival_mean <- function(s, tau) {
  t <- risk_table(s, s$event == 1)
  last_is_event <- t$c[length(t$c)] == 0
  if (tau > max(t$time) && !last_is_event) return(list(mean = NA, se = NA, reason = "beyond_followup"))
  t <- lapply(t, function(x) x[t$time <= tau])
  after <- cumprod(1 - t$d / t$n)
  width <- diff(c(0, t$time, tau))
  pieces <- c(1, after) * width
  later <- rev(cumsum(rev(pieces)))[-1]
  at <- t$d > 0 & t$d < t$n
  se <- sqrt(sum((later^2 * t$d / (t$n * (t$n - t$d)))[at]))
  if (tau < min(s$exit)) return(list(mean = sum(pieces), se = se)) # survfit refuses
  y <- if (s$delayed) Surv(s$entry, s$exit, s$event) else Surv(s$exit, s$event)
  # survfit's mean stops at the last time, beyond which the curve is 0 here
  fit <- summary(survfit(y ~ 1, timefix = FALSE), rmean = min(tau, max(s$exit)))$table
  agree("survfit, restricted mean", sum(pieces), fit[["rmean"]])
  agree("survfit, its error", se, fit[["se(rmean)"]])
  list(mean = sum(pieces), se = se)
}

# Area under the cumulative incidence. An event at s changes F(t) by S(s-)/n times [of the cause] - (F(t) - F(s))/S(s);
# at single times the variance so made is cuminc's, and over an interval the changes are integrated.
lost_mean <- function(s, code, tau) {
  t <- risk_table(s)
  if (tau > max(t$time) && t$c[length(t$c)] > 0) return(list(mean = NA, se = NA, reason = "beyond_followup"))
  own <- vapply(t$time, function(x) sum(s$exit == x & s$event == code), 0)
  after <- cumprod(1 - t$d / t$n)
  before <- c(1, after)[seq_along(after)]
  incidence <- cumsum(before * own / t$n)
  other <- t$d - own
  ties <- function(d) ifelse(d > 1, 1 - (d - 1) / (t$n - 1), 1)
  variance <- function(a, b) sum(before^2 * (a^2 * ties(own) * own + b^2 * ties(other) * other) / t$n^2)
  value <- function(x) if (any(t$time <= x)) incidence[max(which(t$time <= x))] else 0
  effect <- function(x) ifelse(t$time > x, 0, ifelse(after > 0, -(value(x) - incidence) / after, 0))
  direct <- function(x) as.numeric(t$time <= x)
  if (!s$delayed && any(own > 0)) {
    checked <- t$time[own > 0 & t$d < t$n]
    fit <- cuminc(s$exit, s$event, cencode = 0)[[paste(1, code)]]
    for (x in checked[seq(1, length(checked), length.out = min(5, length(checked)))]) {
      agree("cuminc, variance at a time", variance(direct(x) + effect(x), effect(x)), fit$var[max(which(fit$time == x))])
    }
  }
  cuts <- c(0, t$time[t$time < tau], tau)
  from <- cuts[-length(cuts)]
  width <- diff(cuts)
  a <- b <- 0
  for (k in seq_along(from)) {
    a <- a + width[k] * (direct(from[k]) + effect(from[k]))
    b <- b + width[k] * effect(from[k])
  }
  list(mean = sum(width * vapply(from, value, 0)), se = sqrt(variance(a, b)))
}

# survRM2: the second (later) group less, or by, the first; ratio on the log scale.
contrast <- function(a, b, z) {
  names <- c("difference", "difference_se", "difference_low", "difference_high", "difference_p",
             "ratio", "ratio_low", "ratio_high", "ratio_p")
  reason <- c(a$reason, b$reason)[1]
  all_alike <- function(x) setNames(rep(list(x), length(names)), names)
  if (!is.null(reason)) return(list(value = all_alike(NA), reason = all_alike(reason)))
  difference <- a$mean - b$mean
  se <- sqrt(a$se^2 + b$se^2)
  log_se <- sqrt((a$se / a$mean)^2 + (b$se / b$mean)^2)
  ratio <- a$mean / b$mean
  value <- list(difference, se, difference - z * se, difference + z * se, 2 * pnorm(-abs(difference) / se),
                ratio, ratio * exp(-z * log_se), ratio * exp(z * log_se), 2 * pnorm(-abs(log(ratio)) / log_se))
  names(value) <- names
  why <- all_alike(NULL)
  if (se == 0) for (name in setdiff(names, c("difference", "difference_se", "ratio"))) {
    value[[name]] <- NA
    why[[name]] <- "no_events"
  }
  if (a$mean == 0 || b$mean == 0) for (name in grep("ratio", names, value = TRUE)) {
    value[[name]] <- NA
    why[[name]] <- "not_estimable"
  }
  list(value = value, reason = why)
}

# Contrasts with the first group, as Klein et al. 2007; with errors above 0 also around the weighted mean.
equal <- function(estimates) {
  reason <- unlist(lapply(estimates, function(m) m$reason))[1]
  if (!is.null(reason) && !is.na(reason)) return(list(df = 0, reason = reason))
  x <- vapply(estimates, function(m) m$mean, 0)
  v <- vapply(estimates, function(m) m$se^2, 0)
  if (sum(v == 0) > 1) return(list(df = 0, reason = "singular"))
  k <- length(x)
  contrasts <- cbind(-1, diag(k - 1))
  d <- contrasts %*% x
  chisq <- drop(t(d) %*% solve(contrasts %*% diag(v, k) %*% t(contrasts), d))
  if (all(v > 0)) agree("around the weighted mean", chisq, sum((x - sum(x / v) / sum(1 / v))^2 / v))
  list(chisq = chisq, df = k - 1)
}

# --- fixed times ---

fixed_time_rows <- function(s, levels, call, time) {
  rows <- list()
  for (cause in if (is.null(call$causes)) list(NULL) else causes_of(call)) {
    points <- lapply(levels, function(g) {
      if (is.null(cause)) survival_at(only(s, g), time) else incidence_at(only(s, g), cause$code, time)
    })
    transformed <- lapply(points, function(p) {
      if (!is.null(p$reason)) return(list(reason = p$reason))
      free <- if (is.null(cause)) p$estimate else 1 - p$estimate
      if (free == 1) return(list(reason = "no_events"))
      if (free == 0) return(list(reason = "not_estimable"))
      list(mean = log(-log(free)), se = abs(p$se / (free * log(free))))
    })
    for (k in seq_along(levels)) {
      rows <- c(rows, list(row("fixed-time", "estimate", points[[k]]$estimate, group = s$of[[k]], cause = cause$label,
                               time = time, reason = points[[k]]$reason)))
    }
    rows <- c(rows, chisq_rows("fixed-time", equal(transformed), cause = cause$label, time = time))
    if (is.null(call$pairwise)) next
    fits <- lapply(pairs_of(levels), function(pair) equal(transformed[pair]))
    rows <- c(rows, pair_rows("fixed-time", levels, fits, call, cause = cause$label, time = time))
  }
  rows
}

survival_at <- function(s, time) {
  t <- risk_table(s, s$event == 1)
  if (time > max(t$time) && t$c[length(t$c)] > 0) return(list(estimate = NA, reason = "beyond_followup"))
  t <- lapply(t, function(x) x[t$time <= time & t$d > 0])
  estimate <- prod(1 - t$d / t$n)
  se <- estimate * sqrt(sum(t$d / (t$n * (t$n - t$d))))
  if (estimate > 0) {
    y <- if (s$delayed) Surv(s$entry, s$exit, s$event) else Surv(s$exit, s$event)
    fit <- summary(survfit(y ~ 1, timefix = FALSE), times = time)
    agree("survfit at a time", c(estimate, se), c(fit$surv, fit$std.err))
  }
  list(estimate = estimate, se = se)
}

incidence_at <- function(s, code, time) {
  if (s$delayed) stop("not a file for cuminc")
  if (time > max(s$exit)) stop("not a case for a table")
  if (!any(s$event == code & s$exit <= time)) return(list(estimate = 0, se = 0))
  name <- paste(1, code)
  at <- timepoints(cuminc(s$exit, s$event, cencode = 0)[name], time)
  list(estimate = at$est[1, 1], se = sqrt(at$var[1, 1]))
}

# --- cases ---

contrasts_cases <- local({
  bmt <- paste("compare", BMT, "--time t1 --event d1 --by")
  dfs <- paste("compare", BMT, "--time t2 --event d3 --by")
  cif <- paste("compare", BMT_CIF, "--time time --event status --causes 1=relapse,2=nrm --by")
  ties <- paste("compare", OWN("ties.csv"), "--time time --event dead --by")
  causes <- paste("compare", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --by")
  delayed <- paste("compare", OWN("entry.csv"), "--time exit --event status --entry entry --by")
  nothing <- paste("compare", OWN("expects_nothing.csv"), "--time time --event status --by group")
  all_died <- paste("compare", OWN("ties_uncensored.csv"), "--time time --event dead --by")
  edges <- paste("compare", OWN("edges.csv"), "--time time --event status --by case")
  c(
    pairs_holm = paste(bmt, "group --pairwise holm"),
    pairs_bh = paste(bmt, "group --pairwise bh"),
    pairs_none = paste(bmt, "group --pairwise none"),
    pairs_crossed = paste(dfs, "group,z10 --pairwise holm"),
    pairs_stratified = paste(dfs, "group --strata z10 --pairwise holm --test gehan"),
    pairs_fh = paste(dfs, "group --pairwise bh --test fh:1,0"),
    pairs_ties_weighted = paste(ties, "group --weight weight --strata centre --pairwise holm --test peto"),
    pairs_delayed = paste(delayed, "group --pairwise holm"),
    pairs_delayed_tarone_ware = paste(delayed, "group --pairwise bh --test tarone-ware --weight weight"),
    pairs_expects_nothing = paste(nothing, "--pairwise holm"),
    pairs_gray = paste(cif, "group --test gray --pairwise holm"),
    pairs_gray_stratified = paste(cif, "group --test gray --pairwise bh --strata male"),
    pairs_gray_ties = paste(causes, "group --test gray --pairwise bh"),
    trend = paste(bmt, "group --trend"),
    trend_dfs = paste(dfs, "group --trend"),
    trend_stratified = paste(dfs, "group --strata z10 --trend"),
    trend_gehan = paste(dfs, "group --trend --test gehan"),
    trend_fh = paste(dfs, "group --trend --test fh:0,1"),
    trend_ties = paste(ties, "risk --trend --weight weight"),
    trend_ties_peto = paste(ties, "risk --trend --test peto --strata centre"),
    trend_delayed = paste(delayed, "group --trend"),
    trend_two_groups = paste(bmt, "z10 --trend --pairwise holm"),
    trend_gray_two_groups = paste(cif, "mtx --trend --test gray"),
    max_combo = paste(bmt, "z10 --test max-combo"),
    max_combo_dfs = paste(dfs, "z10 --test max-combo"),
    max_combo_stratified = paste(dfs, "z10 --test max-combo --strata group"),
    max_combo_pairs = paste(dfs, "group --test max-combo --pairwise holm"),
    max_combo_anaemia = paste("compare", ANAEMIA, "--time Time_gvhd --event Status_gvhd --by Trt --test max-combo"),
    max_combo_ties = paste(ties, "sex --test max-combo"),
    max_combo_ties_pairs = paste(ties, "group --test max-combo --weight weight --strata centre --pairwise bh"),
    max_combo_delayed = paste(delayed, "centre --test max-combo"),
    max_combo_delayed_pairs = paste(delayed, "group --test max-combo --pairwise holm"),
    max_combo_cause = paste("compare", OWN("ties.csv"), "--time time --event cause --event-codes 2 --by sex --test max-combo"),
    rmst = paste(bmt, "group --test rmst:365"),
    rmst_pairs = paste(bmt, "group --test rmst:365 --pairwise holm"),
    rmst_level = paste(dfs, "group --test rmst:1000.5 --pairwise bh --conf-level 0.9"),
    rmst_two_groups = paste(dfs, "z10 --test rmst:730"),
    rmst_beyond = paste(bmt, "group --test rmst:2250 --pairwise holm"),
    rmst_ties_weighted = paste(ties, "group --weight weight --test rmst:7.5 --pairwise bh"),
    rmst_all_died = paste(all_died, "group --test rmst:40"),
    rmst_delayed = paste(delayed, "group --test rmst:60 --pairwise none"),
    rmst_nobody_died = paste(nothing, "--test rmst:2.5 --pairwise holm"),
    rmst_one_died_not = paste(nothing, "--test rmst:4.5 --pairwise holm"),
    rmst_years = paste("compare", OWN("years.csv"), "--time years --event status --by group --test rmst:1.5"),
    rmtl = paste(cif, "group --test rmtl:365"),
    rmtl_pairs = paste(cif, "group --test rmtl:1000 --pairwise holm"),
    rmtl_two_groups = paste(cif, "mtx --test rmtl:730 --conf-level 0.99"),
    rmtl_ties = paste(causes, "group --test rmtl:7.5 --pairwise bh"),
    rmtl_ties_weighted = paste(causes, "sex --test rmtl:9 --weight weight"),
    rmtl_beyond = paste(cif, "group --test rmtl:2250 --pairwise holm"),
    fixed_time = paste(bmt, "group --test fixed-time:365"),
    fixed_time_pairs = paste(bmt, "group --test fixed-time:365 --pairwise holm"),
    fixed_time_two_groups = paste(dfs, "z10 --test fixed-time:1000.5"),
    fixed_time_ties_weighted = paste(ties, "group --weight weight --test fixed-time:5 --pairwise bh"),
    fixed_time_delayed = paste(delayed, "group --test fixed-time:30 --pairwise holm"),
    fixed_time_no_events = paste(nothing, "--test fixed-time:5 --pairwise holm"),
    fixed_time_before = paste(nothing, "--test fixed-time:2 --pairwise none"),
    fixed_time_all_died = paste(all_died, "group --test fixed-time:12"),
    fixed_time_edges = paste(edges, "--test fixed-time:3 --pairwise bh"),
    fixed_time_incidence = paste(cif, "group --test fixed-time:365 --pairwise holm"),
    fixed_time_incidence_ties = paste(causes, "group --test fixed-time:4"),
    fixed_time_incidence_absent = paste("compare", OWN("ties.csv"),
      "--time time --event cause --causes 1,2,3,9 --by sex --test fixed-time:4 --weight weight")
  )
})
