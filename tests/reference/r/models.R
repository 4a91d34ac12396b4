# What regressions do besides their plain fit: terms, predictions, adjusted curves, time-dependent
# covariates, Firth's penalty, the cause-specific hazard beside Fine-Gray.

models_rows <- function(call) {
  if (call$command == "finegray") return(finegray_models(call))
  if (isTRUE(call$firth)) return(firth_rows(call))
  m <- model_data(call)
  fit <- model_fit(m, call)
  if (any(is.na(coef(fit)))) stop("a term is not estimable")
  unnamed <- if (!is.null(call[["event-codes"]])) "cause" else character()
  rows <- c(cox_terms(fit, call, unnamed), cox_model(fit, unnamed), cox_proportional(fit, call, unnamed))
  rows <- c(rows, list(row("cox", "n", length(unique(m$data$.subject)))))
  c(rows, profile_rows(fit, m, call), adjusted_rows(fit, m, call))
}

# ---- terms ------------------------------------------------------------------------------------------

# The variables of the terms: `rx=Obs`, `ns(age;3)`.
term_variables <- function(call) {
  parts <- unlist(strsplit(listed(call$covariates), "[*:]"))
  spline <- grepl("^ns\\(", parts)
  data.frame(part = parts, name = sub("=.*", "", sub(";.*", "", sub("^ns\\(", "", parts))), spline = spline,
             reference = ifelse(!spline & grepl("=", parts), sub("^[^=]*=", "", parts), NA))
}

changes <- function(call) {
  spec <- listed(call[["time-dependent"]])
  setNames(sub("^[^=]*=", "", spec), sub("=.*", "", spec))
}

# The rows of the file as a data frame: numbers as numbers, categories as factors with their reference
# first; split by survival::tmerge where covariates change.
model_data <- function(call) {
  v <- term_variables(call)
  tdc <- changes(call)
  s <- read_subjects(call, columns = setdiff(v$name, names(tdc)))
  if (!is.null(call[["event-codes"]])) s$event <- as.numeric(s$event %in% numbers(call[["event-codes"]]))
  d <- data.frame(.entry = s$entry, .exit = s$exit, .event = s$event, .weight = s$weight, .subject = s$id)
  for (name in unique(c(setdiff(v$name, names(tdc)), call$adjusted))) {
    text <- s$data[[name]]
    reference <- na.omit(v$reference[v$name == name])
    if (all(is_number(text)) && length(reference) == 0) {
      d[[name]] <- as.numeric(text)
    } else {
      levels <- if (all(is_number(text))) unique(text)[order(as.numeric(unique(text)))] else sort(unique(text))
      d[[name]] <- factor(text, levels = c(reference, setdiff(levels, reference)))
    }
  }
  for (name in c(listed(call$strata), call$cluster, tdc)) d[[name]] <- s$data[[name]]
  if (length(tdc) > 0) d <- split_at(d, tdc, s$delayed)
  list(data = d, delayed = s$delayed || length(tdc) > 0)
}

# tmerge, against the plain way: cut each row at its days, which count from after them.
split_at <- function(d, tdc, delayed) {
  for (column in tdc) d[[column]] <- suppressWarnings(as.numeric(d[[column]]))
  if (!delayed) d$.entry <- 0
  d$.row <- seq_len(nrow(d))
  m <- tmerge(d, d, id = .row, .dead = event(.exit, .event), tstart = .entry, tstop = .exit)
  for (name in names(tdc)) {
    m$.day <- m[[tdc[[name]]]]
    d$.day <- d[[tdc[[name]]]]
    m <- tmerge(m, d, id = .row, .value = tdc(.day, init = 0))
    m[[name]] <- as.numeric(!is.na(m$.day) & m$.day <= m$tstart)
    m$.value <- NULL
  }
  out <- m
  out$.entry <- m$tstart
  out$.exit <- m$tstop
  out$.event <- m$.dead
  plain <- do.call(rbind, lapply(seq_len(nrow(d)), function(i) {
    days <- unlist(d[i, tdc, drop = FALSE])
    cuts <- sort(unique(c(d$.entry[i], days[!is.na(days) & days > d$.entry[i] & days < d$.exit[i]], d$.exit[i])))
    k <- length(cuts) - 1
    values <- outer(cuts[-(k + 1)], days, function(start, day) as.numeric(!is.na(day) & day <= start))
    cbind(cuts[-(k + 1)], cuts[-1], c(rep(0, k - 1), d$.event[i]), values)
  }))
  agree("tmerge", unlist(out[c(".entry", ".exit", ".event", names(tdc))]), plain, 0)
  out
}

