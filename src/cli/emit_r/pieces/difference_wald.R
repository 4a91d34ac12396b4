difference_limits <- function(x, n) {
  suppressWarnings(prop.test(rev(x), rev(n), conf.level = conf_level, correct = FALSE))$conf.int
}
