# Mean cumulative count of recurrent events (Ghosh and Lin 2000), as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/recurrent.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("exit", "event", "entry", "id", "arm")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["event"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 2)[code])
event[is.na(event)] <- 0
y <- survival::aeqSurv(survival::Surv(d[["entry"]], d[["exit"]], rep(1, nrow(d))))
entry <- y[, 1]
exit <- y[, 2]
w <- rep(1, nrow(d))
id <- d[["id"]]
group <- paste0("arm=", as_text(d[["arm"]]))
begin <- entry
# mean number of events (1) until the terminal one (2), and the influence of every subject on it
mean_count <- function(rows) {
  ids <- unique(id[rows])
  at <- sort(unique(exit[rows]))
  y <- n <- d <- matrix(0, length(ids), length(at)) # at risk, events, terminal events
  for (r in rows) {
    i <- match(id[r], ids)
    j <- match(exit[r], at)
    y[i, begin[r] < at & at <= exit[r]] <- 1
    if (event[r] == 1) n[i, j] <- n[i, j] + 1
    if (event[r] == 2) d[i, j] <- 1
  }
  rate <- colSums(n) / colSums(y)
  death <- colSums(d) / colSums(y)
  before <- c(1, cumprod(1 - death))[seq_along(at)]
  mu <- cumsum(before * rate)
  own <- n - sweep(y, 2, rate, "*")
  ends <- d - sweep(y, 2, death, "*")
  se <- vapply(seq_along(at), function(k) {
    j <- seq_len(k)
    psi <- own[, j, drop = FALSE] %*% (before / colSums(y))[j] -
      ends[, j, drop = FALSE] %*% ((mu[k] - mu) / colSums(y))[j]
    sqrt(sum(psi^2))
  }, 0)
  list(time = at, mu = mu, se = se)
}
z <- qnorm(1 - (1 - 0.95) / 2)
estimate <- function(rows, group) {
  fit <- mean_count(rows)
  times <- c(0, 30, 100, 180, 365)
  i <- findInterval(times, fit$time) + 1
  mu <- c(0, fit$mu)[i]
  se <- c(0, fit$se)[i]
  count <- function(kind) vapply(times, function(t) sum(event[rows] == kind & exit[rows] <= t), 0)
  at_risk <- vapply(times, function(t) sum(exit[rows] >= t & begin[rows] < t), 0)
  list(data.frame(group, time = times, n_risk = at_risk, n_event = count(1), n_terminal = count(2), estimate = mu,
                  std_error = se, conf_low = mu * exp(-z * se / mu), conf_high = mu * exp(z * se / mu)),
       data.frame(group, n = length(unique(id[rows])), events = sum(event[rows] == 1),
                  n_terminal = sum(event[rows] == 2)))
}
groups <- c(split(seq_len(nrow(d)), group), list(seq_len(nrow(d))))
names(groups)[length(groups)] <- ""
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
