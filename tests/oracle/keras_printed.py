"""What old Keras scripts print: each file of tests/oracle/keras_scripts/, as oracle.printed runs others. Python 3.7's
syntax.
"""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "tests", "oracle", "keras_scripts")
SCRIPTS = {
    "vae_mlp": ["--mse"],
    "conv_autoencoder": [],
    "mnist_style": [],
    "dcgan_class": [],
    "lstm_text": [],
    "old_imports": [],
}


def run_script(tf, name):
    """{"printed": the lines of its stdout}."""
    on_tf1 = tf.__version__.startswith("1.")
    how = [sys.executable] if on_tf1 else [sys.executable, "-m", "legacy_tf", "run"]
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONPATH="" if on_tf1 else ROOT)
    environment.update(TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1")
    command = how + [name + ".py"] + SCRIPTS[name]
    run = subprocess.run(command, capture_output=True, text=True, cwd=FOLDER, env=environment)
    if run.returncode:
        raise RuntimeError("{} ended with {}: {}".format(name, run.returncode, run.stderr[-2000:]))
    return {"printed": run.stdout.splitlines()}
