# Test between groups, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "dead", "weight", "group")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
d <- d[d[["weight"]] > 0, , drop = FALSE]
code <- as_text(d[["dead"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- as.numeric(d[["weight"]])
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
stratum <- rep("", nrow(d))
# the groups in their order
level <- interaction(lapply(d[c("group")], function(v) if (is.logical(v)) tolower(v) else v), sep = ", ",
                     lex.order = TRUE, drop = TRUE)
groups <- levels(level)
z <- qnorm(1 - (1 - 0.9) / 2)
y <- Surv(exit, event)
curve_of <- function(rows) survfit(y[rows] ~ 1, weights = w[rows], robust = FALSE, timefix = FALSE)
pairs <- combn(length(groups), 2, simplify = FALSE)
vs <- function(pair) paste(groups[pair[2]], "vs", groups[pair[1]])
mean_of <- function(rows) unname(summary(curve_of(rows), rmean = 9)$table[c("rmean", "se(rmean)")])
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
  data.frame(group = "", term = vs(pair), time = 9, difference, difference_se = error,
             difference_low = difference - z * error, difference_high = difference + z * error,
             difference_p = 2 * pnorm(-abs(difference) / error), ratio, ratio_low = ratio * exp(-z * log_error),
             ratio_high = ratio * exp(z * log_error), ratio_p = 2 * pnorm(-abs(log(ratio)) / log_error))
}
means_of <- function(mean_of, cause) {
  m <- vapply(groups, function(g) mean_of(which(level == g)), c(0, 0))
  all <- equal(m[1, ], m[2, ]^2)
  of_pairs <- do.call(rbind, lapply(pairs, function(pair) contrast(m[1, ], m[2, ], pair, cause)))
  of_pairs$p_adjusted <- p.adjust(of_pairs$difference_p, "holm")
  of_pairs$ratio_p_adjusted <- p.adjust(of_pairs$ratio_p, "holm")
  list(data.frame(group = group[match(groups, level)], time = 9, rmst = m[1, ], rmst_se = m[2, ],
                  rmst_low = m[1, ] - z * m[2, ], rmst_high = m[1, ] + z * m[2, ]),
       data.frame(group = "", time = 9, chisq = all[1], df = all[2],
                  p_value = pchisq(all[1], all[2], lower.tail = FALSE)), of_pairs)
}
results <- means_of(mean_of)
print(results)
