# Sizes and powers of studies to come, from the formulas of the papers; binomial tails by pbinom, incidences by
# integrate. What is published stands in `published` and is checked before the table is written.

design_cases <- c(
  logrank_schoenfeld = "design logrank --hr 0.57 --power 0.9",
  logrank_freedman = "design logrank --hr 0.57 --power 0.9 --formula freedman",
  logrank_one_sided = "design logrank --hr 1.5 --power 0.8 --alpha 0.025 --sides 1 --allocation 2",
  logrank_freedman_allocation = "design logrank --hr 0.6 --power 0.85 --formula freedman --allocation 0.5 --alpha 0.01",
  logrank_median = "design logrank --hr 0.67 --power 0.8 --median-control 12 --accrual 24 --followup 12",
  logrank_dropout = "design logrank --hr 0.67 --power 0.9 --median-control 12 --accrual 24 --followup 12 --dropout 0.01 --allocation 2",
  logrank_survival = "design logrank --hr 0.5 --power 0.8 --survival-control 0.6 --at 3 --accrual 0 --followup 5 --formula freedman",
  logrank_no_followup = "design logrank --hr 0.7 --power 0.8 --hazard-control 0.002 --accrual 1000 --dropout 0.0001",
  logrank_rare = "design logrank --hr 0.8 --power 0.8 --hazard-control 1e-7 --accrual 10 --followup 10",
  logrank_power_of_n = "design logrank --hr 0.6 --n 200 --median-control 12 --accrual 24 --followup 12 --dropout 0.02",
  logrank_power_of_odd_n = "design logrank --hr 0.6 --n 151 --median-control 12 --accrual 24 --followup 6 --allocation 3 --formula freedman",
  logrank_power_of_events = "design logrank --hr 0.6 --events 90 --allocation 2",
  logrank_power_of_few_events = "design logrank --hr 0.9 --events 1 --formula freedman",
  logrank_small_alpha = "design logrank --hr 0.5 --power 0.99 --alpha 1e-8 --sides 1",
  proportion_ten_thirty = "design proportion --null 0.1 --alternative 0.3 --power 0.8",
  proportion_twenty_forty = "design proportion --null 0.2 --alternative 0.4 --power 0.9",
  proportion_five_twenty = "design proportion --null 0.05 --alternative 0.2 --power 0.9 --alpha 0.01",
  proportion_two_sided = "design proportion --null 0.5 --alternative 0.65 --power 0.8 --sides 2",
  proportion_lower = "design proportion --null 0.4 --alternative 0.2 --power 0.8",
  proportion_high = "design proportion --null 0.9 --alternative 0.97 --power 0.9 --max-n 600",
  proportion_not_reached = "design proportion --null 0.5 --alternative 0.52 --power 0.9 --max-n 300",
  proportion_stable_not_reached = "design proportion --null 0.1 --alternative 0.3 --power 0.8 --max-n 26",
  proportion_power_of_n = "design proportion --null 0.1 --alternative 0.3 --n 20",
  proportion_power_of_large_n = "design proportion --null 0.3 --alternative 0.35 --n 2000 --alpha 0.025",
  proportion_never_rejects = "design proportion --null 0.5 --alternative 0.9 --n 4",
  proportion_level_met = "design proportion --null 0.5 --alternative 0.9 --n 5 --alpha 0.03125",
  proportion_one_subject = "design proportion --null 0.01 --alternative 0.9 --n 1",
  gray_events = "design gray --shr 0.5 --power 0.8",
  gray_incidence = "design gray --shr 0.5 --cif-control 0.4 --power 0.8",
  gray_two_incidences = "design gray --cif-control 0.3 --cif-experimental 0.15 --power 0.9 --allocation 2",
  gray_accrual = "design gray --shr 0.6 --cif-control 0.3 --competing-control 0.25 --at 24 --accrual 24 --followup 12 --power 0.8",
  gray_rising = "design gray --cif-control 0.2 --cif-experimental 0.4 --competing-control 0.1 --at 12 --accrual 36 --followup 0 --power 0.8 --sides 1",
  gray_no_accrual = "design gray --shr 0.6 --cif-control 0.3 --competing-control 0.25 --at 24 --followup 36 --power 0.8",
  gray_no_competitor = "design gray --shr 0.7 --cif-control 0.5 --competing-control 0 --at 12 --accrual 12 --followup 12 --power 0.8",
  gray_power_of_n = "design gray --shr 0.6 --cif-control 0.35 --n 300 --allocation 2",
  gray_power_of_events = "design gray --shr 0.6 --events 60",
  events_one_arm = "design events --accrual 24 --n 240 --median-control 18 --until 60 --every 6 --dropout 0.005 --target 50,100,150,300",
  events_two_arms = "design events --accrual 24 --n 240 --median-control 18 --hr 0.67 --until 36 --every 1 --target 100",
  events_pieces = "design events --rates 3:2,6:5,18:12 --survival-control 0.7 --at 12 --hr 0.5 --allocation 2 --until 30 --every 2.5 --dropout 0.01",
  events_gap = "design events --rates 6:10,12:0,18:10 --hazard-control 0.05 --until 24 --target 20",
  events_rare = "design events --accrual 10 --n 1000 --hazard-control 1e-7 --until 20 --every 5")

