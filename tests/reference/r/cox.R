# Cox regression: survival::coxph with the iteration run to the end.

converge <- coxph.control(eps = 1e-12, iter.max = 50, toler.chol = 1e-13)

# The columns of the model, as engraft names its terms: `age`, `group:2`.
model_columns <- function(call) {
  spec <- listed(call$covariates)
  data.frame(name = sub("=.*", "", spec), reference = ifelse(grepl("=", spec), sub("^[^=]*=", "", spec), NA))
}

is_number <- function(text) !is.na(suppressWarnings(as.numeric(text)))

design_matrix <- function(call, data) {
  columns <- model_columns(call)
  parts <- lapply(seq_len(nrow(columns)), function(i) {
    text <- data[[columns$name[i]]]
    numeric <- all(is_number(text))
    if (numeric && is.na(columns$reference[i])) {
      return(matrix(as.numeric(text), dimnames = list(NULL, columns$name[i])))
    }
    levels <- if (numeric) unique(text)[order(as.numeric(unique(text)))] else sort(unique(text))
    base <- if (is.na(columns$reference[i])) levels[1] else columns$reference[i]
    levels <- setdiff(levels, base)
    x <- vapply(levels, function(l) as.numeric(text == l), rep(0, length(text)))
    matrix(x, length(text), dimnames = list(NULL, paste(columns$name[i], levels, sep = ":")))
  })
  do.call(cbind, parts)
}

cox_rows <- function(call) {
  s <- read_subjects(call, columns = model_columns(call)$name)
  if (!is.null(call[["event-codes"]])) s$event <- as.numeric(s$event %in% numbers(call[["event-codes"]]))
  if (any(!s$event %in% 0:1)) stop("codes must be named")
  fit <- cox_fit(s, call)
  if (any(is.na(coef(fit)))) stop("a term is not estimable")
  unnamed <- if (!is.null(call[["event-codes"]])) "cause" else character()
  c(cox_terms(fit, call, unnamed), cox_model(fit, unnamed), cox_proportional(fit, call, unnamed))
}

cox_fit <- function(s, call) {
  x <- design_matrix(call, s$data)
  y <- if (s$delayed) Surv(s$entry, s$exit, s$event) else Surv(s$exit, s$event)
  columns <- listed(call$strata)
  stratum <- if (length(columns) == 0) NULL else strata(s$data[columns])
  ties <- if (is.null(call$ties)) "efron" else call$ties
  arguments <- list(if (is.null(stratum)) y ~ x else y ~ x + strata(stratum), ties = ties, control = converge,
                    x = TRUE)
  # weights that are not whole numbers make R's default variance the robust one, and so here
  if (!is.null(call$weight)) arguments$weights <- s$weight
  if (!is.null(call$cluster)) arguments$cluster <- s$data[[call$cluster]]
  fit <- do.call(coxph, arguments)
  names(fit$coefficients) <- colnames(x)
  fit
}

cox_terms <- function(fit, call, unnamed) {
  se <- sqrt(diag(fit$var)) # robust where there is a cluster
  b <- coef(fit)
  unlist(lapply(seq_along(b), function(i) {
    one <- function(stat, value) row("cox", stat, value, term = names(b)[i], unnamed = unnamed)
    z <- b[[i]] / se[i]
    list(one("coef", b[[i]]), one("std_error", se[i]), one("hr", exp(b[[i]])),
         one("conf_low", exp(b[[i]] - call$z * se[i])), one("conf_high", exp(b[[i]] + call$z * se[i])),
         one("z", z), one("p_value", 2 * pnorm(-abs(z))))
  }), recursive = FALSE)
}

cox_model <- function(fit, unnamed) {
  one <- function(stat, value) row("cox", stat, value, unnamed = unnamed)
  df <- length(coef(fit))
  tests <- c(lrt = 2 * diff(fit$loglik), wald = fit$wald.test[[1]], score = fit$score[[1]])
  agree("Wald", tests[["wald"]], coef(fit) %*% solve(fit$var, coef(fit)), 1e-8)
  rows <- list(one("loglik", fit$loglik[2]), one("loglik_null", fit$loglik[1]),
               one("concordance", fit$concordance[["concordance"]]))
  for (name in names(tests)) {
    rows <- c(rows, list(one(name, tests[[name]]), one(paste0(name, "_df"), df),
                         one(paste0(name, "_p"), pchisq(tests[[name]], df, lower.tail = FALSE))))
  }
  rows
}

cox_proportional <- function(fit, call, unnamed) {
  if (!is.null(call$cluster) || !is.null(call$weight)) return(list())
  table <- cox.zph(fit, transform = "km", terms = FALSE)$table
  names <- c(names(coef(fit)), "GLOBAL")
  unlist(lapply(seq_along(names), function(i) {
    one <- function(stat, value) row("cox", stat, value, term = names[i], unnamed = unnamed)
    list(one("zph_chisq", table[i, 1]), one("zph_df", table[i, 2]),
         one("zph_p", pchisq(table[i, 1], table[i, 2], lower.tail = FALSE)))
  }), recursive = FALSE)
}

