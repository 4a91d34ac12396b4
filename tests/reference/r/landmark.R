# Landmark analyses: the same calls on those whose time is later than the landmark, an entry before it moved
# to it; checked with left truncation at the landmark and with the conditional probabilities.

LANDMARK_ROWS <- list(km = km_rows, cif = cif_rows, compare = compare_rows, cox = cox_rows)

landmark_rows <- function(call) {
  landmark <- as.numeric(call$landmark)
  all <- read.csv(call$file, colClasses = "character", check.names = FALSE, na.strings = "")
  covariates <- if (is.null(call$covariates)) character() else model_columns(call)$name
  named <- c(call$time, call$event, call$entry, call$weight, call$id, listed(call$by), listed(call$strata), covariates)
  complete <- complete.cases(all[unique(named)])
  exit <- as.numeric(all[[call$time]])
  # times that differ from the landmark by rounding only are at it
  tied <- exit
  tied[complete] <- aeqSurv(Surv(c(exit[complete], landmark), rep(1, sum(complete) + 1)))[seq_len(sum(complete)), 1]
  at <- aeqSurv(Surv(c(exit[complete], landmark), rep(1, sum(complete) + 1)))[sum(complete) + 1, 1]
  kept <- !complete | tied > at
  weight <- if (is.null(call$weight) || call$command == "cox") rep(1, nrow(all)) else as.numeric(all[[call$weight]])
  lost <- !kept
  if (!is.null(call$id)) {
    stays <- unique(all[[call$id]][kept & complete])
    lost <- lost & !all[[call$id]] %in% stays & !duplicated(ifelse(lost, all[[call$id]], seq_len(nrow(all))))
  }
  data <- all[kept, , drop = FALSE]
  if (!is.null(call$entry)) data[[call$entry]] <- vapply(pmax(as.numeric(data[[call$entry]]), landmark), number, "")
  file <- tempfile(fileext = ".csv")
  write.csv(data, file, row.names = FALSE, na = "", quote = FALSE)
  later <- call
  later$file <- file
  check_landmark(later, call, landmark)
  c(LANDMARK_ROWS[[call$command]](later),
    list(row(call$command, "n_excluded_landmark", sum(weight[lost]), unnamed = "analysis")))
}

# Left truncation at the landmark, and S(t) / S(T), (F(t) - F(T)) / S(T) of all.
check_landmark <- function(later, call, landmark) {
  if (!is.null(call$entry) || !is.null(call$weight) || call$command == "compare") return(invisible())
  covariates <- if (is.null(call$covariates)) character() else model_columns(call)$name
  s <- read_subjects(later, covariates)
  if (!is.null(call[["event-codes"]])) s$event <- as.numeric(s$event %in% numbers(call[["event-codes"]]))
  if (call$command == "cox") {
    truncated <- s
    truncated$entry <- rep(landmark, length(s$exit))
    truncated$delayed <- TRUE
    agree("left truncation, Cox", coef(cox_fit(s, call)), coef(cox_fit(truncated, call)))
    return(invisible())
  }
  state <- factor(s$event, c(0, sort(unique(s$event[s$event > 0]))))
  all <- read_subjects(call)
  if (call$command == "km") {
    truncated <- survfit(Surv(rep(landmark, length(s$exit)), s$exit, s$event) ~ 1, timefix = FALSE)
    whole <- survfit(Surv(all$exit, all$event) ~ 1, timefix = FALSE)
    at <- function(fit, t) c(1, fit$surv)[findInterval(t, fit$time) + 1]
    before <- at(whole, max(whole$time[whole$time <= landmark + 1e-9], 0))
    agree("left truncation", truncated$surv, at(survfit(Surv(s$exit, s$event) ~ 1, timefix = FALSE), truncated$time))
    agree("conditional survival", truncated$surv, at(whole, truncated$time) / before)
    return(invisible())
  }
  whole <- survfit(Surv(all$exit, factor(all$event, levels(state))) ~ 1)
  part <- survfit(Surv(s$exit, state) ~ 1)
  row_at <- function(fit, t) rbind(fit$p0, fit$pstate)[findInterval(t, fit$time) + 1, , drop = FALSE]
  start <- row_at(whole, landmark)
  now <- row_at(whole, part$time)
  for (j in seq_len(ncol(now))[-1]) agree("conditional incidence", part$pstate[, j], (now[, j] - start[j]) / start[1])
}

landmark_cases <- c(
  bmt = paste("km", BMT, "--time t2 --event d3 --landmark 100 --times 100,365,730 --rmst 730"),
  bmt_every_time = paste("km", BMT, "--time t1 --event d1 --by group --overall --landmark 122"),
  at_an_event = paste("km", OWN("ties.csv"), "--time time --event dead --landmark 5 --by group"),
  weighted = paste("km", OWN("ties.csv"), "--time time --event dead --landmark 3 --weight weight --times 3,6,12"),
  zero = paste("km", OWN("edges.csv"), "--time time --event status --landmark 0 --by case"),
  delayed = paste("km", OWN("entry.csv"), "--time exit --event status --entry entry --landmark 12 --by group --overall --times 12,20,50"),
  intervals = paste("km", OWN("intervals.csv"), "--time stop --event event --entry start --id id --landmark 30 --by group --times 30,50,100"),
  missing_cells = paste("km", OWN("missing.csv"), "--time time --event dead --by group --landmark 2"),
  years = paste("km", OWN("years.csv"), "--time years --event status --landmark 0.27378507871321012 --by group"),
  cif = paste("cif", BMT_CIF, "--time time --event status --causes 1=relapse,2=nrm --landmark 100 --times 100,365,1000 --by group --overall"),
  cif_every_time = paste("cif", OWN("ties.csv"), "--time time --event cause --causes 1,2,3 --landmark 4 --variance delta"),
  cif_delayed = paste("cif", OWN("entry.csv"), "--time exit --event cause --causes 1,2 --entry entry --landmark 15 --times 20,60"),
  logrank = paste("compare", BMT, "--time t2 --event d3 --by group --landmark 100"),
  logrank_delayed = paste("compare", OWN("entry.csv"), "--time exit --event status --entry entry --by group --landmark 15 --strata centre --test logrank"),
  gray = paste("compare", BMT_CIF, "--time time --event status --causes 1,2 --by group --landmark 100 --test gray")
)

landmark_cox_cases <- c(
  cox = paste("cox", BMT_CIF, "--time time --event status --event-codes 1 --covariates age,male,fab --landmark 100"),
  cox_strata = paste("cox", BMT, "--time t2 --event d3 --covariates z1,z10 --strata group --landmark 50 --ties breslow")
)
