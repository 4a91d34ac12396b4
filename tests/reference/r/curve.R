# What is asked of a curve besides its values: cumulative hazard, simultaneous bands, conditional
# survival; quantiles of cumulative incidence and the mean time lost to a cause.

curve_rows <- function(call) if (call$command == "km") km_extras(call) else cif_extras(call)

km_extras <- function(call) {
  s <- expand(read_subjects(call))
  unlist(lapply(groups_of(call, s$data), function(g) {
    one <- take(s, g$rows)
    fit <- survival_fit(one, call)
    times <- if (is.null(call$times)) fit$time else numbers(call$times)
    c(hazard_rows(one, fit, times, g$group, call), band_rows(one, fit, times, g$group, call),
      conditional_rows(one, fit, times, g$group, call))
  }), recursive = FALSE)
}

# Whether nothing is known at t any more: the last observation is censored, and before t.
is_past <- function(fit, t) t > max(fit$time) && fit$surv[length(fit$time)] > 0

# survfit's cumulative hazard (ctype = 1) and its standard error, sum of d/n^2. survfit gives no interval
# for it; the one of log H is written out (as Stata's `sts list, na`).
hazard_rows <- function(s, fit, times, group, call) {
  if (is.null(call[["cumulative-hazard"]])) return(list())
  table <- risk_table(s)
  agree("cumulative hazard", fit$cumhaz, cumsum(table$d / table$n))
  agree("its error", fit$std.chaz, sqrt(cumsum(table$d / table$n^2)))
  unlist(lapply(times, function(t) {
    at <- function(stat, value, reason = NULL) row("km", stat, value, group = group, time = t, reason = reason)
    # survfit carries on; here nobody is followed beyond the last observation
    if (t > max(fit$time)) {
      return(lapply(c("cumhaz", "cumhaz_se", "cumhaz_low", "cumhaz_high"), at, NA, "beyond_followup"))
    }
    i <- findInterval(t, fit$time)
    h <- if (i == 0) 0 else fit$cumhaz[i]
    se <- if (i == 0) 0 else fit$std.chaz[i]
    width <- exp(call$z * se / h)
    limits <- if (h == 0) c(NA, NA) else c(h / width, h * width)
    list(at("cumhaz", h), at("cumhaz_se", se), at("cumhaz_low", limits[1], "no_events"),
         at("cumhaz_high", limits[2], "no_events"))
  }), recursive = FALSE)
}

# P(|Brownian bridge| <= k on [a, b]): the square (-k, k)^2 under the two ends, and its reflections
# (Hall and Wellner 1980 for a = 0). Bivariate normal by Genz's TVPACK, so another way than engraft's.
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
    weight <- exp(-2 * k^2 * j^2)
    if (weight < 1e-20) return(0)
    x <- c(-k, k) + 2 * k * j * a
    y <- c(-k, k) - 2 * k * j * (1 - b)
    (-1)^j * weight * (below(x[2], y[2]) - below(x[1], y[2]) - below(x[2], y[1]) + below(x[1], y[1]))
  }, 0))
}

critical_value <- function(kind, a, b, level) {
  if (kind == "hall-wellner") {
    return(uniroot(function(k) stays_within(k, a, b) - level, c(0.05, 6), tol = 1e-15, maxiter = 10000)$root)
  }
  log_odds <- log(b * (1 - a) / (a * (1 - b)))
  crossed <- function(c) 4 * dnorm(c) / c + dnorm(c) * (c - 1 / c) * log_odds
  uniroot(function(c) crossed(c) - (1 - level), c(1.5538, 20), tol = 1e-15, maxiter = 10000)$root
}

