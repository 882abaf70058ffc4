"""What read_data_sets and next_batch give, asked of TensorFlow 1.15.5 and of today's. Python 3.7's syntax.

The whole of MNIST is hashed batch by batch; a few small sets, made here, show their batches in full.
"""

import contextlib
import gzip
import hashlib
import io
import os
import struct
import tempfile

import numpy as np

MNIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), *[os.pardir] * 3, "shared", "mnist")
BATCHES = 2000
EVERY = 100  # batches a hash

# Epochs of 55 000 (50 000, 60 000, 52 345) images end 2 to 7 times in 2000 batches, within a batch as a rule.
MNIST_CASES = {
    "graph seed 1, batch 64": dict(graph_seed=1, batch_size=64),
    "graph seed 1, batch 64, one-hot": dict(graph_seed=1, batch_size=64, one_hot=True),
    "graph seed 42, batch 100, no validation": dict(graph_seed=42, batch_size=100, validation_size=0, reshape=[]),
    "graph seed 42, batch 128, 10000 validation, one-hot": dict(
        graph_seed=42, batch_size=128, one_hot=True, validation_size=10000
    ),
    "graph seed 0, batch 200, bytes": dict(graph_seed=0, batch_size=200, dtype="uint8"),
    "graph seed 1, NumPy seed 5 before": dict(graph_seed=1, seed_before=5, batch_size=77, dtype="uint8"),
    "NumPy seed 5 after": dict(seed_after=5, batch_size=64, dtype="uint8"),
    "graph seed 9, NumPy seed 5 after, odd split": dict(
        graph_seed=9, seed_after=5, batch_size=97, validation_size=7655, dtype="uint8", one_hot=True
    ),
    "seed 7": dict(seed=7, batch_size=50, dtype="uint8"),
    "seed 7, graph seed 3": dict(seed=7, graph_seed=3, batch_size=99, dtype="uint8", one_hot=True),
    "seed 0, graph seed 0": dict(seed=0, graph_seed=0, batch_size=61, dtype="uint8"),
    "not shuffled": dict(graph_seed=1, batch_size=64, shuffle=False, dtype="uint8"),
    "test set": dict(graph_seed=1, batch_size=111, which="test", dtype="uint8"),
    "validation set": dict(graph_seed=1, batch_size=64, which="validation", one_hot=True, dtype="uint8"),
}
# 13 training images, 6 test images; batches beyond the set's own size among them
SMALL_CASES = {
    "batch {}, {}, {} validation".format(size, "shuffled" if shuffle else "in order", validation): dict(
        graph_seed=4, batch_size=size, shuffle=shuffle, validation_size=validation, batches=12
    )
    for size in (1, 5, 13, 14, 30)
    for shuffle in (True, False)
    for validation in (0, 3)
}
SMALL_CASES.update(
    {
        "all validation": dict(graph_seed=4, batch_size=2, validation_size=13, which="validation", batches=12),
        "fake": dict(graph_seed=4, batch_size=3, fake_data=True, batches=2),
        "fake, one-hot": dict(graph_seed=4, batch_size=3, fake_data=True, one_hot=True, batches=2),
        "shuffled now and then": dict(graph_seed=4, batch_size=5, shuffle=None, validation_size=0, batches=12),
    }
)


def mnist_is_there():
    return os.path.isdir(MNIST)


def run_mnist(tf, **options):
    """Hashes of 2000 batches of the whole of MNIST, what was printed, and where the generators stand."""
    with working_in(os.path.dirname(MNIST)):
        sets, record = read(tf, "mnist", **options)
        record["sets"] = {name: digest(getattr(sets, name).images, getattr(sets, name).labels) for name in sets._fields}
    chosen, hashes, hashing = getattr(sets, options.get("which", "train")), [], hashlib.sha256()
    for number in range(BATCHES):
        batch = chosen.next_batch(options["batch_size"], shuffle=options.get("shuffle", True))
        for array in batch:
            hashing.update(np.ascontiguousarray(array))
        if (number + 1) % EVERY == 0:
            hashes.append(hashing.hexdigest())
    record["batches"] = hashes
    return {"data": finished(record, tf, chosen, batch)}


