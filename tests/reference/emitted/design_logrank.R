# Size and power of the log-rank test, as engraft VERSION gives it.
results <- list()
put <- function(stat, value, term = NA, time = NA, group = "") {
  table <- setNames(data.frame(group, term, time, value), c("group", "term", "time", stat))
  results[[length(results) + 1]] <<- table
}
hr <- 0.57
drift <- function(k) abs(log(hr)) * sqrt(k) / (1 + k) # Schoenfeld 1983
z <- qnorm(0.05 / 2, lower.tail = FALSE)
k <- 1 # subjects in the experimental arm for one in the control arm
whole <- function(x) ceiling(x * (1 - 1e-12))
power_of <- function(events, k) pnorm(sqrt(events) * drift(k) - z)
put("alpha", 0.05)
events <- ((z + qnorm(0.9)) / drift(k))^2
put("power", 0.9, "asked")
put("events", events, "exact")
put("events", whole(events), "needed")
put("power", power_of(whole(events), k), "achieved")
print(results)
