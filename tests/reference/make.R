# Makes the reference tables: `Rscript tests/reference/make.R` from the root of the repository.
#
# Every case is an `engraft` call as docs/contract.md writes it. The same words are read here, and
# answered by R: survival, cmprsk and the packages that versions.txt names. Where the project's convention differs from R's
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
  library(splines)
  library(riskRegression)
})
for (part in c("rows", "call", "data", "km", "cif", "curve", "compare", "contrasts", "proportion", "shares",
               "association", "cox", "finegray", "models", "rate", "recurrent", "states", "landmark", "design",
               "pweight", "convention")) {
  source(file.path("tests/reference/r", paste0(part, ".R")))
}

make_data()
put_rates()
put_recurrent()
put_states()
make_models_data()
put_pweight()
write_table("km", km_cases, km_rows)
write_table("cif", cif_cases, cif_rows)
write_table("curve", curve_cases, curve_rows)
write_table("compare", compare_cases, compare_rows)
write_table("proportion", proportion_cases, proportion_rows)
make_association_data()
write_table("shares", share_cases, share_rows)
write_table("association", association_cases, association_rows)
write_table("cox", cox_cases, cox_rows)
write_table("finegray", finegray_cases, finegray_rows)
write_table("rate", rate_cases, rate_rows)
write_table("recurrent", recurrent_cases, recurrent_rows)
write_table("states", states_cases, states_rows)
write_table("landmark", landmark_cases, landmark_rows)
write_table("landmark_cox", landmark_cox_cases, landmark_rows)
published_designs()
write_table("design", design_cases, design_rows)
write_table("contrasts", contrasts_cases, contrasts_rows)
write_table("pweight", pweight_cases, pweight_rows)
write_table("pweight_cox", pweight_cox_cases, pweight_rows)
write_table("convention", convention_cases, convention_rows)
write_table("convention_cox", convention_cox_cases, convention_rows)

write_table("models", models_cases, models_rows)

packages <- c("survival", "cmprsk", "etm", "prodlim", "mets", "mvtnorm", "km.ci", "epitools", "epiR", "riskRegression")
writeLines(c(R.version.string, vapply(packages, function(p) {
  paste(p, packageVersion(p))
}, "")), "tests/reference/versions.txt")
