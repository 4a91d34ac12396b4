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
