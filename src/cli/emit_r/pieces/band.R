  told <- which(fit$surv > 0 & fit$surv < 1)
  n <- {n}
  from <- {from}
  to <- {to}
  ends <- vapply(c(from, to), function(t) max(0, told[fit$time[told] <= t]), 0)
  if (all(ends > 0)) {
    a <- n * fit$std.err[ends]^2
    a <- a / (1 + a)
    critical <- critical_value(a[1], a[2])
    i <- findInterval(curve$time, fit$time)
    s <- c(1, fit$surv)[i + 1]
    error <- c(0, fit$std.err)[i + 1]
    width <- {width}
    band <- data.frame(group, time = curve$time, band_low = {low}, band_high = {high})
    out <- c(out, list(band[curve$time >= from & curve$time <= to & s > 0 & s < 1, ],
                       data.frame(group, band_critical = critical)))
  }
