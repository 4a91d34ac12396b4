# An outcome compared between groups: differences and ratios against the first group, and tests.

suppressPackageStartupMessages({
  library(epitools)
  library(epiR)
})

flags <- c(flags, "continuity-correction")

make_association_data <- function() {
  set.seed(20240229)
  n <- 168
  d <- data.frame(
    treatment = sample(c("A", "B"), n, TRUE), arm = sample(c("a", "b", "c"), n, TRUE, c(0.3, 0.5, 0.2)),
    centre = sample(c("E", "N", "S", "W"), n, TRUE), sex = sample(c("F", "M"), n, TRUE),
    site = sprintf("s%02d", sample(1:40, n, TRUE)), weight = sample(0:4, n, TRUE))
  chance <- plogis(-0.6 + 0.8 * (d$treatment == "B") + 0.7 * (d$centre == "N") - 0.5 * (d$arm == "c"))
  d$responded <- as.numeric(runif(n) < chance)
  d$outcome <- ifelse(d$responded == 1, sample(c("CR", "R"), n, TRUE), "NR")
  d$never <- 0
  d$always <- 1
  d$only_b <- as.numeric(d$treatment == "B" & runif(n) < 0.2)
  d$all_a <- as.numeric(d$treatment == "A" | runif(n) < 0.7)
  d$same <- as.numeric(d$treatment == "B")
  d$incomplete <- ifelse(runif(n) < 0.1, NA, d$responded)
  d$rare <- as.numeric(seq_len(n) %in% c(4, 90))
  put(d, "association.csv")
  put(data.frame(treatment = c("A", "A", "B", "B", "C", "C"), half = c("x", "x", "y", "y", "", ""),
                 responded = c(1, 0, 1, 0, 1, 0), count = c(31213, 68787, 15388, 34612, 12, 3)), "large.csv")
  put(data.frame(group = c("a", "a", "b", "b", "b", "c", "d", "d"), responded = c(1, 0, 0, 0, 1, 1, 0, 0)), "few.csv")
}

association_rows <- function(call) {
  s <- expand_rows(read_subjects(call))
  success <- if (is.null(call$success)) "1" else call$success
  hit <- s$data[[call$outcome]] == success
  groups <- groups_of(call, s$data)
  groups <- groups[do.call(order, lapply(listed(call$by), function(by) {
    text <- vapply(groups, function(g) g$group[[by]], "")
    number <- suppressWarnings(as.numeric(text))
    if (anyNA(number)) text else number
  }))]
  x <- vapply(groups, function(g) sum(hit[g$rows]), 0)
  n <- vapply(groups, function(g) length(g$rows), 0)
  rows <- list(row("association", "n_excluded", s$n_excluded))
  for (i in seq_along(groups)) {
    one <- function(stat, value) row("association", stat, value, group = groups[[i]]$group)
    rows <- c(rows, list(one("n", n[i]), one("x", x[i]), one("estimate", x[i] / n[i])))
  }
  names <- vapply(groups, function(g) paste(unlist(g$group), collapse = ", "), "")
  terms <- if (length(names) > 1) paste(names[-1], "vs", names[1])
  for (i in seq_along(terms)) rows <- c(rows, contrast_rows(x[c(1, i + 1)], n[c(1, i + 1)], terms[i], call))
  rows <- c(rows, crude_tests(x, n, call))
  if (!is.null(call$strata)) {
    stratum <- do.call(paste, c(s$data[listed(call$strata)], sep = "\r"))
    of <- rep(NA, length(hit))
    for (i in seq_along(groups)) of[groups[[i]]$rows] <- i
    tables <- lapply(unique(stratum), function(k) {
      in_k <- stratum == k
      vapply(seq_along(groups), function(i) c(sum(hit[in_k & of == i]), sum(in_k & of == i)), c(0, 0))
    })
    rows <- c(rows, stratified_tests(tables, terms, call))
  }
  rows
}

three <- function(stat, values, term, reasons = c("not_estimable", "not_estimable", "not_estimable")) {
  stats <- paste0(stat, c("", "_low", "_high"))
  lapply(1:3, function(i) row("association", stats[i], values[i], term = term,
                              reason = if (is.na(values[i])) reasons[i]))
}

association_test_rows <- function(term, chisq, df, p, reason = NULL) {
  list(row("association", "chisq", chisq, term = term, reason = reason), row("association", "df", df, term = term),
       row("association", "p_value", p, term = term, reason = reason))
}

