# observed and expected events of the groups, and the covariance of their differences
scores <- function(rows) {
  k <- length(groups)
  observed <- expected <- numeric(k)
  v <- matrix(0, k, k)
  for (s in unique(stratum[rows])) {
    free <- peto <- 1 # Kaplan-Meier just before, and Peto's prod(1 - d / (n + 1))
    here <- rows[stratum[rows] == s]
    for (t in sort(unique(exit[here][event[here] == 1 & w[here] > 0]))) {
      at <- here[exit[here] >= t & entry[here] < t]
      total <- function(of) vapply(groups, function(g) sum(w[of][level[of] == g]), 0)
      risk <- total(at)
      dead <- total(at[exit[at] == t & event[at] == 1])
      n <- sum(risk)
      d <- sum(dead)
      peto <- peto * (1 - d / (n + 1))
      k_t <- {weight}
      observed <- observed + k_t * dead
      expected <- expected + k_t * d * risk / n
      if (n > 1) v <- v + k_t^2 * d * (n - d) / (n - 1) * (diag(risk / n, k) - outer(risk, risk) / n^2)
      free <- free * (n - d) / n
    }
  }
  list(observed = observed, expected = expected, v = v)
}
# with a generalised inverse, of the scaled matrix
test <- function(rows) {
  u <- scores(rows)
  scale <- sqrt(pmax(diag(u$v), 1e-300))
  e <- eigen(u$v / outer(scale, scale), symmetric = TRUE)
  keep <- e$values > 1e-10 * max(e$values)
  x <- (u$observed - u$expected) / scale
  c(sum(crossprod(e$vectors[, keep, drop = FALSE], x)^2 / e$values[keep]), sum(keep))
}
