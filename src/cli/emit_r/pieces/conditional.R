  for (given in {given}) { # of those who have come so far
    later <- rows[exit[rows] > given]
    times <- curve$time[curve$time > given]
    if (length(later) == 0 || length(times) == 0) next
    fit <- survfit(y[later] ~ 1, weights = w[later], {id}robust = FALSE, conf.type = {type}, conf.int = {level},
                   timefix = FALSE)
    i <- findInterval(times, fit$time) + 1
    out <- c(out, list(data.frame(group, term = paste("given", given), time = times, estimate = c(1, fit$surv)[i],
                                  std_error = c(0, fit$surv * fit$std.err)[i], conf_low = c(NA, fit$lower)[i],
                                  conf_high = c(NA, fit$upper)[i])))
  }
