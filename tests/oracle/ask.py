"""Asks genuine TensorFlow 1.15.5: makes its environment, records the goldens, compares them with the committed ones.

    python tests/oracle/ask.py [--update] [SUITE …]

Exit codes: 0 the same answers; 1 other answers than the committed goldens'; 2 the environment could not be made;
3 there is no Python 3.7 here, so nothing was asked.
"""

import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from oracle import compare, suites  # noqa: E402

GOLDEN = ROOT / "tests" / "golden"
ENVIRONMENT = ROOT / ".oracle"
PINS = Path(__file__).with_name("requirements.txt")
NO_PYTHON = 3
LONG = ("courses", "graphs", "gradients")  # suites that are begun first
# Nothing in the graph of a Keras optimizer says whether it counts a step before it reads the counter, and nothing says
# which round of a loop draws first.
RACES = ("loops", "keras", "keras_scripts", "keras_steps", "tf_keras")
FILES = ("saved", "keras_saved")  # whose files are read by TensorFlow 1.15.5 as they are written here, too
# Of those of RACES; and of each: about one process in thirty dies of a segmentation fault in TF 1.15.5's tf.data.
TRIES = 3


def python37():
    """Path of a Python 3.7, or None: ORACLE_PYTHON, pyenv's versions, then `python3.7` on the PATH."""
    candidates = []
    if shutil.which("pyenv"):
        root = subprocess.run(["pyenv", "root"], capture_output=True, text=True).stdout.strip()
        candidates += sorted(glob.glob(f"{root}/versions/3.7.*/bin/python"))
    candidates.append(shutil.which("python3.7"))
    asked_for = os.environ.get("ORACLE_PYTHON")
    if asked_for and not is_python37(asked_for):
        print(f"ORACLE_PYTHON is {asked_for}, which is no Python 3.7: looking elsewhere.", file=sys.stderr)
    return next((candidate for candidate in [asked_for, *candidates] if candidate and is_python37(candidate)), None)


def is_python37(candidate):
    return says(candidate, "import sys; print(sys.version_info[:2])") == "(3, 7)"


def says(python, code):
    """What `code`, run by `python`, prints; None where that fails."""
    try:
        run = subprocess.run([str(python), "-c", code], capture_output=True, text=True)
    except OSError:
        return None
    return run.stdout.strip() if run.returncode == 0 else None


