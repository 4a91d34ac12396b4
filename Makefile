# engraft: the targets that people need. `make help` lists them.

CARGO ?= cargo
STUDIES := sample bmt137 anaemia children

.DEFAULT_GOAL := help
.PHONY: help report reports test check fmt lint reproduce install release bench reference validation screen mutants clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

report: ## Build, and produce the report of the sample study (reports/sample/latest/index.html)
	$(CARGO) run --quiet -- run --study data/sample/study.toml

reports: ## The reports of all studies under data/
	for study in $(STUDIES); do $(CARGO) run --quiet -- run --study data/$$study/study.toml || exit 1; done

test: ## Pass the tests
	$(CARGO) test

reproduce: ## Prove that a build gives the committed bytes of the sample report
	$(CARGO) test --test suite reproduce

check: fmt lint test ## Format, lints and tests

fmt:
	$(CARGO) fmt --check

lint:
	$(CARGO) clippy --all-targets -- -D warnings
	$(CARGO) clippy --no-default-features --lib -- -D warnings

install: ## Build the optimised program and install it
	$(CARGO) install --path . --locked

release: ## Build the optimised program
	$(CARGO) build --release --locked

bench: release ## Measure against DuckDB (from PyPI) over a Parquet file of 10^6 rows
	benches/run.sh

reference: ## Make the R reference tables again (needs R with survival, cmprsk, etm, prodlim)
	Rscript tests/reference/make.R

validation: ## Write docs/validation.md and docs/methods-matrix.md again (needs no R)
	$(CARGO) test --quiet --test suite -- --ignored --exact validation::write

screen: ## Measure the screen for identifying columns and write the figures of docs/screen.md again
	$(CARGO) test --quiet --lib -- --ignored --exact ingest::screen::tests::corpus::write

mutants: ## Mutation testing of src/estimate, all mutants in one build (needs cargo-mutants and python3; about an hour; docs/mutation-testing.md)
	nice python3 tests/mutation/mutate.py target/mutants
	python3 tests/mutation/survivors.py target/mutants/results.tsv

clean: ## Remove what was built, and the stores of the studies
	$(CARGO) clean
	rm -rf $(foreach study,$(STUDIES),data/$(study)/store data/$(study)/logs)
