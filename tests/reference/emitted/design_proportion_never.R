# Exact binomial test of one arm, as engraft VERSION gives it.
results <- list()
put <- function(stat, value, term = NA, time = NA, group = "") {
  table <- setNames(data.frame(group, term, time, value), c("group", "term", "time", stat))
  results[[length(results) + 1]] <<- table
}
alpha <- 0.05 / 1 * (1 + 1e-9)
exact <- function(n) {
  tail <- pbinom(-1:n, n, 0.5, lower.tail = FALSE)
  at <- (-1:n)[min(which(tail <= alpha))]
  c(n = n, critical_value = if (at < n) at + 1 else NA, alpha = pbinom(at, n, 0.5, lower.tail = FALSE),
    power = pbinom(at, n, 0.9, lower.tail = FALSE))
}
put_exact <- function(of, term = NA) for (stat in names(of)) if (!is.na(of[[stat]])) put(stat, of[[stat]], term)
put_exact(exact(4))
print(results)
