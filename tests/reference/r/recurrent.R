# Mean cumulative count of recurrent events with a terminal event (Ghosh and Lin 2000), by definition: the
# influence of every subject at every time. Without ties it must be mets::recurrentMarginal.

recurrent_rows <- function(call) {
  s <- read_subjects(call)
  if (!s$delayed) s <- one_after_another(s, call)
  kind <- rep(0, length(s$event))
  kind[s$event %in% numbers(call$recurrent)] <- 1
  kind[s$event %in% numbers(call$terminal)] <- 2
  rows <- list(row("recurrent", "n_excluded", s$n_excluded))
  for (g in groups_of(call, s$data)) rows <- c(rows, recurrent_group(g, s, kind, call))
  rows
}

# Without entries each row begins where the one before it of the same subject ended.
one_after_another <- function(s, call) {
  order <- order(s$id, s$exit, match(s$event, c(numbers(call$recurrent), 0, numbers(call$terminal))), method = "radix")
  before <- c(NA, order[-length(order)])
  same <- c(FALSE, s$id[order][-1] == s$id[order][-length(order)])
  s$entry[order[same]] <- s$exit[before[same]]
  s
}

recurrent_group <- function(g, s, kind, call) {
  one <- function(stat, value, time = NULL, reason = NULL) {
    row("recurrent", stat, value, group = g$group, time = time, reason = reason)
  }
  d <- data.frame(id = s$id, entry = s$entry, exit = s$exit, kind = kind)[g$rows, ]
  fit <- ghosh_lin(d)
  if (isTRUE(s$delayed) && !anyDuplicated(d$exit)) agree_with_mets(d, fit)
  rows <- list(one("n", length(unique(d$id))), one("events", sum(d$kind == 1)), one("n_terminal", sum(d$kind == 2)))
  every <- is.null(call$times)
  for (t in if (every) fit$time else numbers(call$times)) {
    count <- function(k) sum(d$kind == k & if (every) d$exit == t else d$exit <= t)
    rows <- c(rows, list(one("n_risk", sum(d$exit >= t & d$entry < t), t), one("n_event", count(1), t),
                         one("n_terminal", count(2), t)))
    i <- sum(fit$time <= t)
    if (t > max(fit$time) && fit$alive[i] > 0) {
      rows <- c(rows, lapply(c("estimate", "std_error", "conf_low", "conf_high"), one, value = NULL, time = t,
                             reason = "beyond_followup"))
      next
    }
    mu <- if (i == 0) 0 else fit$mu[i]
    se <- if (i == 0) 0 else fit$se[i]
    rows <- c(rows, list(one("estimate", mu, t)))
    if (mu == 0) {
      rows <- c(rows, list(one("std_error", 0, t)),
                lapply(c("conf_low", "conf_high"), one, value = NULL, time = t, reason = "no_events"))
    } else if (se^2 <= 1e-14 * mu^2) {
      # all alike: nothing but rounding
      rows <- c(rows, lapply(c("std_error", "conf_low", "conf_high"), one, value = NULL, time = t,
                             reason = "not_estimable"))
    } else {
      limits <- mu * exp(c(-1, 1) * call$z * se / mu)
      rows <- c(rows, list(one("std_error", se, t), one("conf_low", limits[1], t), one("conf_high", limits[2], t)))
    }
  }
  rows
}

ghosh_lin <- function(d) {
  time <- sort(unique(d$exit))
  ids <- unique(d$id)
  # subjects x times: at risk, recurrent events, terminal events
  Y <- N <- D <- matrix(0, nrow = length(ids), ncol = length(time))
  for (r in seq_len(nrow(d))) {
    i <- match(d$id[r], ids)
    j <- match(d$exit[r], time)
    Y[i, d$entry[r] < time & time <= d$exit[r]] <- 1
    if (d$kind[r] == 1) N[i, j] <- N[i, j] + 1
    if (d$kind[r] == 2) D[i, j] <- 1
  }
  y <- colSums(Y)
  dR <- colSums(N) / y
  dL <- colSums(D) / y
  alive <- cumprod(1 - dL)
  before <- c(1, alive)[seq_along(alive)]
  mu <- cumsum(before * dR)
  M <- N - sweep(Y, 2, dR, "*")
  MD <- D - sweep(Y, 2, dL, "*")
  se <- vapply(seq_along(time), function(k) {
    j <- seq_len(k)
    psi <- M[, j, drop = FALSE] %*% (before / y)[j] - MD[, j, drop = FALSE] %*% ((mu[k] - mu) / y)[j]
    sqrt(sum(psi^2))
  }, 0)
  list(time = time, mu = mu, se = se, alive = alive)
}

agree_with_mets <- function(d, fit) {
  if (!any(d$kind == 1) || !any(d$kind == 2)) return(invisible())
  d$entry[d$entry == -Inf] <- 0
  recurrent <- mets::phreg(Surv(entry, exit, kind == 1) ~ cluster(id), data = d)
  death <- mets::phreg(Surv(entry, exit, kind == 2) ~ cluster(id), data = d)
  m <- mets::recurrentMarginal(recurrent, death)
  at <- match(m$times, fit$time)
  agree("mets::recurrentMarginal, mean", fit$mu[at], m$mu)
  agree("mets::recurrentMarginal, error", fit$se[at], m$se.mu)
}