def make_environment():
    """The oracle's Python; makes `.oracle` where it is not there yet, is damaged, or its pins have changed."""
    python, done = ENVIRONMENT / "bin" / "python", ENVIRONMENT / "pins.txt"
    same_pins = done.exists() and done.read_text() == PINS.read_text()
    if same_pins and says(python, "import tensorflow; print(tensorflow.__version__)") == "1.15.5":
        return python
    source = python37()
    if source is None:
        print(
            "There is no Python 3.7 here (ORACLE_PYTHON, pyenv, python3.7), and TensorFlow 1.15.5 needs one. "
            "Nothing was asked.",
            file=sys.stderr,
        )
        sys.exit(NO_PYTHON)
    print(f"Making the oracle's environment in {ENVIRONMENT.name} …", flush=True)
    try:
        subprocess.run([source, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
        for packages in (["pip<24"], ["-r", str(PINS)]):
            subprocess.run([str(python), "-m", "pip", "install", "-q", *packages], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Could not make the oracle's environment: {error}", file=sys.stderr)
        sys.exit(2)
    done.write_text(PINS.read_text())
    return python


def moved(suite, recorded):
    """Where the new records of a suite differ from the committed ones: {case: lines that say so}."""
    committed = GOLDEN / f"{suite}.json"
    if not committed.exists():
        return {"": [f"{suite}: no committed golden"]}
    old, new = (json.loads(path.read_text())["records"] for path in (committed, recorded))
    lines = {name: [f"{suite}: {name} is only in one of the two"] for name in sorted(set(old) ^ set(new))}
    for name in sorted(set(old) & set(new)):
        lines[name] = [f"{suite}: {name}: {line}" for line in compare.differences(old[name], new[name])]
    return {name: those for name, those in lines.items() if those}


def always_moved(suite, recorded, record):
    """The same, of a suite of RACES: what differs whenever `record(suite)` asks again. The rest was chance."""
    cases = moved(suite, recorded)
    for _ in range(TRIES - 1):
        if not cases:
            break
        print(f"{suite}: {', '.join(cases)}: asked again, since TensorFlow 1.15.5 may have taken ops in another order")
        if record(suite):
            break
        cases = {name: lines for name, lines in moved(suite, recorded).items() if name in cases}
    return cases


def read_back(python, golden, directory):
    """Lines that say where TensorFlow 1.15.5 departs from `golden`, the path of a suite of FILES, when it reads the
    files of its script as today's TensorFlow writes them (into `directory`, which must not exist yet).

    Seeds are not asked for: an imported graph counts the ops that it has, and today's gradients have others.
    """
    script = str(Path(__file__).with_name(f"{golden.stem}.py"))
    os.mkdir(directory)
    subprocess.run([sys.executable, script, "write", directory], check=True)
    environment = {k: v for k, v in os.environ.items() if k != "TF2_BEHAVIOR"}  # today's TensorFlow sets it on import
    read = subprocess.run([str(python), script, "read", directory], capture_output=True, text=True, env=environment)
    if read.returncode:
        return [f"{golden.stem}: TensorFlow 1.15.5 can't read what is written here: {read.stderr[-2000:]}"]
    records = json.loads(golden.read_text())["records"]
    lines = []
    for name, record in json.loads(read.stdout).items():
        expected = {**records[name], "random": record["random"]}
        lines += [f"{golden.stem}: {name}, written here: {line}" for line in compare.differences(expected, record)]
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("suites", nargs="*", metavar="SUITE", help="default: all")
    parser.add_argument("--update", action="store_true", help="put the new records in the place of the committed ones")
    args = parser.parse_args()
    python = make_environment()
    with tempfile.TemporaryDirectory() as directory:
        spread = ["--spread"] if args.update else []  # of which only the committed one is used
        command = [str(python), str(Path(__file__).with_name("record.py")), *spread, directory]

        def record(suite):  # each in a process of its own, with one thread
            for _ in range(TRIES):
                code = subprocess.run([*command, suite], env={**os.environ, "PYTHONHASHSEED": "0"}).returncode
                if code >= 0:
                    return code
                print(f"{suite}: TensorFlow 1.15.5 died of signal {-code}", file=sys.stderr)
            return code

        wanted = args.suites or sorted(suites.SUITES, key=lambda suite: suite not in LONG)
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            if any(pool.map(record, wanted)):
                print("The oracle did not answer: see above.", file=sys.stderr)
                sys.exit(2)
        recorded = sorted(Path(directory).glob("*.json"))
        differing = [
            always_moved(path.stem, path, record) if path.stem in RACES else moved(path.stem, path) for path in recorded
        ]
        lines = [line for cases in differing for those in cases.values() for line in those]
        for suite in set(FILES) & set(wanted):
            lines += read_back(python, Path(directory, f"{suite}.json"), Path(directory, f"{suite}, written here"))
        for line in lines:
            print(line)
        print(f"{len(recorded)} suites recorded by TensorFlow 1.15.5; {len(lines)} differences from tests/golden.")
        if args.update:
            GOLDEN.mkdir(exist_ok=True)
            for path in recorded:
                part = GOLDEN / (path.name + ".part")
                shutil.copyfile(path, part)
                part.replace(GOLDEN / path.name)
                if path.with_suffix("").is_dir():  # the files of its records
                    shutil.copytree(path.with_suffix(""), GOLDEN / path.stem, dirs_exist_ok=True)
            print("tests/golden now holds the new records.")
    sys.exit(1 if lines and not args.update else 0)


if __name__ == "__main__":
    main()
