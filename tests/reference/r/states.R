# State occupation probabilities: the definition, checked with survfit (infinitesimal jackknife) and etm
# (Greenwood type).

put_states <- function() {
  set.seed(20260301)
  put(bmt_states(), "states_bmt137.csv")
  put(random_states(), "states.csv")
  put(edge_states(), "states_edges.csv")
}

# Platelet recovery, relapse and death of the 137; recovery after relapse is not told.
bmt_states <- function() {
  d <- read.csv("data/bmt137/incoming/bmt137.csv")
  rows <- lapply(seq_len(nrow(d)), function(i) {
    x <- d[i, ]
    at <- c(recovered = if (x$dp == 1) x$tp, relapsed = if (x$d2 == 1) x$t2, dead = if (x$d1 == 1) x$t1)
    if (x$d2 == 1 && "recovered" %in% names(at) && at[["recovered"]] >= at[["relapsed"]]) {
      at <- at[names(at) != "recovered"]
    }
    at <- at[!rev(duplicated(rev(at)))] # on one day the later state
    cuts <- unique(c(0, at, x$t1))
    last <- length(cuts)
    to <- c(names(at), "")[seq_len(last - 1)]
    data.frame(id = sprintf("B-%03d", i), entry = cuts[-last], exit = cuts[-1],
               from = c("transplanted", names(at))[seq_len(last - 1)], to = to, group = x$group)
  })
  do.call(rbind, rows)
}

# Three states with returns and a terminal one; ties, late entries, gaps, frequencies.
random_states <- function() {
  n <- 150
  group <- sample(c("a", "b"), n, TRUE)
  weight <- sample(0:3, n, TRUE)
  late <- runif(n) < 0.2
  do.call(rbind, lapply(seq_len(n), function(i) {
    from <- sample(c("ill", "well", "worse"), 1, prob = c(0.7, 0.2, 0.1))
    begin <- if (late[i]) sample(1:8, 1) else 0
    rows <- NULL
    repeat {
      end <- begin + 1 + floor(rexp(1, 1 / 6))
      to <- sample(setdiff(c("ill", "well", "worse", "dead", "censored"), from), 1)
      if (end > 40) {
        end <- 40
        to <- "censored"
        if (begin >= 40) break
      }
      rows <- rbind(rows, data.frame(id = sprintf("M-%03d", i), entry = begin, exit = end, from, to,
                                     group = group[i], weight = weight[i], entry_years = begin / 365.25,
                                     exit_years = end * (1 / 365.25), gapless = 1))
      gap <- to == "censored" && runif(1) < 0.3 && end < 35
      if (to == "dead" || (to == "censored" && !gap)) break
      if (gap) rows$gapless <- 0
      begin <- end + if (gap) 2 else 0
      from <- if (to == "censored") sample(c("ill", "well"), 1) else to
    }
    rows$gapless <- min(rows$gapless)
    rows
  }))
}

edge_states <- function() {
  one <- function(case, id, entry, exit, from, to) data.frame(case, id = paste0(case, id), entry, exit, from, to)
  rbind(
    one("all_censored", 1:3, 0, c(2, 4, 9), 1, 0),
    one("all_events", 1:4, 0, c(1, 2, 2, 5), 1, c(2, 3, 2, 3)),
    one("one_event", 1, 0, 5, 1, 2),
    one("one_censored", 1, 0, 5, 1, 0),
    one("all_at_once", 1:3, 0, 3, 1, c(2, 3, 2)),
    one("mixed_start", 1:5, 0, c(3, 4, 4, 6, 7), c(1, 1, 2, 2, 1), c(2, 3, 1, 0, 0)),
    one("mixed_start", 1, 3, 5, 2, 3),
    one("returns", c(1, 1, 1, 2, 2, 3), c(0, 1, 3, 0, 2, 0), c(1, 3, 5, 2, 6, 4), c(1, 2, 1, 1, 2, 1), c(2, 1, 3, 2, 0, 3)),
    one("ties", c(1, 2, 3, 4, 5, 6, 6, 7, 7), c(0, 0, 0, 0, 0, 0, 1, 0, 1), c(2, 2, 2, 2, 2, 1, 2, 1, 2),
        c(1, 1, 1, 1, 1, 1, 2, 1, 2), c(2, 3, 2, 0, 0, 2, 1, 2, 3)),
    one("late_only", 1:3, c(4, 4, 6), c(7, 9, 9), c(1, 1, 2), c(2, 0, 3)),
    one("emptied", 1:4, c(0, 0, 3, 3), c(1, 2, 5, 6), 1, c(2, 2, 2, 0)),
    one("split", c(1, 1, 1, 2, 2), c(0, 2, 4, 0, 3), c(2, 4, 6, 3, 5), 1, c(0, 0, 2, 0, 0)),
    one("no_return_seen", c(1, 2, 2), c(0, 0, 2), c(3, 2, 8), c(1, 1, 2), c(3, 2, 0))
  )
}

