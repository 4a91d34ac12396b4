# K-sample tests. The weighted log-rank family is written out from the risk sets, because survdiff
# knows neither delayed entry nor most weights; where survdiff or coxph can do the same, they must agree.

compare_rows <- function(call) {
  s <- expand(read_subjects(call))
  test <- if (is.null(call$test)) "logrank" else call$test
  by <- listed(call$by)
  stratum <- if (is.null(call$strata)) rep("all", length(s$exit)) else do.call(paste, s$data[listed(call$strata)])
  group <- do.call(paste, c(s$data[by], sep = "\r"))
  if (test == "gray") return(gray_rows(s, group, stratum, call))
  if (!is.null(call[["event-codes"]])) s$event <- as.numeric(s$event %in% numbers(call[["event-codes"]]))
  if (any(!s$event %in% 0:1)) stop("codes must be named")
  fit <- weighted_log_rank(s, group, stratum, test)
  check_log_rank(s, group, stratum, test, fit)
  # how the tests other than the log-rank are named as an analysis is engraft's affair, and so is
  # whether the code that is the event is shown as a cause
  unnamed <- c(if (test != "logrank") "analysis", if (!is.null(call[["event-codes"]])) "cause")
  rows <- test_rows("logrank", fit, NULL, unnamed)
  if (test != "logrank") return(rows)
  for (k in seq_along(fit$levels)) {
    levels <- as.list(s$data[match(fit$levels[k], group), by, drop = FALSE])
    rows <- c(rows, list(row("logrank", "observed", fit$observed[k], group = levels, unnamed = unnamed),
                         row("logrank", "expected", fit$expected[k], group = levels, unnamed = unnamed)))
  }
  rows
}

# A variance of rank zero is no test; df of nothing is not pinned.
test_rows <- function(analysis, fit, cause, unnamed) {
  one <- function(stat, value, reason = NULL) {
    row(analysis, stat, value, cause = cause, reason = reason, unnamed = unnamed)
  }
  if (fit$df == 0) return(list(one("chisq", NA, "singular"), one("p_value", NA, "singular")))
  list(one("chisq", fit$chisq), one("df", fit$df),
       one("p_value", pchisq(fit$chisq, fit$df, lower.tail = FALSE)))
}

# Weights at the event times of a stratum: n at risk, d events, both pooled.
test_weights <- function(test, n, d) {
  if (test == "logrank") return(rep(1, length(n)))
  if (test == "gehan") return(n)
  if (test == "tarone-ware") return(sqrt(n))
  if (test == "peto") return(cumprod(1 - d / (n + 1))) # including the present time, as SAS
  power <- as.numeric(strsplit(sub("fh:", "", test), ",")[[1]])
  after <- cumprod(1 - d / n)
  before <- c(1, after[-length(after)])
  before^power[1] * (1 - before)^power[2]
}

weighted_log_rank <- function(s, group, stratum, test) {
  levels <- sort(unique(group))
  k <- length(levels)
  score <- observed <- expected <- rep(0, k)
  variance <- matrix(0, k, k)
  for (h in unique(stratum)) {
    here <- stratum == h
    event_times <- sort(unique(s$exit[here & s$event == 1]))
    if (length(event_times) == 0) next
    count <- function(who) vapply(levels, function(g) sum(who & group == g), 0)
    nk <- vapply(event_times, function(t) count(here & s$exit >= t & s$entry < t), rep(0, k))
    dk <- vapply(event_times, function(t) count(here & s$exit == t & s$event == 1), rep(0, k))
    nk <- matrix(nk, k)
    dk <- matrix(dk, k)
    n <- colSums(nk)
    d <- colSums(dk)
    w <- test_weights(test, n, d)
    for (i in seq_along(event_times)) {
      share <- nk[, i] / n[i]
      observed <- observed + dk[, i]
      expected <- expected + d[i] * share
      score <- score + w[i] * (dk[, i] - d[i] * share)
      if (n[i] > 1) {
        variance <- variance + w[i]^2 * d[i] * (n[i] - d[i]) / (n[i] - 1) * (diag(share, k) - share %o% share)
      }
    }
  }
  # generalised inverse: a group that expects nothing drops out, and so do groups never compared
  e <- eigen(variance, symmetric = TRUE)
  keep <- e$values > 1e-10 * max(e$values, 1e-300)
  chisq <- sum((t(e$vectors[, keep, drop = FALSE]) %*% score)^2 / e$values[keep])
  df <- if (max(abs(variance)) < 1e-14) 0 else sum(keep)
  list(levels = levels, observed = observed, expected = expected, chisq = chisq, df = df)
}

