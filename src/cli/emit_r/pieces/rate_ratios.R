ratio <- function(pair) {
  of <- lapply(groups[rev(pair)], function(g) as.list(counted(which(level == g))))
  x <- c(of[[1]]$x, of[[2]]$x)
  time <- c(of[[1]]$time, of[[2]]$time)
  if (sum(x) == 0 || any(time == 0)) return(NULL)
  test <- poisson.test(x, time, conf.level = conf_level)
  data.frame(group = "", term = vs(pair), ratio = test$estimate, ratio_low = test$conf.int[1],
             ratio_high = test$conf.int[2], p_value = test$p.value)
}
results <- c(results, Filter(Negate(is.null), lapply(pairs, ratio)))
