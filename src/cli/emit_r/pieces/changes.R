# rows are cut at the days on which a covariate changes: 0 up to the day, 1 after it
days <- list({days})
m$.row <- seq_len(nrow(m))
m$.entry[!is.finite(m$.entry)] <- -1
cut <- tmerge(m, m, id = .row, .dead = event(.exit, .event), tstart = .entry, tstop = .exit)
for (name in names(days)) {
  of_row <- data.frame(.row = m$.row, .day = days[[name]])
  cut <- tmerge(cut, of_row, id = .row, .value = tdc(.day))
  day <- days[[name]][cut$.row]
  cut[[name]] <- as.numeric(!is.na(day) & day <= cut$tstart)
  cut$.value <- NULL
}
m <- transform(as.data.frame(cut), .entry = tstart, .exit = tstop, .event = .dead)
