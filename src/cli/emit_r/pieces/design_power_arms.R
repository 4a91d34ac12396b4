exact <- events * (1 + k) / sum(chances * c(1, k))
arms <- whole(exact * c(1, k) / (1 + k))
put("power", power_of(sum(arms * chances), arms[2] / arms[1]), "achieved")
