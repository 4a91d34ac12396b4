# Test between groups, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "dead", "weight", "group", "centre")]), , drop = FALSE]
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
stratum <- paste0("centre=", as_text(d[["centre"]]))
stratum <- rep(stratum, w)
times_each <- rep(seq_len(nrow(d)), w)
d <- d[times_each, , drop = FALSE]
exit <- exit[times_each]
entry <- entry[times_each]
event <- event[times_each]
group <- group[times_each]
fit <- survdiff(Surv(exit, event) ~ group + strata(stratum), rho = 0)
df <- sum(rowSums(as.matrix(fit$exp)) > 0) - 1
results <- list(
  data.frame(group = "", chisq = fit$chisq, df, p_value = pchisq(fit$chisq, df, lower.tail = FALSE)),
  data.frame(group = sort(unique(group)), observed = rowSums(as.matrix(fit$obs)),
             expected = rowSums(as.matrix(fit$exp))))
print(results)
