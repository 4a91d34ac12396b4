# The mean over subjects that enter uniformly.
mean_over <- function(f, accrual, followup) {
  if (accrual == 0) return(f(followup))
  integrate(f, followup, followup + accrual, rel.tol = 1e-13, subdivisions = 1000L)$value / accrual
}
