# Makes the reference tables: `Rscript tests/reference/make.R` from the root of the repository.
#
# Every case is an `engraft` call as docs/contract.md writes it. The same words are read here, and
# answered by R: survival, cmprsk, etm, prodlim. Where the project's convention differs from R's
# (docs/statistics.md wins), the R-level computation says so beside it. Each table is checked here
# against a second way to the same number before it is written (`agree`).

invisible(Sys.setlocale("LC_ALL", "C"))
options(warn = 1, digits = 17, stringsAsFactors = FALSE)
if (!file.exists("tests/reference/make.R")) stop("run me from the root of the repository")
suppressPackageStartupMessages({
  library(survival)
  library(cmprsk)
  library(etm)
  library(prodlim)
})
for (part in c("rows", "call", "data", "km", "cif", "compare", "proportion", "cox", "finegray",
               "shares", "association")) {
  source(file.path("tests/reference/r", paste0(part, ".R")))
}

make_data()
write_table("km", km_cases, km_rows)
write_table("cif", cif_cases, cif_rows)
write_table("compare", compare_cases, compare_rows)
write_table("proportion", proportion_cases, proportion_rows)
make_association_data()
write_table("shares", share_cases, share_rows)
write_table("association", association_cases, association_rows)
write_table("cox", cox_cases, cox_rows)
write_table("finegray", finegray_cases, finegray_rows)

packages <- c("survival", "cmprsk", "etm", "prodlim", "epitools", "epiR")
writeLines(c(R.version.string, vapply(packages, function(p) {
  paste(p, packageVersion(p))
}, "")), "tests/reference/versions.txt")
