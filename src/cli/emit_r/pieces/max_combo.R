# Fleming-Harrington tests of the second group of a pair with four weights, and the largest of them
combined <- function(pair) {
  rows <- which(level %in% groups[pair])
  u <- numeric(4)
  v <- matrix(0, 4, 4)
  for (s in unique(stratum[rows])) {
    free <- 1
    here <- rows[stratum[rows] == s]
    for (t in sort(unique(exit[here][event[here] == 1 & w[here] > 0]))) {
      at <- here[exit[here] >= t & entry[here] < t]
      second <- level[at] == groups[pair[2]]
      dead <- exit[at] == t & event[at] == 1
      n <- sum(w[at])
      d <- sum(w[at][dead])
      share <- sum(w[at][second]) / n
      k <- c(1, free, 1 - free, free * (1 - free))
      u <- u + k * (sum(w[at][second & dead]) - d * share)
      if (n > 1) v <- v + outer(k, k) * d * (n - d) / (n - 1) * share * (1 - share)
      free <- free * (n - d) / n
    }
  }
  z <- u / sqrt(diag(v))
  some <- which(diag(v) > 0)
  largest <- max(abs(z[some]))
  within <- mvtnorm::pmvnorm(rep(-largest, length(some)), rep(largest, length(some)),
                             corr = cov2cor(v[some, some, drop = FALSE]),
                             algorithm = mvtnorm::GenzBretz(maxpts = 1e6, abseps = 1e-6))
  list(z = z, largest = largest, p = 1 - as.vector(within))
}
results <- list()
set.seed(1) # mvtnorm's lattice is random
