"""TensorFlow as old scripts see it: python -m legacy_tf run, and legacy_tf.install()."""

import importlib
import sys

import pytest
from test_run import ROOT, RUN, run

import legacy_tf
from legacy_tf.running import answers

WAYS = """
import collections, importlib, sys
import tensorflow as tf
import tensorflow
import tensorflow.compat.v1 as v1
from tensorflow.compat import v1 as again
from tensorflow import layers, nn
from tensorflow.layers import dense
from tensorflow.contrib.layers import *
import tensorflow.contrib.layers as L
import tensorflow.contrib
from tensorflow.contrib import framework
from tensorflow.contrib.framework.python.ops import arg_scope
from tensorflow.contrib.layers.python.layers import initializers
import tensorflow.contrib.layers.python.layers.initializers as inits
from tensorflow.contrib.learn.python.learn.datasets.mnist import read_data_sets
import tensorflow.contrib.learn.python.learn.datasets.mnist as mnist
import tensorflow.examples.tutorials.mnist.input_data
import tensorflow.examples.tutorials.mnist.input_data as input_data
from tensorflow.examples.tutorials.mnist import input_data as the_same
from tensorflow.python.framework import ops
import tensorflow.python.framework.ops as ops_too
from tensorflow.python.ops import math_ops, variable_scope
from tensorflow.python.client import device_lib
from tensorflow.python.platform import app, flags
from tensorflow.python.layers.core import Dense
from tensorflow.core.framework import summary_pb2
import tensorflow.python_io

assert tf is tensorflow is v1 is again is tf.compat.v1 is importlib.import_module("tensorflow")
assert tf.__version__ == tf.VERSION == tf.version.VERSION == "1.15.5"
assert layers.dense is dense is tf.layers.dense is importlib.import_module("tensorflow.layers").dense
assert L.batch_norm is batch_norm is tf.contrib.layers.batch_norm and Dense is tf.layers.Dense
assert inits is initializers and initializers.xavier_initializer is L.xavier_initializer
assert arg_scope is tf.contrib.framework.arg_scope
assert mnist.read_data_sets is read_data_sets is input_data.read_data_sets and input_data is the_same
assert tf.examples.tutorials.mnist.input_data is input_data
assert ops is ops_too is tf.python.framework.ops and ops.Graph is tf.Graph
assert summary_pb2.Summary is tf.Summary and tensorflow.python_io is tf.python_io
assert "contrib" in dir(tf) and "dense" in dir(tf.layers)
real = sys.modules["tensorflow"]
assert real is not tf and real.__version__ != tf.__version__ and not hasattr(real, "placeholder")
for statement in (
    "import tensorflow.contrib.no_such",
    "from tensorflow.contrib import rpc",
    "from tensorflow import no_such",
    "import tensorflow.contrib.rpc.ops as f",
    "import tensorflow.layers.dense",
    "tf.contrib.rpc",
    "tf.no_such",
):
    try:
        exec(statement)
    except (ImportError, AttributeError) as error:
        print("%-40s %-20s %s" % (statement, type(error).__name__, error))
"""


def test_all_ways_of_importing_tensorflow(tmp_path):
    (tmp_path / "script.py").write_text(WAYS)
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.returncode == 0, ran.stderr
    lines = [line[:60].split()[-1] + " " + line[61:] for line in ran.stdout.splitlines()]
    assert [line.split()[0] for line in lines] == [
        "ModuleNotFoundError", "ImportError", "ImportError", "ModuleNotFoundError", "ModuleNotFoundError",
        "AttributeError", "AttributeError",
    ]  # fmt: skip
    for number in (1, 3, 5):
        assert "is not carried. tf.contrib.rpc was" in lines[number]
    for number in (0, 2, 6):
        assert "TF 1.15 had no tf." in lines[number] and "no_such" in lines[number]


