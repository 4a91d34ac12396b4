category <- function(v, first = levels(v)[1]) {
  if (!is.factor(v)) v <- factor(if (is.logical(v)) tolower(v) else v)
  relevel(v, first)
}
m <- d[{columns}]
{references}for (name in names(m)) if (!is.numeric(m[[name]])) m[[name]] <- category(m[[name]])
