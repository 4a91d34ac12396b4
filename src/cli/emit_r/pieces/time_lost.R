# the area under the incidence of a cause to tau, and its error
lost <- function(rows, j, tau) {
  at <- sort(unique(exit[rows][event[rows] > 0 & exit[rows] < tau]))
  total <- function(of) vapply(at, function(t) sum(w[rows][of(t)]), 0)
  n <- total(function(t) exit[rows] >= t & entry[rows] < t)
  own <- total(function(t) exit[rows] == t & event[rows] == j)
  other <- total(function(t) exit[rows] == t & event[rows] > 0 & event[rows] != j)
  free <- cumprod(1 - (own + other) / n)
  before <- c(1, free)[seq_along(free)]
  f <- cumsum(before * own / n)
  long <- diff(c(at, tau))
  variance <- 0
  for (k in seq_along(at)) {
    later <- k:length(at)
    rest <- if (free[k] > 1e-12) (f[later] - f[k]) / free[k] else 0
    a <- sum(long[later] * (1 - rest))
    b <- -sum(long[later] * rest)
    variance <- variance + (before[k] / n[k])^2 * {variance}
  }
  c(sum(long * f), sqrt(max(variance, 0)))
}
