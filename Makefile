# Needs Python 3.11 or later, git, make and a package index; everything else goes into .venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo servers test lint check-format types bench docs wheel clean

help:  ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/run.stamp  ## build the sample releases and print a tour of answers with their quotes
	@$(BIN)/kg demo

test: lint check-format types  ## everything CI runs: lint, format, types, tests
	@$(BIN)/python -m pytest -q -n auto --dist loadfile $(PYTEST_ARGS)

servers:  ## install Virtuoso, for the tests of stores on a server (Debian, as root; Oxigraph comes with .venv)
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends virtuoso-opensource-7-bin

lint: $(VENV)/test.stamp  ## ruff, all rules but the ones pyproject.toml gives a reason for
	@$(BIN)/ruff check .

check-format: $(VENV)/test.stamp  ## ruff format, without rewriting
	@$(BIN)/ruff format --check .

types: $(VENV)/test.stamp  ## mypy --strict
	@$(BIN)/mypy

bench: $(VENV)/test.stamp  ## speed, memory and size by stage, as a Markdown table
	@$(BIN)/python bench/speed.py
	@$(BIN)/python bench/linear.py

docs: $(VENV)/run.stamp  ## write the generated pages of docs/ anew
	@$(BIN)/python docs/generate.py

wheel: $(VENV)/test.stamp  ## build the wheel into dist/
	@$(PIP) wheel --no-deps --wheel-dir dist .

clean:  ## remove the environment and all caches
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("kg needs Python 3.11 or later, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml | $(VENV)/bin/python
	@echo "installing kg into $(VENV)" >&2
	@$(PIP) install --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(VENV)/bin/python
	@echo "installing kg and its test tools into $(VENV)" >&2
	@$(PIP) install --editable '.[test]'
	@touch $@ $(VENV)/run.stamp
