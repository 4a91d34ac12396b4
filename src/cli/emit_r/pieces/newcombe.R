difference_limits <- function(x, n) { # from Wilson's limits of both shares
  p <- x / n
  wilson <- function(x, n) suppressWarnings(prop.test(x, n, conf.level = conf_level, correct = FALSE))$conf.int
  a <- wilson(x[1], n[1])
  b <- wilson(x[2], n[2])
  p[2] - p[1] + c(-sqrt((p[2] - b[1])^2 + (a[2] - p[1])^2), sqrt((b[2] - p[2])^2 + (p[1] - a[1])^2))
}
