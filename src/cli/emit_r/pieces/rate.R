per <- {per}
conf_level <- {level}
length <- {length}
counted <- function(rows) {
  c(n = sum(w[rows][!duplicated(id[rows])]), x = sum(w[rows][event[rows] == 1]), time = sum((w * length)[rows]))
}
estimate <- function(rows, group) {
  of <- as.list(counted(rows))
  limits <- if (of$time > 0) poisson.test(of$x, of$time, conf.level = conf_level)$conf.int * per else c(NA, NA)
  list(data.frame(group, n = of$n, events = of$x, person_time = of$time, rate = of$x / of$time * per,
                  conf_low = limits[1], conf_high = limits[2]))
}
