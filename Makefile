# ひろば / Hiroba. `make demo` runs it, `make test` proves it; everything else is listed by `make help`.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
export UV_NO_PROGRESS = 1
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.PHONY: help demo run setup test check docs pictures bench lock clean

help: ## これを表示する / show this
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

demo: .venv/.runtime ## 見本の広場をひらく / open the sample square at http://127.0.0.1:8000 (PORT=)
	@PORT=$(PORT) $(BIN)/hiroba demo

run: .venv/.runtime ## いまのデータで動かす / serve with the present data
	@PORT=$(PORT) $(BIN)/hiroba serve

setup: .venv/.dev ## 開発の準備 / prepare for development
	@$(BIN)/pre-commit install >/dev/null 2>&1 || true

test: .venv/.dev ## SQLite・PostgreSQL・ブラウザの全テスト / the whole suite
	@$(BIN)/python tools/tests.py

check: .venv/.dev ## 書き方・型・契約・文書 / style, types, contracts, fresh documents
	@$(BIN)/python tools/check.py

docs: .venv/.dev ## 生成文書を作り直す / rebuild docs/generated
	@$(BIN)/python tools/documents.py

pictures: .venv/.dev ## 手引きの絵を撮り直す / photograph the pages for the handbook
	@$(BIN)/python tools/pictures.py

bench: .venv/.dev ## 速さを測る / measure the speed as ratios
	@$(BIN)/python -m bench

lock: .venv/.uv ## 依存を固定し直す / lock the dependencies anew
	@$(COMPILE) requirements/bootstrap.in -o requirements/bootstrap.lock
	@$(COMPILE) pyproject.toml -o requirements/runtime.lock
	@$(COMPILE) pyproject.toml --group dev -o requirements/dev.lock

clean: ## 見本のデータを消す / remove the data folder
	@rm -rf var

.venv/.uv: requirements/bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 以上が必要です / Python 3.11 or newer is needed (PYTHON=python3.12 make …)")'
	@$(PYTHON) -m venv .venv || { echo "venv がありません / venv is missing: sudo apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.runtime: requirements/runtime.lock .venv/.uv pyproject.toml $(wildcard locale/en/*.po)
	@[ -e .venv/.dev ] && [ .venv/.dev -nt requirements/dev.lock ] || $(BIN)/uv pip sync -q --python $(BIN)/python --require-hashes requirements/bootstrap.lock $<
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@$(BIN)/python tools/messages.py compile
	@touch $@

.venv/.dev: requirements/dev.lock .venv/.uv pyproject.toml $(wildcard locale/en/*.po)
	@$(BIN)/uv pip sync -q --python $(BIN)/python --require-hashes requirements/bootstrap.lock $<
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@$(BIN)/python tools/messages.py compile
	@touch $@ .venv/.runtime