model_fit <- function(m, call, weights = NULL, control = converge) {
  terms <- gsub("ns\\(([^;]*);([0-9]+)\\)", "ns(\\1, df = \\2)", gsub("=[^,*:]*", "", listed(call$covariates)))
  seen <- unlist(strsplit(listed(call$covariates), "[*:]"))
  terms <- c(terms, setdiff(names(changes(call)), seen))
  y <- if (m$delayed) "Surv(.entry, .exit, .event)" else "Surv(.exit, .event)"
  columns <- listed(call$strata)
  strata <- if (length(columns) > 0) paste0(" + strata(", paste(columns, collapse = ", "), ")") else ""
  formula <- as.formula(paste(y, "~", paste(terms, collapse = " + "), strata))
  environment(formula) <- environment()
  arguments <- list(formula, data = m$data, ties = if (is.null(call$ties)) "efron" else call$ties,
                    control = control, x = TRUE, model = TRUE)
  if (!is.null(weights)) arguments$weights <- weights
  else if (!is.null(call$weight)) arguments$weights <- m$data$.weight
  if (!is.null(call$cluster)) arguments$cluster <- m$data[[call$cluster]]
  fit <- do.call(coxph, arguments)
  names(fit$coefficients) <- engraft_names(names(coef(fit)), m$data, call)
  fit
}

# `sexM` is `sex:M`, `ns(age, df = 3)1` is `ns(age;3)1`; products keep R's names.
engraft_names <- function(names, data, call) {
  names <- gsub("ns\\(([^,]*), df = ([0-9]+)\\)", "ns(\\1;\\2)", names)
  for (v in unique(term_variables(call)$name)) {
    main <- paste0(v, levels(data[[v]]))
    if (is.factor(data[[v]])) names[names %in% main] <- sub(paste0("^", v), paste0(v, ":"), names[names %in% main])
  }
  names
}

# ---- predicted survival -----------------------------------------------------------------------------

profile_values <- function(profile) {
  items <- strsplit(profile, ";")[[1]]
  setNames(sub("^[^=]*=", "", items), sub("=.*", "", items))
}

profile_data <- function(profile, data) {
  values <- profile_values(profile)
  as.data.frame(lapply(setNames(names(values), names(values)), function(name) {
    if (is.factor(data[[name]])) factor(values[[name]], levels(data[[name]]))
    else if (is.numeric(data[[name]])) as.numeric(values[[name]]) else values[[name]]
  }), check.names = FALSE)
}

# The rows of a curve at the times asked for; `at` gives estimate, standard error and limits.
predicted_rows <- function(analysis, times, first, last, at, ...) {
  unlist(lapply(times, function(t) {
    one <- function(stat, value, reason = NULL) row(analysis, stat, value, time = t, reason = reason, ...)
    stats <- c("estimate", "std_error", "conf_low", "conf_high")
    if (t > last) return(lapply(stats, one, NA, "beyond_followup"))
    p <- at(t)
    if (t < first) return(list(one("estimate", p[1]), one("std_error", 0), one("conf_low", NA, "no_events"),
                               one("conf_high", NA, "no_events")))
    lapply(1:4, function(i) one(stats[i], p[i]))
  }), recursive = FALSE)
}

