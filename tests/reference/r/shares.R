# Shares again: the stratified Wilson interval, from the paper of Yan and Su (2010), and the exact test
# against a rate. proportion.R has the plain intervals.

share_rows <- function(call) {
  s <- expand_rows(read_subjects(call))
  success <- if (is.null(call$success)) "1" else call$success
  hit <- s$data[[call$outcome]] == success
  rows <- list(row("proportion", "n_excluded", s$n_excluded))
  stratum <- do.call(paste, c(list(rep("", nrow(s$data))), s$data[listed(call$strata)], sep = "\r"))
  for (g in groups_of(call, s$data)) {
    shares <- if (identical(call$method, "stratified-wilson")) {
      stratified_group(hit[g$rows], stratum[g$rows], g$group, call)
    } else {
      proportion_group(sum(hit[g$rows]), length(g$rows), g$group, call)
    }
    rows <- c(rows, shares)
    if (!is.null(call$against)) rows <- c(rows, against_group(sum(hit[g$rows]), length(g$rows), g$group, call))
  }
  rows
}

stratified_group <- function(hit, stratum, group, call) {
  one <- function(stat, value, reason = NULL) row("proportion", stat, value, group = group, reason = reason)
  x <- as.vector(tapply(hit, stratum, sum))
  n <- as.vector(table(stratum))
  limits <- stratified_wilson(x, n, call$level)
  reason <- if (anyNA(limits)) "not_estimable"
  list(one("n", sum(n)), one("x", sum(x)), one("estimate", sum(x) / sum(n)),
       one("conf_low", limits[1], reason), one("conf_high", limits[2], reason),
       one("estimate_weighted", limits[3], reason))
}

# The weights are iterated from equal ones, until they change by less than 0.001 in all; the limits are
# those at the quantile of equal weights, as tern::prop_strat_wilson and cardx::proportion_ci_strat_wilson
# have them. The last number is the share with the final weights.
stratified_wilson <- function(x, n, level) {
  p <- x / n
  v <- p * (1 - p) / n
  if (all(v == 0)) return(c(NA, NA, NA))
  z <- qnorm((1 + level) / 2)
  quantile_of <- function(w) z * sqrt(sum(w^2 * v)) / sum(w * sqrt(v))
  w <- rep(1 / length(n), length(n))
  first <- current <- quantile_of(w)
  for (i in 1:10) {
    inverse <- (v + current^2 / (4 * n^2)) / (1 + current^2 / n)^2
    new <- (1 / inverse) / sum(1 / inverse)
    change <- sum(abs(new - w))
    w <- new
    current <- quantile_of(w)
    if (change < 0.001) break
  }
  stopifnot(change < 0.001)
  wilson <- mapply(function(x, n) suppressWarnings(
    prop.test(x, n, conf.level = 2 * pnorm(first) - 1, correct = FALSE))$conf.int[1:2], x, n)
  wilson[1, x == 0] <- 0
  wilson[2, x == n] <- 1
  c(sum(w * wilson[1, ]), sum(w * wilson[2, ]), sum(w * p))
}

# What tern publishes for its example: prop_strat_wilson with 90%, and its weights.
set.seed(1)
local({
  hit <- sample(c(TRUE, FALSE), 100, TRUE)
  strata <- interaction(sample(c("a", "b"), 100, TRUE), sample(c("x", "y", "z"), 100, TRUE))
  ours <- stratified_wilson(as.vector(tapply(hit, strata, sum)), as.vector(table(strata)), 0.9)
  agree("tern", ours[1:2], c(0.4072891, 0.5647887), 1e-6)
})

against_group <- function(x, n, group, call) {
  null <- as.numeric(call$against)
  one <- function(stat, value) row("proportion", stat, value, group = group)
  p <- binom.test(x, n, null)$p.value
  d <- dbinom(0:n, n, null)
  agree("binom.test", sum(d[d <= dbinom(x, n, null) * (1 + 1e-7)]), p)
  list(one("null", null), one("p_value", p))
}

share_cases <- c(
  stratified_arms = paste("proportion", OWN("responses.csv"), "--outcome outcome --success CR --by sex --strata arm --overall --method stratified-wilson"),
  stratified_treatment = paste("proportion", OWN("association.csv"), "--outcome responded --by treatment --strata centre,sex --overall --method stratified-wilson"),
  stratified_level = paste("proportion", OWN("association.csv"), "--outcome outcome --success CR --by arm --strata centre --method stratified-wilson --conf-level 0.9"),
  stratified_weighted = paste("proportion", OWN("association.csv"), "--outcome responded --strata centre --weight weight --method stratified-wilson"),
  stratified_one = paste("proportion", OWN("association.csv"), "--outcome responded --by centre --strata centre --method stratified-wilson"),
  stratified_never = paste("proportion", OWN("association.csv"), "--outcome never --by treatment --strata centre --method stratified-wilson"),
  stratified_missing = paste("proportion", OWN("association.csv"), "--outcome incomplete --strata centre --overall --method stratified-wilson"),
  stratified_bmt = paste("proportion", BMT, "--outcome d2 --by group --strata z10 --overall --method stratified-wilson"),
  against_arms = paste("proportion", OWN("responses.csv"), "--outcome responded --by arm --overall --against 0.3"),
  against_half = paste("proportion", OWN("responses.csv"), "--outcome responded --by arm --against 0.5 --method clopper-pearson"),
  against_rare = paste("proportion", OWN("responses.csv"), "--outcome responded --by arm --against 0.001"),
  against_weighted = paste("proportion", OWN("responses.csv"), "--outcome responded --by sex --weight weight --against 0.37"),
  against_large = paste("proportion", OWN("large.csv"), "--outcome responded --by treatment --weight count --overall --against 0.31"),
  against_bmt = paste("proportion", BMT, "--outcome d2 --by group --overall --against 0.25 --method jeffreys"),
  against_stratified = paste("proportion", OWN("association.csv"), "--outcome responded --by treatment --strata centre --method stratified-wilson --against 0.4")
)