# Klein and Moeschberger, section 4.4; km.ci reads its critical values from their tables.
band_rows <- function(s, fit, times, group, call) {
  if (is.null(call$band)) return(list())
  type <- if (is.null(call[["conf-type"]])) "log-log" else call[["conf-type"]]
  n <- length(unique(s$id))
  greenwood <- fit$std.err^2
  critical <- function(value, reason = NULL) row("km", "band_critical", value, group = group, reason = reason)
  limits <- function(t, values, reason = NULL) {
    mapply(function(stat, v) row("km", stat, v, group = group, time = t, reason = reason),
           c("band_low", "band_high"), values, SIMPLIFY = FALSE, USE.NAMES = FALSE)
  }
  events <- fit$time[fit$n.event > 0]
  from <- as.numeric(call[["band-from"]])
  to <- as.numeric(call[["band-to"]])
  stretch <- c(max(c(from, min(c(events, Inf)))), min(c(to, max(fit$time))))
  inside <- which(fit$surv > 0 & fit$surv < 1)
  ends <- vapply(stretch, function(t) max(c(0, inside[fit$time[inside] <= t])), 0)
  reason <- if (length(events) == 0 || stretch[2] < events[1]) "no_events"
  else if (stretch[1] > max(fit$time)) "beyond_followup"
  else if (any(ends == 0) || stretch[1] > stretch[2] || any(fit$surv == 0 & fit$time <= stretch[1])) "not_estimable"
  value <- NA
  if (is.null(reason)) {
    scaled <- n * greenwood[ends]
    a <- scaled / (1 + scaled)
    value <- critical_value(call$band, a[1], a[2], call$level)
  }
  rows <- list(critical(value, reason))
  made <- lapply(times, function(t) {
    if (is_past(fit, t)) return(limits(t, c(NA, NA), "beyond_followup"))
    i <- findInterval(t, fit$time)
    if (i == 0 || fit$surv[i] == 1) return(limits(t, c(NA, NA), "no_events"))
    if (fit$surv[i] == 0 || any(t < from) || any(t > to)) return(limits(t, c(NA, NA), "not_estimable"))
    if (!is.null(reason)) return(limits(t, c(NA, NA), reason))
    g <- greenwood[i]
    width <- if (call$band == "hall-wellner") value * (1 + n * g) / sqrt(n) else value * sqrt(g)
    limits(t, band_limits(type, fit$surv[i], width))
  })
  check_km_ci(s, fit, times, made, type, stretch, call)
  c(rows, unlist(made, recursive = FALSE))
}

# `width` stands for z times the standard error of log S.
band_limits <- function(type, s, width) {
  clip <- function(x) pmin(1, pmax(0, x))
  switch(type,
    plain = clip(s + c(-1, 1) * s * width),
    log = clip(exp(log(s) + c(-1, 1) * width)),
    `log-log` = s^exp(c(-1, 1) * width / log(s)),
    logit = plogis(qlogis(s) + c(-1, 1) * width / (1 - s)),
    arcsin = sin(pmin(pi / 2, pmax(0, asin(sqrt(s)) + c(-0.5, 0.5) * width * sqrt(s / (1 - s)))))^2)
}

# The same from km.ci, up to its tables of critical values (steps of 0.02 in a, four decimals).
check_km_ci <- function(s, fit, times, made, type, stretch, call) {
  method <- c(`hall-wellner.plain` = "hall-wellner", `hall-wellner.log-log` = "loghall",
              `equal-precision.plain` = "epband", `equal-precision.log-log` = "logep")
  method <- method[paste(call$band, type, sep = ".")]
  if (is.na(method) || s$delayed || !call$level %in% c(0.9, 0.95) || is.null(call[["band-from"]])) return()
  if (length(listed(call$by)) > 0 || anyDuplicated(s$id)) return()
  plain <- survfit(Surv(s$exit, s$event) ~ 1, timefix = FALSE)
  other <- km.ci::km.ci(plain, call$level, tl = stretch[1], tu = stretch[2], method = method)
  at <- match(times, other$time)
  own <- do.call(rbind, lapply(made, function(rows) vapply(rows, function(r) c(r$fields$value, NA)[1], 0)))
  agree("km.ci, lower", own[!is.na(at), 1], other$lower[at[!is.na(at)]], 0.02)
  agree("km.ci, upper", own[!is.na(at), 2], other$upper[at[!is.na(at)]], 0.02)
}

