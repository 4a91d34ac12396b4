# `sexM` is sex:M here
term_names <- function(names) {
  for (v in names(Filter(is.factor, m))) {
    main <- names %in% paste0(v, levels(m[[v]]))
    names[main] <- paste(v, substring(names[main], nchar(v) + 1), sep = ":")
  }
  gsub("ns\\(([^,]*), df = ([0-9]+)\\)", "ns(\\1;\\2)", names)
}
