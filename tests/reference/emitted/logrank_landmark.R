# Test between groups, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 1)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
# event-free and under observation after the landmark; the clock stays
after <- exit > 100
d <- d[after, , drop = FALSE]
exit <- exit[after]
event <- event[after]
entry <- entry[after]
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
stratum <- rep("", nrow(d))
fit <- survdiff(Surv(exit, event) ~ group + strata(stratum), rho = 0)
df <- sum(rowSums(as.matrix(fit$exp)) > 0) - 1
results <- list(
  data.frame(group = "", chisq = fit$chisq, df, p_value = pchisq(fit$chisq, df, lower.tail = FALSE)),
  data.frame(group = sort(unique(group)), observed = rowSums(as.matrix(fit$obs)),
             expected = rowSums(as.matrix(fit$exp))))
print(results)
