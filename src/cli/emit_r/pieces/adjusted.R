# survival of everybody as if at each level of {column}: the mean of what is predicted for all rows
times <- {times}
all_levels <- sort(levels(m[[{column}]]))
standardised <- function(w) {
  m$.w <- w
  fit <- coxph({formula}, data = m, weights = .w, ties = {ties}, init = coef(fit), control = control)
  vapply(all_levels, function(level) {
    new <- m
    new[[{column}]] <- factor(level, levels(m[[{column}]]))
    vapply(times, function(t) {
      at <- transform(new, .entry = -1, .exit = t)
      weighted.mean(predict(fit, at, type = "survival"), w)
    }, 0)
  }, times)
}
s <- matrix(standardised(m$.w), length(times))
# its error: the slope in the weight of each row, squared and summed (infinitesimal jackknife)
slopes <- lapply(seq_len(nrow(m)), function(i) {
  moved <- function(h) standardised(replace(m$.w, i, m$.w[i] * (1 + h)))
  (moved(1e-3) - moved(-1e-3)) / 2e-3
})
slopes <- lapply(split(slopes, {clusters}), function(own) Reduce(`+`, own))
se <- matrix(sqrt(Reduce(`+`, lapply(slopes, function(slope) slope^2))), length(times))
power <- exp(z * se / (s * abs(log(s))))
results <- c(results, lapply(seq_along(all_levels), function(l) {
  data.frame(group = paste0({column}, "=", all_levels[l]), time = times, estimate = s[, l], std_error = se[, l],
             conf_low = s[, l]^power[, l], conf_high = s[, l]^(1 / power[, l]))
}))
