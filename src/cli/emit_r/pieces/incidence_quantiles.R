# as quantile.survfit reads 1 - F
quantiles <- function(rows, j, p) {
  at <- sort(unique(exit[rows]))
  fit <- one_cause(rows, j, at)
  f <- fit[, 1]
  power <- exp(z * fit[, 2] / (f * log(f)))
  told <- f > 0 & f < 1 - 1e-12
  curve <- structure(list(n = length(rows), time = at, n.risk = at, n.event = at, surv = 1 - f,
                          lower = 1 - ifelse(told, f^power, NA), upper = 1 - ifelse(told, f^(1 / power), NA),
                          conf.type = "log-log", conf.int = {level}), class = "survfit")
  if (abs(p - max(f)) < 1e-12) p <- max(f)
  vapply(quantile(curve, p), as.vector, 0)
}
