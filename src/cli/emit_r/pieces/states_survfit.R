fit_of <- function(rows) {
  survfit(Surv(entry[rows]{less}, exit[rows]{less}, factor(to[rows], c("censored", states))) ~ 1, id = id[rows],
          istate = factor(from[rows], states), influence = TRUE)
}
# probability and error of each state at times
occupied <- function(fit, times) {
  i <- findInterval(times{less}, fit$time) + 1
  column <- match(states, fit$states)
  list(p = rbind(fit$p0, fit$pstate)[i, column, drop = FALSE],
       se = rbind(0, fit$std.err)[i, column, drop = FALSE])
}
mean_times <- function(fit, tau) {
  table <- summary(fit, rmean = tau{less})$table
  table <- table[match(states, rownames(table)), , drop = FALSE]
  data.frame(mean_time = table[, "rmean"], mean_time_se = table[, "se(rmean)"])
}
