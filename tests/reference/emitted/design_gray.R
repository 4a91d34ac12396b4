# Size and power of Gray's test (Latouche and Porcher 2007), as engraft VERSION gives it.
results <- list()
put <- function(stat, value, term = NA, time = NA, group = "") {
  table <- setNames(data.frame(group, term, time, value), c("group", "term", "time", stat))
  results[[length(results) + 1]] <<- table
}
shr <- 0.5
drift <- function(k) abs(log(shr)) * sqrt(k) / (1 + k)
z <- qnorm(0.05 / 2, lower.tail = FALSE)
k <- 1 # subjects in the experimental arm for one in the control arm
whole <- function(x) ceiling(x * (1 - 1e-12))
power_of <- function(events, k) pnorm(sqrt(events) * drift(k) - z)
put("alpha", 0.05)
events <- ((z + qnorm(0.8)) / drift(k))^2
put("power", 0.8, "asked")
put("events", events, "exact")
put("events", whole(events), "needed")
put("power", power_of(whole(events), k), "achieved")
print(results)
