pairs <- {pairs}
vs <- function(pair) paste(groups[pair[2]], "vs", groups[pair[1]])
