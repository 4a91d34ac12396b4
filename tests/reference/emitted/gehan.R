# Test between groups, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "dead", "group")]), , drop = FALSE]
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
stratum <- rep("", nrow(d))
groups <- sort(unique(group))
k <- length(groups)
observed <- expected <- numeric(k)
v <- matrix(0, k, k)
for (s in unique(stratum)) {
  free <- peto <- 1 # Kaplan-Meier just before, and Peto's prod(1 - d / (n + 1))
  for (t in sort(unique(exit[event == 1 & stratum == s & w > 0]))) {
    at <- which(stratum == s & exit >= t & entry < t)
    total <- function(rows) vapply(groups, function(g) sum(w[rows][group[rows] == g]), 0)
    risk <- total(at)
    dead <- total(at[exit[at] == t & event[at] == 1])
    n <- sum(risk)
    d <- sum(dead)
    peto <- peto * (1 - d / (n + 1))
    k_t <- n
    observed <- observed + k_t * dead
    expected <- expected + k_t * d * risk / n
    if (n > 1) v <- v + k_t^2 * d * (n - d) / (n - 1) * (diag(risk / n, k) - outer(risk, risk) / n^2)
    free <- free * (n - d) / n
  }
}
# a generalised inverse, of the scaled matrix
scale <- sqrt(pmax(diag(v), 1e-300))
e <- eigen(v / outer(scale, scale), symmetric = TRUE)
keep <- e$values > 1e-10 * max(e$values)
chisq <- sum(crossprod(e$vectors[, keep, drop = FALSE], (observed - expected) / scale)^2 / e$values[keep])
df <- sum(keep)
results <- list(data.frame(group = "", chisq, df, p_value = pchisq(chisq, df, lower.tail = FALSE)),
                data.frame(group = groups, observed, expected))
print(results)
