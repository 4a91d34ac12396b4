# Incidence rates with exact intervals, and their ratios: poisson.test, epitools::pois.exact.

rate_rows <- function(call) {
  s <- read_subjects(call)
  per <- if (is.null(call$per)) 1 else as.numeric(call$per)
  # times as the file has them, untied
  length <- as.numeric(s$data[[call$time]])
  if (!is.null(call$entry)) length <- length - as.numeric(s$data[[call$entry]])
  event <- s$event == if (is.null(call[["event-codes"]])) 1 else as.numeric(call[["event-codes"]])
  rows <- list(row("rate", "n_excluded", s$n_excluded))
  counted <- lapply(groups_of(call, s$data), function(g) {
    w <- s$weight[g$rows]
    first <- !duplicated(s$id[g$rows])
    list(group = g$group, n = sum(w[first]), x = sum((w * event[g$rows])), time = sum(w * length[g$rows]))
  })
  for (g in counted) rows <- c(rows, rate_group(g, per, call$level))
  by <- Filter(function(g) length(g$group) > 0, counted)
  if (length(by) > 1) {
    order <- order_of_levels(call, s$data, by)
    for (g in order[-1]) rows <- c(rows, ratio_rows(g, order[[1]], call$level))
  }
  rows
}

# The groups in the order of their levels: as numbers if all are numbers, else as text.
order_of_levels <- function(call, data, groups) {
  keys <- lapply(listed(call$by), function(name) {
    levels <- vapply(groups, function(g) g$group[[name]], "")
    if (anyNA(suppressWarnings(as.numeric(data[[name]])))) levels else as.numeric(levels)
  })
  groups[do.call(order, c(keys, method = "radix"))]
}

rate_group <- function(g, per, level) {
  one <- function(stat, value, reason = NULL) row("rate", stat, value, group = g$group, reason = reason)
  rows <- list(one("n", g$n), one("events", g$x), one("person_time", g$time))
  if (g$time == 0) {
    return(c(rows, lapply(c("rate", "conf_low", "conf_high"), one, value = NULL, reason = "not_estimable")))
  }
  r <- poisson.test(g$x, g$time, conf.level = level)
  tail <- (1 - level) / 2
  limits <- c(if (g$x == 0) 0 else qchisq(tail, 2 * g$x) / 2, qchisq(tail, 2 * g$x + 2, lower.tail = FALSE) / 2)
  agree("chi-square quantiles", limits / g$time, r$conf.int[1:2])
  # epitools searches for the mean with uniroot to its default 1.2e-4
  if (g$x < 1e5) {
    other <- unlist(epitools::pois.exact(g$x, g$time, level)[c("lower", "upper")])
    if (any(abs(other - r$conf.int[1:2]) * g$time > 2.5e-4)) stop("pois.exact: ", paste(other, collapse = " "))
  }
  c(rows, list(one("rate", g$x / g$time * per), one("conf_low", r$conf.int[1] * per),
               one("conf_high", r$conf.int[2] * per)))
}

ratio_rows <- function(g, base, level) {
  label <- function(g) paste(unlist(g$group), collapse = ", ")
  one <- function(stat, value, reason = NULL) {
    row("rate", stat, value, term = paste(label(g), "vs", label(base)), reason = reason)
  }
  all <- c("ratio", "ratio_low", "ratio_high", "p_value")
  if (g$time == 0 || base$time == 0) return(lapply(all, one, value = NULL, reason = "not_estimable"))
  if (g$x + base$x == 0) return(lapply(all, one, value = NULL, reason = "no_events"))
  r <- poisson.test(c(g$x, base$x), c(g$time, base$time), conf.level = level)
  finite <- function(stat, value) {
    if (is.finite(value)) one(stat, value) else one(stat, NULL, "not_estimable")
  }
  list(finite("ratio", unname(r$estimate)), finite("ratio_low", r$conf.int[1]),
       finite("ratio_high", r$conf.int[2]), one("p_value", r$p.value))
}

# Zero events, zero time, and counts far beyond any trial.
put_rates <- function() {
  one <- function(case, arm, time, event, weight = 1) data.frame(case, arm, time, event, weight)
  put(rbind(
    one("none", "a", c(3, 5, 9), 0), one("none", "b", c(4, 4), 0),
    one("none_in_one", "a", c(3, 5, 9), 0), one("none_in_one", "b", c(1, 2, 6), c(1, 0, 1)),
    one("none_in_the_other", "a", c(3, 5, 9), c(1, 1, 1)), one("none_in_the_other", "b", c(1, 2, 6), 0),
    one("no_time", "a", c(0, 0), c(1, 0)), one("no_time", "b", c(1, 2), c(1, 0)),
    one("single", "a", 7.25, 1), one("single", "b", 0.5, 1),
    one("same", "a", c(2, 2, 4), c(1, 0, 1)), one("same", "b", c(4, 4), 1),
    one("large", "a", c(10, 12.5), c(1, 0), c(250000, 800000)),
    one("large", "b", c(10, 12.5), c(1, 0), c(251500, 799000)),
    one("lopsided", "a", c(10, 12.5), c(1, 0), c(3, 900000)),
    one("lopsided", "b", c(10, 12.5), c(1, 0), c(60000, 799000))
  ), "rates.csv")
}

rate_cases <- c(
  bmt_deaths = paste("rate", BMT, "--time t1 --event d1 --by group --overall --per 36525"),
  bmt_relapse_90 = paste("rate", BMT, "--time t2 --event d2 --by z3,z10 --conf-level 0.9"),
  cause_named = paste("rate", OWN("bmt137_cif.csv"), "--time time --event status --event-codes 2 --by group --per 36525"),
  edges = paste("rate", OWN("rates.csv"), "--time time --event event --weight weight --by case,arm"),
  each_edge = paste("rate", OWN("rates.csv"), "--time time --event event --weight weight --by arm --overall --conf-level 0.99"),
  entry_in_years = paste("rate", OWN("entry.csv"), "--time exit_years --entry entry_years --event status --by group --per 100"),
  entry_weighted = paste("rate", OWN("entry.csv"), "--time exit --entry entry --event status --weight weight --by group,centre --overall"),
  intervals = paste("rate", OWN("intervals.csv"), "--time stop --entry start --event event --id id --by group --overall"),
  repeated = paste("rate", OWN("recurrent.csv"), "--time exit --entry entry --event event --event-codes 1 --id id --by arm --overall --per 100"),
  missing_cells = paste("rate", OWN("missing.csv"), "--time time --event dead --by group --overall"),
  years = paste("rate", OWN("years.csv"), "--time years --event status --by group --per 100")
)
