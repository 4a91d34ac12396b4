fixed <- function(point, cause) {
  points <- vapply(groups, function(g) point(which(level == g)), c(0, 0))
  free <- {free}
  x <- log(-log(free))
  v <- (points[2, ] / (free * log(free)))^2
  all <- equal(x, v)
  out <- list(data.frame(group = group[match(groups, level)]{cause}, time = {time}, estimate = points[1, ],
                         std_error = points[2, ]),
              data.frame(group = ""{cause}, time = {time}, chisq = all[1], df = all[2],
                         p_value = pchisq(all[1], all[2], lower.tail = FALSE)))
{pairwise}  out
}