FLAGS = """
import sys
import tensorflow as tf
flags = tf.app.flags
flags.DEFINE_string("name", "nobody", "who")
tf.flags.DEFINE_integer("steps", 1, "how many")
FLAGS = flags.FLAGS
def main(argv):
    print(FLAGS.name, FLAGS.steps + 1, argv)
    tf.logging.set_verbosity(tf.logging.INFO)
    return 3 if FLAGS.steps > 1 else None
if __name__ == "__main__":
    tf.app.run(*[main] * ("main" in sys.argv))
"""


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        (["--name=you", "more"], 0, "you 2 ['script.py', 'more']\n"),
        (["--steps", "5", "main"], 3, "nobody 6 ['script.py', 'main']\n"),
        (["--steps", "x"], 1, ""),
    ],
)
def test_flags_and_app_run(arguments, code, said, tmp_path):
    (tmp_path / "script.py").write_text(FLAGS)
    ran = run([*RUN, "script.py", *arguments], tmp_path)
    assert (ran.returncode, ran.stdout) == (code, said), ran.stderr


SEEDS = """
import random, sys
import numpy as np
import tensorflow as tf
if "set" in sys.argv:
    tf.set_random_seed(5); np.random.seed(5); random.seed(5)
print(random.random(), np.random.rand())
def draw():
    with tf.Session() as sess:
        print(sess.run(tf.random_normal([2])).tolist(), tf.get_default_graph().seed)
draw()
tf.reset_default_graph()
if "set" in sys.argv: tf.set_random_seed(5)
draw()
with tf.Graph().as_default():
    if "set" in sys.argv: tf.set_random_seed(5)
    draw()
    tf.set_random_seed(11)
    draw()
"""


def test_seed(tmp_path):
    """--seed 5 gives the numbers that the script gets by setting 5 everywhere; what it sets itself wins."""
    (tmp_path / "script.py").write_text(SEEDS)
    by_itself = run([*RUN, "script.py", "set"], tmp_path)
    assert by_itself.returncode == 0 and "] 11\n" in by_itself.stdout, by_itself.stderr
    assert run([*RUN, "--seed", "5", "script.py"], tmp_path).stdout == by_itself.stdout
    assert run([*RUN, "--seed", "6", "script.py", "set"], tmp_path).stdout == by_itself.stdout


