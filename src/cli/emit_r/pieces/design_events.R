to <- {ends}
from <- c(0, to[-length(to)])
rate <- {rates}
dropout <- {dropout}
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
for (target in {targets}) {
  time <- NA
  if (target < ever) {
    last <- max(to)
    while (everybody(last)[["events"]] < target) last <- 2 * last
    time <- uniroot(function(t) everybody(t)[["events"]] - target, c(0, last), tol = 1e-13, maxiter = 10000)$root
  }
  put("time_of_events", time, as.character(target))
}
for (time in {times}) {
  of <- everybody(time)
  for (stat in names(of)) put(stat, of[[stat]], time = time)
  if (length(arms) > 1) for (name in names(arms)) {
    of <- counts(arms[[name]], time)
    for (stat in names(of)) put(stat, of[[stat]], time = time, group = paste0("arm=", name))
  }
}