# From a landmark on: stays that end by then are left out, one that began before begins there.
from_landmark <- function(s, landmark, state) {
  there <- s$entry <= landmark & s$exit > landmark
  keep <- s$exit > landmark & (is.null(state) | s$id %in% s$id[there & s$from %in% state])
  s$entry <- pmax(s$entry, landmark)
  s[keep, ]
}

read_stays <- function(call) {
  columns <- c(call$id, call$entry, call$time, call$from, call$weight, listed(call$by))
  all <- read.csv(call$file, colClasses = "character", check.names = FALSE, na.strings = "")
  keep <- complete.cases(all[unique(columns)])
  data <- all[keep, , drop = FALSE]
  y <- aeqSurv(Surv(as.numeric(data[[call$entry]]), as.numeric(data[[call$time]]), rep(1, nrow(data))))
  to <- data[[call$to]]
  to[is.na(to) | to %in% c("0", "censored", "cens")] <- "0"
  s <- data.frame(id = data[[call$id]], entry = y[, 1], exit = y[, 2], from = data[[call$from]], to = to,
                  weight = if (is.null(call$weight)) 1 else as.numeric(data[[call$weight]]))
  list(stays = s, data = data, n_excluded = sum(!keep), states = sort(unique(c(s$from, setdiff(s$to, "0")))))
}

# A frequency of 3 is three subjects.
expand_stays <- function(s) {
  out <- s[rep(seq_len(nrow(s)), s$weight), ]
  copy <- unlist(lapply(s$weight, seq_len))
  out$id <- paste(out$id, copy, sep = "#")
  out[order(out$id, out$entry), ]
}

# Probabilities, influence of each subject, covariance of Greenwood type, and their areas, carried from time
# to time by the definitions.
follow <- function(s, states) {
  k <- length(states)
  ids <- unique(s$id)
  first <- s[!duplicated(s$id), ]
  origin <- min(first$entry)
  there <- first$entry == origin
  own <- outer(first$from, states, "==") * there
  p <- colSums(own) / sum(there)
  u <- (own - there %o% p) / sum(there)
  cov <- (diag(p, k) - p %o% p) / sum(there)
  continued <- c(s$id[-1] == s$id[-nrow(s)] & s$entry[-1] == s$exit[-nrow(s)], FALSE)
  times <- sort(unique(s$exit[s$to != "0"]))
  path <- list(list(time = origin, p = p, u = u, cov = cov, touched = rep(FALSE, k), jump = diag(k)))
  touched <- rep(FALSE, k)
  for (t in times) {
    risk <- s$entry < t & s$exit >= t
    y <- vapply(states, function(h) sum(risk & s$from == h), 0)
    jump <- diag(k)
    noise <- matrix(0, k, k)
    influence <- matrix(0, length(ids), k)
    for (h in seq_len(k)[y > 0]) {
      here <- risk & s$from == states[h]
      goes <- vapply(states, function(j) s$to[here] == j & s$exit[here] == t, logical(sum(here)))
      goes <- matrix(goes, sum(here))
      goes[, h] <- !apply(goes, 1, any)
      jump[h, ] <- colMeans(goes)
      who <- match(s$id[here], ids)
      influence[who, ] <- influence[who, ] + p[h] * sweep(goes, 2, jump[h, ]) / y[h]
      noise <- noise + p[h]^2 * (diag(jump[h, ], k) - jump[h, ] %o% jump[h, ]) / y[h]
      if (p[h] > 0 && jump[h, h] < 1) touched <- touched | jump[h, ] > 0 | seq_len(k) == h
    }
    u <- u %*% jump + influence
    cov <- t(jump) %*% cov %*% jump + noise
    p <- as.vector(p %*% jump)
    path <- c(path, list(list(time = t, p = p, u = u, cov = cov, touched = touched, jump = jump)))
  }
  list(path = path, at = vapply(path, `[[`, 0, "time"), origin = origin, last = max(s$exit), ids = ids,
       ends = sort(unique(c(times, s$exit[s$to == "0" & !continued]))))
}

