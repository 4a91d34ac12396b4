means_of <- function(mean_of, cause) {
  m <- vapply(groups, function(g) mean_of(which(level == g)), c(0, 0))
  all <- equal(m[1, ], m[2, ]^2)
  of_pairs <- do.call(rbind, lapply(pairs, function(pair) contrast(m[1, ], m[2, ], pair, cause)))
{adjusted}  list(data.frame(group = group[match(groups, level)]{cause}, time = {tau}, {stat} = m[1, ], {stat}_se = m[2, ],
                  {stat}_low = m[1, ] - z * m[2, ], {stat}_high = m[1, ] + z * m[2, ]),
       data.frame(group = ""{cause}, time = {tau}, chisq = all[1], df = all[2],
                  p_value = pchisq(all[1], all[2], lower.tail = FALSE)), of_pairs)
}
