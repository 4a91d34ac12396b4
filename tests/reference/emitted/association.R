# Association, as engraft VERSION gives it.
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/association.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("responded", "treatment")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
w <- rep(1, nrow(d))
success <- as_text(d[["responded"]]) == (if (is.logical(d[["responded"]])) "true" else "1")
group <- paste0("treatment=", as_text(d[["treatment"]]))
# the groups in their order
level <- interaction(lapply(d[c("treatment")], function(v) if (is.logical(v)) tolower(v) else v), sep = ", ",
                     lex.order = TRUE, drop = TRUE)
groups <- levels(level)
pairs <- lapply(seq_along(groups)[-1], function(j) c(1, j))
vs <- function(pair) paste(groups[pair[2]], "vs", groups[pair[1]])
n <- vapply(groups, function(g) sum(w[level == g]), 0)
x <- vapply(groups, function(g) sum(w[level == g & success]), 0)
results <- list(data.frame(group = group[match(groups, level)], n, x, estimate = x / n))
conf_level <- 0.95
z <- qnorm(1 - (1 - conf_level) / 2)
difference_limits <- function(x, n) { # from Wilson's limits of both shares
  p <- x / n
  wilson <- function(x, n) suppressWarnings(prop.test(x, n, conf.level = conf_level, correct = FALSE))$conf.int
  a <- wilson(x[1], n[1])
  b <- wilson(x[2], n[2])
  p[2] - p[1] + c(-sqrt((p[2] - b[1])^2 + (a[2] - p[1])^2), sqrt((b[2] - p[2])^2 + (p[1] - a[1])^2))
}
ratio_limits <- function(x, n) x[2] / n[2] / (x[1] / n[1]) * exp(c(-1, 1) * z * sqrt(sum(1 / x - 1 / n)))
contrast <- function(pair) {
  x <- x[pair]
  n <- n[pair]
  y <- n - x
  d <- difference_limits(x, n)
  r <- if (x[1] > 0) ratio_limits(x, n) else c(NA, NA)
  o <- x[2] * y[1] / (y[2] * x[1])
  width <- z * sqrt(sum(1 / x + 1 / y))
  data.frame(group = "", term = vs(pair), difference = x[2] / n[2] - x[1] / n[1], difference_low = d[1],
             difference_high = d[2], risk_ratio = x[2] / n[2] / (x[1] / n[1]), risk_ratio_low = r[1],
             risk_ratio_high = r[2], odds_ratio = o, odds_ratio_low = o * exp(-width), odds_ratio_high = o * exp(width))
}
chi <- suppressWarnings(chisq.test(rbind(x, n - x), correct = FALSE))
results <- c(results, lapply(pairs, contrast), list(
  data.frame(group = "", term = "chi-square", chisq = chi$statistic, df = chi$parameter, p_value = chi$p.value),
  data.frame(group = "", term = "fisher", p_value = fisher.test(rbind(x, n - x), workspace = 2e7)$p.value)))
print(results)