TRAINS = """
import atexit, os, sys
import tensorflow as tf
atexit.register(print, "atexit")
x = tf.Variable(5.0)
step = tf.group(tf.train.AdamOptimizer(0.1).minimize(x * x))
threads = sys.argv[1:] and tf.ConfigProto(inter_op_parallelism_threads=int(sys.argv[1]))
done = 0
with tf.Session(config=threads or None) as sess:
    sess.run(tf.global_variables_initializer())
    names = [open("/proc/self/task/%s/comm" % task).read().strip() for task in os.listdir("/proc/self/task")]
    print("threads", names.count("tf_Compute"))
    try:
        while done < 1000000:
            sess.run([step, x])
            done += 1
            print("at", done, sess.run({"x": x})["x"] < 5)
    finally:
        print("finally", done, sess.run("Variable:0") < 5)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts threads in /proc")
def test_steps_limit_and_threads(tmp_path):
    (tmp_path / "script.py").write_text(TRAINS)
    ran = run([*RUN, "--threads", "7", "--steps-limit", "3", "script.py"], tmp_path)
    lines = ["threads 7", "at 1 True", "at 2 True", "at 3 True", "finally 3 True", "atexit"]
    assert (ran.returncode, ran.stdout.splitlines()) == (0, lines), ran.stderr
    assert ran.stderr.splitlines()[-1] == "legacy_tf run: stopped after 3 training steps (--steps-limit)"
    ran = run([*RUN, "--threads", "7", "--steps-limit", "0", "script.py", "4"], tmp_path)
    assert ran.stdout.splitlines() == ["threads 4", "finally 0 False", "atexit"]


def test_time_limit(tmp_path):
    (tmp_path / "script.py").write_text(TRAINS)
    ran = run([*RUN, "--time-limit", "0", "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "atexit\n"), ran.stderr
    assert ran.stderr.splitlines()[-1] == "legacy_tf run: stopped after 0 seconds (--time-limit)"


# ---- legacy_tf.install()
@pytest.fixture
def models(tmp_path, monkeypatch):
    """A folder of old modules; what importing them leaves behind is taken away again."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "old_model.py").write_text(
        "import numpy as np\nimport tensorflow as tf\nfrom tensorflow.contrib.layers import xavier_initializer\n"
        "kind = np.float\ndef later():\n    import tensorflow.contrib.layers as layers\n    return layers\n"
    )
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "new_code.py").write_text("import tensorflow as tf\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "old"), str(tmp_path / "elsewhere"), *sys.path])
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    importlib.invalidate_caches()
    return tmp_path / "old"


def test_install(models, tf):
    before = list(sys.meta_path)
    with legacy_tf.install(models):
        import new_code
        import old_model
    assert sys.meta_path == before
    import tensorflow

    assert old_model.tf is answers.find("tensorflow") and old_model.tf.layers.dense is tf.layers.dense
    assert old_model.kind is float and old_model.xavier_initializer is tf.contrib.layers.xavier_initializer
    assert old_model.later() is answers.find("tensorflow.contrib.layers")
    assert new_code.tf is tensorflow is sys.modules["tensorflow"]


def test_install_is_taken_back(models):
    installed = legacy_tf.install(models)
    installed.remove()
    installed.remove()
    with pytest.raises(ModuleNotFoundError, match="tensorflow.contrib"):
        import old_model  # noqa: F401


def test_install_looks_below_its_caller(models):
    code = compile("import legacy_tf\ninstalled = legacy_tf.install()", str(models / "caller.py"), "exec")
    namespace = {"__name__": "caller", "__file__": str(models / "caller.py")}
    exec(code, namespace)
    with namespace["installed"]:
        import old_model
    assert old_model.kind is float


def test_install_wants_a_directory(models):
    with pytest.raises(NotADirectoryError, match="old_model.py' is no directory"):
        legacy_tf.install(models / "old_model.py")


OTHER_GRAPH = """
import threading
import tensorflow as tf
g = tf.Graph()
with g.as_default():
    x = tf.Variable(1.0)
    step = tf.train.GradientDescentOptimizer(0.1).minimize(x)
    init = tf.global_variables_initializer()
s = tf.Session(graph=g)
s.run(init)
thread = threading.Thread(target=lambda: print(len(s.run([x, step]))))
thread.start()
thread.join()
s.run(step)
print("never")
"""


def test_limits_of_another_graph_and_in_threads(tmp_path):
    (tmp_path / "script.py").write_text(OTHER_GRAPH)
    ran = run([*RUN, "--steps-limit", "1", "--time-limit", "1000", "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "2\n"), ran.stderr


SESSIONS = """
import tensorflow as tf
for config in (None, tf.ConfigProto(allow_soft_placement=True)):
    with tf.Session(config=config) as sess:
        print(sess._config.inter_op_parallelism_threads, sess._config.intra_op_parallelism_threads)
"""


def test_one_thread(tmp_path):
    (tmp_path / "script.py").write_text(SESSIONS)
    assert run([*RUN, "--threads", "1", "script.py"], tmp_path).stdout == "1 1\n1 1\n"


INSIDE = """
from tensorflow.python.framework.ops import Tensor, IndexedSlices
from tensorflow.python.framework import ops
from tensorflow.python import pywrap_tensorflow
import tensorflow as tf
assert Tensor is ops.Tensor is tf.Tensor and IndexedSlices is tf.IndexedSlices
assert pywrap_tensorflow.NewCheckpointReader is tf.train.NewCheckpointReader
assert ops.get_default_graph is tf.get_default_graph
try:
    ops.no_such
except AttributeError as error:
    print(error)
"""


def test_what_tensorflows_inside_has_no_more(tmp_path):
    """It is looked for among the public names."""
    (tmp_path / "script.py").write_text(INSIDE)
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.stdout == "module 'tensorflow.python.framework.ops' has no attribute 'no_such'\n", ran.stderr


def test_errors_of_graphs_do_not_name_the_runner(tmp_path):
    (tmp_path / "script.py").write_text(
        "import tensorflow as tf\nx = tf.placeholder(tf.float32, [None, None])\ny = tf.matmul(x, x)\n"
        "print([tf.Session().run(tf.reduce_sum(y), {x: [[0.5]]})])\ntf.Session().run(y, {x: [[1, 2]]})\n"
    )
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.returncode == 1 and ran.stdout == "[0.25]\n"  # and not np.float32(0.25)
    assert "script.py" in ran.stderr and "running" not in ran.stderr and "runpy" not in ran.stderr, ran.stderr


def test_install_by_a_link(tmp_path, monkeypatch):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "of_a_link.py").write_text("import collections\nseen = hasattr(collections, 'Mapping')\n")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.syspath_prepend(str(tmp_path / "real"))
    with legacy_tf.install(tmp_path / "link"):
        assert importlib.import_module("of_a_link").seen


DRAWS = """
import random, sys
import numpy as np
def state():
    return random.getstate(), [each.tolist() if hasattr(each, "tolist") else each for each in np.random.get_state()]
random.seed(3); np.random.seed(3)
before = state()
if "library" in sys.argv:
    from legacy_tf import tf
else:
    import tensorflow as tf
tf.contrib.layers.xavier_initializer, tf.contrib.rnn.LSTMCell, tf.keras.layers.Dense, tf.train.AdamOptimizer
from legacy_tf.examples.tutorials.mnist import input_data
with tf.Session() as session:
    session.run(tf.data.Dataset.range(9).shuffle(9).make_one_shot_iterator().get_next())
assert tf.__name__.startswith("tensorflow") and "tensorflow" in sys.modules and "rich" in sys.modules
assert state() == before
"""


@pytest.mark.parametrize("how", [RUN, [sys.executable]])
def test_importing_draws_nothing(how, tmp_path):
    """As in TF 1.15.5: today's TensorFlow imports a library that draws from `random` while it is imported."""
    (tmp_path / "script.py").write_text(DRAWS)
    ran = run([*how, "script.py", *["library"] * (how is not RUN)], tmp_path)
    assert ran.returncode == 0, ran.stderr


DRAW = """
import tensorflow as tf
{}
with tf.Session() as session:
    print(session.run(tf.random_uniform([2])))
"""


def printed(tmp_path, source, *options):
    (tmp_path / "script.py").write_text(source)
    ran = run([*RUN, *options, "script.py"], tmp_path)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_no_seed_that_is_set_leaves_the_runners(tmp_path):
    """As tf.estimator and tf.contrib.learn set it, whose RunConfig has no tf_random_seed."""
    of_the_script = printed(tmp_path, DRAW.format("tf.set_random_seed(5)"), "--seed", "4")
    assert printed(tmp_path, DRAW.format("tf.set_random_seed(None)"), "--seed", "5") == of_the_script
    assert printed(tmp_path, DRAW.format("tf.set_random_seed(None)"), "--seed", "4") != of_the_script


OWN = {
    "imported by TensorFlow": ("train.py", "import tensorflow as tf\nimport dis", "import tensorflow as tf"),
    "importing TensorFlow": ("train.py", "import dis", "import tensorflow as tf"),
    "without TensorFlow": ("train.py", "import dis\nimport tensorflow as tf", "discriminator = 1"),
    "the script itself": ("dis.py", "import tensorflow as tf", "import tensorflow as tf"),
}


@pytest.mark.parametrize("how", OWN)
def test_own_modules_that_tensorflow_takes_for_pythons(how, tmp_path):
    """With TensorFlow 1.15.5 they fail, too: `inspect` imports `dis`. Here a line says which file it is."""
    name, script, module = OWN[how]
    (tmp_path / name).write_text(script)
    (tmp_path / "dis.py").write_text(module)
    (tmp_path / "queue.py").write_text("")  # nobody has imported it yet
    ran = run([*RUN, name], tmp_path)
    assert ran.returncode == 1 and "AttributeError" in ran.stderr.splitlines()[-2]
    file = tmp_path / "dis.py"
    last = f"legacy_tf run: TensorFlow got {file} for Python's own dis: rename that file."
    assert ran.stderr.splitlines()[-1] == last and str(ROOT / "legacy_tf") not in ran.stderr


def test_own_modules_that_are_in_nobodys_way(tmp_path):
    (tmp_path / "dis.py").write_text("x = 1")
    (tmp_path / "script.py").write_text("import dis\nimport no_such_module")
    assert run([*RUN, "script.py"], tmp_path).stderr.splitlines()[-1].startswith("ModuleNotFoundError")
