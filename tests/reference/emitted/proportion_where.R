# Proportion, as engraft VERSION gives it.
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/responses.csv", check.names = FALSE, na.strings = c("", "NA"))
d <- d[which(as.character(d[["sex"]]) == "F"), , drop = FALSE]
n_rows <- nrow(d)
d <- d[complete.cases(d[c("responded", "arm")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
w <- rep(1, nrow(d))
success <- as_text(d[["responded"]]) == (if (is.logical(d[["responded"]])) "true" else "1")
group <- paste0("arm=", as_text(d[["arm"]]))
level <- 0.95
tail <- (1 - level) / 2
z <- qnorm(1 - tail)
symmetric <- function(p, n) pmin(1, pmax(0, p + c(-1, 1) * z * sqrt(p * (1 - p) / n)))
estimate <- function(rows, group) {
  n <- sum(w[rows])
  x <- sum(w[rows][success[rows]])
  limits <- if (n > 0) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int else c(NA, NA)
  list(data.frame(group, n, x, estimate = x / n, conf_low = limits[1], conf_high = limits[2]))
}
groups <- split(seq_len(nrow(d)), group)
results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)
print(results)
