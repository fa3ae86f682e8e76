# Two commands do everything: `make run` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
export RASA_TELEMETRY_ENABLED := false
export PYTHONUTF8 := 1
# TensorFlow is imported by Rasa even where no part of it is used; keep it quiet.
export TF_CPP_MIN_LOG_LEVEL := 3
PY := .venv/bin/python
BIN := .venv/bin

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: install
install:
	@sh scripts/setup

.PHONY: setup
setup: install ## Create the environment and train the model where the data changed
	@$(PY) -m bot.ops.train

.PHONY: run
run: setup ## Start everything on loopback and print the address
	@exec $(PY) -m bot.ops.serve

.PHONY: train
train: install ## Train now, changed or not
	@$(PY) -m bot.ops.train --force

.PHONY: adapt
adapt: install ## Adapt the sentence encoder to much new wording (an hour or more; NEW=mixed_33,alarms_40 those files above all, a quarter), then train
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip --upgrade >/dev/null
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/adapt.txt
	@$(PY) -m bot.ops.adapt $(if $(NEW),--new $(NEW))
	@$(PY) -m bot.ops.train

.PHONY: check
check: install ## Style, types, the directory, the training data
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/signpost check
	@$(PY) -m bot.ops.validate

QUICK := not model and not stack and not browser and not slow
.PHONY: quick
quick: install ## Everyday tests: no model, no servers, no browser (under 90 s)
	@$(PY) -m pytest -q -n logical --dist worksteal -m "$(QUICK)"

.PHONY: test
test: setup check ## Everything: unit, conversations, browser and the whole stack (under 20 min)
	@sh scripts/test-needs
	@$(PY) -m pytest -n logical --dist worksteal -m "$(QUICK)"
	@# The rest one after another: servers, timed tests and the trained model want the machine to themselves.
	@$(PY) -m pytest --ignore tests/browser -m "not ($(QUICK))"
	@# A browser's event loop stays open in its process, so its tests have one of their own.
	@$(PY) -m pytest tests/browser
	@$(PY) -m bot.ops.conversations
	@$(PY) -m bot.ops.evaluate --check

.PHONY: evaluate
evaluate: setup ## The understanding figures on the test split, by voice and style
	@$(PY) -m bot.ops.evaluate

.PHONY: lock
lock: ## Resolve requirements.lock again (needs uv)
	@uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	    --python-version 3.10 --override requirements/overrides.txt --extra dev pyproject.toml -o requirements.lock

.PHONY: clean
clean: ## Remove what was made: models, logs, caches (the environment, the conversations and the counts stay)
	@rm -rf models results .pytest_cache .mypy_cache .ruff_cache
	@rm -f var/*.log var/*.log.[0-9]*

.PHONY: soak
soak: setup ## 100 visitors for ten minutes, then again with the assistant killed halfway (about 20 minutes)
	@$(PY) benchmarks/load/soak.py --visitors 100 --minutes 10
	@$(PY) benchmarks/load/soak.py --visitors 100 --minutes 3 --kill
