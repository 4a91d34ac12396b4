# Size and power of the log-rank test, as engraft VERSION gives it.
results <- list()
put <- function(stat, value, term = NA, time = NA, group = "") {
  table <- setNames(data.frame(group, term, time, value), c("group", "term", "time", stat))
  results[[length(results) + 1]] <<- table
}
hr <- 0.6
drift <- function(k) abs(1 - hr) * sqrt(k) / (1 + k * hr) # Freedman 1982
# The mean over subjects that enter uniformly.
mean_over <- function(f, accrual, followup) {
  if (accrual == 0) return(f(followup))
  integrate(f, followup, followup + accrual, rel.tol = 1e-13, subdivisions = 1000L)$value / accrual
}
chance <- function(hazard) {
  total <- hazard + 0
  mean_over(function(t) hazard / total * -expm1(-total * t), 24, 6)
}
chances <- c(chance(0.057762265046662105), chance(0.057762265046662105 * hr))
z <- qnorm(0.05 / 2, lower.tail = FALSE)
k <- 3 # subjects in the experimental arm for one in the control arm
whole <- function(x) ceiling(x * (1 - 1e-12))
power_of <- function(events, k) pnorm(sqrt(events) * drift(k) - z)
put("alpha", 0.05)
put("event_probability", chances, c("control", "experimental"))
exact <- 151
arms <- exact * c(1, k) / (1 + k)
events <- sum(arms * chances)
put("events", events, "exact")
put("power", power_of(events, k), "achieved")
put("n", c(exact, arms, sum(arms)), c("exact", "control", "experimental", "total"))
print(results)