state_variance <- function(course, t, variance) {
  now <- course$path[[findInterval(t, course$at)]]
  if (variance == "greenwood") diag(now$cov) else colSums(now$u^2)
}

# Areas to tau: of the probabilities, and of the influence; for the Greenwood type by the covariances of
# the areas with later steps, from the matrices between.
state_means <- function(course, tau, variance) {
  last <- findInterval(tau, course$at)
  width <- diff(c(course$at[seq_len(last)], tau))
  k <- length(course$path[[1]]$p)
  mean <- Reduce(`+`, lapply(seq_len(last), function(i) width[i] * course$path[[i]]$p))
  if (variance != "greenwood") {
    u <- Reduce(`+`, lapply(seq_len(last), function(i) width[i] * course$path[[i]]$u))
    return(list(mean = mean, variance = colSums(u^2)))
  }
  total <- matrix(0, k, k)
  for (i in seq_len(last)) {
    between <- course$path[[i]]$cov
    total <- total + width[i]^2 * between
    for (j in seq_len(last)[seq_len(last) > i]) {
      between <- between %*% course$path[[j]]$jump
      total <- total + width[i] * width[j] * (between + t(between))
    }
  }
  list(mean = mean, variance = diag(total))
}

# survfit's p(0) is of those at risk at the first transition: compared where these are the same. It refuses
# gaps.
check_survfit <- function(s, states, course, times, tau) {
  first <- s[!duplicated(s$id), ]
  moves <- s$exit[s$to != "0"]
  gaps <- any(s$id[-1] == s$id[-nrow(s)] & s$entry[-1] > s$exit[-nrow(s)])
  if (length(moves) == 0 || gaps) return(invisible(FALSE))
  simple <- length(unique(first$from)) == 1
  started <- all(first$entry == course$origin) && !any(s$to == "0" & s$exit < min(moves))
  if (!simple && !started) return(invisible(FALSE))
  s$to <- factor(s$to, c("0", setdiff(states, "0")))
  s$from <- factor(s$from, states)
  fit <- survfit(Surv(entry, exit, to) ~ 1, data = s, id = id, istate = from, influence = TRUE,
                 conf.type = "log-log")
  order <- match(fit$states, states)
  for (t in times[times >= course$origin & times <= course$last]) {
    i <- findInterval(t, fit$time)
    if (i == 0) next
    own <- course$path[[findInterval(t, course$at)]]
    agree("survfit", own$p[order], fit$pstate[i, ], 1e-11)
    agree("survfit, error", sqrt(colSums(own$u^2))[order], fit$std.err[i, ], 1e-8)
  }
  if (!is.null(tau) && tau <= course$last && tau > min(fit$time) && course$origin == 0) {
    table <- summary(fit, rmean = tau)$table
    own <- state_means(course, tau, "jackknife")
    agree("survfit, mean time", own$mean[order], as.vector(table[, "rmean"]), 1e-9)
    if (simple) agree("survfit, error of it", sqrt(own$variance)[order], as.vector(table[, "se(rmean)"]), 1e-8)
  }
  invisible(TRUE)
}

