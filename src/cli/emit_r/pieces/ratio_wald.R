ratio_limits <- function(x, n) x[2] / n[2] / (x[1] / n[1]) * exp(c(-1, 1) * z * sqrt(sum(1 / x - 1 / n)))