profile_rows <- function(fit, m, call) {
  columns <- listed(call$strata)
  strata <- unique(m$data[columns])
  unlist(lapply(call$at, function(profile) {
    new <- profile_data(profile, m$data)
    unlist(lapply(seq_len(max(1, nrow(strata))), function(i) {
      own <- rep(TRUE, nrow(m$data))
      for (name in columns) {
        if (!is.null(new[[name]]) && new[[name]] != strata[i, name]) return(list())
        own <- own & m$data[[name]] == strata[i, name]
      }
      newdata <- if (length(columns) == 0) new else cbind(new[setdiff(names(new), columns)], strata[i, , drop = FALSE])
      sf <- survfit(fit, newdata = newdata, conf.type = "log-log", conf.int = call$level)
      first <- min(m$data$.exit[own & m$data$.event == 1])
      at <- function(t) {
        k <- sum(sf$time <= t)
        if (k == 0) return(c(1, 0, NA, NA))
        c(sf$surv[k], sf$surv[k] * sf$std.err[k], sf$lower[k], sf$upper[k])
      }
      predicted_rows("cox", numbers(call$times), first, max(m$data$.exit[own]), at, term = profile,
                 group = as.list(strata[i, , drop = FALSE]))
    }), recursive = FALSE)
  }), recursive = FALSE)
}

# ---- adjusted survival ------------------------------------------------------------------------------

# The average survival of each level (columns) at each time as a function of the weights: coxph again,
# and the baseline hazard of the definition.
adjusted_answer <- function(fit, m, call, levels) {
  d <- m$data
  x <- fit$x
  times <- numbers(call$times)
  columns <- listed(call$strata)
  d$.stratum <- if (length(columns) == 0) "all" else do.call(paste, c(d[columns], sep = ", "))
  y <- if (m$delayed) Surv(d$.entry, d$.exit, d$.event) else Surv(d$.exit, d$.event)
  breslow <- identical(call$ties, "breslow")
  new <- lapply(levels, function(level) {
    d[[call$adjusted]] <- factor(level, levels(d[[call$adjusted]]))
    frame <- model.frame(delete.response(terms(fit)), d, xlev = fit$xlevels)
    model.matrix(delete.response(terms(fit)), frame)[, colnames(x), drop = FALSE]
  })
  events <- unique(d[d$.event == 1, c(".stratum", ".exit")])
  at_risk <- outer(seq_len(nrow(events)), seq_len(nrow(d)), function(e, i) {
    d$.stratum[i] == events$.stratum[e] & d$.exit[i] >= events$.exit[e] & d$.entry[i] < events$.exit[e]
  })
  dead <- at_risk & outer(events$.exit, d$.exit, `==`) & rep(d$.event == 1, each = nrow(events))
  count <- rowSums(dead)
  formula <- if (length(columns) == 0) y ~ x else y ~ x + strata(d$.stratum)
  tight <- coxph.control(eps = 1e-13, iter.max = 60, toler.chol = 1e-14, timefix = FALSE)
  function(weights) {
    arguments <- list(formula, weights = weights, init = coef(fit), control = tight,
                      ties = if (breslow) "breslow" else "efron")
    b <- coef(suppressWarnings(do.call(coxph, arguments)))
    risk <- weights * exp(drop(x %*% b))
    s0 <- drop(at_risk %*% risk)
    of_dead <- drop(dead %*% risk)
    pieces <- vapply(seq_along(count), function(e) {
      k <- if (breslow) 0 else (seq_len(count[e]) - 1) / count[e]
      mean(1 / (s0[e] - k * of_dead[e]))
    }, 0)
    step <- drop(dead %*% weights) * pieces
    vapply(new, function(x) {
      ratio <- exp(drop(x %*% b))
      vapply(times, function(t) {
        h <- tapply(step * (events$.exit <= t), events$.stratum, sum)
        sum(weights * exp(-h[d$.stratum] * ratio)) / sum(weights)
      }, 0)
    }, times)
  }
}

