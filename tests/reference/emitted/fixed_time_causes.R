# Test between groups, as engraft VERSION gives it.
library(survival)
library(cmprsk)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(scipen = 100)
d <- read.csv("tests/reference/data/bmt137_cif.csv", check.names = FALSE, na.strings = c("", "NA"))
n_rows <- nrow(d)
d <- d[complete.cases(d[c("time", "status", "group")]), , drop = FALSE]
n_excluded <- n_rows - nrow(d)
as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)
code <- as_text(d[["status"]])
event <- unname(c("1" = 1, "true" = 1, "2" = 2)[code])
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
id <- seq_along(exit)
one_cause <- function(rows, j, times) {
  at <- sort(unique(exit[rows][event[rows] > 0]))
  free <- 1
  incidence <- variance <- 0
  ww <- wu <- uu <- 0
  out <- matrix(0, 1, 2)
  for (t in at) {
    here <- rows[exit[rows] >= t & entry[rows] < t]
    n <- sum(w[here])
    d <- sum(w[here][exit[here] == t & event[here] == j])
    all <- sum(w[here][exit[here] == t & event[here] > 0])
    if (free > 0) {
    grow <- free * d / n
    ww <- ww + grow * (grow * uu - 2 * wu)
    wu <- wu - grow * uu
    after <- free * (n - all) / n
    inverse <- if (after > 0) 1 / after else 0
    noise <- function(d) free^2 * (if (d > 1) 1 - (d - 1) / (n - 1) else 1) * d / n^2
    ww <- ww + noise(d)
    wu <- wu + inverse * noise(d)
    uu <- uu + inverse^2 * (noise(d) + noise(all - d))
    variance <- ww
      incidence <- incidence + free * d / n
      free <- after
    }
    out <- rbind(out, c(incidence, sqrt(max(variance, 0))))
  }
  out[findInterval(times, at) + 1, , drop = FALSE]
}
causes <- c("relapse", "nrm")
fixed <- function(point, cause) {
  points <- vapply(groups, function(g) point(which(level == g)), c(0, 0))
  free <- 1 - points[1, ]
  x <- log(-log(free))
  v <- (points[2, ] / (free * log(free)))^2
  all <- equal(x, v)
  out <- list(data.frame(group = group[match(groups, level)], cause, time = 365, estimate = points[1, ],
                         std_error = points[2, ]),
              data.frame(group = "", cause, time = 365, chisq = all[1], df = all[2],
                         p_value = pchisq(all[1], all[2], lower.tail = FALSE)))
  each <- vapply(pairs, function(pair) equal(x[pair], v[pair]), c(0, 0))
  p <- pchisq(each[1, ], each[2, ], lower.tail = FALSE)
  out <- c(out, list(data.frame(group = "", cause, term = vapply(pairs, vs, ""), time = 365, chisq = each[1, ],
                                df = each[2, ], p_value = p, p_adjusted = p.adjust(p, "BH"))))
  out
}
results <- unlist(lapply(seq_along(causes), function(j) fixed(function(rows) one_cause(rows, j, 365)[1, ], causes[j])), recursive = FALSE)
print(results)
