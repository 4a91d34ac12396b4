z <- qnorm({alpha} / {sides}, lower.tail = FALSE)
k <- {allocation} # subjects in the experimental arm for one in the control arm
whole <- function(x) ceiling(x * (1 - 1e-12))
power_of <- function(events, k) pnorm(sqrt(events) * drift(k) - z)
put("alpha", {alpha})
