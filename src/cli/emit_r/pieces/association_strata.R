strata <- unique(stratum)
cells <- function(groups, strata) { # outcome x group x stratum
  count <- function(hit) {
    vapply(strata, function(s) vapply(groups, function(g) sum(w[level == g & stratum == s & success == hit]), 0), numeric(length(groups)))
  }
  aperm(array(c(count(TRUE), count(FALSE)), c(length(groups), length(strata), 2)), c(3, 1, 2))
}
telling <- function(a) a[, , apply(a, 3, function(t) sum(t) > 1 && all(rowSums(t) > 0) && sum(colSums(t) > 0) > 1), drop = FALSE]
m <- mantelhaen.test(telling(cells(groups, strata)), correct = {correct})
results <- c(results, list(data.frame(group = "", term = "cochran-mantel-haenszel", chisq = m$statistic,
                                      df = if (is.null(m$parameter)) 1 else m$parameter, p_value = m$p.value)))
# common odds ratio of the second group of a pair, and its homogeneity (Breslow and Day, Tarone)
common <- function(pair) {
  a <- cells(groups[rev(pair)], strata)
  whole <- a[, , apply(a, 3, sum) > 1, drop = FALSE]
  m <- mantelhaen.test(whole, correct = FALSE, conf.level = conf_level)
  a <- a[, , apply(a, 3, function(t) all(rowSums(t) > 0) && all(colSums(t) > 0)), drop = FALSE]
  parts <- apply(a, 3, function(t) {
    n <- sum(t[, 1])
    hits <- sum(t[1, ])
    rest <- sum(t[, 2]) - hits
    gap <- function(k) log(k) + log(rest + k) - log(n - k) - log(hits - k) - log(m$estimate)
    span <- c(max(0, -rest), min(n, hits))
    k <- uniroot(gap, span + diff(span) * c(1e-12, -1e-12), tol = 1e-16, maxiter = 5000)$root
    c(t[1, 1] - k, 1 / sum(1 / c(k, n - k, hits - k, rest + k)))
  })
  chisq <- sum(parts[1, ]^2 / parts[2, ])
  chisq <- c(chisq, chisq - sum(parts[1, ])^2 / sum(parts[2, ]))
  df <- ncol(parts) - 1
  suffix <- if (length(groups) > 2) paste0(" ", vs(pair)) else ""
  list(data.frame(group = "", term = vs(pair), odds_ratio_mh = m$estimate, odds_ratio_mh_low = m$conf.int[1],
                  odds_ratio_mh_high = m$conf.int[2]),
       data.frame(group = "", term = paste0(c("breslow-day", "breslow-day-tarone"), suffix), chisq, df,
                  p_value = pchisq(chisq, df, lower.tail = FALSE)))
}
results <- c(results, unlist(lapply(pairs, common), recursive = FALSE))
