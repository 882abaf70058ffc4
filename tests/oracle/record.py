"""Records the goldens: run by TensorFlow 1.15.5 under Python 3.7 (tests/oracle/ask.py), and by nothing else.

python tests/oracle/record.py [--spread] DIRECTORY [SUITE …]
"""

import argparse
import datetime
import hashlib
import importlib.util
import json
import logging
import os
import platform
import sys
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.filterwarnings("ignore")
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [ROOT, os.path.join(ROOT, "tests")]

import numpy as np  # noqa: E402

from legacy_tf import tf  # noqa: E402
from oracle import cases_first_use, suites  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("directory")
    parser.add_argument("suites", nargs="*", default=list(suites.SUITES))
    parser.add_argument("--spread", action="store_true", help="train again from moved weights: goldens need it")
    args = parser.parse_args()
    if not tf.__version__.startswith("1.15."):
        sys.exit("record.py: goldens come from TensorFlow 1.15 alone, and this is {}".format(tf.__version__))
    tf.logging.set_verbosity(tf.logging.FATAL)
    logging.getLogger("tensorflow").setLevel(logging.FATAL)
    for suite in args.suites:
        if suites.why_not(suite):
            print("{}: not asked, {}".format(suite, suites.why_not(suite)))
            continue
        records = {}
        if suite != "first_use":
            cases_first_use.settle(tf)
        for name, ask in suites.questions(suite, args.spread).items():
            records[name] = keep_files(ask(tf), os.path.join(args.directory, suite))
        write(os.path.join(args.directory, suite + ".json"), {"provenance": provenance(suite), "records": records})
        print("{}: {} records".format(suite, len(records)))


def keep_files(record, directory):
    """Writes the files that a record holds, {name: bytes}, into a directory; in the record their checksums stay."""
    if "files" not in record:
        return record
    os.makedirs(directory, exist_ok=True)
    for name, content in record["files"].items():
        with open(os.path.join(directory, name), "wb") as f:
            f.write(content)
    return dict(record, files={name: hashlib.sha256(content).hexdigest() for name, content in record["files"].items()})


def provenance(suite):
    """Who made the golden, where, when, from what."""
    sources = {}
    for module in suites.SUITES[suite]:
        path = importlib.util.find_spec(module).origin  # importing a script would run it
        with open(path, "rb") as f:
            sources[os.path.relpath(path, ROOT).replace(os.sep, "/")] = hashlib.sha256(f.read()).hexdigest()
    return {
        "tensorflow": tf.__version__,
        "numpy": np.__version__,
        "python": platform.python_version(),
        "cpu": cpu(),
        "date": datetime.date.today().isoformat(),
        "command": "make oracle",
        "seed": suites.SEED,
        "sources": sources,
    }


def cpu():
    """The processor's name."""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as f:
            for line in f:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def write(path, golden):
    """Writes a golden, a record a line, to a temporary name first."""
    lines = [
        "{}: {}".format(json.dumps(name), json.dumps(record, sort_keys=True, separators=(",", ":")))
        for name, record in sorted(golden["records"].items())
    ]
    text = '{{"provenance": {},\n"records": {{\n{}\n}}}}\n'.format(
        json.dumps(golden["provenance"], sort_keys=True, indent=1), ",\n".join(lines)
    )
    with open(path + ".part", "w", encoding="utf-8") as f:
        f.write(text)
    os.replace(path + ".part", path)


if __name__ == "__main__":
    main()
