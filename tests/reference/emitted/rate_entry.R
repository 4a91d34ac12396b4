# Incidence rate, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/entry.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("exit", "status", "entry", "weight", "group", "centre")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
d <- d[d[["weight"]] > 0, , drop = FALSE]
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event)] <- 0
y <- survival::aeqSurv(survival::Surv(d[["entry"]], d[["exit"]], rep(1, nrow(d))))
entry <- y[, 1]
exit <- y[, 2]
w <- as.numeric(d[["weight"]])
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]), ",centre=", as_text(d[["centre"]]))
per <- 1
conf_level <- 0.9
length <- d[["exit"]] - d[["entry"]]
counted <- function(rows) {
  c(n = sum(w[rows][!duplicated(id[rows])]), x = sum(w[rows][event[rows] == 1]), time = sum((w * length)[rows]))
}
estimate <- function(rows, group) {
  of <- as.list(counted(rows))
  limits <- if (of$time > 0) poisson.test(of$x, of$time, conf.level = conf_level)$conf.int * per else c(NA, NA)
  list(data.frame(group, n = of$n, events = of$x, person_time = of$time, rate = of$x / of$time * per,
                  conf_low = limits[1], conf_high = limits[2]))
}
groups <- split(seq_len(nrow(d)), group)
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
# the groups in their order
level <- interaction(lapply(d[c("group", "centre")], function(v) if (is.logical(v)) tolower(v) else v), sep = ", ",
                     lex.order = TRUE, drop = TRUE)
groups <- levels(level)
pairs <- lapply(seq_along(groups)[-1], function(j) c(1, j))
vs <- function(pair) paste(groups[pair[2]], "vs", groups[pair[1]])
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
print(results)
