# Size and power of the log-rank test, as engraft VERSION gives it.
results <- list()
put <- function(stat, value, term = NA, time = NA, group = "") {
  table <- setNames(data.frame(group, term, time, value), c("group", "term", "time", stat))
  results[[length(results) + 1]] <<- table
}
hr <- 0.6
drift <- function(k) abs(1 - hr) * sqrt(k) / (1 + k * hr) # Freedman 1982
z <- qnorm(0.01 / 2, lower.tail = FALSE)
k <- 0.5 # subjects in the experimental arm for one in the control arm
whole <- function(x) ceiling(x * (1 - 1e-12))
power_of <- function(events, k) pnorm(sqrt(events) * drift(k) - z)
put("alpha", 0.01)
events <- ((z + qnorm(0.85)) / drift(k))^2
put("power", 0.85, "asked")
put("events", events, "exact")
put("events", whole(events), "needed")
put("power", power_of(whole(events), k), "achieved")
print(results)
