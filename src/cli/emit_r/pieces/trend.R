u <- scores(seq_along(exit))
x <- seq_along(groups) # the scores of the groups
chisq <- sum(x * (u$observed - u$expected))^2 / drop(x %*% u$v %*% x)
results <- c(results, list(data.frame(analysis = "{name}-trend", group = "", chisq, df = 1,
                                      p_value = pchisq(chisq, 1, lower.tail = FALSE))))
