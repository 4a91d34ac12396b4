# each row begins where the one before it of the same subject ends
along <- order(id, exit, c(2, 1, 3)[event + 1])
begin <- numeric(nrow(d))
begin[along] <- ifelse(duplicated(id[along]), c({start}, exit[along][-nrow(d)]), {start})