# The standard error is the infinitesimal jackknife: the root of the sum over rows of the squared slope of
# the estimate in the logarithm of the row's weight.
adjusted_rows <- function(fit, m, call) {
  if (is.null(call$adjusted)) return(list())
  times <- numbers(call$times)
  levels <- sort(levels(m$data[[call$adjusted]]))
  base <- m$data$.weight
  names(fit$coefficients) <- colnames(fit$x)
  answer <- adjusted_answer(fit, m, call, levels)
  here <- array(answer(base), c(length(times), length(levels)))
  by_survfit <- function(level) {
    new <- m$data
    new[[call$adjusted]] <- factor(level, levels(m$data[[call$adjusted]]))
    sf <- survfit(fit, newdata = new, se.fit = FALSE)
    vapply(times, function(t) {
      k <- sum(sf$time <= t)
      if (k == 0) 1 else weighted.mean(sf$surv[k, ], base)
    }, 0)
  }
  if (is.null(call$strata)) agree("adjusted", here, vapply(levels, by_survfit, times), 1e-8)
  slopes <- lapply(seq_along(base), function(i) {
    moved <- function(h) answer(replace(base, i, base[i] * (1 + h)))
    (moved(1e-3) - moved(-1e-3)) / 2e-3
  })
  if (!is.null(call$cluster)) {
    slopes <- lapply(split(slopes, m$data[[call$cluster]]), function(own) Reduce(`+`, own))
  }
  se <- array(sqrt(Reduce(`+`, lapply(slopes, `^`, 2))), dim(here))
  # riskRegression's influence function goes wrong at tied events only
  if (!anyDuplicated(m$data$.exit[m$data$.event == 1]) && is.null(call$weight) && is.null(call$cluster)) {
    ate <- suppressWarnings(ate(fit, treatment = call$adjusted, data = m$data, times = times, cause = 1, se = TRUE,
                                verbose = FALSE)$meanRisk)
    order <- order(match(as.character(ate$treatment), levels), ate$time)
    agree("ate", ate$se[order], se, 1e-5)
  }
  first <- min(m$data$.exit[m$data$.event == 1])
  unlist(lapply(seq_along(levels), function(l) {
    at <- function(t) {
      k <- match(t, times)
      s <- here[k, l]
      power <- exp(c(1, -1) * call$z * se[k, l] / (s * abs(log(s))))
      c(s, se[k, l], s^power)
    }
    predicted_rows("cox", times, first, max(m$data$.exit), at, group = setNames(list(levels[l]), call$adjusted))
  }), recursive = FALSE)
}

# ---- Firth ------------------------------------------------------------------------------------------

# The penalised likelihood from coxph's own log-likelihood and information, maximised by Newton steps with
# the score by coxph and the slope of the penalty by Richardson's extrapolation; limits by uniroot.
firth_rows <- function(call) {
  m <- model_data(call)
  plain <- suppressWarnings(model_fit(m, call))
  y <- plain$y
  x <- scale(plain$x)
  unit <- attr(x, "scaled:scale")
  p <- ncol(x)
  ties <- if (is.null(call$ties)) "efron" else call$ties
  at <- function(b) coxph(y ~ x, init = b, ties = ties, control = coxph.control(iter.max = 0, toler.chol = 1e-15))
  half_log_det <- function(b) -0.5 * as.vector(determinant(as.matrix(at(b)$var))$modulus)
  objective <- function(b) at(b)$loglik[1] + half_log_det(b)
  slope <- function(f, b, h = 1e-3) {
    one <- function(j, h) (f(replace(b, j, b[j] + h)) - f(replace(b, j, b[j] - h))) / (2 * h)
    vapply(seq_along(b), function(j) (4 * one(j, h) - one(j, 2 * h)) / 3, 0)
  }
  # the score at b, exactly: R's score residuals add up to it
  score <- function(b) colSums(as.matrix(residuals(at(b), "score"))) + slope(half_log_det, b)
  climb <- function(b, free) {
    if (length(free) == 0) return(b)
    for (step in 1:200) {
      move <- drop(solve(solve(as.matrix(at(b)$var))[free, free, drop = FALSE], score(b)[free]))
      top <- objective(b)
      while (objective(replace(b, free, b[free] + move)) < top - 1e-10) move <- move / 2
      b[free] <- b[free] + move
      if (max(abs(move)) < 1e-10) return(b)
    }
    stop("Firth did not converge")
  }
  b <- climb(rep(0, p), seq_len(p))
  by_optim <- optim(rep(0, p), function(b) -objective(b), method = "BFGS", control = list(reltol = 1e-14, maxit = 1000))
  agree("optim", b, by_optim$par, 1e-3)
  se <- sqrt(diag(as.matrix(at(b)$var)))
  top <- objective(b)
  null <- objective(rep(0, p))
  others <- function(j) setdiff(seq_len(p), j)
  fallen <- function(b) 2 * (top - objective(b))
  # Newton's method along the profile, whose slope is the score of the coefficient held fast
  limit <- function(j, side) {
    here <- replace(b, j, b[j] + side * se[j] * sqrt(qchisq(call$level, 1)))
    for (step in 1:50) {
      here <- climb(here, others(j))
      move <- (fallen(here) - qchisq(call$level, 1)) / (2 * score(here)[j])
      move <- sign(move) * min(abs(move), 2 * se[j])
      here[j] <- here[j] + move
      if (abs(move) < 1e-9) return(here[j])
    }
    stop("no limit")
  }
  names <- engraft_names(colnames(plain$x), m$data, call)
  rows <- unlist(lapply(seq_len(p), function(j) {
    one <- function(stat, value) row("cox", stat, value, term = names[j])
    at_zero <- climb(replace(b, j, 0), others(j))
    list(one("coef", b[j] / unit[j]), one("std_error", se[j] / unit[j]), one("hr", exp(b[j] / unit[j])),
         one("conf_low", exp(limit(j, -1) / unit[j])), one("conf_high", exp(limit(j, 1) / unit[j])),
         one("z", b[j] / se[j]), one("p_value", pchisq(fallen(at_zero), 1, lower.tail = FALSE)))
  }), recursive = FALSE)
  one <- function(stat, value) row("cox", stat, value)
  # the penalty is that of the covariates as given: another constant than that of the scaled ones
  shift <- sum(log(unit))
  c(rows, list(one("loglik", top + shift), one("loglik_null", null + shift), one("lrt", 2 * (top - null)),
               one("lrt_df", p), one("lrt_p", pchisq(2 * (top - null), p, lower.tail = FALSE)),
               one("wald", drop(b %*% solve(at(b)$var, b))), one("wald_df", p)))
}