check_log_rank <- function(s, group, stratum, test, own) {
  if (own$df != length(own$levels) - 1) return(invisible())
  rho <- c(logrank = 0, "fh:1,0" = 1, "fh:0.5,0" = 0.5)[test]
  stratum <- factor(stratum)
  if (!s$delayed && !is.na(rho)) {
    formula <- if (nlevels(stratum) > 1) Surv(exit, event) ~ group + strata(stratum) else Surv(exit, event) ~ group
    data <- data.frame(exit = s$exit, event = s$event, group, stratum)
    agree(paste("survdiff", test), own$chisq, survdiff(formula, data, rho = rho)$chisq)
  }
  most_tied <- max(table(s$exit[s$event == 1]))
  if (s$delayed && test == "logrank" && length(s$exit) < 200 && most_tied < 5) {
    # the score test of the exact partial likelihood has the hypergeometric variance; with many
    # ties it takes for ever
    fit <- suppressWarnings(coxph(Surv(s$entry, s$exit, s$event) ~ group + strata(stratum), ties = "exact"))
    agree("coxph, exact score", own$chisq, fit$score, 1e-8)
  }
}

gray_rows <- function(s, group, stratum, call) {
  spec <- listed(call$causes)
  codes <- as.numeric(sub("=.*", "", spec))
  labels <- sub("^[^=]*=", "", spec)
  if (any(!s$event %in% c(0, codes)) || s$delayed) stop("not a file for Gray's test")
  unlist(lapply(seq_along(codes), function(k) {
    test_rows("gray", gray_test(s, group, stratum, codes[k]), labels[k], character())
  }), recursive = FALSE)
}

# cmprsk gives p = 1 where the variance is singular. A group in which nobody is at risk at any event
# of the cause expects nothing: it is dropped, and df reduced.
gray_test <- function(s, group, stratum, code) {
  events <- sort(unique(s$exit[s$event == code]))
  expects <- vapply(unique(group), function(g) any(max(s$exit[group == g]) >= events), NA)
  keep <- group %in% unique(group)[expects]
  if (length(events) == 0 || length(unique(group[keep])) < 2) return(list(df = 0))
  tests <- cuminc(s$exit[keep], s$event[keep], group[keep], stratum[keep], cencode = 0)$Tests
  mine <- tests[as.character(code), ]
  if (mine[["stat"]] < 0) stop("cmprsk gives up: not a case for a table")
  list(chisq = mine[["stat"]], df = mine[["df"]])
}

TESTS <- c("logrank", "gehan", "tarone-ware", "peto", "fh:1,0", "fh:0,1", "fh:0.5,0.5", "fh:0.5,0", "fh:1,1", "fh:0,2")

# Every test of the list on one set of words.
each_test <- function(name, words) {
  names <- paste(name, gsub("[:,]", "_", TESTS), sep = "_")
  setNames(paste("compare", words, "--test", TESTS), names)
}

