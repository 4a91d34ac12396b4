# Cox regression, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group", "age", "male")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 1)[code])
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
x <- cbind(covariate("group", "1"), covariate("age"), covariate("male"))
y <- Surv(exit, event)
fit <- coxph(y ~ x, weights = w, ties = "efron",
             control = coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50))
b <- unname(coef(fit))
se <- sqrt(diag(vcov(fit)))
z <- qnorm(1 - (1 - 0.95) / 2)
terms <- data.frame(group = "", term = colnames(x), coef = b, std_error = se, hr = exp(b),
                    conf_low = exp(b - z * se), conf_high = exp(b + z * se), z = b / se,
                    p_value = 2 * pnorm(-abs(b / se)))
tests <- c(lrt = 2 * diff(fit$loglik), wald = fit$wald.test[[1]], score = fit$score[[1]])
p <- pchisq(tests, length(b), lower.tail = FALSE)
model <- data.frame(group = "", n = length(unique(id)), events = sum(event), loglik_null = fit$loglik[1],
                    loglik = fit$loglik[2], lrt = tests[[1]], lrt_p = p[[1]], wald = tests[[2]], wald_p = p[[2]],
                    score = tests[[3]], score_p = p[[3]], concordance = fit$concordance[["concordance"]])
zph <- cox.zph(fit, terms = FALSE, transform = "km")$table
zph <- data.frame(group = "", term = c(colnames(x), "GLOBAL")[seq_len(nrow(zph))], zph_chisq = zph[, "chisq"],
                  zph_df = zph[, "df"], zph_p = zph[, "p"])
if (nrow(zph) == 1) zph <- rbind(zph, transform(zph, term = "GLOBAL"))
results <- list(terms, model, zph)
print(results)