cox_cases <- c(
  bmt_group = paste("cox", BMT, "--time t2 --event d3 --covariates group=1"),
  bmt_group_breslow = paste("cox", BMT, "--time t2 --event d3 --covariates group=1 --ties breslow"),
  bmt_other_reference = paste("cox", BMT, "--time t2 --event d3 --covariates group=3,z1"),
  bmt_linear = paste("cox", BMT, "--time t1 --event d1 --covariates group,z1,z2"),
  bmt_one_covariate = paste("cox", BMT, "--time t1 --event d1 --covariates z1"),
  bmt_many = paste("cox", BMT, "--time t2 --event d3 --covariates group=1,z1,z2,z3,z4,z8,z10"),
  bmt_many_breslow = paste("cox", BMT, "--time t2 --event d3 --covariates group=1,z1,z2,z3,z4,z8,z10 --ties breslow"),
  bmt_strata = paste("cox", BMT, "--time t2 --event d3 --covariates z1,z2,z8 --strata group"),
  bmt_two_strata = paste("cox", BMT, "--time t2 --event d3 --covariates z1,z8 --strata group,z10"),
  bmt_cluster = paste("cox", BMT, "--time t2 --event d3 --covariates z1,z8 --cluster z9"),
  bmt_level_90 = paste("cox", BMT, "--time t1 --event d1 --covariates group=2,z8 --conf-level 0.9"),
  bmt_large_values = paste("cox", BMT, "--time t1 --event d1 --covariates z7,z1"),
  anaemia = paste("cox", ANAEMIA, "--time Time_gvhd --event Status_gvhd --covariates Trt"),
  anaemia_reference = paste("cox", ANAEMIA, "--time Time --event Status --covariates Trt=MTX+CSP"),
  children = paste("cox", CHILDREN, "--time survival_time --event survival_status --covariates disease=nonmalignant,recipient_age,CD34_x1e6_per_kg"),
  children_strata = paste("cox", CHILDREN, "--time survival_time --event survival_status --covariates stem_cell_source,recipient_age --strata risk_group"),
  ties_efron = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group,age,sex,dose"),
  ties_breslow = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group,age,sex,dose --ties breslow"),
  ties_weighted = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group=b,age,sex --weight weight"),
  ties_weighted_breslow = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group=b,age,sex --weight weight --ties breslow"),
  ties_case_weights = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group,age --weight case_weight"),
  ties_case_weights_cluster = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group,age --weight case_weight --cluster id"),
  ties_robust = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group,age,sex --cluster id"),
  ties_robust_breslow = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates group,age,sex --cluster id --ties breslow"),
  ties_cluster_strata = paste("cox", OWN("ties.csv"), "--time time --event dead --covariates age --cluster risk --strata centre,group"),
  ties_cause_specific = paste("cox", OWN("ties.csv"), "--time time --event cause --event-codes 2 --covariates group,age,risk=2"),
  missing_cells = paste("cox", OWN("missing.csv"), "--time time --event dead --covariates group,age,sex"),
  years = paste("cox", OWN("years.csv"), "--time years --event status --covariates group,age"),
  days = paste("cox", OWN("years.csv"), "--time days --event status --covariates group,age"),
  delayed = paste("cox", OWN("entry.csv"), "--time exit --event status --entry entry --covariates group,age"),
  delayed_breslow = paste("cox", OWN("entry.csv"), "--time exit --event status --entry entry --covariates group,age --ties breslow"),
  delayed_strata = paste("cox", OWN("entry.csv"), "--time exit --event status --entry entry --covariates group,age --strata centre"),
  delayed_years = paste("cox", OWN("entry.csv"), "--time exit_years --event status --entry entry_years --covariates group,age"),
  delayed_weighted = paste("cox", OWN("entry.csv"), "--time exit --event status --entry entry --covariates age,group=mid --weight weight"),
  intervals_cluster = paste("cox", OWN("intervals.csv"), "--time stop --event event --entry start --id id --covariates group,age,marker --cluster id"),
  intervals_centre = paste("cox", OWN("intervals.csv"), "--time stop --event event --entry start --id id --covariates group,age,marker --cluster centre"),
  intervals_centre_breslow = paste("cox", OWN("intervals.csv"), "--time stop --event event --entry start --id id --covariates group,age,marker --cluster centre --ties breslow"),
  intervals_strata = paste("cox", OWN("intervals.csv"), "--time stop --event event --entry start --id id --covariates age,marker --strata group"),
  intervals_model = paste("cox", OWN("intervals.csv"), "--time stop --event event --entry start --id id --covariates group=auto,age,marker")
)