# Infections that recur until death. Times to the ten thousandth do not tie; whole days do.
put_recurrent <- function() {
  suppressWarnings(RNGkind("Mersenne-Twister", "Inversion", "Rejection"))
  set.seed(20240718)
  n <- 130
  arm <- sample(c("auto", "allo"), n, TRUE)
  frailty <- rgamma(n, 2, 2)
  start <- ifelse(runif(n) < 0.3, runif(n, 0, 60), 0)
  end <- start + rexp(n, 0.004 * frailty) + 1
  stop <- pmin(end, start + runif(n, 40, 500))
  rows <- do.call(rbind, lapply(seq_len(n), function(i) {
    rate <- 0.006 * frailty[i] * if (arm[i] == "allo") 1.7 else 1
    t <- start[i] + cumsum(rexp(60, rate))
    t <- t[t < stop[i]]
    exit <- round(c(t, stop[i]), 4)
    data.frame(id = sprintf("R-%03d", i), entry = c(round(start[i], 4), exit[-length(exit)]), exit = exit,
               event = c(rep(1, length(t)), if (end[i] <= stop[i]) 2 else 0), arm = arm[i])
  }))
  stopifnot(!anyDuplicated(rows$exit), all(rows$entry < rows$exit))
  put(rows, "recurrent.csv")
  # In whole days, from day 0, with two events a day, events on the day of death and on day 0.
  days <- rows[rows$id %in% rows$id[rows$entry == 0], ]
  days$day <- floor(days$exit / 6)
  days$kind <- c("none", "infection", "death")[days$event + 1]
  put(days[sample(nrow(days)), c("id", "day", "event", "kind", "arm")], "recurrent_days.csv")
  put_courses()
  one <- function(case, id, entry, exit, event) data.frame(case, id, entry, exit, event)
  put(rbind(
    one("none", c("a", "b"), 0, c(3, 4), c(0, 2)),
    one("alone", c("a", "a"), c(0, 2), c(2, 5), c(1, 0)),
    one("alike", c("a", "b", "a", "b"), c(0, 0, 2, 2), c(2, 2, 5, 5), c(1, 1, 0, 0)),
    one("all_die", c("a", "a", "b", "c", "c"), c(0, 1, 0, 0, 3), c(1, 4, 2, 3, 4), c(1, 2, 2, 1, 2)),
    one("empties_early", c("a", "b", "b"), c(0, 2, 3), c(1, 3, 6), c(2, 1, 0)),
    one("gap", c("a", "a", "b", "b", "c"), c(0, 4, 0, 2, 0), c(2, 8, 2, 6, 7), c(1, 1, 0, 1, 2)),
    one("nobody_for_a_while", c("a", "b", "c", "c"), c(0, 0, 5, 6), c(2, 3, 6, 9), c(1, 0, 1, 2)),
    one("no_terminal", c("a", "a", "a", "b", "b"), c(0, 1, 3, 0, 2), c(1, 3, 5, 2, 4), c(1, 1, 0, 1, 0))
  ), "recurrent_edges.csv")
}

# The 137 patients: relapse, then death. At most one event each.
put_courses <- function() {
  d <- read.csv("data/bmt137/incoming/bmt137.csv")
  id <- sprintf("P-%03d", seq_len(nrow(d)))
  relapse <- data.frame(id = id, time = d$t2, event = 1, group = d$group)[d$d2 == 1, ]
  end <- data.frame(id = id, time = d$t1, event = 2 * d$d1, group = d$group)
  put(rbind(relapse, end), "bmt137_courses.csv")
}

WORDS <- "--id id --event event --recurrent 1 --terminal 2"
recurrent_cases <- c(
  overall = paste("recurrent", OWN("recurrent.csv"), WORDS, "--time exit --entry entry"),
  by_arm = paste("recurrent", OWN("recurrent.csv"), WORDS, "--time exit --entry entry --by arm --overall --times 0,30,100,180,365,450,600"),
  level_90 = paste("recurrent", OWN("recurrent.csv"), WORDS, "--time exit --entry entry --by arm --times 50,250 --conf-level 0.9"),
  late_entry_ignored = paste("recurrent", OWN("recurrent.csv"), WORDS, "--time exit --times 10,60,120,365"),
  days = paste("recurrent", OWN("recurrent_days.csv"), WORDS, "--time day"),
  days_by_arm = paste("recurrent", OWN("recurrent_days.csv"), WORDS, "--time day --by arm --overall --times 0,1,10,30,60,83,90"),
  death_recurs_not = paste("recurrent", OWN("recurrent_days.csv"), "--id id --event event --recurrent 1,2 --time day --by arm"),
  bmt = paste("recurrent", OWN("bmt137_courses.csv"), WORDS, "--time time"),
  bmt_by_group = paste("recurrent", OWN("bmt137_courses.csv"), WORDS, "--time time --by group --overall --times 100,365,730,1826,3000"),
  edges = paste("recurrent", OWN("recurrent_edges.csv"), WORDS, "--time exit --entry entry --by case"),
  edges_at_times = paste("recurrent", OWN("recurrent_edges.csv"), WORDS, "--time exit --entry entry --by case --times 0,1,2,4,5,9,10")
)
