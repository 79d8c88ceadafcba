# Two commands on a fresh machine: `make run` and `make test`. Needs Python >= 3.11 and make.
PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet

.PHONY: run install test fidelity bench chaos lock clean

run: install
	@$(VENV)/bin/shuzhi run

install: $(VENV)/.installed

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	PYTHONWARNINGS="ignore:Editable installation" $(PIP) install --no-build-isolation --no-deps --no-index -e .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

test: $(VENV)/.tested
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/pytest

fidelity: $(VENV)/.tested
	$(VENV)/bin/python -m tests.fidelity

# The frameworks that Shuzhi is compared with; where they cannot be installed, the comparison leaves them out and says so.
$(VENV)/peers/.installed: requirements-peers.lock
	@$(PYTHON) -m venv $(VENV)/peers && $(VENV)/peers/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-peers.lock && touch $@ || echo "aiogram could not be installed"

bench: $(VENV)/.tested $(VENV)/peers/.installed
	$(VENV)/bin/python -m bench.peers
	$(VENV)/bin/python -m bench.starting
	$(VENV)/bin/python -m bench.one_answer
	$(VENV)/bin/python -m bench.paid_answers
	$(VENV)/bin/python -m bench.growth --drafts 10000 --events 500000
	$(VENV)/bin/pytest bench -s --benchmark-enable --benchmark-columns=min,median,max -n 0 -p no:randomly -q

chaos: $(VENV)/.tested
	PTB_TIMEDELTA=true $(VENV)/bin/python -m tests.chaos

lock: $(VENV)/.installed
	$(PIP) install uv
	$(VENV)/bin/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	$(VENV)/bin/uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -c requirements.lock -o requirements-dev.lock
	$(VENV)/bin/uv pip compile --group peers --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements-peers.lock

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.PHONY: walk
walk: $(VENV)/.tested
	PTB_TIMEDELTA=true $(VENV)/bin/python -m tests.telegram.walk

.PHONY: pictures
pictures: $(VENV)/.tested
	PTB_TIMEDELTA=true $(VENV)/bin/python -m tests.telegram.draw_chat docs/pictures/chat.png
