# whether means `x` with variances `v` are equal
equal <- function(x, v) {
  contrasts <- cbind(-1, diag(length(x) - 1))
  off <- contrasts %*% x
  chisq <- drop(t(off) %*% solve(contrasts %*% diag(v) %*% t(contrasts), off))
  c(chisq, length(x) - 1)
}
