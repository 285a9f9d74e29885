# Six commands, each of which first sets up what it needs; a second run installs nothing.
#   make run    serves the application          make test   runs the tests, a real browser included
#   make test-all  what takes minutes: floods of messages, uploads, hundreds of visits, walks back and on through every page
#   make check  lint, types, house rules        make bench  prints the measured tables
#   make docs   writes a page for each module, from its docstrings, into .build/docs
# `make run NETWORK=my_module:build` opens the network that this function of yours returns.
# Works on a bare Debian or macOS with Python 3.11 or newer. PYTHON=…, CHROMIUM=… and PORT=… override what is found.

SHELL := /bin/sh
PORT ?= 8501
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
IN := .venv/bin
PIP := $(IN)/python -m pip install --disable-pip-version-check --quiet
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# What is held to a time is tested alone; the rest on all cores, a file a process, each with one thread: with more than
# there are cores they would mostly wait for one another. What takes minutes is left to `make test-all`.
LONG := tests/browser/test_history.py
CLOCKS := tests/images tests/browser/test_home.py tests/browser/test_server.py
AT_ONCE := --numprocesses=auto --maxprocesses=4

.PHONY: run test test-all check bench docs clean

run: .venv/installed
	$(if $(NETWORK),CONVOSCOPE_NETWORK='$(NETWORK)' )$(IN)/streamlit run app.py --server.port=$(PORT)

test: .venv/installed-dev .venv/chromium
	CHROMIUM="$$(cat .venv/chromium)" $(IN)/python -m pytest -m clock $(CLOCKS)
	CHROMIUM="$$(cat .venv/chromium)" OMP_NUM_THREADS=1 $(IN)/python -m pytest $(AT_ONCE) --dist=loadfile -m "not clock" \
		--ignore=tests/load $(LONG:%=--ignore=%)

test-all: .venv/installed-dev .venv/chromium
	$(IN)/python -m pytest --capture=no tests/load
	CHROMIUM="$$(cat .venv/chromium)" OMP_NUM_THREADS=1 $(IN)/python -m pytest $(AT_ONCE) $(LONG)

check: .venv/installed-dev
	$(IN)/ruff check .
	$(IN)/ruff format --check .
	$(IN)/mypy
	$(IN)/python -m pytest --quiet tests/house

bench: .venv/installed-dev .venv/chromium
	CHROMIUM="$$(cat .venv/chromium)" $(IN)/python -m tests.benchmarks

# Of these folders pdoc walks through the packages; what has no __init__.py it has to be told.
DOCUMENTED := $(wildcard models/ops models/records models/nets models/images viz)
FOLDERS = $(sort $(dir $(shell find $(DOCUMENTED) -name '*.py')))
PACKAGES = $(dir $(shell find $(DOCUMENTED) -name '__init__.py'))

docs: .venv/installed-dev
	@rm -rf .build/docs
	$(IN)/python -m pdoc --docformat markdown --output-directory .build/docs models.images \
		$(subst /,.,$(patsubst %/,%,$(filter-out $(PACKAGES),$(FOLDERS))))
	@echo "Open .build/docs/index.html"

clean:
	rm -rf .venv .build

# Debian keeps venv in a package of its own; without it we say so, or install it where we may.
.venv/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Convoscope needs Python 3.11 or newer; none was found."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Installing Debian's python3-venv."; \
		$(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv; }
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	$(PIP) -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(PIP) -r requirements-dev.txt
	@touch $@

# A Chromium that is there, else Playwright's own, else Debian's package; rather one without windows, which is quicker.
# The file holds the path of the program.
.venv/chromium: | .venv/installed-dev
	@found() { for program in "$(CHROMIUM)" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
		"/Applications/Chromium.app/Contents/MacOS/Chromium"; do \
		[ -n "$$program" ] && command -v "$$program" && return 0; done; return 1; }; \
	own() { $(IN)/playwright install chromium >/dev/null 2>&1 && $(IN)/python -c "$$OWN" && return 0; return 1; }; \
	get() { $(SUDO) apt-get install -y -qq "$$1" >/dev/null; }; \
	debian() { $(SUDO) apt-get update -qq >&2 && { get chromium-headless-shell || get chromium; } && found; }; \
	program=$$(found || own || debian) || { echo "No Chromium was found or could be installed; set CHROMIUM=…"; exit 1; }; \
	echo "$$program" > $@; echo "Testing in $$program"

# Prints the path of Playwright's own Chromium if it starts here.
define OWN
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    playwright.chromium.launch().close()
    print(playwright.chromium.executable_path)
endef
export OWN
