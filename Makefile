# sayso: two commands on a fresh machine, `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help setup browser demo test lint format bench lock clean

help:  ## List these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(STAMP)  ## Make the virtual environment and install sayso in it

$(STAMP): requirements/dev.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

browser:  ## Install Debian's Chromium for the page's tests, where that can be done
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || echo "No Chromium, and none can be installed here: the page's browser tests are skipped."

demo: $(STAMP)  ## Read the shipped dispatches and print the contested matters
	rm -f sayso-demo.db sayso-demo.db-wal sayso-demo.db-shm
	$(BIN)/sayso demo

test: $(STAMP) browser  ## Run all tests
	$(BIN)/pytest -q

lint: $(STAMP)  ## ruff, the type checker and the import checker
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)  ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)  ## Print accuracy and speed
	$(BIN)/sayso bench

lock: $(STAMP)  ## Write the requirement locks anew
	$(VENV)/bin/pip install --quiet uv
	$(BIN)/uv pip compile -q pyproject.toml --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 -o requirements/run.txt
	$(BIN)/uv pip compile -q pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 -o requirements/dev.txt

clean:  ## Remove what the commands above made
	rm -rf $(VENV) sayso-demo.db* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