# survfit of those with an exit after T: they are at risk from T, or from their later entry.
# survfit(start.time = T) would keep the events at T itself.
conditional_rows <- function(s, fit, times, group, call) {
  unlist(lapply(sort(unique(numbers(call[["conditional-on"]]))), function(given) {
    keep <- s$exit > given
    later <- if (any(keep)) survival_fit(take(s, keep), call)
    unlist(lapply(times[times > given], function(t) {
      at <- function(stat, value, reason = NULL) {
        row("km", stat, value, group = group, term = paste("given", number(given)), time = t, reason = reason)
      }
      values <- c("estimate", "std_error", "conf_low", "conf_high")
      if (is.null(later)) {
        return(lapply(values, at, NA, if (is_past(fit, t)) "beyond_followup" else "not_estimable"))
      }
      if (is_past(later, t)) return(lapply(values, at, NA, "beyond_followup"))
      i <- findInterval(t, later$time)
      if (i == 0 || later$surv[i] == 1) {
        return(list(at("estimate", 1), at("std_error", 0), at("conf_low", NA, "no_events"),
                    at("conf_high", NA, "no_events")))
      }
      begin <- c(1, fit$surv)[findInterval(given, fit$time) + 1]
      if (begin > 0) agree("ratio", later$surv[i], fit$surv[findInterval(t, fit$time)] / begin)
      if (later$surv[i] == 0) return(c(list(at("estimate", 0)), lapply(values[-1], at, NA, "not_estimable")))
      list(at("estimate", later$surv[i]), at("std_error", later$surv[i] * later$std.err[i]),
           at("conf_low", later$lower[i]), at("conf_high", later$upper[i]))
    }), recursive = FALSE)
  }), recursive = FALSE)
}

cif_extras <- function(call) {
  s <- expand(read_subjects(call))
  spec <- listed(call$causes)
  codes <- as.numeric(sub("=.*", "", spec))
  labels <- sub("^[^=]*=", "", spec)
  if (any(!s$event %in% c(0, codes))) stop("a code without its cause")
  unlist(lapply(groups_of(call, s$data), function(g) {
    one <- take(s, g$rows)
    unlist(lapply(seq_along(codes), function(k) {
      curve <- incidence(one, codes[k])
      c(incidence_quantiles(one, codes[k], curve, labels[k], g$group, call),
        time_lost(one, codes[k], curve, labels[k], g$group, call))
    }), recursive = FALSE)
  }), recursive = FALSE)
}

variance_asked <- function(call) if (is.null(call$variance)) "aalen" else call$variance

# survival refuses quantiles of several states. The rule is that of quantile.survfit on 1 - F: a flat piece gives
# its middle, one with no later event ends at the last time. prodlim takes the first time.
incidence_quantiles <- function(s, code, curve, label, group, call) {
  f <- curve$f
  width <- exp(call$z * curve[[variance_asked(call)]] / (f * log(f)))
  told <- f > 0 & f < 1 - 1e-12
  low <- ifelse(told, f^(1 / width), NA)
  high <- ifelse(told, f^width, NA)
  shaped <- structure(list(n = length(s$exit), time = curve$time, n.risk = curve$n, n.event = curve$d, surv = 1 - f,
                           lower = 1 - high, upper = 1 - low, conf.type = "log-log", conf.int = call$level),
                      class = "survfit")
  unlist(lapply(sort(unique(numbers(call$probs))), function(p) {
    # quantile.survfit compares the end of a curve without a tolerance: 0.2 is never reached by 1 - 0.8
    top <- max(1 - shaped$surv)
    q <- quantile(shaped, if (abs(p - top) < 1e-12) top else p)
    # an F of 0 is known; survfit has no limits there, so that they may never cross
    check_prodlim_quantile(s, code, curve, p, q$quantile)
    one <- function(stat, value) {
      row("cif", stat, value, group = group, cause = label, term = number(p), reason = "not_reached")
    }
    list(one("quantile", q$quantile), one("quantile_low", q$lower), one("quantile_high", q$upper))
  }), recursive = FALSE)
}