compare_cases <- c(
  default_test = paste("compare", BMT, "--time t2 --event d3 --by group"),
  each_test("bmt_dfs", paste(BMT, "--time t2 --event d3 --by group")),
  each_test("bmt_survival", paste(BMT, "--time t1 --event d1 --by group")),
  each_test("bmt_two_groups", paste(BMT, "--time t1 --event d1 --by z10")),
  each_test("bmt_stratified", paste(BMT, "--time t2 --event d3 --by group --strata z10")),
  bmt_two_strata = paste("compare", BMT, "--time t2 --event d3 --by group --strata z10,z3 --test logrank"),
  anaemia = paste("compare", ANAEMIA, "--time Time_gvhd --event Status_gvhd --by Trt --test logrank"),
  children = paste("compare", CHILDREN, "--time survival_time --event survival_status --by disease --test logrank"),
  children_stratified = paste("compare", CHILDREN, "--time survival_time --event survival_status --by stem_cell_source --strata disease_group --test peto"),
  each_test("ties", paste(OWN("ties.csv"), "--time time --event dead --by group")),
  each_test("ties_weighted", paste(OWN("ties.csv"), "--time time --event dead --by group --weight weight --strata centre")),
  ties_cause_specific = paste("compare", OWN("ties.csv"), "--time time --event cause --event-codes 2 --by group --test logrank"),
  ties_cause_specific_gehan = paste("compare", OWN("ties.csv"), "--time time --event cause --event-codes 1 --by sex --strata centre --test gehan"),
  missing_cells = paste("compare", OWN("missing.csv"), "--time time --event dead --by group --test logrank"),
  years = paste("compare", OWN("years.csv"), "--time years --event status --by group --test logrank"),
  days = paste("compare", OWN("years.csv"), "--time days --event status --by group --test logrank"),
  years_tarone_ware = paste("compare", OWN("years.csv"), "--time years --event status --by group --test tarone-ware"),
  each_test("delayed", paste(OWN("entry.csv"), "--time exit --event status --entry entry --by group")),
  delayed_stratified = paste("compare", OWN("entry.csv"), "--time exit --event status --entry entry --by group --strata centre --test logrank"),
  delayed_weighted = paste("compare", OWN("entry.csv"), "--time exit --event status --entry entry --by group --weight weight --test logrank"),
  delayed_cause_specific = paste("compare", OWN("entry.csv"), "--time exit --event cause --event-codes 1 --entry entry --by group --test logrank"),
  expects_nothing = paste("compare", OWN("expects_nothing.csv"), "--time time --event status --by group --test logrank"),
  expects_nothing_gehan = paste("compare", OWN("expects_nothing.csv"), "--time time --event status --by group --test gehan"),
  expects_nothing_two = paste("compare", OWN("expects_nothing_two.csv"), "--time time --event status --by group --test logrank"),
  never_share = paste("compare", OWN("never_share.csv"), "--time exit --event status --entry entry --by group --test logrank"),
  two_islands = paste("compare", OWN("two_islands.csv"), "--time exit --event status --entry entry --by group --test logrank"),
  two_islands_fh = paste("compare", OWN("two_islands.csv"), "--time exit --event status --entry entry --by group --test fh:1,0"),
  gray_bmt = paste("compare", BMT_CIF, "--time time --event status --causes 1,2 --by group --test gray"),
  gray_bmt_labels = paste("compare", BMT_CIF, "--time time --event status --causes 2=nrm,1=relapse --by group --test gray"),
  gray_bmt_two_groups = paste("compare", BMT_CIF, "--time time --event status --causes 1,2 --by mtx --test gray"),
  gray_bmt_stratified = paste("compare", BMT_CIF, "--time time --event status --causes 1,2 --by group --strata male --test gray"),
  gray_bmt_two_strata = paste("compare", BMT_CIF, "--time time --event status --causes 1,2 --by cmv --strata male,group --test gray"),
  gray_ties = paste("compare", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --by group --test gray"),
  gray_ties_two_groups = paste("compare", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --by sex --test gray"),
  gray_ties_weighted = paste("compare", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --by group --strata centre --weight weight --test gray"),
  gray_cause_absent = paste("compare", OWN("ties.csv"), "--time time --event cause --causes 1,2,3,9 --by group --test gray"),
  gray_missing_cells = paste("compare", OWN("missing.csv"), "--time time --event cause --causes 1,2,3 --by group --test gray"),
  gray_years = paste("compare", OWN("years.csv"), "--time years --event cause --causes 1,2 --by group --test gray"),
  gray_expects_nothing = paste("compare", OWN("expects_nothing.csv"), "--time time --event status --causes 1 --by group --test gray"),
  gray_expects_nothing_two = paste("compare", OWN("expects_nothing_two.csv"), "--time time --event status --causes 1 --by group --test gray")
)
