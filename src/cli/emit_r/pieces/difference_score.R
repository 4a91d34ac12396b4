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