# ---- Fine-Gray --------------------------------------------------------------------------------------

finegray_models <- function(call) {
  m <- model_data(c(call[names(call) != "strata"], list(strata = call$strata)))
  x <- model_fit(list(data = transform(m$data, .event = as.numeric(.event == call$cause)), delayed = FALSE),
                 call[names(call) != "strata"])$x
  colnames(x) <- engraft_names(colnames(x), m$data, call)
  group <- if (is.null(call$strata)) rep(1, nrow(x)) else match(m$data[[call$strata]], unique(m$data[[call$strata]]))
  time <- m$data$.exit + (min(m$data$.exit) == 0) # as in finegray.R
  fit <- polished_crr(time, m$data$.event, x, group, as.numeric(call$cause))
  rows <- c(finegray_terms(fit, colnames(x), call), finegray_model(fit, ncol(x)))
  c(rows, incidence_rows(fit, m, x, group, call), cause_specific_rows(m, call))
}

polished_crr <- function(time, status, x, group, cause) {
  at <- function(from, maxiter) {
    crr(time, status, x, cengroup = group, failcode = cause, cencode = 0, init = from, maxiter = maxiter, gtol = 1e-6)
  }
  fit <- at(rep(0, ncol(x)), 50)
  for (step in 1:5) fit <- at(fit$coef + solve(fit$inf, fit$score), 0)
  if (max(abs(solve(fit$inf, fit$score))) > 1e-10) stop("the score is not zero")
  fit
}