check_prodlim_quantile <- function(s, code, curve, p, own) {
  if (s$delayed || !any(s$event == code) || any(abs(curve$f - p) < 1e-9) || !any(s$event == 0)) return()
  if (length(unique(s$event[s$event > 0])) < 2 || any(s$exit == 0)) return()
  fit <- prodlim(Hist(exit, event) ~ 1, data = data.frame(exit = s$exit, event = s$event))
  first <- curve$time[match(TRUE, curve$f >= p)]
  agree("first time", as.vector(own), first)
  # its own summary is a table of text and numbers; the estimate is the second column
  other <- quantile(fit, p, cause = code)
  other <- as.numeric(as.matrix(as.data.frame(unclass(other)[[1]]))[, "quantile"])
  if (length(other) == 1 && !is.na(other)) agree("prodlim, quantile", own, other)
}

# The area under F. `delta`: from etm's covariances, and without delayed entry the areas under survfit's influence
# curves (infinitesimal jackknife; under delayed entry that is another variance). `aalen`: the variance of cmprsk
# carried through the area; no package has it, so it is written out by its definition.
time_lost <- function(s, code, curve, label, group, call) {
  if (is.null(call$rmtl)) return(list())
  tau <- as.numeric(call$rmtl)
  one <- function(stat, value, reason = NULL) {
    row("cif", stat, value, group = group, cause = label, time = tau, reason = reason)
  }
  stats <- c("rmtl", "rmtl_se", "rmtl_low", "rmtl_high")
  last <- length(curve$time)
  if (tau > curve$time[last] && curve$surv[last] > 0) return(lapply(stats, one, NA, "beyond_followup"))
  knots <- c(0, pmin(curve$time, tau), tau)
  area <- sum(diff(knots) * c(0, curve$f))
  influence <- area_influence(s, code, tau)
  agree("area", influence$area, area)
  delta <- etm_area_variance(s, curve, code, tau)
  if (!s$delayed) agree("jackknife", sum(influence$each^2), delta)
  if (sum(curve$d[curve$time < tau]) == 0) {
    return(list(one("rmtl", 0), one("rmtl_se", 0), one("rmtl_low", NA, "no_events"), one("rmtl_high", NA, "no_events")))
  }
  variance <- if (variance_asked(call) == "delta") delta else aalen_area_variance(s, code, curve, tau)
  if (variance < 1e-20) return(c(list(one("rmtl", area)), lapply(stats[-1], one, NA, "not_estimable")))
  se <- sqrt(variance)
  list(one("rmtl", area), one("rmtl_se", se), one("rmtl_low", area - call$z * se), one("rmtl_high", area + call$z * se))
}

area_influence <- function(s, code, tau) {
  states <- sort(unique(c(code, s$event[s$event > 0])))
  # everything moved by one: survfit starts its clock below zero otherwise, and an event at 0 counts
  entry <- if (s$delayed) s$entry + 1 else rep(0, length(s$exit))
  fit <- survfit(Surv(entry, s$exit + 1, factor(s$event, c(0, states))) ~ 1, id = seq_along(s$exit), influence = TRUE,
                 timefix = FALSE)
  column <- match(as.character(code), fit$states)
  knots <- c(0, pmin(fit$time - 1, tau), tau)
  each <- if (is.list(fit$influence.pstate)) fit$influence.pstate[[1]] else fit$influence.pstate
  # the first time of the influence may be the start
  extra <- dim(each)[2] - length(fit$time)
  each <- matrix(each[, extra + seq_along(fit$time), column], nrow = dim(each)[1])
  list(area = sum(diff(knots)[-1] * fit$pstate[, column]), each = as.vector(each %*% diff(knots)[-1]))
}

