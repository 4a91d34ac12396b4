each <- vapply(pairs, function(pair) test(which(level %in% groups[pair])), c(0, 0))
p <- pchisq(each[1, ], each[2, ], lower.tail = FALSE)
results <- c(results, list(data.frame({analysis}group = "", term = vapply(pairs, vs, ""), chisq = each[1, ], df = each[2, ],
                                      p_value = p, p_adjusted = p.adjust(p, {adjust}))))
