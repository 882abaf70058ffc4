"""What `python -m legacy_tf run` costs: starting, feeding and fetching, and steps of training.

    make bench-runner       (or: python benchmarks/runner.py [--rounds N])

One script (`old_script.py`) is run by plain compat.v1, by the runner, by the runner with oneDNN's kernels switched off,
and by genuine TensorFlow 1.15.5 where `make oracle` has made its environment. Each measurement is a process of its own
with one thread, the contestants take turns, and the shortest of the rounds counts. What to look at are the ratios.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORACLE = ROOT / ".oracle" / "bin" / "python"
SCRIPT = Path(__file__).with_name("old_script.py")
NO_ONEDNN = {"TF_ENABLE_ONEDNN_OPTS": "0"}

# contestant: (command before the script, what it adds to the environment)
CONTESTANTS = {
    "compat.v1": ([sys.executable], {}),
    "run": ([sys.executable, "-m", "legacy_tf", "run"], {}),
    "run, no oneDNN": ([sys.executable, "-m", "legacy_tf", "run"], NO_ONEDNN),
    "TensorFlow 1.15.5": ([str(ORACLE)], {}),
}
# what is measured: (net, steps, those that take part)
MEASURED = {
    "from start to end of a script that imports TensorFlow": ("nothing", 0, ("compat.v1", "run")),
    "a feed and a fetch": ("feed", 3000, ("compat.v1", "run", "TensorFlow 1.15.5")),
    "100 batches of 100 shuffled images": ("shuffled", 10, ("compat.v1", "run", "TensorFlow 1.15.5")),
    "a step of an MLP": ("mlp", 60, tuple(CONTESTANTS)),
    "a step of MNIST's CNN": ("cnn", 15, tuple(CONTESTANTS)),
    "a step of a text CNN": ("text_cnn", 4, tuple(CONTESTANTS)),
}


def milliseconds(contestant, net, steps):
    """Of the whole process where it takes no steps, else of its shortest step."""
    command, added = CONTESTANTS[contestant]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
    start = time.perf_counter()
    arguments = [*command, str(SCRIPT), net, str(steps)]
    run = subprocess.run(arguments, env={**environment, **added}, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"benchmark of {net} failed under {contestant}:\n{run.stderr}")
    return float(run.stdout.split()[-1]) if steps else 1000 * (time.perf_counter() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="measurements of each contestant (default: %(default)s)")
    rounds = parser.parse_args().rounds
    for what, (net, steps, names) in MEASURED.items():
        names = [name for name in names if name != "TensorFlow 1.15.5" or ORACLE.exists()]
        times = [[milliseconds(name, net, steps) for name in names] for _ in range(rounds)]
        least = dict(zip(names, map(min, zip(*times))))
        told = [f"{name}: {ms:.4g} ms ({ms / least['compat.v1']:.2f})" for name, ms in least.items()]
        print(f"{what}:  {'   '.join(told)}", flush=True)
    if not ORACLE.exists():
        print("TensorFlow 1.15.5 did not take part: `make oracle` makes its environment.")


if __name__ == "__main__":
    main()