contrast_rows <- function(x, n, term, call) {
  z <- call$z
  difference <- if (is.null(call$difference)) "newcombe" else call$difference
  ratio <- if (is.null(call$ratio)) "wald" else call$ratio
  d <- x[2] / n[2] - x[1] / n[1]
  c(three("difference", c(d, switch(difference,
      newcombe = newcombe_limits(x, n, z),
      wald = wald_limits(x, n, call$level),
      "miettinen-nurminen" = mn_difference(x, n, z))), term),
    three("risk_ratio", risk_ratio_limits(x, n, z, ratio, call$level), term),
    three("odds_ratio", odds_ratio_limits(x, n, z, call$level), term))
}

wilson_pair <- function(x, n, z) {
  p <- x / n
  limits <- (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
  if (x == 0) limits[1] <- 0
  if (x == n) limits[2] <- 1
  limits
}

# Newcombe 1998, method 10.
newcombe_limits <- function(x, n, z) {
  p <- x / n
  a <- wilson_pair(x[1], n[1], z)
  b <- wilson_pair(x[2], n[2], z)
  d <- p[2] - p[1]
  c(max(-1, d - sqrt((p[2] - b[1])^2 + (a[2] - p[1])^2)), min(1, d + sqrt((b[2] - p[2])^2 + (p[1] - a[1])^2)))
}

wald_limits <- function(x, n, level) {
  p <- x / n
  half <- qnorm((1 + level) / 2) * sqrt(sum(p * (1 - p) / n))
  limits <- pmin(1, pmax(-1, p[2] - p[1] + c(-half, half)))
  agree("prop.test", limits, suppressWarnings(prop.test(rev(x), rev(n), conf.level = level, correct = FALSE))$conf.int[1:2])
  limits
}

# The likeliest share of the first group when the second exceeds it by `delta`: the root of a cubic equation
# between its bounds (Miettinen and Nurminen 1985), by the cosine, polished by Newton's method.
mn_share <- function(x, n, delta) {
  l3 <- sum(n)
  l2 <- (n[2] + 2 * n[1]) * delta - l3 - sum(x)
  l1 <- (n[1] * delta - l3 - 2 * x[1]) * delta + sum(x)
  l0 <- x[1] * delta * (1 - delta)
  q <- (l2 / (3 * l3))^3 - l1 * l2 / (6 * l3^2) + l0 / (2 * l3)
  p <- sign(q) * sqrt(max(0, (l2 / (3 * l3))^2 - l1 / (3 * l3)))
  root <- if (p == 0) -l2 / (3 * l3) else {
    2 * p * cos((pi + acos(min(1, max(-1, q / p^3)))) / 3) - l2 / (3 * l3)
  }
  for (i in 1:4) {
    slope <- (3 * l3 * root + 2 * l2) * root + l1
    if (slope != 0) root <- root - (((l3 * root + l2) * root + l1) * root + l0) / slope
  }
  min(max(root, 0, -delta), 1, 1 - delta)
}

mn_difference <- function(x, n, z) {
  d <- x[2] / n[2] - x[1] / n[1]
  excess <- function(delta) {
    p <- mn_share(x, n, delta)
    q <- p + delta
    (d - delta)^2 - z^2 * (q * (1 - q) / n[2] + p * (1 - p) / n[1]) * sum(n) / (sum(n) - 1)
  }
  # where the variance is 0 at the estimate the excess is 0 there too, and the limit is beyond
  limit <- function(end) if (excess(end) <= 0) end else {
    uniroot(excess, sort(c(d + (end - d) * 1e-9, end)), tol = 1e-15, maxiter = 2000)$root
  }
  c(limit(-1), limit(1))
}

mn_ratio <- function(x, n, z) {
  p <- x / n
  excess <- function(theta) {
    a <- sum(n) * theta
    b <- -(n[2] * theta + x[2] + n[1] + x[1] * theta)
    r <- 2 * sum(x) / (-b + sqrt(b^2 - 4 * a * sum(x)))
    (p[2] - theta * p[1])^2 - z^2 * (theta * r * (1 - theta * r) / n[2] + theta^2 * r * (1 - r) / n[1]) *
      sum(n) / (sum(n) - 1)
  }
  estimate <- p[2] / p[1]
  on_log <- function(l) excess(exp(l))
  high <- exp(uniroot(on_log, c(if (estimate > 0) log(estimate) + 1e-6 else -20, 20), tol = 1e-15, maxiter = 2000)$root)
  low <- if (estimate == 0) 0 else exp(uniroot(on_log, c(-20, log(estimate) - 1e-6), tol = 1e-15, maxiter = 2000)$root)
  c(low, high)
}

risk_ratio_limits <- function(x, n, z, method, level) {
  if (x[1] == 0) return(c(NA, NA, NA))
  ratio <- (x[2] / n[2]) / (x[1] / n[1])
  if (method == "miettinen-nurminen") return(c(ratio, mn_ratio(x, n, z)))
  if (x[2] == 0) return(c(0, NA, NA))
  limits <- ratio * exp(c(-1, 1) * z * sqrt(sum(1 / x - 1 / n)))
  if (all(x < n)) agree("riskratio.wald", c(ratio, limits),
    suppressWarnings(riskratio.wald(cbind(n - x, x), conf.level = level))$measure[2, ])
  c(ratio, limits)
}

odds_ratio_limits <- function(x, n, z, level) {
  y <- n - x
  if (x[1] == 0 || y[2] == 0) return(c(NA, NA, NA))
  if (x[2] == 0 || y[1] == 0) return(c(0, NA, NA))
  ratio <- x[2] * y[1] / (y[2] * x[1])
  limits <- ratio * exp(c(-1, 1) * z * sqrt(sum(1 / x + 1 / y)))
  agree("oddsratio.wald", c(ratio, limits), suppressWarnings(oddsratio.wald(cbind(y, x), conf.level = level))$measure[2, ])
  c(ratio, limits)
}

crude_tests <- function(x, n, call) {
  none <- association_test_rows("chi-square", NA, 0, NA, "not_estimable")
  fisher <- row("association", "p_value", NA, term = "fisher", reason = "not_estimable")
  if (length(x) < 2) return(c(none, list(fisher)))
  correct <- isTRUE(call[["continuity-correction"]])
  chi <- suppressWarnings(chisq.test(rbind(x, n - x), correct = correct))
  rows <- if (is.finite(chi$statistic)) {
    if (length(x) == 2 || !correct) agree("prop.test", chi$statistic, suppressWarnings(prop.test(x, n, correct = correct))$statistic, 1e-9)
    association_test_rows("chi-square", chi$statistic, chi$parameter, chi$p.value)
  } else none
  p <- fisher_p(x, n)
  c(rows, list(row("association", "p_value", p, term = "fisher", reason = if (is.na(p)) "not_estimable")))
}

# R's fisher.test; with more than two groups it is held against every table, one by one, whose sum is exact.
fisher_p <- function(x, n) {
  if (sum(x) == 0 || sum(x) == sum(n)) return(1)
  if (length(x) == 2) {
    r <- fisher.test(rbind(x, n - x))$p.value
    support <- max(0, sum(x) - n[2]):min(n[1], sum(x))
    d <- dhyper(support, n[1], n[2], sum(x))
    agree("every table", sum(d[d <= dhyper(x[1], n[1], n[2], sum(x)) * (1 + 1e-7)]), r, 1e-9)
    return(r)
  }
  rarer <- min(sum(x), sum(n - x))
  if (prod(pmin(n[-1], rarer) + 1) > 5e6) return(NA)
  tables <- as.matrix(expand.grid(lapply(n[-1], function(m) 0:min(m, sum(x)))))
  first <- sum(x) - rowSums(tables)
  fits <- first >= 0 & first <= n[1]
  tables <- cbind(first, tables)[fits, , drop = FALSE]
  log_ways <- rowSums(vapply(seq_along(n), function(j) lchoose(n[j], tables[, j]), numeric(nrow(tables))))
  weight <- exp(log_ways - sum(lchoose(n, x)))
  p <- sum(sort(weight[weight <= 1 + 1e-7])) / sum(sort(weight))
  agree("fisher.test", fisher.test(rbind(x, n - x), workspace = 2e7)$p.value, p, 1e-6)
  p
}

stratified_tests <- function(tables, terms, call) {
  correct <- isTRUE(call[["continuity-correction"]])
  telling <- Filter(function(t) sum(t[2, ] > 0) > 1 && sum(t[1, ]) > 0 && sum(t[1, ]) < sum(t[2, ]), tables)
  rows <- if (length(telling) == 0) {
    association_test_rows("cochran-mantel-haenszel", NA, 0, NA, "singular")
  } else {
    # R wants two strata; one in which nobody has the outcome adds nothing
    telling <- c(telling, list(rbind(0, rep(1, length(terms) + 1))))
    a <- array(unlist(lapply(telling, function(t) rbind(t[1, ], t[2, ] - t[1, ]))), c(2, length(terms) + 1, length(telling)))
    m <- mantelhaen.test(a, correct = correct)
    association_test_rows("cochran-mantel-haenszel", m$statistic, if (is.null(m$parameter)) 1 else m$parameter, m$p.value)
  }
  for (i in seq_along(terms)) {
    pairs <- lapply(tables, function(t) t[, c(1, i + 1)])
    ratio <- mh_ratio(pairs, call$z, call$level)
    rows <- c(rows, three("odds_ratio_mh", ratio, terms[i]))
    suffix <- if (length(terms) == 1) "" else paste0(" ", terms[i])
    rows <- c(rows, breslow_day_rows(pairs, ratio[1], suffix))
  }
  rows
}

# Mantel-Haenszel with the variance of Robins, Breslow and Greenland.
mh_ratio <- function(pairs, z, level) {
  pairs <- Filter(function(t) sum(t[2, ]) > 0, pairs)
  cells <- vapply(pairs, function(t) c(t[1, 2], t[2, 2] - t[1, 2], t[1, 1], t[2, 1] - t[1, 1]), numeric(4))
  total <- colSums(cells)
  r <- cells[1, ] * cells[4, ] / total
  s <- cells[2, ] * cells[3, ] / total
  if (sum(s) == 0) return(c(NA, NA, NA))
  if (sum(r) == 0) return(c(0, NA, NA))
  p <- (cells[1, ] + cells[4, ]) / total
  q <- (cells[2, ] + cells[3, ]) / total
  variance <- sum(p * r) / (2 * sum(r)^2) + sum(p * s + q * r) / (2 * sum(r) * sum(s)) + sum(q * s) / (2 * sum(s)^2)
  ours <- sum(r) / sum(s) * exp(c(0, -1, 1) * z * sqrt(variance))
  if (sum(total > 1) > 1) {
    a <- array(cells[, total > 1], c(2, 2, sum(total > 1)))
    m <- mantelhaen.test(a, correct = FALSE, conf.level = level)
    agree("mantelhaen.test", ours, c(m$estimate, m$conf.int))
  }
  ours
}

breslow_day_rows <- function(pairs, ratio, suffix) {
  terms <- paste0(c("breslow-day", "breslow-day-tarone"), suffix)
  telling <- Filter(function(t) all(t[2, ] > 0) && sum(t[1, ]) > 0 && sum(t[1, ]) < sum(t[2, ]), pairs)
  if (is.na(ratio) || ratio == 0 || length(telling) < 2) {
    return(c(association_test_rows(terms[1], NA, 0, NA, "not_estimable"), association_test_rows(terms[2], NA, 0, NA, "not_estimable")))
  }
  parts <- vapply(telling, function(t) {
    n <- t[2, 2]
    m <- sum(t[1, ])
    rest <- t[2, 1] - m
    gap <- function(a) log(a) + log(rest + a) - log(n - a) - log(m - a) - log(ratio)
    span <- c(max(0, -rest), min(n, m))
    edge <- diff(span) * 1e-12
    a <- uniroot(gap, span + c(edge, -edge), tol = 1e-16, maxiter = 5000)$root
    c(gap = t[1, 2] - a, variance = 1 / sum(1 / c(a, n - a, m - a, rest + a)))
  }, c(gap = 0, variance = 0))
  chisq <- sum(parts["gap", ]^2 / parts["variance", ])
  tarone <- chisq - sum(parts["gap", ])^2 / sum(parts["variance", ])
  df <- length(telling) - 1
  cells <- array(unlist(lapply(telling, function(t) rbind(t[1, 2:1], t[2, 2:1] - t[1, 2:1]))), c(2, 2, length(telling)))
  if (all(cells > 0) && length(telling) == length(pairs)) {
    other <- epi.2by2(as.table(aperm(cells, c(2, 1, 3))), method = "cohort.count")
    agree("epiR", chisq, other$massoc.detail$bOR.homog$test.statistic, 1e-6)
  }
  c(association_test_rows(terms[1], chisq, df, pchisq(chisq, df, lower.tail = FALSE)),
    association_test_rows(terms[2], tarone, df, pchisq(tarone, df, lower.tail = FALSE)))
}

# Newcombe 1998, table II: 56 of 70 against 48 of 80 by Miettinen and Nurminen. statsmodels 0.15.0
# (confint_proportions_2indep, method "score") is no oracle of the difference: its cubic has the count of the
# first group where the paper has its size. Of the ratio it is: 3 of 20 against 5 of 24.
agree("Newcombe", mn_difference(c(48, 56), c(80, 70), qnorm(0.975)), c(0.0528, 0.3382), 1e-3)
agree("statsmodels", mn_ratio(c(48, 56), c(80, 70), qnorm(0.975)), c(1.0790471195344218, 1.6721453590897675))
agree("statsmodels", mn_ratio(c(5, 3), c(24, 20), qnorm(0.975)), c(0.2040168531193322, 2.438150445029112))
agree("statsmodels", newcombe_limits(c(7, 15), c(20, 22), qnorm(0.975)), c(0.0306875426099954, 0.5607065932698145))

each_difference <- function(name, words) {
  methods <- c("newcombe", "miettinen-nurminen", "wald")
  setNames(paste("association", words, "--difference", methods), paste(name, sub("-", "_", methods), sep = "_"))
}

association_cases <- c(
  default = paste("association", OWN("association.csv"), "--outcome responded --by treatment"),
  each_difference("treatment", paste(OWN("association.csv"), "--outcome responded --by treatment --conf-level 0.9")),
  each_difference("three_arms", paste(OWN("association.csv"), "--outcome outcome --success CR --by arm")),
  each_difference("hard_arms", paste(OWN("responses.csv"), "--outcome responded --by arm --ratio miettinen-nurminen")),
  each_difference("only_b", paste(OWN("association.csv"), "--outcome only_b --by treatment")),
  each_difference("all_a", paste(OWN("association.csv"), "--outcome all_a --by treatment")),
  each_difference("same", paste(OWN("association.csv"), "--outcome same --by treatment")),
  each_difference("rare", paste(OWN("association.csv"), "--outcome rare --by sex --ratio miettinen-nurminen")),
  each_difference("large", paste(OWN("large.csv"), "--outcome responded --by half --weight count --ratio miettinen-nurminen")),
  ratio = paste("association", OWN("association.csv"), "--outcome responded --by arm --ratio miettinen-nurminen --conf-level 0.99"),
  corrected = paste("association", OWN("association.csv"), "--outcome responded --by treatment --strata centre --continuity-correction"),
  corrected_few = paste("association", OWN("association.csv"), "--outcome rare --by sex --strata centre --continuity-correction"),
  stratified = paste("association", OWN("association.csv"), "--outcome responded --by treatment --strata centre"),
  stratified_two = paste("association", OWN("association.csv"), "--outcome outcome --success R --by treatment --strata centre,sex --conf-level 0.9"),
  stratified_arms = paste("association", OWN("association.csv"), "--outcome responded --by arm --strata centre"),
  sparse_strata = paste("association", OWN("association.csv"), "--outcome responded --by treatment --strata site"),
  sparse_arms = paste("association", OWN("association.csv"), "--outcome responded --by arm --strata site"),
  stratified_weighted = paste("association", OWN("association.csv"), "--outcome responded --by treatment --strata centre --weight weight"),
  stratified_zero = paste("association", OWN("association.csv"), "--outcome only_b --by treatment --strata centre"),
  never = paste("association", OWN("association.csv"), "--outcome never --by treatment --strata centre"),
  always = paste("association", OWN("association.csv"), "--outcome always --by treatment --strata centre"),
  incomplete = paste("association", OWN("association.csv"), "--outcome incomplete --by treatment --strata centre"),
  two_columns = paste("association", OWN("association.csv"), "--outcome responded --by treatment,sex --strata centre"),
  one_group = paste("association", OWN("association.csv"), "--outcome responded --by always"),
  few = paste("association", OWN("few.csv"), "--outcome responded --by group"),
  bmt_relapse = paste("association", BMT, "--outcome d2 --by group --strata z10"),
  bmt_methotrexate = paste("association", BMT, "--outcome d2 --by z10 --strata group --difference miettinen-nurminen"),
  children_chronic = paste("association", CHILDREN, "--outcome acute_GvHD_III_IV --success yes --by disease_group --difference wald")
)
