# Cox regression, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group", "age")]), , drop = FALSE]
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
category <- function(v, first = levels(v)[1]) {
  if (!is.factor(v)) v <- factor(if (is.logical(v)) tolower(v) else v)
  relevel(v, first)
}
m <- d[c("group", "age")]
m[["group"]] <- category(m[["group"]], "1")
for (name in names(m)) if (!is.numeric(m[[name]])) m[[name]] <- category(m[[name]])
stratum <- rep("", nrow(d))
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
plain <- suppressWarnings(coxph(Surv(.exit, .event) ~ group + age, data = m, weights = .w, ties = "breslow", control = control))
# the likelihood with Firth's penalty, half the logarithm of the determinant of the information
y <- plain$y
x <- scale(model.matrix(plain))
unit <- attr(x, "scaled:scale")
p <- ncol(x)
at <- function(b) {
  coxph(y ~ x, weights = m$.w, init = b, ties = "breslow", control = coxph.control(iter.max = 0, toler.chol = 1e-15))
}
half_log_det <- function(b) -0.5 * as.vector(determinant(as.matrix(at(b)$var))$modulus)
objective <- function(b) at(b)$loglik[1] + half_log_det(b)
slope <- function(f, b, h = 1e-3) {
  one <- function(j, h) (f(replace(b, j, b[j] + h)) - f(replace(b, j, b[j] - h))) / (2 * h)
  vapply(seq_along(b), function(j) (4 * one(j, h) - one(j, 2 * h)) / 3, 0)
}
score <- function(b) colSums(m$.w * as.matrix(residuals(at(b), "score"))) + slope(half_log_det, b)
# Newton steps in the coefficients `free`
climb <- function(b, free) {
  if (length(free) == 0) return(b)
  for (step in 1:200) {
    move <- drop(solve(solve(as.matrix(at(b)$var))[free, free, drop = FALSE], score(b)[free]))
    top <- objective(b)
    while (objective(replace(b, free, b[free] + move)) < top - 1e-10) move <- move / 2
    b[free] <- b[free] + move
    if (max(abs(move)) < 1e-10) break
  }
  b
}
b <- climb(rep(0, p), seq_len(p))
se <- sqrt(diag(as.matrix(at(b)$var)))
top <- objective(b)
null <- objective(rep(0, p))
fallen <- function(b) 2 * (top - objective(b))
others <- function(j) setdiff(seq_len(p), j)
# where the profile has fallen by the quantile
limit <- function(j, side) {
  here <- replace(b, j, b[j] + side * se[j] * sqrt(qchisq(0.9, 1)))
  for (step in 1:50) {
    here <- climb(here, others(j))
    move <- (fallen(here) - qchisq(0.9, 1)) / (2 * score(here)[j])
    here[j] <- here[j] + sign(move) * min(abs(move), 2 * se[j])
    if (abs(move) < 1e-9) break
  }
  here[j]
}
at_zero <- vapply(seq_len(p), function(j) fallen(climb(replace(b, j, 0), others(j))), 0)
terms <- data.frame(group = "", term = term_names(colnames(x)), coef = b / unit, std_error = se / unit, hr = exp(b / unit),
                    conf_low = exp(vapply(seq_len(p), limit, 0, side = -1) / unit),
                    conf_high = exp(vapply(seq_len(p), limit, 0, side = 1) / unit), z = b / se,
                    p_value = pchisq(at_zero, 1, lower.tail = FALSE))
shift <- sum(log(unit)) # the penalty is that of the covariates as given
lrt <- 2 * (top - null)
model <- data.frame(group = "", n = length(unique(id)), events = sum(event), loglik = top + shift,
                    loglik_null = null + shift, lrt, lrt_p = pchisq(lrt, p, lower.tail = FALSE))
results <- list(terms, model)
fit <- suppressWarnings(coxph(Surv(.exit, .event) ~ group + age, data = m, weights = .w, ties = "breslow", init = b / unit,
                              control = coxph.control(iter.max = 0, toler.chol = 1e-13)))
results[[1]]$std_error <- sqrt(diag(vcov(fit)))
results[[1]]$z <- results[[1]]$coef / results[[1]]$std_error
print(results)
