# Test between groups, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "dead", "group", "centre")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["dead"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
stratum <- paste0("centre=", as_text(d[["centre"]]))
# the groups in their order
level <- interaction(lapply(d[c("group")], function(v) if (is.logical(v)) tolower(v) else v), sep = ", ",
                     lex.order = TRUE, drop = TRUE)
groups <- levels(level)
z <- qnorm(1 - (1 - 0.95) / 2)
pairs <- combn(length(groups), 2, simplify = FALSE)
vs <- function(pair) paste(groups[pair[2]], "vs", groups[pair[1]])
# Fleming-Harrington tests of the second group of a pair with four weights, and the largest of them
combined <- function(pair) {
  rows <- which(level %in% groups[pair])
  u <- numeric(4)
  v <- matrix(0, 4, 4)
  for (s in unique(stratum[rows])) {
    free <- 1
    here <- rows[stratum[rows] == s]
    for (t in sort(unique(exit[here][event[here] == 1 & w[here] > 0]))) {
      at <- here[exit[here] >= t & entry[here] < t]
      second <- level[at] == groups[pair[2]]
      dead <- exit[at] == t & event[at] == 1
      n <- sum(w[at])
      d <- sum(w[at][dead])
      share <- sum(w[at][second]) / n
      k <- c(1, free, 1 - free, free * (1 - free))
      u <- u + k * (sum(w[at][second & dead]) - d * share)
      if (n > 1) v <- v + outer(k, k) * d * (n - d) / (n - 1) * share * (1 - share)
      free <- free * (n - d) / n
    }
  }
  z <- u / sqrt(diag(v))
  some <- which(diag(v) > 0)
  largest <- max(abs(z[some]))
  within <- mvtnorm::pmvnorm(rep(-largest, length(some)), rep(largest, length(some)),
                             corr = cov2cor(v[some, some, drop = FALSE]),
                             algorithm = mvtnorm::GenzBretz(maxpts = 1e6, abseps = 1e-6))
  list(z = z, largest = largest, p = 1 - as.vector(within))
}
results <- list()
set.seed(1) # mvtnorm's lattice is random
if (length(groups) == 2) {
  all <- combined(c(1, 2))
  results <- list(data.frame(group = "", z = all$largest, p_value = all$p),
                  data.frame(group = "", term = c("fh:0,0", "fh:1,0", "fh:0,1", "fh:1,1"), z = all$z,
                             p_value = 2 * pnorm(-abs(all$z))))
}
each <- lapply(pairs, combined)
p <- vapply(each, function(one) one$p, 0)
results <- c(results, list(data.frame(group = "", term = vapply(pairs, vs, ""),
                                      z = vapply(each, function(one) one$largest, 0), p_value = p,
                                      p_adjusted = p.adjust(p, "holm"))))
print(results)