# The influence of each subject on the coefficients and on the predicted hazard, from the definition
# (Fine & Gray 1999, section 4), over all pairs; held to crr's variance and predictions.
incidence_rows <- function(fit, m, x, group, call) {
  if (is.null(call$at)) return(list())
  time <- m$data$.exit
  cause <- as.numeric(call$cause)
  event <- m$data$.event == cause
  censored <- m$data$.event == 0
  competing <- !event & !censored
  n <- nrow(x)
  b <- fit$coef
  r <- exp(drop(x %*% b))
  g_before <- function(i, t) {
    own <- group == group[i]
    before <- sort(unique(time[own & censored & time < t]))
    prod(vapply(before, function(u) 1 - sum(own & censored & time == u) / sum(own & time >= u), 0))
  }
  s <- sort(unique(time[event]))
  w <- vapply(s, function(t) vapply(seq_len(n), function(j) {
    if (time[j] >= t) return(1)
    if (!competing[j] || t > max(time[group == group[j]])) return(0)
    g_before(j, t) / g_before(j, time[j])
  }, 0), rep(0, n))
  s0 <- colSums(w * r)
  mean_x <- t(w * r) %*% x / s0
  d <- vapply(s, function(t) sum(event & time == t), 0)
  dh <- d / s0
  # eta + psi for integrands h_i(s): rows of subjects, `h(i)` a matrix of event times x columns
  influences <- function(h, columns) {
    eta <- vapply(seq_len(n), function(i) {
      hi <- h(i)
      own <- if (event[i]) hi[match(time[i], s), ] else rep(0, columns)
      own - colSums(hi * (w[i, ] * r[i] * dh))
    }, rep(0, columns))
    eta <- matrix(eta, n, columns, byrow = TRUE)
    psi <- matrix(0, n, columns)
    for (g in unique(group)) {
      members <- which(group == g)
      own_dh <- vapply(s, function(t) sum(event[members] & time[members] == t), 0) / s0
      for (u in sort(unique(time[members][censored[members]]))) {
        q <- rep(0, columns)
        for (j in members[competing[members] & time[members] < u]) {
          q <- q + colSums((h(j) * (w[j, ] * r[j] * own_dh))[s >= u, , drop = FALSE])
        }
        pi <- sum(time[members] >= u)
        dn <- sum(censored[members] & time[members] == u)
        for (i in members[time[members] >= u]) {
          psi[i, ] <- psi[i, ] + q / pi * ((censored[i] && time[i] == u) - dn / pi)
        }
      }
    }
    eta + psi
  }
  on_score <- influences(function(i) matrix(x[i, ], length(s), ncol(x), byrow = TRUE) - mean_x, ncol(x))
  on_beta <- on_score %*% solve(fit$inf)
  agree("crr's variance", crossprod(on_beta), fit$var, 1e-7)
  profiles <- call$at
  unlist(lapply(profiles, function(profile) {
    new <- profile_row(profile, m, x, call)
    ratio <- exp(sum(new * b))
    shift <- as.numeric(min(time) == 0)
    by_crr <- predict(fit, rbind(new))
    at <- function(t) {
      upto <- s <= t
      h <- sum(dh[upto])
      own <- influences(function(i) matrix(upto / s0, length(s), 1), 1)
      lever <- new * h - colSums(mean_x[upto, , drop = FALSE] * dh[upto])
      se <- ratio * sqrt(sum((own + on_beta %*% lever)^2))
      hazard <- h * ratio
      k <- sum(by_crr[, 1] <= t + shift)
      agree("predict(crr)", 1 - exp(-hazard), if (k == 0) 0 else by_crr[k, 2], 1e-8)
      factor <- exp(call$z * se / hazard)
      c(1 - exp(-hazard), exp(-hazard) * se, 1 - exp(-hazard / factor), 1 - exp(-hazard * factor))
    }
    predicted_rows("finegray", numbers(call$times), min(s), max(time), at, term = profile, cause = call$cause)
  }), recursive = FALSE)
}

# The columns of a profile: those of the model matrix that a fit with the same terms has.
profile_row <- function(profile, m, x, call) {
  d <- transform(m$data, .event = as.numeric(.event == call$cause))
  fit <- model_fit(list(data = d, delayed = FALSE), call[names(call) != "strata"])
  new <- profile_data(profile, m$data)
  frame <- model.frame(delete.response(terms(fit)), new, xlev = fit$xlevels)
  out <- model.matrix(delete.response(terms(fit)), frame)[, -1, drop = FALSE]
  stopifnot(ncol(out) == ncol(x))
  out[1, ]
}

cause_specific_rows <- function(m, call) {
  if (!isTRUE(call[["cause-specific"]])) return(list())
  d <- transform(m$data, .event = as.numeric(.event == call$cause))
  plain <- call[names(call) != "strata"]
  fit <- model_fit(list(data = d, delayed = FALSE), plain)
  rows <- c(cox_terms(fit, plain, character()), cox_model(fit, character()), cox_proportional(fit, plain, character()))
  lapply(rows, function(one) {
    one$fields$cause <- call$cause
    one
  })
}

