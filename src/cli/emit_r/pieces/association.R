n <- vapply(groups, function(g) sum(w[level == g]), 0)
x <- vapply(groups, function(g) sum(w[level == g & success]), 0)
results <- list(data.frame(group = group[match(groups, level)], n, x, estimate = x / n))
conf_level <- {level}
z <- qnorm(1 - (1 - conf_level) / 2)
