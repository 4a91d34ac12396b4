# Expected events over calendar time, as engraft VERSION gives it.
results <- list()
put <- function(stat, value, term = NA, time = NA, group = "") {
  table <- setNames(data.frame(group, term, time, value), c("group", "term", "time", stat))
  results[[length(results) + 1]] <<- table
}
# The mean over subjects that enter uniformly.
mean_over <- function(f, accrual, followup) {
  if (accrual == 0) return(f(followup))
  integrate(f, followup, followup + accrual, rel.tol = 1e-13, subdivisions = 1000L)$value / accrual
}
arms <- list(control = c(hazard = 0.02972291199489437, share = 0.33333333333333337), experimental = c(hazard = 0.014861455997447185, share = 0.6666666666666666))
to <- c(3, 6, 18)
from <- c(0, to[-length(to)])
rate <- c(2, 5, 12)
dropout <- 0.01
counts <- function(arm, time) {
  total <- arm[["hazard"]] + dropout
  entered <- left <- 0
  for (i in which(from < time)) {
    end <- min(to[i], time)
    n <- arm[["share"]] * rate[i] * (end - from[i])
    entered <- entered + n
    left <- left + n * mean_over(function(t) -expm1(-total * t), end - from[i], time - end)
  }
  c(enrolled = entered, events = left * arm[["hazard"]] / total, dropouts = left * dropout / total,
    at_risk = entered - left)
}
everybody <- function(time) Reduce(`+`, lapply(arms, counts, time))
ever <- sum(rate * (to - from)) * sum(vapply(arms, function(a) a[["share"]] * a[["hazard"]] / (a[["hazard"]] + dropout), 0))
for (target in c(40)) {
  time <- NA
  if (target < ever) {
    last <- max(to)
    while (everybody(last)[["events"]] < target) last <- 2 * last
    time <- uniroot(function(t) everybody(t)[["events"]] - target, c(0, last), tol = 1e-13, maxiter = 10000)$root
  }
  put("time_of_events", time, as.character(target))
}
for (time in c(2.5, 5, 7.5, 10, 12.5, 15, 17.5, 20, 22.5, 25, 27.5, 30)) {
  of <- everybody(time)
  for (stat in names(of)) put(stat, of[[stat]], time = time)
  if (length(arms) > 1) for (name in names(arms)) {
    of <- counts(arms[[name]], time)
    for (stat in names(of)) put(stat, of[[stat]], time = time, group = paste0("arm=", name))
  }
}
print(results)