# cov(F(s), F(t)) = var F(s) + cov(F(s), S(s)) P(event in (s, t] | free at s), for s <= t. etm keeps variances only:
# with O for all other causes, S = 1 - F - O gives cov(F, S) = (var O - var F - var S) / 2.
etm_area_variance <- function(s, curve, code, tau) {
  data <- data.frame(entry = if (s$delayed) s$entry + 1 else 0, exit = s$exit + 1, from = "0",
                     to = ifelse(s$event == 0, "cens", ifelse(s$event == code, "1", "2")), id = seq_along(s$exit))
  if (!any(s$event == code)) return(0)
  tra <- matrix(FALSE, 3, 3)
  tra[1, -1] <- TRUE
  fit <- suppressWarnings(etm(data, c("0", "1", "2"), tra, "cens", s = 0)) # a cause may be absent
  at <- findInterval(curve$time + 1, fit$time)
  variance <- function(name) c(0, fit$cov[name, name, ])[at + 1]
  var_f <- variance("0 1")
  both <- (variance("0 2") - var_f - variance("0 0")) / 2
  used <- which(curve$time < tau)
  long <- diff(c(curve$time[used], tau))
  sum(vapply(seq_along(used), function(i) {
    sum(vapply(seq_along(used), function(j) {
      first <- used[min(i, j)]
      later <- used[max(i, j)]
      more <- if (curve$surv[first] > 0) (curve$f[later] - curve$f[first]) / curve$surv[first] else 0
      long[i] * long[j] * (var_f[first] + both[first] * more)
    }, 0))
  }, 0))
}

aalen_area_variance <- function(s, code, curve, tau) {
  all <- risk_table(s)
  mine <- curve$d
  other <- all$d - mine
  fpc <- function(d) ifelse(d > 1, (all$n - d) / (all$n - 1), 1)
  before <- c(1, curve$surv[-length(curve$surv)])
  sum(vapply(which(curve$time < tau & all$d > 0), function(j) {
    if (before[j] <= 0) return(0)
    later <- which(seq_along(curve$time) >= j & curve$time < tau)
    long <- diff(c(curve$time[later], tau))
    rest <- if (curve$surv[j] > 0) (curve$f[later] - curve$f[j]) / curve$surv[j] else 0 * long
    (before[j] / all$n[j])^2 * (mine[j] * fpc(mine)[j] * sum(long * (1 - rest))^2 +
                                  other[j] * fpc(other)[j] * sum(long * rest)^2)
  }, 0))
}

HAZARD <- "--cumulative-hazard"
HALL <- "--band hall-wellner"
EQUAL <- "--band equal-precision"

