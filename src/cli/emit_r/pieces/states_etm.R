# etm: everybody begins in the first state that is seen; its clock must not start at 0
fit_of <- function(rows) {
  moves <- unique(data.frame(from, to)[rows, ][to[rows] != "censored", ])
  tra <- matrix(FALSE, length(states), length(states))
  tra[cbind(match(moves$from, states), match(moves$to, states))] <- TRUE
  own <- data.frame(id = id[rows], from = from[rows], to = ifelse(to[rows] == "censored", "cens", to[rows]),
                    entry = entry[rows] + 1, exit = exit[rows] + 1)
  list(etm = etm(own, states, tra, "cens", s = 0), start = own$from[which.min(own$entry)])
}
occupied <- function(fit, times) {
  i <- findInterval(times + 1, fit$etm$time) + 1
  names <- paste(fit$start, states)
  start <- as.numeric(states == fit$start)
  se <- apply(fit$etm$cov, 3, function(v) sqrt(pmax(0, diag(v)[names])))
  list(p = rbind(start, t(fit$etm$est[fit$start, states, ]))[i, , drop = FALSE],
       se = rbind(0, t(se))[i, , drop = FALSE])
}
mean_times <- function(fit, tau) {
  at <- fit$etm$time[fit$etm$time < tau + 1] - 1
  long <- diff(c({from}, at, tau))
  data.frame(mean_time = colSums(long * occupied(fit, c({from}, at))$p)) # etm has no error of it
}