design_rows <- function(call) {
  call <- lapply(call, function(x) if (is.character(x)) type.convert(x, as.is = TRUE) else x)
  switch(call$file, logrank = design_logrank(call), proportion = design_proportion(call),
         gray = design_gray(call), events = design_events(call))
}

or <- function(x, default) if (is.null(x)) default else x

# The z of the level on the side of the alternative.
design_z <- function(call, sides = 2) qnorm(or(call$alpha, 0.05) / or(call$sides, sides), lower.tail = FALSE)

design_hazard <- function(call) {
  if (!is.null(call[["hazard-control"]])) return(call[["hazard-control"]])
  if (!is.null(call[["median-control"]])) return(log(2) / call[["median-control"]])
  if (!is.null(call[["survival-control"]])) return(-log(call[["survival-control"]]) / call$at)
}

# Mean over uniform entry, by quadrature; the closed form is checked against it.
design_mean <- function(f, accrual, followup) {
  if (accrual == 0) return(f(followup))
  integrate(f, followup, followup + accrual, rel.tol = 1e-13, subdivisions = 1000L)$value / accrual
}

design_chance <- function(hazard, other, accrual, followup) {
  total <- hazard + other
  by_quadrature <- design_mean(function(t) hazard / total * -expm1(-total * t), accrual, followup)
  if (accrual > 0 && total * (accrual + followup) > 1e-3) {
    agree("Lachin and Foulkes", by_quadrature,
          hazard / total * (1 - (exp(-total * followup) - exp(-total * (accrual + followup))) / (total * accrual)))
  }
  by_quadrature
}

design_two_arms <- function(call, analysis, drift, chances) {
  k <- or(call$allocation, 1)
  z <- design_z(call)
  power_of <- function(events, k) pnorm(sqrt(events) * drift(k) - z)
  whole <- function(x) ceiling(x * (1 - 1e-12))
  r <- function(stat, value, term = NULL) row(analysis, stat, value, term = term)
  rows <- list(r("alpha", or(call$alpha, 0.05)))
  arms <- NULL
  if (!is.null(call$power)) {
    events <- ((z + qnorm(call$power)) / drift(k))^2
    if (is.null(chances)) {
      power <- power_of(whole(events), k)
    } else {
      total <- events / ((chances[1] + k * chances[2]) / (1 + k))
      arms <- whole(total * c(1, k) / (1 + k))
      power <- power_of(sum(arms * chances), arms[2] / arms[1])
    }
    rows <- c(rows, list(r("power", call$power, "asked"), r("events", whole(events), "needed")))
  } else if (!is.null(call[["n"]])) {
    total <- call[["n"]]
    arms <- total * c(1, k) / (1 + k)
    events <- sum(arms * chances)
    power <- power_of(events, k)
  } else {
    events <- call$events
    power <- power_of(events, k)
  }
  rows <- c(rows, list(r("power", power, "achieved"), r("events", events, "exact")))
  if (!is.null(chances)) rows <- c(rows, list(
    r("event_probability", chances[1], "control"), r("event_probability", chances[2], "experimental")))
  if (!is.null(arms)) rows <- c(rows, list(
    r("n", total, "exact"), r("n", arms[1], "control"), r("n", arms[2], "experimental"), r("n", sum(arms), "total")))
  rows
}

design_logrank <- function(call) {
  hr <- call$hr
  drift <- if (or(call$formula, "schoenfeld") == "schoenfeld") {
    function(k) abs(log(hr)) * sqrt(k) / (1 + k)
  } else {
    function(k) abs(1 - hr) * sqrt(k) / (1 + k * hr)
  }
  hazard <- design_hazard(call)
  chances <- if (!is.null(hazard)) {
    c(design_chance(hazard, or(call$dropout, 0), or(call$accrual, 0), or(call$followup, 0)),
      design_chance(hazard * hr, or(call$dropout, 0), or(call$accrual, 0), or(call$followup, 0)))
  }
  design_two_arms(call, "design-logrank", drift, chances)
}

design_gray <- function(call) {
  control <- call[["cif-control"]]
  shr <- if (is.null(call$shr)) log(1 - call[["cif-experimental"]]) / log(1 - control) else call$shr
  chances <- if (is.null(control)) NULL else if (is.null(call[["competing-control"]])) {
    c(control, 1 - (1 - control)^shr)
  } else {
    sum <- control + call[["competing-control"]]
    total <- -log(1 - sum) / call$at
    incidence <- function(t) control / sum * (1 - exp(-total * t))
    c(design_mean(incidence, or(call$accrual, 0), or(call$followup, 0)),
      design_mean(function(t) 1 - (1 - incidence(t))^shr, or(call$accrual, 0), or(call$followup, 0)))
  }
  design_two_arms(call, "design-gray", function(k) abs(log(shr)) * sqrt(k) / (1 + k), chances)
}

