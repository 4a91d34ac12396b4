chance <- function(hazard) {
  total <- hazard + {dropout}
  mean_over(function(t) hazard / total * -expm1(-total * t), {accrual}, {followup})
}
chances <- c(chance({hazard}), chance({hazard} * hr))
