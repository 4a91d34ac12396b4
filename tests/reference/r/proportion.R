# Intervals of a proportion, from their definitions; no continuity correction.

proportion_rows <- function(call) {
  s <- expand_rows(read_subjects(call))
  success <- if (is.null(call$success)) "1" else call$success
  hit <- s$data[[call$outcome]] == success
  rows <- list(row("proportion", "n_excluded", s$n_excluded))
  for (g in groups_of(call, s$data)) {
    rows <- c(rows, proportion_group(sum(hit[g$rows]), length(g$rows), g$group, call))
  }
  rows
}

expand_rows <- function(s) {
  index <- rep(seq_along(s$weight), s$weight)
  s$data <- s$data[index, , drop = FALSE]
  s
}

proportion_limits <- function(method, x, n, level) {
  z <- qnorm(1 - (1 - level) / 2)
  tail <- (1 - level) / 2
  p <- x / n
  limits <- switch(method,
    wilson = (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n),
    "clopper-pearson" = binom.test(x, n, conf.level = level)$conf.int[1:2],
    jeffreys = c(if (x == 0) 0 else qbeta(tail, x + 0.5, n - x + 0.5),
                 if (x == n) 1 else qbeta(tail, x + 0.5, n - x + 0.5, lower.tail = FALSE)),
    "agresti-coull" = {
      nn <- n + z^2
      pp <- (x + z^2 / 2) / nn
      pp + c(-1, 1) * z * sqrt(pp * (1 - pp) / nn)
    },
    wald = p + c(-1, 1) * z * sqrt(p * (1 - p) / n),
    stop("no such method"))
  limits <- pmin(1, pmax(0, limits))
  # the second way
  if (method == "wilson") {
    other <- suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))
    agree("prop.test", limits, other$conf.int[1:2])
    # exact at the ends, where the sum above leaves a rounding error
    if (x == 0) limits[1] <- 0
    if (x == n) limits[2] <- 1
  }
  if (method == "clopper-pearson" && x > 0) agree("F quantile", limits[1],
    1 / (1 + (n - x + 1) / (x * qf(tail, 2 * x, 2 * (n - x + 1)))))
  limits
}

proportion_group <- function(x, n, group, call) {
  one <- function(stat, value) row("proportion", stat, value, group = group)
  method <- if (is.null(call$method)) "wilson" else call$method
  limits <- proportion_limits(method, x, n, call$level)
  list(one("n", n), one("x", x), one("estimate", x / n), one("conf_low", limits[1]), one("conf_high", limits[2]))
}

METHODS <- c("wilson", "clopper-pearson", "jeffreys", "agresti-coull", "wald")

each_method <- function(name, words) {
  setNames(paste("proportion", words, "--method", METHODS), paste(name, gsub("-", "_", METHODS), sep = "_"))
}

proportion_cases <- c(
  default_method = paste("proportion", OWN("responses.csv"), "--outcome responded --by arm"),
  each_method("arms", paste(OWN("responses.csv"), "--outcome responded --by arm --overall")),
  each_method("complete_response", paste(OWN("responses.csv"), "--outcome outcome --success CR --by arm,sex")),
  each_method("partial_response", paste(OWN("responses.csv"), "--outcome outcome --success R --by arm --conf-level 0.9")),
  each_method("weighted", paste(OWN("responses.csv"), "--outcome responded --by sex --weight weight --overall --conf-level 0.99")),
  each_method("bmt_relapse", paste(BMT, "--outcome d2 --by group --overall")),
  each_method("children_chronic", paste(CHILDREN, "--outcome acute_GvHD_III_IV --success yes --by disease_group --overall")),
  missing_cells = paste("proportion", OWN("missing.csv"), "--outcome dead --by group --overall")
)
