# Synthetic inputs: hard cases from a fixed seed. tests/reference/data/README.md says what each is.

put <- function(data, name) {
  text <- lapply(data, function(column) {
    if (is.character(column)) return(column)
    out <- rep("", length(column))
    known <- !is.na(column)
    out[known] <- vapply(column[known], number, "")
    out
  })
  path <- file.path("tests/reference/data", name)
  writeLines(c(paste(names(data), collapse = ","), do.call(paste, c(text, sep = ","))), path)
}

make_data <- function() {
  suppressWarnings(RNGkind("Mersenne-Twister", "Inversion", "Rejection"))
  set.seed(20240131)
  put_bmt_causes()
  put_edges()
  put_ties()
  put_years()
  put_entry()
  put_intervals()
  put_tests()
  put_responses()
}

# Composite endpoints of the 137: first of relapse (1) and death without relapse (2).
put_bmt_causes <- function() {
  d <- read.csv("data/bmt137/incoming/bmt137.csv")
  status <- ifelse(d$d2 == 1, 1, ifelse(d$d3 == 1, 2, 0))
  put(data.frame(time = d$t2, status = status, group = d$group, age = d$z1, donor_age = d$z2, male = d$z3,
                 donor_male = d$z4, cmv = d$z5, donor_cmv = d$z6, wait = d$z7, fab = d$z8, hospital = d$z9,
                 mtx = d$z10), "bmt137_cif.csv")
}

put_edges <- function() {
  one <- function(case, time, status, cause = status) {
    data.frame(case = case, time = time, status = status, cause = cause)
  }
  put(rbind(
    one("flat", 1:4, c(1, 1, 0, 0)),
    one("flat_then_event", 1:5, c(1, 1, 0, 1, 0), c(1, 2, 0, 1, 0)),
    one("twenty", 1:20, 1),
    one("all_censored", c(2, 4, 4, 9), 0),
    one("all_at_once", c(3, 3, 3), 1, c(1, 2, 1)),
    one("one_event", 5, 1),
    one("one_censored", 5, 0),
    one("at_zero", c(0, 0, 1, 2, 2, 7), c(1, 0, 1, 0, 1, 0), c(2, 0, 1, 0, 1, 0)),
    one("last_is_tie", c(1, 2, 10, 10), c(1, 1, 1, 0), c(1, 2, 2, 0)),
    one("last_is_event", c(1, 2, 8, 10), c(0, 1, 1, 1), c(0, 1, 2, 1)),
    one("last_is_censored", c(1, 2, 8, 10), c(0, 1, 1, 0), c(0, 2, 2, 0)),
    one("causes_tie", c(1, 1, 1, 2, 2, 3, 3, 3), c(1, 1, 0, 1, 1, 1, 1, 0), c(1, 2, 0, 1, 2, 2, 2, 0))
  ), "edges.csv")
}

put_ties <- function() {
  n <- 240
  d <- data.frame(
    id = sprintf("T-%03d", seq_len(n)), time = pmin(12, floor(rexp(n, 1 / 5))),
    cause = sample(0:3, n, TRUE, c(0.35, 0.3, 0.25, 0.1)), group = sample(c("a", "b", "c"), n, TRUE),
    centre = sample(c("north", "south"), n, TRUE), weight = sample(0:4, n, TRUE),
    case_weight = round(runif(n, 0.2, 2.5), 3), age = round(rnorm(n, 40, 12), 1),
    sex = sample(c("F", "M"), n, TRUE), risk = sample(1:3, n, TRUE), dose = round(rexp(n, 1 / 4), 2))
  d$cause[d$group == "c" & d$cause == 3] <- 2
  d$dead <- as.numeric(d$cause > 0)
  put(d, "ties.csv")
  put(d[d$cause > 0, ], "ties_uncensored.csv")
  d$time[c(3, 40)] <- NA
  d$dead[c(40, 77, 100)] <- NA
  d$cause[c(77, 100)] <- NA
  d$group[5] <- ""
  d$age[12] <- NA
  d$sex[12:13] <- ""
  put(d[1:120, ], "missing.csv")
}

# The same days three ways: whole, divided by 365.25, and multiplied by its inverse, which
# differs from the division in the last bit for many days.
put_years <- function() {
  n <- 120
  days <- sample(1:400, n, TRUE) + sample(c(0, 365), n, TRUE)
  days[61:120] <- days[1:60]
  years <- ifelse(seq_len(n) <= 60, days / 365.25, days * (1 / 365.25))
  years[30:40] <- years[30:40] + 3e-13
  cause <- sample(0:2, n, TRUE)
  group <- rep(c("x", "y"), 60)
  put(data.frame(days, years, cause, status = as.numeric(cause > 0), group, age = round(rnorm(n, 30, 9), 1)),
      "years.csv")
}

