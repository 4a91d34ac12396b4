landmark <- {landmark}
after <- exit > landmark{of}
d <- d[after, , drop = FALSE]
entry <- pmax(entry, landmark)[after]
exit <- exit[after]
from <- from[after]
to <- to[after]
id <- id[after]
group <- group[after]