def run_small(tf, batch_size, batches, which="train", shuffle=True, fake_data=False, **options):
    """The batches themselves, of a set whose images hold their own number."""
    with tempfile.TemporaryDirectory() as directory, working_in(directory):
        os.mkdir("small")
        for name, count in (("train", 13), ("t10k", 6)):
            write_idx("small/{}-images-idx3-ubyte.gz".format(name), np.arange(count * 6).reshape(count, 2, 3))
            write_idx("small/{}-labels-idx1-ubyte.gz".format(name), np.arange(count) % 10)
        sets, record = read(tf, "small", dtype="uint8", fake_data=fake_data, **options)
    chosen, record["batches"] = getattr(sets, which), []
    batch = ()
    for number in range(batches):
        turn = number % 3 != 1 if shuffle is None else shuffle
        batch = chosen.next_batch(batch_size, fake_data=fake_data, shuffle=turn)
        record["batches"].append([np.asarray(array).tolist() for array in batch])
    return {"data": finished(record, tf, chosen, [np.asarray(array) for array in batch])}


def parameters(tf):
    """Names and defaults of the parameters."""
    from tensorflow.python.util import tf_inspect

    module = tf.contrib.learn.datasets.mnist
    functions = {name: getattr(module, name) for name in ("dense_to_one_hot", "extract_labels", "read_data_sets")}
    functions.update(DataSet=module.DataSet.__init__, next_batch=module.DataSet.next_batch)
    specs = {name: tf_inspect.getfullargspec(function) for name, function in functions.items()}
    return {"data": {name: [spec.args, [str(value) for value in spec.defaults or ()]] for name, spec in specs.items()}}


def run_unseeded(tf):
    """Whether NumPy goes on from its own seed, where neither the graph nor the caller gave one."""
    np.random.seed(5)
    expected = float(np.random.rand())
    record = run_small(tf, 1, 0, seed_before=5, validation_size=0)["data"]
    return {"data": {"goes on from NumPy's seed": record["next_random"] == expected}}


def read(tf, directory, graph_seed=None, seed_before=None, seed_after=None, **options):
    """(data sets, the beginning of the record); the graph that is current afterwards is a new one."""
    from legacy_tf.examples.tutorials.mnist import input_data

    options = {name: options[name] for name in options if name not in ("batch_size", "which", "shuffle")}
    options["dtype"] = getattr(tf, options.get("dtype", "float32"))
    tf.reset_default_graph()
    if graph_seed is not None:
        tf.set_random_seed(graph_seed)
    if seed_before is not None:
        np.random.seed(seed_before)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        sets = input_data.read_data_sets(directory, **options)
    if seed_after is not None:
        np.random.seed(seed_after)
    return sets, {"printed": printed.getvalue().splitlines()}


def finished(record, tf, chosen, batch):
    """The record with what is left behind: counters, NumPy's generator, the graph's next op seed."""
    record.update(
        epochs_completed=chosen.epochs_completed,
        num_examples=chosen.num_examples,
        last=[[str(array.dtype), list(array.shape)] for array in batch],
        next_random=float(np.random.rand()),
        next_op_seed=next_op_seed(tf),
    )
    return record


def next_op_seed(tf):
    tf.random_uniform([])
    return tf.get_default_graph().get_operation_by_name("random_uniform/RandomUniform").get_attr("seed2")


def digest(*arrays):
    hashing = hashlib.sha256()
    for array in arrays:
        hashing.update("{} {}".format(array.dtype, array.shape).encode())
        hashing.update(np.ascontiguousarray(array))
    return hashing.hexdigest()


def write_idx(path, array):
    """A gzipped IDX file of bytes, images [n, rows, columns] or labels [n]."""
    magic = 2051 if array.ndim == 3 else 2049
    with gzip.open(path, "wb") as f:
        f.write(struct.pack(">{}I".format(1 + array.ndim), magic, *array.shape) + array.astype(np.uint8).tobytes())


@contextlib.contextmanager
def working_in(directory):
    """The files are named as scripts name them, so that what is printed is the same everywhere."""
    before = os.getcwd()
    os.chdir(directory)
    try:
        yield
    finally:
        os.chdir(before)
