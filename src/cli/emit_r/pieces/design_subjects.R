exact <- {n}
arms <- exact * c(1, k) / (1 + k)
events <- sum(arms * chances)
put("events", events, "exact")
put("power", power_of(events, k), "achieved")
