# Yan and Su's interval: weights iterated from equal ones, limits at the quantile of equal weights
stratified_wilson <- function(x, n) {
  p <- x / n
  v <- p * (1 - p) / n
  quantile_of <- function(weight) z * sqrt(sum(weight^2 * v)) / sum(weight * sqrt(v))
  weight <- rep(1 / length(n), length(n))
  first <- current <- quantile_of(weight)
  for (i in 1:10) {
    new <- (1 + current^2 / n)^2 / (v + current^2 / (4 * n^2))
    new <- new / sum(new)
    change <- sum(abs(new - weight))
    weight <- new
    current <- quantile_of(weight)
    if (change < 0.001) break
  }
  one <- function(x, n) suppressWarnings(prop.test(x, n, conf.level = 2 * pnorm(first) - 1, correct = FALSE))$conf.int[1:2]
  wilson <- mapply(one, x, n)
  c(sum(weight * wilson[1, ]), sum(weight * wilson[2, ]), sum(weight * p))
}
