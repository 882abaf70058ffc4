PYTHON ?= python3
ENV := .venv/pins.txt
RUN := .venv/bin/python

.PHONY: reproduce reproduce-all test oracle oracle-update bench bench-runner bench-training fuzz format lock

reproduce: $(ENV)  ## the main job: the lecture's transposed-convolution examples
	$(RUN) reproductions/tconv_examples.py

reproduce-all: $(ENV)  ## every number and picture of docs, hours; says what moved ("Error 3" if anything). ARGS="--help"
	$(RUN) -m reproductions.reproduce_all $(ARGS)

test: $(ENV)  ## every test, in two processes; each needs up to 3 GB
	$(RUN) -m pytest -n 2 --dist loadfile

oracle: $(ENV)  ## ask genuine TensorFlow 1.15.5 again, and compare (needs a Python 3.7; "Error 3" without)
	$(RUN) tests/oracle/ask.py

oracle-update: $(ENV)  ## the same, and commit its answers as the new goldens
	$(RUN) tests/oracle/ask.py --update

bench: $(ENV)  ## times of importing, building graphs and reading data, here and in genuine TensorFlow 1.15.5
	$(RUN) benchmarks/run.py

bench-runner: $(ENV)  ## what running an old script costs, beside plain compat.v1 and genuine TensorFlow 1.15.5
	$(RUN) benchmarks/runner.py

bench-training: $(ENV)  ## training speed of each system, here, in TensorFlow 1.15.5 and in PyTorch
	$(RUN) benchmarks/training.py

fuzz: $(ENV)  ## the reader of IDX files against some minutes of broken files
	FUZZ=minutes $(RUN) -m pytest tests/test_idx.py -k fuzz

format: $(ENV)
	$(RUN) -m ruff check --fix . && $(RUN) -m ruff format .

lock:  ## requirements.txt from pyproject.toml, for Python 3.10 to 3.13 (needs uv)
	uv pip compile --universal --python-version 3.10 --extra dev --extra scripts --no-annotate --no-header pyproject.toml -o requirements.txt
	echo "-e ." >> requirements.txt

$(ENV): requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))" || \
	  { echo "$(PYTHON) is no Python 3.10 to 3.13: run make PYTHON=/path/to/one"; exit 2; }
	$(PYTHON) -m venv --clear .venv
	$(RUN) -m pip install -q -r requirements.txt
	-$(RUN) -m legacy_tf.keras
	-$(RUN) -m legacy_tf.wheel
	cp requirements.txt $(ENV)