# etm forgets who is at risk when its clock starts below zero: everything moved by one.
check_etm <- function(s, states, course, times) {
  first <- s[!duplicated(s$id), ]
  if (length(unique(first$from)) != 1 || any(s$exit <= course$origin) || all(s$to == "0")) return(invisible(FALSE))
  tra <- matrix(FALSE, length(states), length(states))
  seen <- unique(s[s$to != "0", c("from", "to")])
  tra[cbind(match(seen$from, states), match(seen$to, states))] <- TRUE
  data <- data.frame(id = s$id, from = s$from, to = ifelse(s$to == "0", "cens", s$to), entry = s$entry + 1,
                     exit = s$exit + 1)
  fit <- try(etm(data, states, tra, "cens", s = 0), silent = TRUE)
  if (inherits(fit, "try-error")) return(invisible(FALSE))
  start <- first$from[1]
  for (t in times[times >= course$origin & times <= course$last]) {
    i <- findInterval(t + 1, fit$time)
    if (i == 0) next
    own <- course$path[[findInterval(t, course$at)]]
    agree("etm", own$p, fit$est[start, , i], 1e-11)
    names <- paste(start, states)
    agree("etm, variance", diag(own$cov), diag(fit$cov[names, names, i]), 1e-9)
  }
  invisible(TRUE)
}

states_rows <- function(call) {
  s <- read_stays(call)
  terminal <- !s$states %in% s$stays$from
  out <- list(row("states", "n_excluded", s$n_excluded))
  landmark <- if (!is.null(call$landmark)) as.numeric(call$landmark)
  if (!is.null(landmark)) {
    later <- from_landmark(s$stays, landmark, call[["landmark-state"]])
    weights <- function(s) sum(s$weight[!duplicated(s$id)])
    out <- c(out, list(row("states", "n_excluded_landmark", weights(s$stays) - weights(later))))
  }
  for (g in groups_of(call, s$data)) {
    own <- s$stays[g$rows, ]
    if (!is.null(landmark)) own <- from_landmark(own, landmark, call[["landmark-state"]])
    if (nrow(own) == 0) next
    expanded <- expand_stays(own[own$weight > 0, ])
    out <- c(out, group_states(call, expanded, s$states, terminal, g$group))
  }
  out
}

group_states <- function(call, s, states, terminal, group) {
  course <- follow(s, states)
  variance <- if (is.null(call$variance)) "jackknife" else call$variance
  times <- if (is.null(call$times)) course$ends else numbers(call$times)
  tau <- if (is.null(call[["mean-time"]])) NULL else as.numeric(call[["mean-time"]])
  check_survfit(s, states, course, times, tau)
  check_etm(s, states, course, times)
  out <- list(row("states", "n", length(course$ids), group = group))
  moves <- s[s$to != "0", ]
  for (kind in unique(paste(moves$from, moves$to, sep = " -> "))) {
    count <- sum(paste(moves$from, moves$to, sep = " -> ") == kind)
    out <- c(out, list(row("states", "events", count, group = group, term = kind)))
  }
  for (t in times) out <- c(out, states_at(call, s, states, terminal, group, course, variance, t))
  if (is.null(tau)) return(out)
  means <- if (tau > course$origin) state_means(course, tau, variance)
  reason <- absence(course, terminal, tau, tau <= course$origin)
  c(out, unlist(lapply(seq_along(states), function(j) {
    at <- function(stat, value) {
      row("states", stat, if (is.null(reason)) value else NA, group = group, cause = states[j], time = tau,
          reason = reason)
    }
    list(at("mean_time", means$mean[j]), at("mean_time_se", sqrt(max(means$variance[j], 0))))
  }), recursive = FALSE))
}

absence <- function(course, terminal, t, early) {
  if (early) return("not_estimable")
  p <- course$path[[findInterval(t, course$at)]]$p
  if (t > course$last && sum(p[!terminal]) > 1e-12) "beyond_followup"
}

