# event-free and under observation after the landmark; the clock stays
after <- exit > {landmark}
d <- d[after, , drop = FALSE]
exit <- exit[after]
event <- event[after]
entry <- {entry}
