"""What is on stderr: of TensorFlow nothing that everybody is told, of errors everything; Ctrl-C."""

import os
import signal
import subprocess
import sys
import time

import pytest
from test_run import ENVIRONMENT, ROOT, RUN, run

TRAINS = """
import sys
import tensorflow as tf
tf.set_random_seed(1)
x = tf.placeholder(tf.float32, [None, 4])
mean = tf.contrib.layers.fully_connected(x, 2)
z = mean + tf.random_normal(tf.shape(mean))
loss = tf.reduce_mean(tf.square(tf.layers.dense(z, 4) - x))
step = tf.train.AdamOptimizer().minimize(loss)
with tf.Session() as sess:
    sess.run(tf.initialize_all_variables())
    sess.run(step, {x: [[1, 2, 3, 4]]})
print("mine", file=sys.stderr)
tf.logging.warn("theirs")
"""


def told(tmp_path, source, **variables):
    """(exit code, lines of stderr)"""
    (tmp_path / "script.py").write_text(source)
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "TF_CPP_MIN_LOG_LEVEL"}
    command = [*RUN, "script.py"]
    ran = subprocess.run(command, cwd=tmp_path, env={**environment, **variables}, capture_output=True, timeout=600)
    return ran.returncode, ran.stderr.decode().splitlines()


def test_a_script_that_trains_is_quiet(tmp_path):
    assert told(tmp_path, TRAINS) == (0, ["mine", "WARNING:tensorflow:theirs"])


def test_who_wants_to_hear_it_all(tmp_path):
    by_variable = told(tmp_path, TRAINS, TF_CPP_MIN_LOG_LEVEL="0")[1]
    by_script = told(tmp_path, "import os; os.environ['TF_CPP_MIN_LOG_LEVEL'] = '0'\n" + TRAINS)[1]
    for lines in (by_variable, by_script):
        assert any("oneDNN" in line for line in lines) and "mine" in lines


def test_errors_are_heard(tmp_path):
    code, lines = told(
        tmp_path,
        "import os, tensorflow as tf\nassert 'TF_CPP_MIN_LOG_LEVEL' not in os.environ\n"
        "os.system('echo a child >&2')\nx = tf.constant([1, 2])\n"
        "with tf.device('/gpu:9'):\n    y = x + 1\ntf.Session().run(y)",
    )
    assert code == 1 and lines[0] == "a child" and "Traceback (most recent call last):" in lines
    assert any("Cannot assign a device" in line for line in lines)


FILTERED = """
import os
from legacy_tf.running import noise
with noise._filtered(b"noise"):
    os.write(2, b"before\\nnoise 1\\n")
    os.system("echo a child >&2")
    os.write(2, b"noise 2\\nlast, without an end")
    END
os.write(2, b", after")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="TensorFlow's lines are left as they are")
@pytest.mark.parametrize(
    "end, code, after",
    [("pass", 0, ", after"), ("os.abort()", -signal.SIGABRT, ""), ("os._exit(3)", 3, "")],
)
def test_last_words_are_heard(end, code, after, tmp_path):
    ran = run([sys.executable, "-c", FILTERED.replace("END", end)], tmp_path)
    assert (ran.returncode, ran.stderr) == (code, "before\na child\nlast, without an end" + after)


def test_no_stderr_at_all(tmp_path):
    (tmp_path / "script.py").write_text("import sys, tensorflow as tf; print(sys.stderr, tf.VERSION)")
    command = " ".join([*RUN, "script.py", "2>&-"])
    assert run(["sh", "-c", command], tmp_path).stdout == "None 1.15.5\n"


IMPORTS = """
import sys, time
print("up", flush=True)
try:
    import tensorflow as tf
finally:
    print("finally", flush=True)
print("imported", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("after", ["up", "imported"])
def test_ctrl_c(after, tmp_path):
    """While TensorFlow is imported: one line and 130. In the script's own time: what plain Python does."""
    (tmp_path / "script.py").write_text(IMPORTS)
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)  # children inherit it where it is ignored
    try:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        process = subprocess.Popen([*RUN, "script.py"], cwd=tmp_path, env=ENVIRONMENT, start_new_session=True, **pipes)
    finally:
        signal.signal(signal.SIGINT, handler)
    while process.stdout.readline() != after + "\n":
        assert process.poll() is None
    time.sleep(0.7)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the process that passes on is in the group
    rest, said = process.communicate(timeout=600)
    if after == "up":
        assert (process.returncode, rest, said) == (130, "finally\n", "legacy_tf run: interrupted\n")
    else:
        assert process.returncode == -signal.SIGINT and rest == ""
        assert said.splitlines()[-1] == "KeyboardInterrupt" and str(ROOT / "legacy_tf") not in said
