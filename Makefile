# The project's commands. Everything happens inside .venv and out; nothing needs root or a system font.

.PHONY: page test lint judges bench peers sabotage kept fuzz fmt recognise clean
.DELETE_ON_ERROR:

# The first Python of at least 3.11 that can make virtual environments; PYTHON=... overrules. The system's own is asked
# first: a distribution's is compiled with profiles and linked in one piece, one that a version manager compiled at hand
# is often neither, and then a quarter slower.
PYTHON ?= $(shell for python in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$python; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PINNED := --constraint constraints.txt

# The wheel is built again when a file it carries has changed, or one has come or gone (the sum of their names).
CARRIED := $(shell find jxprint fonts layout/styles words assets/icc -type f ! -name '*.pyc' ! -path 'fonts/.build/*' | LC_ALL=C sort)
NAMES := $(shell echo $(CARRIED) | cksum | cut -d ' ' -f 1)
WHEEL := $(VENV)/wheel-$(NAMES)

# Children of the tests must not find the checkout by standing in it: what is tested is the installed wheel.
export PYTHONSAFEPATH := 1

page: $(WHEEL)
	mkdir -p out
	$(BIN)/jxprint build layout/jiaxing -o out/jiaxing.pdf --check
	$(BIN)/jxprint render out/jiaxing.pdf -o out/jiaxing.png

# Each process begins with a half of the files, in order, and takes of the other's when it is done: what a file's tests
# share is made once, and not by both.
test: lint
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(WHEEL) $(VENV)/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy

# The tests that need foreign readers and validators; .ci/run installs those first.
judges: $(WHEEL) $(VENV)/test
	$(PIP) install $(PINNED) "$$(echo $(VENV)/dist/*.whl)[judges]"
	$(BIN)/pytest -m judges -n 2 --dist loadfile

bench: $(WHEEL)
	$(PIP) install $(PINNED) typst
	$(BIN)/python benchmarks --json out/benchmarks.json

# Pages of the same copy by the programs that are at hand, each checked against it (benchmarks/README.md).
peers: $(WHEEL)
	$(PIP) install $(PINNED) typst weasyprint
	mkdir -p out
	PYTHONPATH=benchmarks WEASYPRINT=$(BIN)/weasyprint $(BIN)/python benchmarks/peers_checked.py layout/jiaxing out/peers

# Fifty places for every kind of fault, then a thousand good pages: make sabotage SEEDS=5 GOOD=50 for a part of it.
SEEDS ?= 50
FIRST ?= 0
GOOD ?= 1000
sabotage: $(WHEEL) $(VENV)/test
	PYTHONPATH=tests/sabotage:tests/helpers $(BIN)/python tests/sabotage/every_kind.py --seeds $(SEEDS) --first $(FIRST) --good $(GOOD)

# Every value of every file of an archive spoiled, one at a time (37,000), and each told; the tests take some of them.
kept: $(WHEEL) $(VENV)/test
	PYTHONPATH=tests/sabotage:tests/helpers $(BIN)/python tests/sabotage/every_value.py

# An image of a page recognised and restored: make recognise IMAGE=page.png. Tesseract is a program of the system's
# (Debian: tesseract-ocr, tesseract-ocr-chi-sim); a PDF is made an image by pdftoppm -r 300 -png.
recognise: $(WHEEL)
	mkdir -p out
	tesseract $(IMAGE) out/recognised -l chi_sim hocr
	$(BIN)/jxprint reconstruct out/recognised.hocr -o out/$(basename $(notdir $(IMAGE)))

# Spoiled files by the hundred thousand (FILES=...), which must be told or refused; those that are not are in out/fuzz.
FILES ?= 100000
fuzz: $(WHEEL) $(VENV)/test
	cd tests/helpers && PYTHONSAFEPATH= ../../$(BIN)/python -m fuzz --files $(FILES) --keep ../../out/fuzz

fmt: $(VENV)/test
	$(BIN)/ruff check --fix --select I
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/made: constraints.txt
ifeq ($(strip $(PYTHON)),)
	@echo "jxprint needs Python 3.11 or later with venv and ensurepip (on Debian: the package python3-venv)." >&2
	@echo "If it is there under another name: make PYTHON=/path/to/python $(MAKECMDGOALS)" >&2
	@exit 1
endif
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(WHEEL): $(VENV)/made pyproject.toml README.md LICENSE $(CARRIED)
	rm -rf $(VENV)/dist $(VENV)/wheel-*
	$(PIP) wheel --no-deps --wheel-dir $(VENV)/dist .
	$(PIP) install $(PINNED) $(VENV)/dist/*.whl
	$(PIP) install --no-deps --force-reinstall $(VENV)/dist/*.whl
	@touch $@

# Never beside the wheel (make -j): two that install into one place.
$(VENV)/test: $(VENV)/made pyproject.toml | $(WHEEL)
	$(PIP) install $(PINNED) cryptography hypothesis markdown-it-py mypy pytest pytest-xdist ruff
	@touch $@
