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
# observed and expected events of the groups, and the covariance of their differences
scores <- function(rows) {
  k <- length(groups)
  observed <- expected <- numeric(k)
  v <- matrix(0, k, k)
  for (s in unique(stratum[rows])) {
    free <- peto <- 1 # Kaplan-Meier just before, and Peto's prod(1 - d / (n + 1))
    here <- rows[stratum[rows] == s]
    for (t in sort(unique(exit[here][event[here] == 1 & w[here] > 0]))) {
      at <- here[exit[here] >= t & entry[here] < t]
      total <- function(of) vapply(groups, function(g) sum(w[of][level[of] == g]), 0)
      risk <- total(at)
      dead <- total(at[exit[at] == t & event[at] == 1])
      n <- sum(risk)
      d <- sum(dead)
      peto <- peto * (1 - d / (n + 1))
      k_t <- peto # after this time
      observed <- observed + k_t * dead
      expected <- expected + k_t * d * risk / n
      if (n > 1) v <- v + k_t^2 * d * (n - d) / (n - 1) * (diag(risk / n, k) - outer(risk, risk) / n^2)
      free <- free * (n - d) / n
    }
  }
  list(observed = observed, expected = expected, v = v)
}
# with a generalised inverse, of the scaled matrix
test <- function(rows) {
  u <- scores(rows)
  scale <- sqrt(pmax(diag(u$v), 1e-300))
  e <- eigen(u$v / outer(scale, scale), symmetric = TRUE)
  keep <- e$values > 1e-10 * max(e$values)
  x <- (u$observed - u$expected) / scale
  c(sum(crossprod(e$vectors[, keep, drop = FALSE], x)^2 / e$values[keep]), sum(keep))
}
u <- scores(seq_along(exit))
all <- test(seq_along(exit))
results <- list(data.frame(group = "", chisq = all[1], df = all[2],
                           p_value = pchisq(all[1], all[2], lower.tail = FALSE)),
                data.frame(group = group[match(groups, level)], observed = u$observed, expected = u$expected))
print(results)
