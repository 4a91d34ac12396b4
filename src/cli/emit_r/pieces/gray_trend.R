# The scores of all groups but the last and their covariance, from the routine that cuminc calls.
crstm <- function(cause, rows = order(exit)) {
  k <- length(groups)
  time <- as.double(exit[rows])
  what <- as.integer(ifelse(event[rows] == cause, 1, 2 * (event[rows] != 0)))
  of <- as.integer(level[rows])
  by <- as.integer(factor(stratum[rows]))
  half <- double(k * (k - 1) / 2)
  .Fortran("crstm", time, what, of, by, length(rows), 0, max(by), k, score = double(k - 1),
           variance = matrix(0, k - 1, k - 1), time, what, of, half, double(k - 1), half,
           double((4 + 3 * k) * k), integer(4 * k), PACKAGE = "cmprsk")[c("score", "variance")]
}
chisq <- vapply(seq_along(causes), function(cause) {
  of <- crstm(cause)
  x <- seq_along(groups)[-length(groups)] - length(groups) # the scores of the groups, less that of the last
  sum(x * of$score)^2 / drop(x %*% of$variance %*% x)
}, 0)
results <- c(results, list(data.frame(analysis = "gray-trend", group = "", cause = causes, chisq, df = 1,
                                      p_value = pchisq(chisq, 1, lower.tail = FALSE))))
