events <- ((z + qnorm({power})) / drift(k))^2
put("power", {power}, "asked")
put("events", events, "exact")
put("events", whole(events), "needed")
