# Test between groups, as engraft VERSION gives it.
library(survival)
library(cmprsk)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 2)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
stratum <- rep("", nrow(d))
# the groups in their order
level <- interaction(lapply(d[c("group")], function(v) if (is.logical(v)) tolower(v) else v), sep = ", ",
                     lex.order = TRUE, drop = TRUE)
groups <- levels(level)
z <- qnorm(1 - (1 - 0.95) / 2)
ties <- function(d, n) if (d > 1) 1 - (d - 1) / (n - 1) else 1
# the area under the incidence of a cause to tau, and its error
lost <- function(rows, j, tau) {
  at <- sort(unique(exit[rows][event[rows] > 0 & exit[rows] < tau]))
  total <- function(of) vapply(at, function(t) sum(w[rows][of(t)]), 0)
  n <- total(function(t) exit[rows] >= t & entry[rows] < t)
  own <- total(function(t) exit[rows] == t & event[rows] == j)
  other <- total(function(t) exit[rows] == t & event[rows] > 0 & event[rows] != j)
  free <- cumprod(1 - (own + other) / n)
  before <- c(1, free)[seq_along(free)]
  f <- cumsum(before * own / n)
  long <- diff(c(at, tau))
  variance <- 0
  for (k in seq_along(at)) {
    later <- k:length(at)
    rest <- if (free[k] > 1e-12) (f[later] - f[k]) / free[k] else 0
    a <- sum(long[later] * (1 - rest))
    b <- -sum(long[later] * rest)
    variance <- variance + (before[k] / n[k])^2 * (ties(own[k], n[k]) * own[k] * a^2 + ties(other[k], n[k]) * other[k] * b^2)
  }
  c(sum(long * f), sqrt(max(variance, 0)))
}
pairs <- lapply(seq_along(groups)[-1], function(j) c(1, j))
vs <- function(pair) paste(groups[pair[2]], "vs", groups[pair[1]])
# whether means `x` with variances `v` are equal
equal <- function(x, v) {
  contrasts <- cbind(-1, diag(length(x) - 1))
  off <- contrasts %*% x
  chisq <- drop(t(off) %*% solve(contrasts %*% diag(v) %*% t(contrasts), off))
  c(chisq, length(x) - 1)
}
# of the groups' means `m` and errors `se`
contrast <- function(m, se, pair, cause) {
  one <- pair[1]
  two <- pair[2]
  difference <- m[two] - m[one]
  error <- sqrt(se[two]^2 + se[one]^2)
  ratio <- m[two] / m[one]
  log_error <- sqrt((se[two] / m[two])^2 + (se[one] / m[one])^2)
  data.frame(group = "", cause, term = vs(pair), time = 700, difference, difference_se = error,
             difference_low = difference - z * error, difference_high = difference + z * error,
             difference_p = 2 * pnorm(-abs(difference) / error), ratio, ratio_low = ratio * exp(-z * log_error),
             ratio_high = ratio * exp(z * log_error), ratio_p = 2 * pnorm(-abs(log(ratio)) / log_error))
}
means_of <- function(mean_of, cause) {
  m <- vapply(groups, function(g) mean_of(which(level == g)), c(0, 0))
  all <- equal(m[1, ], m[2, ]^2)
  of_pairs <- do.call(rbind, lapply(pairs, function(pair) contrast(m[1, ], m[2, ], pair, cause)))
  list(data.frame(group = group[match(groups, level)], cause, time = 700, rmtl = m[1, ], rmtl_se = m[2, ],
                  rmtl_low = m[1, ] - z * m[2, ], rmtl_high = m[1, ] + z * m[2, ]),
       data.frame(group = "", cause, time = 700, chisq = all[1], df = all[2],
                  p_value = pchisq(all[1], all[2], lower.tail = FALSE)), of_pairs)
}
causes <- c("relapse", "nrm")
results <- unlist(lapply(seq_along(causes), function(j) means_of(function(rows) lost(rows, j, 700), causes[j])), recursive = FALSE)
print(results)
