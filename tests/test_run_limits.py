"""--steps-limit and --time-limit, by whichever way a session runs its training steps."""

import pytest
from test_run import RUN, run

from legacy_tf.keras import place

STARTS = """
import sys
import tensorflow as tf
x = tf.Variable(5.0)
y = tf.placeholder(tf.float32, [])
step = tf.train.GradientDescentOptimizer(0.1).minimize(x * x + y)
def until_stopped(train, sess, look):
    done = 0
    try:
        while done < 9:
            train()
            done += 1
    finally:
        print("finally", done, look(), sess.run(x) < 5)
"""
IN_A_SESSION = """
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    until_stopped({train}, sess, {look})
"""
OPTIONS = """
two = tf.constant(2.0)
from tensorflow.core.protobuf import config_pb2
def of(sess, **names):
    options = config_pb2.CallableOptions(**names)
    return sess._make_callable_from_options(options)
"""
WAYS = {
    "run": ("", "lambda: sess.run(step, {y: 0})", "lambda: sess.run(y, {y: 2})"),
    "names": (
        "",
        "lambda: sess.run({'a': [step.name]}, {'Placeholder:0': 0})",
        "lambda: sess.run('Placeholder:0', {y: 2})",
    ),
    "eval": ("", "lambda: step.run({y: 0})", "lambda: y.eval({y: 2})"),
    "assigning by hand": (
        "step = tf.assign_sub(x, 0.1 * tf.gradients(x * x, x)[0])\nnorm = tf.gradients(x, x)[0] * 2",
        "lambda: sess.run(step)",
        "lambda: sess.run([norm, tf.assign(tf.Variable(0.0), 2.0)])[1]",
    ),
    "a callable": (
        "step = tf.train.AdamOptimizer().minimize(x * x)",
        "sess.make_callable(step)",
        "sess.make_callable(tf.constant(2.0))",
    ),
    "a callable of several": (
        "step = tf.train.AdamOptimizer().minimize(x * x)",
        "sess.make_callable([x, step], accept_options=True)",
        "lambda: sess.make_callable({'two': tf.constant(2.0)})()['two']",
    ),
    "a callable with feeds": (
        "",
        "(lambda f: lambda: f(0))(sess.make_callable([step], [y]))",
        "lambda: sess.make_callable(y, [y])(2)",
    ),
    "a callable of options": (
        OPTIONS,
        "(lambda f: lambda: f(0))(of(sess, feed=[y.name], target=[step.name]))",
        "lambda: of(sess, feed=[y.name], fetch=[two.name])(0)[0]",
    ),
    "a part of a run": (
        "with tf.control_dependencies([step]):\n    after = tf.identity(y)\nsquare = y * y",
        "lambda: (lambda h: (sess.partial_run(h, square, {y: 0}), sess.partial_run(h, after)))"
        "(sess.partial_run_setup([square, after], [y]))",
        "lambda: sess.run(y, {y: 2})",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_running_counts_once(way, tmp_path):
    before, train, look = WAYS[way]
    (tmp_path / "script.py").write_text(f"{STARTS}\n{before}\n{IN_A_SESSION.format(train=train, look=look)}")
    ran = run([*RUN, "--steps-limit", "3", "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "finally 3 2.0 True\n"), ran.stderr
    assert ran.stderr.splitlines()[-1] == "legacy_tf run: stopped after 3 training steps (--steps-limit)"


MONITORED = """
tf.train.get_or_create_global_step()
class Hook(tf.train.SessionRunHook):
    def before_run(self, context):
        return tf.train.SessionRunArgs([x])
    def after_run(self, context, values):
        print("after", values.results[0].dtype)
    def end(self, session):
        print("end")
with tf.train.MonitoredTrainingSession(hooks=[Hook()]) as sess:
    while not sess.should_stop():
        sess.run(step, {y: 0})
"""


def test_a_monitored_session_counts_once(tmp_path):
    (tmp_path / "script.py").write_text(STARTS + MONITORED)
    ran = run([*RUN, "--steps-limit", "2", "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "after float32\nafter float32\n"), ran.stderr


WRONG = """
import tensorflow as tf
tf.constant(1)
for fetches in ("no_such", None, [2], tf.Graph()):
    try:
        tf.Session().run(fetches)
    except Exception as error:
        print(type(error).__name__, str(error).partition("(")[0].partition(" object at")[0])
"""


def test_wrong_fetches_are_told_by_tensorflow(tmp_path):
    (tmp_path / "script.py").write_text(WRONG)
    plain, limited = (run([*RUN, *o, "script.py"], tmp_path) for o in ([], ["--steps-limit", "1"]))
    assert plain.stdout == limited.stdout and plain.stdout.startswith("ValueError"), plain.stderr


KERAS = """
import numpy as np
from keras.layers import Dense
from keras.models import Sequential
model = Sequential([Dense(1, input_dim=2)])
model.compile("sgd", "mse")
x, y = np.ones([8, 2]), np.ones([8, 1])
model.predict(x)
before = model.get_weights()[0].tolist()
model.test_on_batch(x, y)
try:
    model.fit(x, y, batch_size=2, epochs=5, verbose=2)
finally:
    print(model.get_weights()[0].tolist() != before, model.predict(x).shape)
"""


IN_ANOTHER_THREAD = """
import threading
import tensorflow as tf
sess = tf.Session()
two = tf.constant(2.0)
values = []
other = threading.Thread(target=lambda: values.append(sess.run(two)))
other.start()
other.join()
print(values)
try:
    sess.run(two)
finally:
    print("stopped", sess.run(two))
"""


def test_time_limit_lets_other_threads_fill_their_queues(tmp_path):
    """A thread of queues that were stopped in the main thread's stead would leave it waiting for ever."""
    (tmp_path / "script.py").write_text(IN_ANOTHER_THREAD)
    ran = run([*RUN, "--time-limit", "0", "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "[2.0]\nstopped 2.0\n"), ran.stderr


GRAPHS = """
import gc, weakref
import tensorflow as tf
graphs = []
for _ in range(3):
    graph = tf.Graph()
    with graph.as_default(), tf.Session() as sess:
        sess.run(tf.constant(2.0))
    graphs.append(weakref.ref(graph))
del graph, sess
gc.collect()
print([each() for each in graphs])
"""


def test_limits_keep_no_graph_alive(tmp_path):
    (tmp_path / "script.py").write_text(GRAPHS)
    ran = run([*RUN, "--steps-limit", "5", "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "[None, None, None]\n"), ran.stderr


@pytest.mark.skipif(not place.is_there(), reason="python -m legacy_tf.keras fetches Keras 2.3.1")
@pytest.mark.parametrize("options, epochs", [(["--steps-limit", "9"], 2), (["--time-limit", "1000"], 5)])
def test_keras_steps(options, epochs, tmp_path):
    (tmp_path / "script.py").write_text(KERAS)
    ran = run([*RUN, *options, "script.py"], tmp_path)
    assert ran.returncode == 0 and ran.stdout.splitlines()[-1] == "True (8, 1)", ran.stderr
    assert ran.stdout.count("loss: ") == epochs
    said = "legacy_tf run: stopped after 9 training steps (--steps-limit)"
    assert (ran.stderr.splitlines()[-1:] == [said]) == (epochs == 2)
