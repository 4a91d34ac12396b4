all <- lapply(seq_len({largest}), exact)
holds <- vapply(all, function(of) of[["power"]] >= {power}, NA)
smallest <- which(holds)[1]
stable <- max(0, which(!holds)) + 1
if (!is.na(smallest)) put_exact(all[[smallest]], "smallest")
if (stable <= length(all)) put_exact(all[[stable]], "stable")
