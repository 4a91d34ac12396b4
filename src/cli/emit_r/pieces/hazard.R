  i <- findInterval(curve$time, fit$time) + 1
  h <- c(0, fit$cumhaz)[i]
  se <- c(0, fit$std.chaz)[i]
  out <- c(out, list(data.frame(group, time = curve$time, cumhaz = h, cumhaz_se = se, cumhaz_low = h / exp(z * se / h),
                                cumhaz_high = h * exp(z * se / h))))
