# Each target does all its own set-up: a virtual environment, the locked packages, and for the tests a browser.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test fuzz check lint format lock golden docs pictures clean chromium

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/ready ## Build the graph from the shipped records, and say what to open and ask
	@$(BIN)/kg build
	@$(BIN)/kg query theme-frequency --limit 5

test: $(VENV)/ready-test chromium ## Lint, types, layers, every test
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST)

fuzz: $(VENV)/ready-test ## Property tests on thousands of examples drawn anew; a fault found becomes an @example
	KG_EXAMPLES=fuzz $(BIN)/python -m pytest -n auto --dist worksteal -q $$(grep -rl "^from hypothesis" tests --include="test_*.py")

lint: $(VENV)/ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(VENV)/ready ## Check ontology, vocabularies and records (SOURCES=folder checks the evidence too)
	@$(BIN)/kg check $(if $(SOURCES),--sources $(SOURCES))

format: $(VENV)/ready-test ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: $(VENV)/ready-test ## Write tests/golden anew; read the difference before you commit it
	$(BIN)/python -m tests.golden.write

pictures: $(VENV)/ready-test chromium ## Take the pictures of docs/pictures anew; look at them before you commit
	KG_PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/browser/test_site.py -k picture

docs: $(VENV)/ready-test ## Write the generated pages of docs/ and the README's example anew
	@$(BIN)/python -m docs.write

lock: ## Pin every dependency, with hashes, for every platform
	$(PYTHON) -m venv $(VENV) && $(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group build pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group build --extra test pyproject.toml --output-file requirements-test.lock

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the locked packages into $(VENV) ..."
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-test: requirements-test.lock $(VENV)/ready
	$(PIP) install --require-hashes --requirement requirements-test.lock
	@touch $@

# Browser tests drive Debian's Chromium; where another one is on the PATH, it is used.
chromium:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { command -v apt-get >/dev/null && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } || \
	  echo "No Chromium found and none could be installed: the browser tests will be skipped, and say so."

clean: ## Remove the virtual environment and every build
	rm -rf $(VENV) build dist
