# Test between groups, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/pweight.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("exit", "dead", "entry", "weight", "arm", "centre")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
d <- d[d[["weight"]] > 0, , drop = FALSE]
code <- as_text(d[["dead"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event)] <- 0
y <- survival::aeqSurv(survival::Surv(d[["entry"]], d[["exit"]], rep(1, nrow(d))))
entry <- y[, 1]
exit <- y[, 2]
w <- as.numeric(d[["weight"]])
id <- seq_len(nrow(d))
group <- paste0("arm=", as_text(d[["arm"]]))
stratum <- paste0("centre=", as_text(d[["centre"]]))
# the robust score test of proportional hazards
fit <- coxph(Surv(entry, exit, event) ~ factor(group) + strata(stratum), weights = w, robust = TRUE, cluster = id, ties = "breslow")
df <- length(unique(group)) - 1
results <- list(data.frame(group = "", chisq = fit$rscore, df, p_value = pchisq(fit$rscore, df, lower.tail = FALSE)))
print(results)