curve_cases <- c(
  hazard_bmt = paste("km", BMT, "--time t1 --event d1 --by group --overall --times 0,1,28,100,365,730,2640,2641", HAZARD),
  hazard_every_time = paste("km", BMT, "--time t2 --event d3", HAZARD, "--conf-level 0.9"),
  hazard_edges = paste("km", OWN("edges.csv"), "--time time --event status --by case", HAZARD),
  hazard_weighted = paste("km", OWN("ties.csv"), "--time time --event dead --by group --weight weight", HAZARD),
  hazard_delayed = paste("km", OWN("entry.csv"), "--time exit --event status --entry entry --by group", HAZARD),
  hazard_delayed_edges = paste("km", OWN("entry_edges.csv"), "--time exit --event status --entry entry --by case", HAZARD),
  hazard_intervals = paste("km", OWN("intervals.csv"), "--time stop --event event --entry start --id id --times 10,50,100", HAZARD),
  hall_bmt = paste("km", BMT, "--time t2 --event d3 --times 104,110,162,230,332,418,526", HALL, "--band-from 100 --band-to 600"),
  hall_bmt_plain = paste("km", BMT, "--time t2 --event d3 --times 104,110,162,230,332,418,526 --conf-type plain", HALL, "--band-from 100 --band-to 600"),
  hall_bmt_log = paste("km", BMT, "--time t2 --event d3 --times 104,162,600,601 --conf-type log", HALL, "--band-from 100 --band-to 600"),
  hall_bmt_logit = paste("km", BMT, "--time t2 --event d3 --times 104,162,600,601 --conf-type logit", HALL, "--band-from 100 --band-to 600"),
  hall_bmt_arcsin = paste("km", BMT, "--time t2 --event d3 --times 104,162,600,601 --conf-type arcsin", HALL, "--band-from 100 --band-to 600"),
  hall_bmt_every_time = paste("km", BMT, "--time t1 --event d1", HALL),
  hall_by_group = paste("km", BMT, "--time t1 --event d1 --by group --overall --times 1,100,365,730,2640,2641", HALL),
  hall_level_90 = paste("km", BMT, "--time t1 --event d1 --times 110,365,730", HALL, "--band-from 100 --band-to 700 --conf-level 0.9"),
  hall_level_99 = paste("km", BMT, "--time t1 --event d1 --times 110,365,730", HALL, "--band-from 100 --band-to 700 --conf-level 0.99"),
  hall_level_50 = paste("km", BMT, "--time t1 --event d1 --times 110,365,730", HALL, "--conf-level 0.5"),
  hall_anaemia = paste("km", ANAEMIA, "--time Time --event Status --by Trt --times 50,365", HALL),
  hall_edges = paste("km", OWN("edges.csv"), "--time time --event status --by case", HALL),
  hall_edges_plain = paste("km", OWN("edges.csv"), "--time time --event status --by case --conf-type plain", HALL, "--band-from 2 --band-to 4"),
  hall_weighted = paste("km", OWN("ties.csv"), "--time time --event dead --by group --weight weight", HALL),
  hall_delayed = paste("km", OWN("entry.csv"), "--time exit --event status --entry entry --by group --times 5,20,50,90,300", HALL),
  hall_delayed_edges = paste("km", OWN("entry_edges.csv"), "--time exit --event status --entry entry --by case", HALL),
  hall_intervals = paste("km", OWN("intervals.csv"), "--time stop --event event --entry start --id id --by group --times 10,50,100", HALL),
  hall_children = paste("km", CHILDREN, "--time survival_time --event survival_status --times 100,365,1826", HALL),
  equal_bmt = paste("km", BMT, "--time t2 --event d3 --times 104,110,162,230,332,418,526", EQUAL, "--band-from 100 --band-to 600"),
  equal_bmt_plain = paste("km", BMT, "--time t2 --event d3 --times 104,110,162,230,332,418,526 --conf-type plain", EQUAL, "--band-from 100 --band-to 600"),
  equal_by_group = paste("km", BMT, "--time t1 --event d1 --by group --overall --times 1,100,365,730,2640,2641 --conf-type arcsin", EQUAL),
  equal_level_90 = paste("km", BMT, "--time t1 --event d1 --times 110,365,730", EQUAL, "--band-from 100 --band-to 700 --conf-level 0.9"),
  equal_level_99 = paste("km", BMT, "--time t1 --event d1 --times 110,365,730", EQUAL, "--band-from 100 --band-to 700 --conf-level 0.99"),
  equal_edges = paste("km", OWN("edges.csv"), "--time time --event status --by case", EQUAL),
  equal_weighted = paste("km", OWN("ties.csv"), "--time time --event dead --by group --weight weight", EQUAL),
  equal_delayed = paste("km", OWN("entry.csv"), "--time exit --event status --entry entry --by group", EQUAL, "--band-from 10 --band-to 60"),
  given_bmt = paste("km", BMT, "--time t1 --event d1 --by group --overall --times 1,100,365,730,2640,2641 --conditional-on 0,100,365,2640"),
  given_every_time = paste("km", BMT, "--time t2 --event d3 --conditional-on 162"),
  given_plain = paste("km", BMT, "--time t2 --event d3 --times 365,730 --conditional-on 100,200 --conf-type plain"),
  given_log = paste("km", BMT, "--time t2 --event d3 --times 365,730 --conditional-on 100,200 --conf-type log --conf-level 0.9"),
  given_edges = paste("km", OWN("edges.csv"), "--time time --event status --by case --conditional-on 0,1,2,3"),
  given_weighted = paste("km", OWN("ties.csv"), "--time time --event dead --by group --weight weight --conditional-on 3,12"),
  given_delayed = paste("km", OWN("entry.csv"), "--time exit --event status --entry entry --by group --conditional-on 7,30"),
  given_delayed_edges = paste("km", OWN("entry_edges.csv"), "--time exit --event status --entry entry --by case --conditional-on 1,2,4,9"),
  given_intervals = paste("km", OWN("intervals.csv"), "--time stop --event event --entry start --id id --by group --times 60,100 --conditional-on 25"),
  quantiles_bmt = paste("cif", BMT_CIF, "--time time --event status --causes 1=relapse,2=nrm --by group --overall --times 365 --probs 0.05,0.1,0.2,0.25,0.5"),
  quantiles_bmt_delta = paste("cif", BMT_CIF, "--time time --event status --causes 1,2 --times 365 --probs 0.1,0.25,0.3 --variance delta --conf-level 0.9"),
  quantiles_edges = paste("cif", OWN("edges.csv"), "--time time --event cause --causes 1,2 --by case --times 1 --probs 0.2,0.25,0.5,0.75"),
  quantiles_ties = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3,9 --by group --weight weight --times 1 --probs 0.1,0.25,0.4"),
  quantiles_delayed = paste("cif", OWN("entry.csv"), "--time exit --event cause --causes 1,2 --entry entry --by group --times 5 --probs 0.1,0.3,0.5"),
  quantiles_delayed_edges = paste("cif", OWN("entry_edges.csv"), "--time exit --event cause --causes 1,2 --entry entry --by case --times 5 --probs 0.2,0.5"),
  lost_bmt = paste("cif", BMT_CIF, "--time time --event status --causes 1=relapse,2=nrm --by group --overall --times 365 --rmtl 365"),
  lost_bmt_delta = paste("cif", BMT_CIF, "--time time --event status --causes 1,2 --by group --overall --times 365 --rmtl 1000 --variance delta"),
  lost_bmt_end = paste("cif", BMT_CIF, "--time time --event status --causes 1,2 --by group --times 365 --rmtl 2400 --variance delta --conf-level 0.9"),
  lost_edges = paste("cif", OWN("edges.csv"), "--time time --event cause --causes 1,2 --by case --times 1 --rmtl 3"),
  lost_edges_delta = paste("cif", OWN("edges.csv"), "--time time --event cause --causes 1,2 --by case --times 1 --rmtl 3 --variance delta"),
  lost_edges_late = paste("cif", OWN("edges.csv"), "--time time --event cause --causes 1,2 --by case --times 1 --rmtl 12 --variance delta"),
  lost_ties = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3,9 --by group --times 1 --rmtl 9.5"),
  lost_ties_weighted = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --weight weight --by group --overall --times 1 --rmtl 9.5 --variance delta"),
  lost_delayed = paste("cif", OWN("entry.csv"), "--time exit --event cause --causes 1,2 --entry entry --by group --overall --times 5 --rmtl 60"),
  lost_delayed_delta = paste("cif", OWN("entry.csv"), "--time exit --event cause --causes 1,2 --entry entry --by group --overall --times 5 --rmtl 60 --variance delta"),
  lost_delayed_edges = paste("cif", OWN("entry_edges.csv"), "--time exit --event cause --causes 1,2 --entry entry --by case --times 5 --rmtl 8"),
  lost_delayed_edges_delta = paste("cif", OWN("entry_edges.csv"), "--time exit --event cause --causes 1,2 --entry entry --by case --times 5 --rmtl 8 --variance delta"),
  lost_years = paste("cif", OWN("years.csv"), "--time years --event cause --causes 1,2 --by group --times 1 --rmtl 1.5")
)