states_at <- function(call, s, states, terminal, group, course, variance, t) {
  reason <- absence(course, terminal, t, t < course$origin)
  v <- if (is.null(reason)) state_variance(course, t, variance)
  now <- course$path[[max(1, findInterval(t, course$at))]]
  unlist(lapply(seq_along(states), function(j) {
    at <- function(stat, value, reason = NULL) {
      row("states", stat, value, group = group, cause = states[j], time = t, reason = reason)
    }
    risk <- at("n_risk", sum(s$from == states[j] & s$entry < t & s$exit >= t))
    none <- function(stats, reason) lapply(stats, at, value = NA, reason = reason)
    if (!is.null(reason)) return(c(list(risk), none(c("estimate", "std_error", "conf_low", "conf_high"), reason)))
    p <- now$p[j]
    if (p < 1e-12 || p > 1 - 1e-12) {
      # an exact 0 or 1 by rounding of the product
      start <- list(risk, at("estimate", round(p)))
      if (now$touched[j]) return(c(start, none(c("std_error", "conf_low", "conf_high"), "not_estimable")))
      return(c(start, list(at("std_error", 0)), none(c("conf_low", "conf_high"), "no_events")))
    }
    se <- sqrt(v[j])
    width <- call$z * se / (p * log(p))
    list(risk, at("estimate", p), at("std_error", se), at("conf_low", p^exp(-width)), at("conf_high", p^exp(width)))
  }), recursive = FALSE)
}

STAYS <- "--id id --entry entry --time exit --from from --to to"
BMT_STATES <- paste("states", OWN("states_bmt137.csv"), STAYS)
RANDOM_STATES <- paste("states", OWN("states.csv"), STAYS)
EDGE_STATES <- paste("states", OWN("states_edges.csv"), STAYS, "--by case")

states_cases <- c(
  bmt = paste(BMT_STATES, "--times 0,20,100,365,730,2640,2641 --mean-time 730"),
  bmt_greenwood = paste(BMT_STATES, "--times 0,20,100,365,730,2640,2641 --mean-time 730 --variance greenwood"),
  bmt_many_times = paste(BMT_STATES, "--times 1,5,10,13,15,16,18,20,25,30,47,55,80,105,127,162,200,276,381,414,500,700,1000,2000,2569"),
  bmt_by_group = paste(BMT_STATES, "--by group --overall --times 50,365,1000 --mean-time 365"),
  bmt_level_90 = paste(BMT_STATES, "--times 100,365 --conf-level 0.9"),
  returns = paste(RANDOM_STATES, "--times 0,1,5,10.5,20,39,40,41 --mean-time 25"),
  returns_greenwood = paste(RANDOM_STATES, "--times 0,1,5,10.5,20,39,40,41 --mean-time 25 --variance greenwood"),
  returns_by_group = paste(RANDOM_STATES, "--by group --overall"),
  returns_without_gaps = paste(RANDOM_STATES, "--by gapless --times 2,8,30 --mean-time 40"),
  weighted = paste(RANDOM_STATES, "--weight weight --by group --times 2,8,30 --mean-time 40"),
  weighted_greenwood = paste(RANDOM_STATES, "--weight weight --times 2,8,30 --mean-time 40 --variance greenwood"),
  years = paste("states", OWN("states.csv"), "--id id --entry entry_years --time exit_years --from from --to to --times 0.01,0.05"),
  landmark = paste(BMT_STATES, "--landmark 30 --times 30,50,100,365,2640 --mean-time 730 --by group --overall"),
  landmark_greenwood = paste(BMT_STATES, "--landmark 30 --times 50,365 --mean-time 730 --variance greenwood"),
  landmark_recovered = paste(BMT_STATES, "--landmark 100 --landmark-state recovered --times 100,200,365 --mean-time 730"),
  landmark_relapsed_greenwood = paste(BMT_STATES, "--landmark 365 --landmark-state relapsed --times 366,500,730 --variance greenwood"),
  landmark_returns = paste(RANDOM_STATES, "--landmark 6 --by group --overall --times 6,10,20,39 --mean-time 25"),
  landmark_returns_ill = paste(RANDOM_STATES, "--landmark 6 --landmark-state ill --weight weight --times 6,10,20,39 --mean-time 25"),
  edges = EDGE_STATES,
  edges_greenwood = paste(EDGE_STATES, "--variance greenwood"),
  edges_at_times = paste(EDGE_STATES, "--times 0,1,2,2.5,4,5,8,12 --mean-time 5"),
  edges_mean_greenwood = paste(EDGE_STATES, "--times 2 --mean-time 4.5 --variance greenwood")
)
