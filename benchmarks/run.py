"""Times of importing, building graphs and reading data, beside plain compat.v1 and genuine TensorFlow 1.15.5.

    make bench          (or: python benchmarks/run.py [--rounds N])

Each measurement is a process of its own, the contestants take turns, and the shortest of the rounds counts: on a shared
machine the shortest is the least disturbed. What to look at are the ratios. TensorFlow 1.15.5 takes part where
`make oracle` has made its environment.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MNIST = ROOT.parent / "shared" / "mnist"
ORACLE = ROOT / ".oracle" / "bin" / "python"

IMPORTS = {
    "import tensorflow.compat.v1": "import tensorflow.compat.v1",
    "from legacy_tf import tf": "from legacy_tf import tf",
}
GRAPHS = {
    "lecture13/dcgan": "from reproductions.lecture13.dcgan import build_graph",
    "homework6/gan": "from reproductions.homework6.gan import build_graph",
    "homework6/autoencoder": "from reproductions.homework6.autoencoder import build_graph",
}
TIME_IMPORT = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
# the second graph counts: the first also loads modules and registries, once a process
TIME_GRAPH = """
import time
{}
from legacy_tf import tf
for _ in range(2):
    with tf.Graph().as_default():
        tf.set_random_seed(1)
        start = time.perf_counter()
        build_graph()
        seconds = time.perf_counter() - start
print(seconds)
"""

# the shortest of five: the first time, the machine also has to find the memory
READ_DATA = """
import resource, sys, time
from legacy_tf import tf
from legacy_tf.examples.tutorials.mnist import input_data
tf.set_random_seed(1)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
times = []
for _ in range(5):
    start = time.perf_counter()
    mnist = input_data.read_data_sets(sys.argv[1])
    loaded = time.perf_counter()
    for _ in range(550):
        mnist.train.next_batch(100)
    times.append((loaded - start, time.perf_counter() - loaded))
    if len(times) == 1:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    del mnist
load, batches = map(min, zip(*times))
print({})
"""
DATA = {
    "read_data_sets, four gz files": ("load", "s"),
    "next_batch, 55 000 images by 100": ("batches", "s"),
    "both, memory at the peak": ("peak / 1024", "MB"),
}


def measured(python, code):
    """What `code`, run by `python`, prints last: a number."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
    run = subprocess.run([str(python), "-c", code, str(MNIST)], env=environment, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"benchmark failed under {python}:\n{run.stderr}")
    return float(run.stdout.split()[-1])


def race(rounds, contestants):
    """Least numbers (times in s) of contestants [(python, code), …] that take turns."""
    times = [[measured(python, code) for python, code in contestants] for _ in range(rounds)]
    return [min(column) for column in zip(*times)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=7, help="measurements of each contestant (default: 7)")
    rounds = parser.parse_args().rounds
    names = list(IMPORTS)
    plain, ours = race(rounds, [(sys.executable, TIME_IMPORT.format(code)) for code in IMPORTS.values()])
    print(f"{names[0]}: {plain:.2f} s    {names[1]}: {ours:.2f} s    ratio {ours / plain:.2f}")
    for name, code in GRAPHS.items():
        beside_tf_1_15(rounds, f"build_graph of {name}", TIME_GRAPH.format(code), "s")
    for name, (number, unit) in DATA.items() if MNIST.exists() else ():
        beside_tf_1_15(rounds, name, READ_DATA.format(number), unit)
    if not MNIST.exists():
        print("No data was read: the four files of MNIST are not in ../shared/mnist.")
    if not ORACLE.exists():
        print("TensorFlow 1.15.5 did not take part: `make oracle` makes its environment.")


def beside_tf_1_15(rounds, name, code, unit):
    contestants = [sys.executable] + ([ORACLE] if ORACLE.exists() else [])
    numbers = race(rounds, [(python, code) for python in contestants])
    line = f"{name}: {numbers[0]:.2f} {unit}"
    if len(numbers) == 2:
        line += f"    TensorFlow 1.15.5: {numbers[1]:.2f} {unit}    ratio {numbers[0] / numbers[1]:.2f}"
    print(line)


if __name__ == "__main__":
    main()
