# Fine-Gray regression, as engraft VERSION gives it.
library(survival)
library(cmprsk)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group", "age")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event) & !code %in% c("0", "false")] <- 2
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
group <- rep("", nrow(d))
category <- function(v, first = levels(v)[1]) {
  if (!is.factor(v)) v <- factor(if (is.logical(v)) tolower(v) else v)
  relevel(v, first)
}
m <- d[c("group", "age")]
m[["group"]] <- category(m[["group"]], "1")
for (name in names(m)) if (!is.numeric(m[[name]])) m[[name]] <- category(m[[name]])
# `sexM` is sex:M here
term_names <- function(names) {
  for (v in names(Filter(is.factor, m))) {
    main <- names %in% paste0(v, levels(m[[v]]))
    names[main] <- paste(v, substring(names[main], nchar(v) + 1), sep = ":")
  }
  gsub("ns\\(([^,]*), df = ([0-9]+)\\)", "ns(\\1;\\2)", names)
}
x <- model.matrix(~ group + age, m)[, -1, drop = FALSE]
names <- term_names(colnames(x))
# crr takes the censorings at time 0 for some before it; only the order of the times matters
time <- exit + (min(exit) == 0)
crr_at <- function(from, steps) {
  crr(time, event, x, failcode = 1, cencode = 0, init = from, maxiter = steps)
}
fit <- crr_at(rep(0, ncol(x)), 50)
# its search stops some 1e-5 from the maximum: Newton steps from its own score and information
for (step in 1:4) fit <- crr_at(fit$coef + solve(fit$inf, fit$score), 0)
b <- unname(fit$coef)
se <- sqrt(diag(fit$var))
z <- qnorm(1 - (1 - 0.95) / 2)
terms <- data.frame(analysis = "finegray", cause = "relapse", group = "", term = names, coef = b, std_error = se, hr = exp(b),
                    conf_low = exp(b - z * se), conf_high = exp(b + z * se), z = b / se,
                    p_value = 2 * pnorm(-abs(b / se)))
model <- data.frame(analysis = "finegray", cause = "relapse", group = "", n = nrow(d), events = sum(event == 1), loglik_null = fit$loglik.null,
                    loglik = fit$loglik)
results <- list(terms, model)
# the cause-specific hazard
more <- results
control <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50)
fit <- coxph(Surv(exit, event == 1) ~ group + age, data = m, ties = "efron", control = control)
names <- term_names(names(coef(fit)))
b <- unname(coef(fit))
se <- sqrt(diag(vcov(fit)))
z <- qnorm(1 - (1 - 0.95) / 2)
terms <- data.frame(analysis = "cox", cause = "relapse", group = "", term = names, coef = b, std_error = se, hr = exp(b),
                    conf_low = exp(b - z * se), conf_high = exp(b + z * se), z = b / se,
                    p_value = 2 * pnorm(-abs(b / se)))
tests <- c(lrt = 2 * diff(fit$loglik), wald = fit$wald.test[[1]], score = fit$score[[1]])
p <- pchisq(tests, length(b), lower.tail = FALSE)
model <- data.frame(analysis = "cox", cause = "relapse", group = "", n = length(unique(id)), events = sum(fit$y[, "status"]), loglik_null = fit$loglik[1],
                    loglik = fit$loglik[2], lrt = tests[[1]], lrt_p = p[[1]], wald = tests[[2]], wald_p = p[[2]],
                    score = tests[[3]], score_p = p[[3]], concordance = fit$concordance[["concordance"]])
zph <- cox.zph(fit, terms = FALSE, transform = "km")$table
zph <- data.frame(analysis = "cox", cause = "relapse", group = "", term = c(names, "GLOBAL")[seq_len(nrow(zph))], zph_chisq = zph[, "chisq"],
                  zph_df = zph[, "df"], zph_p = zph[, "p"])
if (nrow(zph) == 1) zph <- rbind(zph, transform(zph, term = "GLOBAL"))
results <- c(more, list(terms, model, zph))
print(results)
