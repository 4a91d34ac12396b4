# Cox regression, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/ties.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "dead", "case_weight", "centre", "group", "age", "sex")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
d <- d[d[["case_weight"]] > 0, , drop = FALSE]
code <- as_text(d[["dead"]])
event <- unname(c("1" = 1, "true" = 1)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- as.numeric(d[["case_weight"]])
id <- seq_len(nrow(d))
group <- rep("", nrow(d))
category <- function(v, first = levels(v)[1]) {
  if (!is.factor(v)) v <- factor(if (is.logical(v)) tolower(v) else v)
  relevel(v, first)
}
m <- d[c("group", "age", "sex")]
m[["group"]] <- category(m[["group"]], "b")
for (name in names(m)) if (!is.numeric(m[[name]])) m[[name]] <- category(m[[name]])
stratum <- paste0("centre=", as_text(d[["centre"]]))
m <- cbind(m, .entry = entry, .exit = exit, .event = event, .w = w, .id = id, .stratum = stratum)
# `sexM` is sex:M here
term_names <- function(names) {
  for (v in names(Filter(is.factor, m))) {
    main <- names %in% paste0(v, levels(m[[v]]))
    names[main] <- paste(v, substring(names[main], nchar(v) + 1), sep = ":")
  }
  gsub("ns\\(([^,]*), df = ([0-9]+)\\)", "ns(\\1;\\2)", names)
}
control <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50)
fit <- coxph(Surv(.exit, .event) ~ group + age + sex + strata(.stratum), data = m, weights = .w, ties = "breslow", control = control)
names <- term_names(names(coef(fit)))
b <- unname(coef(fit))
se <- sqrt(diag(vcov(fit)))
z <- qnorm(1 - (1 - 0.95) / 2)
terms <- data.frame(group = "", term = names, coef = b, std_error = se, hr = exp(b),
                    conf_low = exp(b - z * se), conf_high = exp(b + z * se), z = b / se,
                    p_value = 2 * pnorm(-abs(b / se)))
tests <- c(lrt = 2 * diff(fit$loglik), wald = fit$wald.test[[1]], score = fit$score[[1]])
p <- pchisq(tests, length(b), lower.tail = FALSE)
model <- data.frame(group = "", n = length(unique(id)), events = sum(fit$y[, "status"]), loglik_null = fit$loglik[1],
                    loglik = fit$loglik[2], lrt = tests[[1]], lrt_p = p[[1]], wald = tests[[2]], wald_p = p[[2]],
                    score = tests[[3]], score_p = p[[3]], concordance = fit$concordance[["concordance"]])
zph <- cox.zph(fit, terms = FALSE, transform = "km")$table
zph <- data.frame(group = "", term = c(names, "GLOBAL")[seq_len(nrow(zph))], zph_chisq = zph[, "chisq"],
                  zph_df = zph[, "df"], zph_p = zph[, "p"])
if (nrow(zph) == 1) zph <- rbind(zph, transform(zph, term = "GLOBAL"))
results <- c(list(terms, model, zph))
print(results)
