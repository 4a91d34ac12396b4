# Proportion, as engraft VERSION gives it.
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/association.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("responded", "treatment", "centre", "sex")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
w <- rep(1, nrow(d))
success <- as_text(d[["responded"]]) == (if (is.logical(d[["responded"]])) "true" else "1")
stratum <- paste0("centre=", as_text(d[["centre"]]), ",sex=", as_text(d[["sex"]]))
group <- paste0("treatment=", as_text(d[["treatment"]]))
level <- 0.95
tail <- (1 - level) / 2
z <- qnorm(1 - tail)
# Yan and Su's interval: weights iterated from equal ones, limits at the quantile of equal weights
stratified_wilson <- function(x, n) {
  p <- x / n
  v <- p * (1 - p) / n
  quantile_of <- function(weight) z * sqrt(sum(weight^2 * v)) / sum(weight * sqrt(v))
  weight <- rep(1 / length(n), length(n))
  first <- current <- quantile_of(weight)
  for (i in 1:10) {
    new <- (1 + current^2 / n)^2 / (v + current^2 / (4 * n^2))
    new <- new / sum(new)
    change <- sum(abs(new - weight))
    weight <- new
    current <- quantile_of(weight)
    if (change < 0.001) break
  }
  one <- function(x, n) suppressWarnings(prop.test(x, n, conf.level = 2 * pnorm(first) - 1, correct = FALSE))$conf.int[1:2]
  wilson <- mapply(one, x, n)
  c(sum(weight * wilson[1, ]), sum(weight * wilson[2, ]), sum(weight * p))
}
estimate <- function(rows, group) {
  n <- sum(w[rows])
  x <- sum(w[rows][success[rows]])
  of <- function(v) as.vector(tapply(v[rows], stratum[rows], sum))
  of_strata <- stratified_wilson(of(w * success), of(w))
  limits <- if (n > 0) of_strata[1:2] else c(NA, NA)
  list(data.frame(group, n, x, estimate = x / n, conf_low = limits[1], conf_high = limits[2], estimate_weighted = of_strata[3], null = 0.4, p_value = binom.test(x, n, 0.4)$p.value))
}
groups <- c(split(seq_len(nrow(d)), group), list(seq_len(nrow(d))))
names(groups)[length(groups)] <- ""
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
