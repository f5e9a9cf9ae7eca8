# Choai. `make run` and `make test` work as the first command on Debian 12 with Swift 6.3.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build run test nightly check lint format golden bench bench-peers guard worker \
  spark fuzz faults mutants soak memory leaks nights asan tsan recipes libreoffice clean install

PREFIX ?= /usr/local
CHOAI := .build/release/choai
RELEASE := -c release --static-swift-stdlib --explicit-target-dependency-import-check error
TEST := --disable-xctest --explicit-target-dependency-import-check error
SHARE := $(DESTDIR)$(PREFIX)/share
SOURCES := $(shell find Sources -type f) Package.swift

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 12

setup: ## install the Debian packages that are missing
	@.ci/setup

$(CHOAI): $(SOURCES)
	@.ci/setup
	@swift build $(RELEASE) --product choai
	@touch $(CHOAI)

build: $(CHOAI) ## build the release binary

run: $(CHOAI) ## run the sample pipeline on raw/
	@$(CHOAI) run --fail-on never

nightly: $(CHOAI) ## run for cron: no progress, one summary line, the exit code of the run
	@$(CHOAI) run --quiet --no-progress --summary \
	  $(if $(HEALTH),--health $(HEALTH)) $(if $(NOTIFY),--notify $(NOTIFY))

test: setup ## run every test
	@swift build $(RELEASE) --product choai
	@swift test $(TEST)

check: lint test ## lint and test

lint: ## check format and the rules of the house
	@swift format lint --strict -p -r Sources Tests Package.swift
	@.ci/lint

format: ## format the sources
	@swift format -i -p -r Sources Tests Package.swift

recipes: $(CHOAI) ## run every recipe of docs/recipes.md whose program is installed
	@.ci/validators
	@.build/validators/bin/python .ci/recipes.py docs/recipes.md $(CHOAI) .

libreoffice: $(CHOAI) ## let LibreOffice open and convert the workbook of published/latest; installs it
	@.ci/libreoffice published/latest

golden: $(CHOAI) ## write expected results and generated pages anew; review with git diff
	@UPDATE_GOLDEN=1 swift test $(TEST) --filter "EndToEndTests|DictionaryTests|FindingPageTests"

bench: $(CHOAI) ## measure the main paths
	@Benchmarks/run $(CHOAI)

.build/peers/done: Benchmarks/peers
	@Benchmarks/peers .build/peers
	@touch $@

bench-peers: $(CHOAI) .build/peers/done ## measure beside other programs; writes docs/benchmarks.md (ONLY=, SCALE=)
	@.build/peers/bin/python Benchmarks/compare $(CHOAI) $(if $(ONLY),--only $(ONLY)) $(if $(SCALE),--scale $(SCALE)) \
	  $(if $(SCALE),,--json Benchmarks/results.json --page docs/benchmarks.md)

guard: $(CHOAI) ## hold the instruction counts of the core paths to their thresholds
	@.ci/setup valgrind
	@Benchmarks/guard $(CHOAI)

worker: $(CHOAI) ## pack the program and the pipelines for machines of a cluster
	@pipelines/spark/pack $(CHOAI) pipelines .build/choai-worker.tar.gz

.build/spark/done:
	@.ci/setup openjdk-17-jre-headless python3-venv
	@python3 -m venv .build/spark
	@.build/spark/bin/pip install --quiet pyspark==4.0.1
	@touch $@

spark: $(CHOAI) .build/spark/done ## run the Spark job on two executors, with a kill and faults (SHORT=1: less)
	@pipelines/spark/test.py .build/spark/lib/python3*/site-packages/pyspark $(CHOAI) $(if $(SHORT),--short)

fuzz: setup ## fuzz the parsers for FUZZ_SECONDS each (60)
	@Fuzz/run $${FUZZ_SECONDS:-60}

faults: setup ## let every call to the system of a run fail, one after the other
	@CHOAI_FAULTS=all swift test $(TEST) --filter FaultTests

mutants: setup ## run MUTANTS broken files (10000) through the pipeline
	@CHOAI_MUTANTS=$${MUTANTS:-10000} swift test $(TEST) --filter MutantTests

soak: setup ## run night after night for SOAK_SECONDS (3600)
	@CHOAI_SOAK_SECONDS=$${SOAK_SECONDS:-3600} swift test $(TEST) --filter SoakTests

memory: setup ## run 200 times in one process
	@CHOAI_MEMORY_RUNS=200 swift test $(TEST) --filter MemoryTests

leaks: $(CHOAI) ## look for lost memory over 50 sources
	@.ci/setup valgrind
	@Benchmarks/nightly $(CHOAI) --leaks

nights: $(CHOAI) ## measure nights over SOURCES sources (5000): full, unchanged, ten changed
	@Benchmarks/nightly $(CHOAI) --sources $${SOURCES:-5000}

asan: setup ## run the tests under the address sanitizer
	@CHOAI_SANITIZED=1 LSAN_OPTIONS=suppressions=$(CURDIR)/.ci/foreign-leaks \
	  swift test $(TEST) --sanitize=address -Xswiftc -use-ld=lld --scratch-path .build/asan

tsan: setup ## run the tests under the thread sanitizer
	@CHOAI_SANITIZED=1 swift test $(TEST) --sanitize=thread -Xswiftc -use-ld=lld --scratch-path .build/tsan

install: $(CHOAI) ## install the program, its manual page and completions below PREFIX
	@install -D -m 755 $(CHOAI) $(DESTDIR)$(PREFIX)/bin/choai
	@install -d $(addprefix $(SHARE)/,man/man1 bash-completion/completions zsh/site-functions fish/vendor_completions.d)
	@$(CHOAI) --man > $(SHARE)/man/man1/choai.1
	@$(CHOAI) completions bash > $(SHARE)/bash-completion/completions/choai
	@$(CHOAI) completions zsh > $(SHARE)/zsh/site-functions/_choai
	@$(CHOAI) completions fish > $(SHARE)/fish/vendor_completions.d/choai.fish
	@echo "installed $(DESTDIR)$(PREFIX)/bin/choai"

clean: ## remove what was built and the cache; published snapshots stay
	@rm -rf .build Fuzz/.build Benchmarks/.build
	@find staged -mindepth 1 ! -name README.md -delete
