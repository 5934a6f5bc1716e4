# make run    opens the sample in the window (without a display: does the job headless into out/)
# make test   runs every check: style, types, tests
# make bench  measures speed (docs/benchmarks.md says what is measured)

VENV := .venv
PYTHON := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: run test bench check screenshots clean

run: $(READY)
	@$(PYTHON) tools/run.py

test: $(READY)-dev
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m pyright
	@$(PYTHON) -m pytest --cov --cov-report=term:skip-covered $(PYTEST)

bench: $(READY)-dev
	@$(PYTHON) -m pytest bench --benchmark-columns=min,median,max,rounds --benchmark-group-by=group -o python_files='*.py' $(PYTEST)
	@QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='qt.qpa.*=false' $(PYTHON) bench/window_bench.py

screenshots: $(READY)-dev
	@$(PYTHON) tools/screenshots.py

$(READY): pyproject.toml constraints.txt tools/setup.sh
	@sh tools/setup.sh $(VENV)
	@touch $@

$(READY)-dev: $(READY)
	@sh tools/setup.sh $(VENV) dev
	@touch $@

clean:
	rm -rf $(VENV) build dist out .pytest_cache .ruff_cache .hypothesis
