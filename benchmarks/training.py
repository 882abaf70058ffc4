"""Training speed, images/s: each system here, in genuine TensorFlow 1.15.5 and in PyTorch (eager), side by side.

    make bench-training      (or: python benchmarks/training.py [--rounds N] [--threads N] [SYSTEM …])

Here and in TensorFlow 1.15.5 the same reproduction runs, its `build(options)` and steps, with the batches of
`next_batch`; in PyTorch the same network, loss and Adam (`torch_systems.py`). Each measurement is a process of its own,
the contestants take turns, and the fastest of the rounds counts. What to look at are the ratios. TensorFlow 1.15.5
takes part where `make oracle` has made its environment; PyTorch where there is a `.torch`:

    python -m venv .torch && .torch/bin/pip install torch numpy
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MNIST = ROOT.parent / "shared" / "mnist"
HERE, ORACLE, TORCH = sys.executable, ROOT / ".oracle" / "bin" / "python", ROOT / ".torch" / "bin" / "python"

# system: (module, its command line, steps that are timed)
SYSTEMS = {
    "vae a": ("lecture13.vae", ["--architecture", "a"], 400),
    "vae b": ("lecture13.vae", ["--architecture", "b"], 200),
    "vae c": ("lecture13.vae", ["--architecture", "c"], 400),
    "vae d": ("lecture13.vae", ["--architecture", "d"], 300),
    "dcgan, width 1/8": ("lecture13.dcgan", ["--width", "0.125"], 4),
    "dcgan, width 1, batch 8": ("lecture13.dcgan", ["--batch-size", "8"], 3),
    "autoencoder": ("homework6.autoencoder", [], 30),
    "denoiser": ("homework6.denoiser", [], 15),
    "gan": ("homework6.gan", [], 8),
    "keras vae": ("homework6.keras_vae", [], 60),
}
TENSORFLOW = """
import importlib, sys, time
module, threads, steps, data, *arguments = sys.argv[1:]
from legacy_tf import tf
program = importlib.import_module("reproductions." + module)
options = program.options([*arguments, "--data-dir", data])
tf.set_random_seed(1)
training = program.build(options)
config = tf.ConfigProto(intra_op_parallelism_threads=int(threads), inter_op_parallelism_threads=int(threads))
with tf.Session(config=config) as session:
    session.run(tf.global_variables_initializer())
    for _ in range(3):
        training.step(session, training.batch())
    start = time.perf_counter()
    for _ in range(int(steps)):
        training.step(session, training.batch())
    print(int(steps) * options.batch_size / (time.perf_counter() - start))
"""


def images_a_second(python, system, threads):
    """Images/s of one contestant, in a process of its own."""
    module, arguments, steps = SYSTEMS[system]
    code = [str(Path(__file__).with_name("torch_systems.py"))] if python == TORCH else ["-c", TENSORFLOW]
    command = [str(python), *code, module, str(threads), str(steps), str(MNIST), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"benchmark of {system} failed under {python}:\n{run.stderr}")
    return float(run.stdout.split()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("systems", nargs="*", metavar="SYSTEM", help=f"of {', '.join(SYSTEMS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each contestant (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=1, help="of each contestant (default: %(default)s)")
    args = parser.parse_args()
    for system in args.systems:
        if system not in SYSTEMS:
            parser.error(f"there is no {system!r}: {', '.join(SYSTEMS)}")
    contestants = {"here": HERE, "TensorFlow 1.15.5": ORACLE, "PyTorch": TORCH}
    for name in [name for name, python in contestants.items() if not Path(python).exists()]:
        print(f"{name} does not take part: {contestants.pop(name).parent.parent.name} is not there (see --help)")
    for system in args.systems or SYSTEMS:
        rates = [[images_a_second(p, system, args.threads) for p in contestants.values()] for _ in range(args.rounds)]
        best = dict(zip(contestants, map(max, zip(*rates))))
        line = f"{system}: " + "    ".join(f"{name} {rate:,.0f} images/s" for name, rate in best.items())
        print(line + "".join(f"    here/{name} {best['here'] / best[name]:.2f}" for name in list(best)[1:]), flush=True)


if __name__ == "__main__":
    main()