# ---- data and cases ---------------------------------------------------------------------------------

# Changes on any day: before entry, on the day of the event, after it, never.
make_models_data <- function() {
  suppressWarnings(RNGkind("Mersenne-Twister", "Inversion", "Rejection"))
  set.seed(20240613)
  n <- 160
  entry <- sample(c(0, 0, 0, 1, 3), n, TRUE)
  exit <- entry + 1 + floor(rexp(n, 1 / 20))
  cause <- sample(0:2, n, TRUE, c(0.35, 0.4, 0.25))
  gvhd <- ifelse(runif(n) < 0.5, floor(runif(n, 0, 30)), NA)
  gvhd[1:12] <- exit[1:12]
  gvhd[13:20] <- entry[13:20]
  gvhd[21:24] <- 0
  gvhd[25:28] <- exit[25:28] + 5
  put(data.frame(id = sprintf("C-%03d", seq_len(n)), entry, exit, cause, dead = as.numeric(cause > 0),
                 gvhd_day = gvhd, graft_day = ifelse(runif(n) < 0.8, floor(runif(n, 1, 15)), NA),
                 age = round(rnorm(n, 35, 12), 1), sex = sample(c("F", "M"), n, TRUE),
                 centre = sample(c("east", "west"), n, TRUE)), "changes.csv")
  # nobody of the first arm is alive at the end: separated; no two events at one time
  m <- 40
  arm <- rep(c("a", "b"), m / 2)
  time <- sample(1:400, m) / 4
  put(data.frame(time, status = ifelse(arm == "b", 0, as.numeric(runif(m) < 0.6)), arm, age = round(rnorm(m, 50, 9)),
                 score = sample(0:3, m, TRUE)), "separated.csv")
  put(data.frame(time = sample(1:1000, 90) / 8, status = as.numeric(runif(90) < 0.7),
                 arm = sample(c("x", "y", "z"), 90, TRUE), age = round(rnorm(90, 50, 9), 1),
                 centre = sample(c("e", "w"), 90, TRUE)), "untied.csv")
}