design_exact <- function(call, n) {
  alpha <- or(call$alpha, 0.05) / or(call$sides, 1) * (1 + 1e-9)
  if (call$alternative > call[["null"]]) {
    r <- (0:(n + 1))[pbinom(-1:n, n, call[["null"]], lower.tail = FALSE) <= alpha][1]
    list(n = n, critical = if (r > n) NA else r, alpha = pbinom(r - 1, n, call[["null"]], lower.tail = FALSE),
         power = pbinom(r - 1, n, call$alternative, lower.tail = FALSE))
  } else {
    r <- rev((-1:n)[pbinom(-1:n, n, call[["null"]]) <= alpha])[1]
    list(n = n, critical = if (r < 0) NA else r, alpha = pbinom(r, n, call[["null"]]), power = pbinom(r, n, call$alternative))
  }
}

design_proportion <- function(call) {
  rows_of <- function(exact, term) {
    r <- function(stat, value) row("design-proportion", stat, value, term = term, reason = "not_reached")
    if (is.null(exact)) exact <- list(n = NA, critical = NA, alpha = NA, power = NA)
    list(r("n", exact$n), r("critical_value", exact$critical), r("alpha", exact$alpha), r("power", exact$power))
  }
  if (!is.null(call[["n"]])) return(rows_of(design_exact(call, call[["n"]]), NULL))
  all <- lapply(seq_len(or(call[["max-n"]], 1000)), function(n) design_exact(call, n))
  holds <- vapply(all, function(exact) exact$power >= call$power, NA)
  smallest <- which(holds)[1]
  stable <- max(0, which(!holds)) + 1
  c(rows_of(if (!is.na(smallest)) all[[smallest]], "smallest"),
    rows_of(if (stable <= length(all)) all[[stable]], "stable"))
}

design_events <- function(call) {
  pieces <- if (is.null(call$rates)) {
    data.frame(from = 0, to = call$accrual, rate = call[["n"]] / call$accrual)
  } else {
    pairs <- do.call(rbind, strsplit(listed(call$rates), ":"))
    to <- as.numeric(pairs[, 1])
    data.frame(from = c(0, to[-length(to)]), to = to, rate = as.numeric(pairs[, 2]))
  }
  hazard <- design_hazard(call)
  dropout <- or(call$dropout, 0)
  k <- or(call$allocation, 1)
  arms <- if (is.null(call$hr)) list(control = c(hazard, 1)) else {
    list(control = c(hazard, 1 / (1 + k)), experimental = c(hazard * call$hr, k / (1 + k)))
  }
  counts <- function(arm, time) {
    total <- arm[1] + dropout
    entered <- left <- 0
    for (i in which(pieces$from < time)) {
      to <- min(pieces$to[i], time)
      n <- arm[2] * pieces$rate[i] * (to - pieces$from[i])
      entered <- entered + n
      left <- left + n * design_mean(function(t) -expm1(-total * t), to - pieces$from[i], time - to)
    }
    c(enrolled = entered, events = left * arm[1] / total, dropouts = left * dropout / total, at_risk = entered - left)
  }
  everybody <- function(time) Reduce(`+`, lapply(arms, counts, time))
  rows <- list()
  for (target in if (!is.null(call$target)) numbers(as.character(call$target))) {
    ever <- sum(pieces$rate * (pieces$to - pieces$from)) * sum(vapply(arms, function(a) a[2] * a[1] / (a[1] + dropout), 0))
    time <- if (target >= ever) NA else {
      uniroot(function(t) everybody(t)[["events"]] - target, c(0, 1e4), tol = 1e-13, maxiter = 10000)$root
    }
    rows <- c(rows, list(row("design-events", "time_of_events", time, term = as.character(target), reason = "not_reached")))
  }
  every <- or(call$every, 1)
  for (time in seq(every, call$until, by = every)) {
    shown <- list(list(group = list(), counts = everybody(time)))
    if (length(arms) > 1) shown <- c(shown, lapply(names(arms), function(name) {
      list(group = list(arm = name), counts = counts(arms[[name]], time))
    }))
    for (one in shown) for (stat in names(one$counts)) {
      rows <- c(rows, list(row("design-events", stat, one$counts[[stat]], group = one$group, time = time)))
    }
  }
  rows
}

# What is in print.
published_designs <- function() {
  value <- function(case, stat, term) {
    rows <- design_rows(read_call(design_cases[[case]]))
    Filter(function(r) r$fields$stat == stat && identical(r$fields$term, term), rows)[[1]]$fields$value
  }
  # Collett, Modelling Survival Data in Medical Research, the example of chronic active hepatitis: 133 deaths.
  agree("Collett", round(value("logrank_schoenfeld", "events", "exact")), 133)
  # A'Hern, Stat Med 2001;20:859-66: 0.1 against 0.3 with one-sided 5% and 80%: 6 of 25.
  agree("A'Hern", c(value("proportion_ten_thirty", "n", "smallest"),
                    value("proportion_ten_thirty", "critical_value", "smallest")), c(25, 6))
}
