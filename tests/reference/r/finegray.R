# Fine-Gray regression: cmprsk::crr. `--strata` are groups with their own censoring distribution.

finegray_rows <- function(call) {
  s <- read_subjects(call, columns = model_columns(call)$name)
  if (s$delayed || !is.null(call$weight)) stop("crr has neither entry nor weights")
  x <- design_matrix(call, s$data)
  group <- if (is.null(call$strata)) rep(1, nrow(x)) else match(s$data[[call$strata]], unique(s$data[[call$strata]]))
  cause <- as.numeric(call$cause)
  # crr looks up G(t-) at t (1 - 100 eps), which at t = 0 is 0 itself: it takes G(0) for G(0-) = 1.
  # The fit depends on the order of the times only, so times that begin at 0 are moved by 1.
  time <- if (min(s$exit) == 0) s$exit + 1 else s$exit
  at <- function(from, maxiter, gtol) {
    crr(time, s$event, x, cengroup = group, failcode = cause, cencode = 0, init = from, maxiter = maxiter,
        gtol = gtol)
  }
  fit <- at(rep(0, ncol(x)), 50, 1e-6)
  if (!fit$converged) stop("crr did not converge")
  # crr's line search gives up where the likelihood no longer shows a difference; Newton steps
  # from its own score and information take the coefficients to machine precision
  first <- fit$coef
  for (step in 1:4) fit <- at(fit$coef + solve(fit$inf, fit$score), 0, 1e-6)
  # (by default crr stops where the gradient is 1e-6 of the likelihood: some 1e-5 from the solution)
  agree("crr, polished", fit$coef, first, 5e-3)
  if (max(abs(solve(fit$inf, fit$score))) > 1e-11) stop("the score is not zero")
  c(finegray_terms(fit, colnames(x), call), finegray_model(fit, length(fit$coef)))
}

# Whether the cause is named in the rows of a model is engraft's affair.
finegray_terms <- function(fit, names, call) {
  se <- sqrt(diag(as.matrix(fit$var)))
  b <- unname(fit$coef)
  unlist(lapply(seq_along(b), function(i) {
    one <- function(stat, value) row("finegray", stat, value, term = names[i], unnamed = "cause")
    z <- b[i] / se[i]
    list(one("coef", b[i]), one("std_error", se[i]), one("hr", exp(b[i])),
         one("conf_low", exp(b[i] - call$z * se[i])), one("conf_high", exp(b[i] + call$z * se[i])),
         one("z", z), one("p_value", 2 * pnorm(-abs(z))))
  }), recursive = FALSE)
}

finegray_model <- function(fit, df) {
  one <- function(stat, value) row("finegray", stat, value, unnamed = "cause")
  lrt <- 2 * (fit$loglik - fit$loglik.null)
  list(one("loglik", fit$loglik), one("loglik_null", fit$loglik.null), one("lrt", lrt), one("lrt_df", df),
       one("lrt_p", pchisq(lrt, df, lower.tail = FALSE)))
}

finegray_cases <- c(
  bmt_relapse = paste("finegray", BMT_CIF, "--time time --event status --cause 1 --covariates group=1"),
  bmt_trm = paste("finegray", BMT_CIF, "--time time --event status --cause 2 --covariates group=1"),
  bmt_many = paste("finegray", BMT_CIF, "--time time --event status --cause 1 --covariates group=1,age,donor_age,male,fab"),
  bmt_many_trm = paste("finegray", BMT_CIF, "--time time --event status --cause 2 --covariates group=3,age,donor_age,mtx"),
  bmt_own_censoring = paste("finegray", BMT_CIF, "--time time --event status --cause 1 --covariates group=1,age --strata hospital"),
  bmt_own_censoring_group = paste("finegray", BMT_CIF, "--time time --event status --cause 2 --covariates age,fab --strata group"),
  bmt_level_99 = paste("finegray", BMT_CIF, "--time time --event status --cause 2 --covariates age --conf-level 0.99"),
  no_censoring = paste("finegray", OWN("ties_uncensored.csv"), "--time time --event cause --cause 1 --covariates group,age,sex"),
  no_censoring_own = paste("finegray", OWN("ties_uncensored.csv"), "--time time --event cause --cause 2 --covariates group,dose --strata centre"),
  no_competitor = paste("finegray", OWN("ties.csv"), "--time time --event dead --cause 1 --covariates group,age"),
  ties = paste("finegray", OWN("ties.csv"), "--time time --event cause --cause 1 --covariates group,age,sex,dose"),
  ties_second = paste("finegray", OWN("ties.csv"), "--time time --event cause --cause 2 --covariates group=c,age,risk=1"),
  ties_own_censoring = paste("finegray", OWN("ties.csv"), "--time time --event cause --cause 1 --covariates group,age,sex --strata centre"),
  missing_cells = paste("finegray", OWN("missing.csv"), "--time time --event cause --cause 1 --covariates group,age,sex"),
  years = paste("finegray", OWN("years.csv"), "--time years --event cause --cause 1 --covariates group,age"),
  days = paste("finegray", OWN("years.csv"), "--time days --event cause --cause 1 --covariates group,age")
)
