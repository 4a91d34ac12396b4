# State occupation, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/states_bmt137.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("id", "entry", "exit", "from")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
y <- aeqSurv(Surv(d[["entry"]], d[["exit"]], rep(1, nrow(d))))
entry <- y[, 1]
exit <- y[, 2]
from <- as_text(d[["from"]])
to <- as_text(d[["to"]])
to[is.na(to) | tolower(to) %in% c("", "0", "cens", "censored")] <- "censored"
id <- d[["id"]]
group <- rep("", nrow(d))
states <- unique(c(from, setdiff(to, "censored")))
states <- if (anyNA(suppressWarnings(as.numeric(states)))) sort(states) else states[order(as.numeric(states))]
z <- qnorm(1 - (1 - 0.95) / 2)
landmark <- 30
after <- exit > landmark & id %in% id[entry <= landmark & exit > landmark & from == "recovered"]
d <- d[after, , drop = FALSE]
entry <- pmax(entry, landmark)[after]
exit <- exit[after]
from <- from[after]
to <- to[after]
id <- id[after]
group <- group[after]
fit_of <- function(rows) {
  survfit(Surv(entry[rows] - 30, exit[rows] - 30, factor(to[rows], c("censored", states))) ~ 1, id = id[rows],
          istate = factor(from[rows], states), influence = TRUE)
}
# probability and error of each state at times
occupied <- function(fit, times) {
  i <- findInterval(times - 30, fit$time) + 1
  column <- match(states, fit$states)
  list(p = rbind(fit$p0, fit$pstate)[i, column, drop = FALSE],
       se = rbind(0, fit$std.err)[i, column, drop = FALSE])
}
mean_times <- function(fit, tau) {
  table <- summary(fit, rmean = tau - 30)$table
  table <- table[match(states, rownames(table)), , drop = FALSE]
  data.frame(mean_time = table[, "rmean"], mean_time_se = table[, "se(rmean)"])
}
estimate <- function(rows, group) {
  fit <- fit_of(rows)
  times <- c(50, 100, 365)
  of <- occupied(fit, times)
  at <- lapply(seq_along(states), function(j) {
    p <- of$p[, j]
    se <- of$se[, j]
    width <- z * se / (p * log(p))
    risk <- vapply(times, function(t) sum(from[rows] == states[j] & entry[rows] < t & exit[rows] >= t), 0)
    data.frame(group, cause = states[j], time = times, n_risk = risk, estimate = p, std_error = se,
               conf_low = p^exp(-width), conf_high = p^exp(width))
  })
  moved <- table(paste(from, "->", to)[rows][to[rows] != "censored"])
  out <- c(at, list(data.frame(group, n = length(unique(id[rows])))))
  if (length(moved) > 0) out <- c(out, list(data.frame(group, term = names(moved), events = as.vector(moved))))
  out <- c(out, list(data.frame(group, cause = states, time = 730, mean_times(fit, 730))))
  out
}
groups <- list(seq_len(nrow(d)))
names(groups) <- ""
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
