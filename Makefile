# Tierline. Everything below sets up by itself what it needs; the set-up is in setup/.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run setup test bench faults clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null || \
	 sed -n 's/^\([a-z]*\):.*## /  make \1   /p' $(MAKEFILE_LIST)

run: ## Set up what is missing and start the center (Ctrl-C ends it)
	@exec $(PYTHON) -B -m setup run

setup: ## Set up what is missing, without starting
	@$(PYTHON) -B -m setup all

test: ## Set up, then check style, types and layering, and run every test
	@$(PYTHON) -B -m setup test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --durations 40
	@if [ -f ui/package.json ]; then $(PYTHON) -B -m setup npm run check; fi

bench: ## Time the IVR beside the plain dialplan at 1, 50 and 200 callers (some 10 minutes, an idle machine)
	@$(PYTHON) -B -m setup all
	@$(BIN)/tierline bench ivr

faults: ## Kill parts of a running center 500 times while people call it, and look what became of them (some 50 minutes)
	@$(PYTHON) -B -m setup all
	@$(BIN)/tierline bench faults --kills 500

clean: ## Remove what the set-up and the tests made; the state folder (var/) stays
	rm -rf .venv .engine .cache ui/node_modules ui/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