put_entry <- function() {
  n <- 180
  entry <- pmax(0, round(rnorm(n, 4, 6)))
  exit <- entry + 1 + floor(rexp(n, 1 / 25))
  cause <- ifelse(exit > 100, 0, sample(0:2, n, TRUE, c(0.3, 0.4, 0.3)))
  put(data.frame(entry, exit, cause, status = as.numeric(cause > 0), group = sample(c("early", "late", "mid"), n, TRUE),
                 centre = sample(1:2, n, TRUE), weight = sample(0:3, n, TRUE), age = round(rnorm(n, 35, 10), 1),
                 entry_years = entry / 365.25, exit_years = exit / 365.25), "entry.csv")
  one <- function(case, entry, exit, cause) data.frame(case, entry, exit, cause, status = as.numeric(cause > 0))
  put(rbind(
    one("empties_early", c(0, 1, 3, 3, 4, 6), c(2, 2, 6, 9, 10, 10), c(1, 1, 1, 0, 2, 0)),
    one("enters_at_event", c(0, 0, 2, 2, 5), c(2, 5, 5, 9, 9), c(1, 2, 1, 0, 1)),
    one("rises", c(0, 0, 0, 4, 4, 4, 4), c(3, 5, 9, 9, 6, 10, 5), c(1, 0, 1, 2, 0, 1, 2)),
    one("nobody_for_a_while", c(0, 0, 5, 5, 5), c(2, 3, 9, 10, 6), c(1, 0, 0, 1, 2))
  ), "entry_edges.csv")
}

# Several rows a subject, split where the marker changes; the group and the centre never do.
put_intervals <- function() {
  n <- 90
  end <- 5 + floor(rexp(n, 1 / 70))
  event <- as.numeric(runif(n) < 0.65)
  group <- sample(c("auto", "allo"), n, TRUE)
  centre <- sample(sprintf("C%02d", 1:12), n, TRUE)
  age <- round(rnorm(n, 45, 11), 1)
  rows <- do.call(rbind, lapply(seq_len(n), function(i) {
    cuts <- sort(unique(c(0, sample(1:(end[i] - 1), min(sample(0:3, 1), end[i] - 1)), end[i])))
    k <- length(cuts) - 1
    data.frame(id = sprintf("S-%03d", i), start = cuts[-(k + 1)], stop = cuts[-1],
               event = c(rep(0, k - 1), event[i]), group = group[i], centre = centre[i], age = age[i],
               marker = round(cumsum(c(rnorm(1), rep(0.4, k - 1))), 3))
  }))
  put(rows, "intervals.csv")
}

# Log-rank where a group expects nothing, or where groups never share a risk set.
put_tests <- function() {
  put(rbind(
    data.frame(group = "a", time = c(5, 6, 8, 9, 12), status = c(1, 1, 0, 1, 0)),
    data.frame(group = "b", time = c(4, 7, 9, 10, 11), status = c(1, 0, 1, 1, 1)),
    data.frame(group = "gone", time = c(1, 2, 3), status = 0)
  ), "expects_nothing.csv")
  put(rbind(
    data.frame(group = "a", time = c(5, 6, 8), status = c(1, 1, 0)),
    data.frame(group = "gone", time = c(1, 2, 3), status = 0)
  ), "expects_nothing_two.csv")
  put(rbind(
    data.frame(group = "a", entry = 0, exit = c(2, 3, 5), status = c(1, 1, 1)),
    data.frame(group = "b", entry = 10, exit = c(12, 13, 15), status = c(1, 1, 0))
  ), "never_share.csv")
  put(rbind(
    data.frame(group = "a", entry = 0, exit = c(2, 3, 5, 6), status = c(1, 1, 1, 0)),
    data.frame(group = "b", entry = 0, exit = c(1, 4, 6, 7), status = c(1, 0, 1, 0)),
    data.frame(group = "c", entry = 10, exit = c(12, 13, 15, 18), status = c(1, 1, 0, 1)),
    data.frame(group = "d", entry = 10, exit = c(11, 13, 14, 20), status = c(0, 1, 1, 1))
  ), "two_islands.csv")
}

put_responses <- function() {
  one <- function(arm, outcome) data.frame(arm = arm, outcome = outcome)
  d <- rbind(
    one("none", rep("NR", 9)), one("all", rep("CR", 7)), one("single_no", "NR"), one("single_yes", "CR"),
    one("half", rep(c("CR", "NR"), 5)), one("large", sample(c("CR", "R", "NR"), 300, TRUE)),
    one("one_of_many", c("CR", rep("NR", 99))), one("all_but_one", c("NR", rep("CR", 29))))
  d$responded <- as.numeric(d$outcome == "CR")
  d$sex <- rep_len(c("F", "M", "F"), nrow(d))
  d$weight <- rep_len(c(1, 2, 0, 3), nrow(d))
  put(d, "responses.csv")
}
