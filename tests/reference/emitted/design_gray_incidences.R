# Size and power of Gray's test (Latouche and Porcher 2007), as engraft VERSION gives it.
results <- list()
put <- function(stat, value, term = NA, time = NA, group = "") {
  table <- setNames(data.frame(group, term, time, value), c("group", "term", "time", stat))
  results[[length(results) + 1]] <<- table
}
shr <- 0.4556499755858699
drift <- function(k) abs(log(shr)) * sqrt(k) / (1 + k)
chances <- c(0.3, 1 - (1 - 0.3)^shr)
z <- qnorm(0.05 / 2, lower.tail = FALSE)
k <- 2 # subjects in the experimental arm for one in the control arm
whole <- function(x) ceiling(x * (1 - 1e-12))
power_of <- function(events, k) pnorm(sqrt(events) * drift(k) - z)
put("alpha", 0.05)
put("event_probability", chances, c("control", "experimental"))
events <- ((z + qnorm(0.9)) / drift(k))^2
put("power", 0.9, "asked")
put("events", events, "exact")
put("events", whole(events), "needed")
exact <- events * (1 + k) / sum(chances * c(1, k))
arms <- whole(exact * c(1, k) / (1 + k))
put("power", power_of(sum(arms * chances), arms[2] / arms[1]), "achieved")
put("n", c(exact, arms, sum(arms)), c("exact", "control", "experimental", "total"))
print(results)
