# State occupation, as engraft VERSION gives it.
library(survival)
library(etm)
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
after <- exit > landmark & id %in% id[entry <= landmark & exit > landmark & from == "transplanted"]
d <- d[after, , drop = FALSE]
entry <- pmax(entry, landmark)[after]
exit <- exit[after]
from <- from[after]
to <- to[after]
id <- id[after]
group <- group[after]
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
  long <- diff(c(30, at, tau))
  data.frame(mean_time = colSums(long * occupied(fit, c(30, at))$p)) # etm has no error of it
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
