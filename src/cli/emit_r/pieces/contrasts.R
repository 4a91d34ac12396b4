# of the groups' means `m` and errors `se`
contrast <- function(m, se, pair, cause) {
  one <- pair[1]
  two <- pair[2]
  difference <- m[two] - m[one]
  error <- sqrt(se[two]^2 + se[one]^2)
  ratio <- m[two] / m[one]
  log_error <- sqrt((se[two] / m[two])^2 + (se[one] / m[one])^2)
  data.frame(group = ""{cause}, term = vs(pair), time = {tau}, difference, difference_se = error,
             difference_low = difference - z * error, difference_high = difference + z * error,
             difference_p = 2 * pnorm(-abs(difference) / error), ratio, ratio_low = ratio * exp(-z * log_error),
             ratio_high = ratio * exp(z * log_error), ratio_p = 2 * pnorm(-abs(log(ratio)) / log_error))
}
