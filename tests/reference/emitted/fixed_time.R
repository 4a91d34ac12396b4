# Test between groups, as engraft VERSION gives it.
library(survival)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 1)[code])
event[is.na(event)] <- 0
exit <- survival::aeqSurv(survival::Surv(d[["time"]], rep(1, nrow(d))))[, 1]
entry <- rep(-Inf, nrow(d))
w <- rep(1, nrow(d))
id <- seq_len(nrow(d))
group <- paste0("group=", as_text(d[["group"]]))
stratum <- rep("", nrow(d))
# the groups in their order
level <- interaction(lapply(d[c("group")], function(v) if (is.logical(v)) tolower(v) else v), sep = ", ",
                     lex.order = TRUE, drop = TRUE)
groups <- levels(level)
z <- qnorm(1 - (1 - 0.95) / 2)
# whether means `x` with variances `v` are equal
equal <- function(x, v) {
  contrasts <- cbind(-1, diag(length(x) - 1))
  off <- contrasts %*% x
  chisq <- drop(t(off) %*% solve(contrasts %*% diag(v) %*% t(contrasts), off))
  c(chisq, length(x) - 1)
}
pairs <- combn(length(groups), 2, simplify = FALSE)
vs <- function(pair) paste(groups[pair[2]], "vs", groups[pair[1]])
y <- Surv(exit, event)
curve_of <- function(rows) survfit(y[rows] ~ 1, weights = w[rows], robust = FALSE, timefix = FALSE)
fixed <- function(point, cause) {
  points <- vapply(groups, function(g) point(which(level == g)), c(0, 0))
  free <- points[1, ]
  x <- log(-log(free))
  v <- (points[2, ] / (free * log(free)))^2
  all <- equal(x, v)
  out <- list(data.frame(group = group[match(groups, level)], time = 365, estimate = points[1, ],
                         std_error = points[2, ]),
              data.frame(group = "", time = 365, chisq = all[1], df = all[2],
                         p_value = pchisq(all[1], all[2], lower.tail = FALSE)))
  each <- vapply(pairs, function(pair) equal(x[pair], v[pair]), c(0, 0))
  p <- pchisq(each[1, ], each[2, ], lower.tail = FALSE)
  out <- c(out, list(data.frame(group = "", term = vapply(pairs, vs, ""), time = 365, chisq = each[1, ],
                                df = each[2, ], p_value = p, p_adjusted = p.adjust(p, "holm"))))
  out
}
results <- fixed(function(rows) unlist(summary(curve_of(rows), times = 365, extend = TRUE)[c("surv", "std.err")]))
print(results)
