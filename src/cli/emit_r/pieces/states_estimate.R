estimate <- function(rows, group) {
  fit <- fit_of(rows)
  times <- {times}
  of <- occupied(fit, times)
  at <- lapply(seq_along(states), function(j) {
    p <- of$p[, j]
    se <- of$se[, j]
    width <- z * se / (p * log(p))
    risk <- vapply(times, function(t) sum(from[rows] == states[j] & entry[rows] < t & exit[rows] >= t), 0)
    data.frame(group, cause = states[j], time = times, n_risk = risk, estimate = p, std_error = se,
               conf_low = p^exp(-width), conf_high = p^exp(width))
  })
  moved <- table(paste(from, "->", to)[rows][to[rows] != "censored"])
  out <- c(at, list(data.frame(group, n = length(unique(id[rows])))))
  if (length(moved) > 0) out <- c(out, list(data.frame(group, term = names(moved), events = as.vector(moved))))
{mean}  out
}
