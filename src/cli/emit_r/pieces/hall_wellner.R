# the chance that a Brownian bridge stays within k from a to b
stays_within <- function(k, a, b) {
  if (b <= a) return(2 * pnorm(k / sqrt(a * (1 - a))) - 1)
  sd <- sqrt(c(a * (1 - a), b * (1 - b)))
  rho <- a * (1 - b) / prod(sd)
  below <- function(x, y) {
    as.vector(mvtnorm::pmvnorm(upper = c(x, y) / sd, corr = matrix(c(1, rho, rho, 1), 2),
                               algorithm = mvtnorm::TVPACK(abseps = 1e-15)))
  }
  most <- ceiling(7 / k)
  sum(vapply(-most:most, function(j) {
    x <- c(-k, k) + 2 * k * j * a
    y <- c(-k, k) - 2 * k * j * (1 - b)
    (-1)^j * exp(-2 * k^2 * j^2) * (below(x[2], y[2]) - below(x[1], y[2]) - below(x[2], y[1]) + below(x[1], y[1]))
  }, 0))
}
critical_value <- function(a, b) {
  uniroot(function(k) stays_within(k, a, b) - {level}, c(0.05, 6), tol = 1e-15, maxiter = 10000)$root
}
