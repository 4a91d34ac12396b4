critical_value <- function(a, b) {
  log_odds <- log(b * (1 - a) / (a * (1 - b)))
  crossed <- function(c) 4 * dnorm(c) / c + dnorm(c) * (c - 1 / c) * log_odds
  uniroot(function(c) crossed(c) - (1 - {level}), c(1.5538, 20), tol = 1e-15, maxiter = 10000)$root
}
