y <- aeqSurv(Surv(d[[{entry}]], d[[{time}]], rep(1, nrow(d))))
entry <- y[, 1]
exit <- y[, 2]
from <- as_text(d[[{from}]])
to <- as_text(d[[{to}]])
to[is.na(to) | tolower(to) %in% c("", "0", "cens", "censored")] <- "censored"
id <- {id}
group <- {group}
states <- unique(c(from, setdiff(to, "censored")))
states <- if (anyNA(suppressWarnings(as.numeric(states)))) sort(states) else states[order(as.numeric(states))]
z <- qnorm(1 - (1 - {level}) / 2)
