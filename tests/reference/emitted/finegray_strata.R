# Fine-Gray regression, as engraft VERSION gives it.
library(survival)
library(cmprsk)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "cause", "centre", "age", "sex")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["cause"]])
event <- unname(c("2" = 1)[code])
event[is.na(event) & !code %in% c("0", "false")] <- 2
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- rep("", nrow(d))
covariate <- function(name, reference = NULL) {
  v <- d[[name]]
  if (is.numeric(v) && is.null(reference)) return(matrix(v, dimnames = list(NULL, name)))
  if (is.logical(v) || is.factor(v)) v <- as_text(v)
  levels <- as_text(sort(unique(v)))
  if (is.null(reference)) reference <- levels[1]
  others <- setdiff(levels, reference)
  matrix(outer(as_text(v), others, "==") + 0, nrow(d), dimnames = list(NULL, paste(name, others, sep = ":")))
}
x <- cbind(covariate("age"), covariate("sex"))
# crr takes the censorings at time 0 for some before it; only the order of the times matters
time <- exit + (min(exit) == 0)
at <- function(from, steps) {
  crr(time, event, x, cengroup = as_text(d[["centre"]]), failcode = 1, cencode = 0, init = from, maxiter = steps)
}
fit <- at(rep(0, ncol(x)), 50)
# its search stops some 1e-5 from the maximum: Newton steps from its own score and information
for (step in 1:4) fit <- at(fit$coef + solve(fit$inf, fit$score), 0)
b <- unname(fit$coef)
se <- sqrt(diag(fit$var))
z <- qnorm(1 - (1 - 0.95) / 2)
terms <- data.frame(group = "", cause = "2", term = colnames(x), coef = b, std_error = se, hr = exp(b),
                    conf_low = exp(b - z * se), conf_high = exp(b + z * se), z = b / se,
                    p_value = 2 * pnorm(-abs(b / se)))
model <- data.frame(group = "", cause = "2", n = nrow(d), events = sum(event == 1), loglik_null = fit$loglik.null,
                    loglik = fit$loglik)
results <- list(terms, model)
print(results)
