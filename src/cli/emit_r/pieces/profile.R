# predicted survival for values of the covariates, in each stratum
profile <- function(text, values, within = TRUE) {
  new <- m[1, , drop = FALSE]
  for (name in names(values)) {
    new[[name]] <- if (is.factor(m[[name]])) factor(values[[name]], levels(m[[name]])) else as.numeric(values[[name]])
  }
  do.call(rbind, lapply(sort(unique(stratum[within])), function(s) {
    new$.stratum <- s
    curve <- survfit(fit, newdata = new, conf.type = "log-log", conf.int = {level})
    times <- {times}
    i <- findInterval(times, curve$time) + 1
    data.frame(group = s, term = text, time = times, estimate = c(1, curve$surv)[i],
               std_error = c(0, curve$surv * curve$std.err)[i], conf_low = c(NA, curve$lower)[i],
               conf_high = c(NA, curve$upper)[i])
  }))
}
