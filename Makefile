# What can be done here, on a machine with Python 3.11 or later: `make` alone lists it.
# PYTHON=python3.12 makes the virtual environment with another Python.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --constraint requirements.txt

# Run a step of `make check` under its name: $(call step,name,command).
step = @echo "--- $(1)"; $(2) || { echo "make check: $(1) failed" >&2; exit 1; }

.PHONY: help install demo test check contract docs shots secrets figures clean

help: ## List what can be done
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1 | \2/p' $(MAKEFILE_LIST) | awk -F ' [|] ' '{ printf "%-14s %s\n", $$1, $$2 }'

demo: $(VENV)/.installed ## Read six sample reports, load them, and show the way from Iran to the United States
	@$(BIN)/casus demo --timings

install: $(VENV)/.installed ## Make .venv and install Casus in it

test: $(VENV)/.installed-dev ## Run the test suite
	@$(BIN)/python -m pytest

check: $(VENV)/.installed-dev ## Run ruff, mypy and the test suite, and say which step failed
	$(call step,ruff format,$(BIN)/ruff format --check --quiet .)
	$(call step,ruff check,$(BIN)/ruff check --quiet .)
	$(call step,mypy,$(BIN)/mypy --no-error-summary)
	$(call step,pytest,$(BIN)/python -m pytest)

contract: $(VENV)/.installed-dev ## Send the API hundreds of odd requests and hold its answers against its description
	@CASUS_CONTRACT_EXAMPLES=200 $(BIN)/python -m pytest tests/api/test_contract.py

docs: $(VENV)/.installed-dev ## Build the documentation as a site into build/site, without a network
	@$(BIN)/mkdocs build --quiet

shots: $(VENV)/.installed-dev ## Make the screenshots of README and docs anew; needs Chromium
	@$(BIN)/python -m scripts.screenshots

secrets: ## Generate the password that docker compose gives to Neo4j and to Casus
	@$(PYTHON) scripts/make_secrets.py

figures: $(VENV)/.installed-dev ## Measure extraction on annotated news: make figures BENCH=folder
	@$(BIN)/python -m benchmarks.quality $(BENCH)

clean: ## Remove what was made here: .venv, builds and caches
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Casus needs Python 3.11 or later: make PYTHON=python3.12 ...")'
	@echo "making $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml requirements.txt | $(BIN)/python
	@echo "installing Casus and what it needs into $(VENV) (some minutes the first time) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml requirements.txt | $(BIN)/python
	@echo "installing Casus and the tools its tests need into $(VENV) (some minutes the first time) ..."
	@$(PIP) --editable '.[dev,docs]'
	@touch $(VENV)/.installed $@
