# Everything one does with this project; `make help` lists it. Each target does its own set-up, quickly when nothing has changed.
SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PACKAGES := libs/chamdiem_rules libs/chamdiem_contracts libs/chamdiem_reports libs/chamdiem_kit \
  services/identity/chamdiem_identity services/assessment/chamdiem_assessment services/appraisal/chamdiem_appraisal \
  services/ranking/chamdiem_ranking gateway/chamdiem_gateway cli/chamdiem
PROJECTS := $(wildcard libs/pyproject.toml services/*/pyproject.toml gateway/pyproject.toml cli/pyproject.toml)
# A third of the time a test waits for a server: three workers keep two cores busy.
WORKERS ?= 3

NPM := scripts/npm
WEB_READY := web/node_modules/.ready
WEB_SOURCES := $(shell find web/src web/public web/index.html web/vite.config.ts web/tsconfig.json -type f -not -path '*/generated/*' 2>/dev/null) $(wildcard web/src/api/generated/*)

.PHONY: help setup demo test test-compose lint format bench bench-faults api docs

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | while IFS='|' read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

setup: $(READY) web/dist/index.html ## make .venv and the pages from the locks (needs Python 3.11 or newer, nothing else); PYTHON=… chooses one

$(READY): requirements/bootstrap.lock requirements/dev.lock $(PROJECTS) scripts/setup
	@scripts/setup $(VENV)
	@touch $@

# Node comes with .venv; the packages by the hashes of the lock.
$(WEB_READY): web/package-lock.json $(READY)
	@$(NPM) ci --no-progress --loglevel=error
	@touch $@

web/dist/index.html: $(WEB_READY) $(WEB_SOURCES)
	@$(NPM) run --silent build -- --logLevel warn
	@touch $@

demo: setup ## play the example cycle and print the rankings, then open the example province in the middle of its cycle
	@$(BIN)/chamdiem demo

test: setup ## everything, lint first; T=services/appraisal/tests/sending only that place, K=name only what matches
	@$(if $(T)$(K),:,$(MAKE) lint)
	@# Built before and not beside the tests, which would wait for a processor; what cannot be had is said, and its tests are skipped.
	@$(if $(T)$(K),:,$(BIN)/chamdiem servers fetch --data build/servers || true)
	@$(if $(T)$(K),:,$(NPM) run --silent test)
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(if $(K),-k '$(K)') $(T)

test-compose: setup ## build the containers and run docker-compose.yml (needs root and a Docker engine; half an hour the first time)
	@tests/compose/make-base-images
	@CHAMDIEM_TEST_COMPOSE=1 $(BIN)/python -m pytest tests/compose

lint: setup ## style, types (strict) and which room imports which
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(PACKAGES)
	@$(BIN)/lint-imports --no-cache --no-logo
	@$(NPM) run --silent types
	@$(NPM) run --silent lint
	@$(NPM) run --silent api -- --check

format: setup ## put the code into its one form
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .
	@$(NPM) run --silent format

bench: setup ## measure, each figure beside its limit
	@$(BIN)/python -m pytest bench -s

bench-faults: setup ## kill the real servers under 10,000 acknowledged sends; SENDS= another number, SEED= the same kills again
	@$(BIN)/python -m pytest bench/faults/long_run.py -s

api: setup ## write the OpenAPI and AsyncAPI documents, and the pages' types of them, again
	@$(BIN)/python -m chamdiem.api_documents
	@$(BIN)/python -m chamdiem.provision.rabbitmq_definitions
	@$(NPM) run --silent api

docs: setup ## write the list of every problem type again
	@$(BIN)/python -m chamdiem.problem_catalogue
