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
chi <- suppressWarnings(chisq.test(rbind(x, n - x), correct = {correct}))
results <- c(results, lapply(pairs, contrast), list(
  data.frame(group = "", term = "chi-square", chisq = chi$statistic, df = chi$parameter, p_value = chi$p.value),
  data.frame(group = "", term = "fisher", p_value = fisher.test(rbind(x, n - x), workspace = 2e7)$p.value)))