models_cases <- c(
  bmt_interaction = paste("cox", BMT, "--time t2 --event d3 --covariates group=1*z1"),
  bmt_product_alone = paste("cox", BMT, "--time t2 --event d3 --covariates z1:z2,z3"),
  bmt_spline = paste("cox", BMT, "--time t2 --event d3 --covariates ns(z1;3),group=1"),
  bmt_spline_times_group = paste("cox", BMT, "--time t1 --event d1 --covariates group=1*ns(z1;2) --ties breslow"),
  children_spline = paste("cox", CHILDREN, "--time survival_time --event survival_status --covariates ns(recipient_age;4),stem_cell_source"),
  ties_three_way = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates age*sex*risk=1"),
  ties_slopes = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates age:group,group,sex"),
  ties_margin = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates age,age:sex,ns(dose;5)"),
  ties_categories = paste("cox", OWN("ties.csv"), "--time time --event cause --event-codes 2 --covariates group=c*sex"),
  delayed_interaction = paste("cox", OWN("entry.csv"), "--time exit --event status --entry entry --covariates group=mid*age --strata centre"),
  weighted_interaction = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group=b*age --weight case_weight"),
  bmt_at = paste("cox", BMT, "--time t2 --event d3 --covariates group=1,z1 --at group=2;z1=30 --at z1=18.5;group=1 --times 0,1,100,365,2000,3000"),
  bmt_at_breslow = paste("cox", BMT, "--time t2 --event d3 --covariates group=1,z1 --ties breslow --at group=3;z1=45 --times 100,365 --conf-level 0.9"),
  bmt_at_spline = paste("cox", BMT, "--time t1 --event d1 --covariates ns(z1;3)*z3 --at z1=10;z3=1 --at z1=75;z3=0 --times 100,365"),
  bmt_at_strata = paste("cox", BMT, "--time t2 --event d3 --covariates z1,z8 --strata group --at z1=28;z8=1 --at z1=28;z8=0;group=2 --times 10,100,365,2100"),
  delayed_at = paste("cox", OWN("entry.csv"), "--time exit --event status --entry entry --covariates age,group --at age=40;group=late --times 2,10,50"),
  clustered_at = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group,age --weight case_weight --cluster id --at group=b;age=50 --times 1,6"),
  bmt_adjusted = paste("cox", BMT, "--time t2 --event d3 --covariates group=1,z1,z8 --adjusted group --times 0.5,100,365,5000"),
  bmt_adjusted_breslow = paste("cox", BMT, "--time t2 --event d3 --covariates group=1,z1,z8 --ties breslow --adjusted group --times 100,365"),
  bmt_adjusted_crossed = paste("cox", BMT, "--time t1 --event d1 --covariates group=1*ns(z1;2) --adjusted group --times 200"),
  ties_adjusted = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group=b,age,sex --adjusted group --times 1,5"),
  ties_adjusted_weights = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group=b,age --weight case_weight --adjusted group --times 3"),
  untied_adjusted = paste("cox", OWN("untied.csv"), "--time time --event status --covariates arm=x,age --adjusted arm --times 10,40,90"),
  bmt_adjusted_strata = paste("cox", BMT, "--time t2 --event d3 --covariates z8=0,z1 --strata group --adjusted z8 --times 100,365"),
  delayed_adjusted = paste("cox", OWN("entry.csv"), "--time exit --event status --entry entry --covariates age,group=mid --adjusted group --times 10,40"),
  bmt_gvhd = paste("cox", BMT, "--time t2 --event d3 --covariates group=1,z1 --time-dependent agvhd=ta"),
  bmt_gvhd_platelets = paste("cox", BMT, "--time t1 --event d1 --covariates group=1*platelets,z1,gvhd --time-dependent gvhd=ta,platelets=tp --ties breslow"),
  changes_gvhd = paste("cox", OWN("changes.csv"), "--time exit --event dead --covariates age,sex --time-dependent gvhd=gvhd_day"),
  changes_delayed = paste("cox", OWN("changes.csv"), "--time exit --event dead --entry entry --covariates age --time-dependent gvhd=gvhd_day,graft=graft_day"),
  changes_crossed = paste("cox", OWN("changes.csv"), "--time exit --event cause --event-codes 1 --covariates age*gvhd --strata centre --time-dependent gvhd=gvhd_day"),
  firth_separated = paste("cox", OWN("separated.csv"), "--time time --event status --covariates arm=a,age --firth"),
  firth_separated_breslow = paste("cox", OWN("separated.csv"), "--time time --event status --covariates arm=a --firth --ties breslow --conf-level 0.9"),
  firth_bmt = paste("cox", BMT, "--time t2 --event d3 --covariates group=1,z1 --firth"),
  firth_ties = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates sex,dose --firth"),
  finegray_at = paste("finegray", BMT_CIF, "--time time --event status --cause 1 --covariates group=1,age --at group=2;age=30 --at group=3;age=18 --times 1,100,365,2000,3000"),
  finegray_at_own_censoring = paste("finegray", BMT_CIF, "--time time --event status --cause 2 --covariates age,fab --strata group --at age=30;fab=1 --times 100,365"),
  finegray_at_ties = paste("finegray", OWN("ties.csv"), "--time time --event cause --cause 2 --covariates age,sex --at age=50;sex=M --times 0,2,7 --conf-level 0.9"),
  finegray_uncensored = paste("finegray", OWN("ties_uncensored.csv"), "--time time --event cause --cause 1 --covariates group=a --at group=c --times 3"),
  finegray_crossed = paste("finegray", OWN("ties.csv"), "--time time --event cause --cause 1 --covariates age*sex,ns(dose;2)"),
  finegray_beside = paste("finegray", BMT_CIF, "--time time --event status --cause 1 --covariates group=1,age,fab --cause-specific"),
  finegray_beside_ties = paste("finegray", OWN("ties.csv"), "--time time --event cause --cause 2 --covariates group=c*sex,age --strata centre --cause-specific")
)
