alpha <- {alpha} / {sides} * (1 + 1e-9)
exact <- function(n) {
  tail <- pbinom({places}, n, {null}, lower.tail = {lower})
  at <- ({places})[{which}(which(tail <= alpha))]
  c(n = n, critical_value = {critical}, alpha = pbinom(at, n, {null}, lower.tail = {lower}),
    power = pbinom(at, n, {alternative}, lower.tail = {lower}))
}
put_exact <- function(of, term = NA) for (stat in names(of)) if (!is.na(of[[stat]])) put(stat, of[[stat]], term)
