total <- -log(1 - ({control} + {competing})) / {at}
incidence <- function(t) {control} / ({control} + {competing}) * (1 - exp(-total * t))
chances <- c(mean_over(incidence, {accrual}, {followup}),
             mean_over(function(t) 1 - (1 - incidence(t))^shr, {accrual}, {followup}))
