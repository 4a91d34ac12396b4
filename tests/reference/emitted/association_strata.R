# Association, as engraft VERSION gives it.
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/association.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("outcome", "arm", "centre")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
w <- rep(1, nrow(d))
success <- as_text(d[["outcome"]]) == "CR"
group <- paste0("arm=", as_text(d[["arm"]]))
# the groups in their order
level <- interaction(lapply(d[c("arm")], function(v) if (is.logical(v)) tolower(v) else v), sep = ", ",
                     lex.order = TRUE, drop = TRUE)
groups <- levels(level)
pairs <- lapply(seq_along(groups)[-1], function(j) c(1, j))
vs <- function(pair) paste(groups[pair[2]], "vs", groups[pair[1]])
n <- vapply(groups, function(g) sum(w[level == g]), 0)
x <- vapply(groups, function(g) sum(w[level == g & success]), 0)
results <- list(data.frame(group = group[match(groups, level)], n, x, estimate = x / n))
conf_level <- 0.95
z <- qnorm(1 - (1 - conf_level) / 2)
# Miettinen and Nurminen: the likeliest share of the first group where the second exceeds it by `delta`
difference_limits <- function(x, n) {
  share <- function(delta) {
    loglik <- function(p) sum(dbinom(round(x), n, c(p, p + delta), log = TRUE))
    l3 <- sum(n)
    l2 <- (n[2] + 2 * n[1]) * delta - l3 - sum(x)
    l1 <- (n[1] * delta - l3 - 2 * x[1]) * delta + sum(x)
    l0 <- x[1] * delta * (1 - delta)
    root <- Re(polyroot(c(l0, l1, l2, l3)))
    for (i in 1:4) root <- root - (((l3 * root + l2) * root + l1) * root + l0) / ((3 * l3 * root + 2 * l2) * root + l1)
    root <- pmin(pmax(root, 0, -delta), 1, 1 - delta)
    root[which.max(vapply(root, loglik, 0))]
  }
  d <- x[2] / n[2] - x[1] / n[1]
  excess <- function(delta) {
    p <- share(delta)
    q <- p + delta
    (d - delta)^2 - z^2 * (q * (1 - q) / n[2] + p * (1 - p) / n[1]) * sum(n) / (sum(n) - 1)
  }
  limit <- function(end) {
    if (excess(end) <= 0) end else uniroot(excess, sort(c(d + (end - d) * 1e-9, end)), tol = 1e-15, maxiter = 2000)$root
  }
  c(limit(-1), limit(1))
}
ratio_limits <- function(x, n) { # Miettinen and Nurminen
  p <- x / n
  excess <- function(log_ratio) {
    theta <- exp(log_ratio)
    b <- -(n[2] * theta + x[2] + n[1] + x[1] * theta)
    r <- 2 * sum(x) / (-b + sqrt(b^2 - 4 * sum(n) * theta * sum(x)))
    (p[2] - theta * p[1])^2 - z^2 * (theta * r * (1 - theta * r) / n[2] + theta^2 * r * (1 - r) / n[1]) *
      sum(n) / (sum(n) - 1)
  }
  at <- log(p[2] / p[1])
  root <- function(from, to) exp(uniroot(excess, c(from, to), tol = 1e-15, maxiter = 2000)$root)
  c(if (p[2] > 0) root(-20, at - 1e-6) else 0, root(if (p[2] > 0) at + 1e-6 else -20, 20))
}
contrast <- function(pair) {
  x <- x[pair]
  n <- n[pair]
  y <- n - x
  d <- difference_limits(x, n)
  r <- if (x[1] > 0) ratio_limits(x, n) else c(NA, NA)
  o <- x[2] * y[1] / (y[2] * x[1])
  width <- z * sqrt(sum(1 / x + 1 / y))
  data.frame(group = "", term = vs(pair), difference = x[2] / n[2] - x[1] / n[1], difference_low = d[1],
             difference_high = d[2], risk_ratio = x[2] / n[2] / (x[1] / n[1]), risk_ratio_low = r[1],
             risk_ratio_high = r[2], odds_ratio = o, odds_ratio_low = o * exp(-width), odds_ratio_high = o * exp(width))
}
chi <- suppressWarnings(chisq.test(rbind(x, n - x), correct = FALSE))
results <- c(results, lapply(pairs, contrast), list(
  data.frame(group = "", term = "chi-square", chisq = chi$statistic, df = chi$parameter, p_value = chi$p.value),
  data.frame(group = "", term = "fisher", p_value = fisher.test(rbind(x, n - x), workspace = 2e7)$p.value)))
stratum <- paste0("centre=", as_text(d[["centre"]]))
strata <- unique(stratum)
cells <- function(groups, strata) { # outcome x group x stratum
  count <- function(hit) {
    vapply(strata, function(s) vapply(groups, function(g) sum(w[level == g & stratum == s & success == hit]), 0), numeric(length(groups)))
  }
  aperm(array(c(count(TRUE), count(FALSE)), c(length(groups), length(strata), 2)), c(3, 1, 2))
}
telling <- function(a) a[, , apply(a, 3, function(t) sum(t) > 1 && all(rowSums(t) > 0) && sum(colSums(t) > 0) > 1), drop = FALSE]
m <- mantelhaen.test(telling(cells(groups, strata)), correct = FALSE)
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
print(results)
