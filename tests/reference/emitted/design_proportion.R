# Exact binomial test of one arm, as engraft VERSION gives it.
results <- list()
put <- function(stat, value, term = NA, time = NA, group = "") {
  table <- setNames(data.frame(group, term, time, value), c("group", "term", "time", stat))
  results[[length(results) + 1]] <<- table
}
alpha <- 0.05 / 1 * (1 + 1e-9)
exact <- function(n) {
  tail <- pbinom(-1:n, n, 0.1, lower.tail = FALSE)
  at <- (-1:n)[min(which(tail <= alpha))]
  c(n = n, critical_value = if (at < n) at + 1 else NA, alpha = pbinom(at, n, 0.1, lower.tail = FALSE),
    power = pbinom(at, n, 0.3, lower.tail = FALSE))
}
put_exact <- function(of, term = NA) for (stat in names(of)) if (!is.na(of[[stat]])) put(stat, of[[stat]], term)
all <- lapply(seq_len(1000), exact)
holds <- vapply(all, function(of) of[["power"]] >= 0.8, NA)
smallest <- which(holds)[1]
stable <- max(0, which(!holds)) + 1
if (!is.na(smallest)) put_exact(all[[smallest]], "smallest")
if (stable <= length(all)) put_exact(all[[stable]], "stable")
print(results)
