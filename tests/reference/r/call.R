# The words of an `engraft` call, the rows of its file that count, and their groups.

flags <- c("overall", "cumulative-hazard")

read_call <- function(text) {
  words <- strsplit(text, " +")[[1]]
  call <- list(command = words[1], file = words[2])
  i <- 3
  while (i <= length(words)) {
    key <- sub("^--", "", words[i])
    if (key %in% flags) {
      call[[key]] <- TRUE
      i <- i + 1
    } else {
      call[[key]] <- words[i + 1]
      i <- i + 2
    }
  }
  call$level <- if (is.null(call[["conf-level"]])) 0.95 else as.numeric(call[["conf-level"]])
  call$z <- qnorm(1 - (1 - call$level) / 2)
  call
}

listed <- function(text) if (is.null(text)) character() else strsplit(text, ",", fixed = TRUE)[[1]]

numbers <- function(text) as.numeric(listed(text))

# The file as text; rows with a missing cell in a named column are left out and counted.
# A weight of zero leaves no trace. Times that differ only by rounding are made one time over
# the whole file (survival::aeqSurv), before any grouping.
read_subjects <- function(call, columns = character()) {
  named <- c(call$time, call$event, call$entry, call$weight, call$id, call$cluster, call$outcome,
             listed(call$by), listed(call$strata), columns)
  all <- read.csv(call$file, colClasses = "character", check.names = FALSE, na.strings = "")
  keep <- complete.cases(all[unique(named)])
  data <- all[keep, , drop = FALSE]
  weight <- if (is.null(call$weight)) rep(1, nrow(data)) else as.numeric(data[[call$weight]])
  data <- data[weight > 0, , drop = FALSE]
  out <- list(data = data, weight = weight[weight > 0], n_excluded = sum(!keep))
  if (is.null(call$time)) return(out)
  exit <- as.numeric(data[[call$time]])
  if (is.null(call$entry)) {
    out$exit <- aeqSurv(Surv(exit, rep(1, length(exit))))[, 1]
    out$entry <- rep(-Inf, length(exit))
  } else {
    y <- aeqSurv(Surv(as.numeric(data[[call$entry]]), exit, rep(1, length(exit))))
    out$entry <- y[, 1]
    out$exit <- y[, 2]
  }
  out$delayed <- !is.null(call$entry)
  out$event <- as.numeric(data[[call$event]])
  out$id <- if (is.null(call$id)) seq_len(nrow(data)) else data[[call$id]]
  out
}

# A frequency weight of 3 is three rows.
expand <- function(s) {
  s <- take(s, rep(seq_along(s$weight), s$weight))
  if (is.integer(s$id)) s$id <- seq_along(s$id) # no id column: every row is a subject
  s
}

take <- function(s, index) {
  for (name in c("weight", "exit", "entry", "event", "id")) s[[name]] <- s[[name]][index]
  s$data <- s$data[index, , drop = FALSE]
  s
}

# Non-empty crossings of the by-columns, and everybody where asked.
groups_of <- function(call, data) {
  by <- listed(call$by)
  if (length(by) == 0) return(list(list(group = list(), rows = seq_len(nrow(data)))))
  key <- do.call(paste, c(data[by], sep = "\r"))
  out <- lapply(unique(key), function(k) {
    rows <- which(key == k)
    list(group = as.list(data[rows[1], by, drop = FALSE]), rows = rows)
  })
  if (isTRUE(call$overall)) out <- c(out, list(list(group = list(), rows = seq_len(nrow(data)))))
  out
}

# Counts at the distinct exit times, by plain definition: at risk at t means entry < t <= exit.
risk_table <- function(s, event = s$event > 0) {
  time <- sort(unique(s$exit))
  last <- if (anyDuplicated(s$id)) s$exit == ave(s$exit, s$id, FUN = max) else rep(TRUE, length(s$exit))
  list(time = time,
       n = vapply(time, function(t) sum(s$exit >= t & s$entry < t), 0),
       d = vapply(time, function(t) sum(event & s$exit == t), 0),
       c = vapply(time, function(t) sum(!event & last & s$exit == t), 0))
}

at_risk <- function(s, t) sum(s$exit >= t & s$entry < t)
