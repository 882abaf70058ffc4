"""How many threads a Session has."""

from legacy_tf import tf


def config(threads):
    """A tf.ConfigProto of so many threads, between ops and within them; within ops, the process's first Session decides
    for all.

    One is the caller's own (TensorFlow's -1), which runs the ops in one order: a pool of one thread does not, and what
    two ops do to one variable without waiting for each other, as the moving averages of a batch normalization that is
    applied twice, then differs from run to run.
    """
    return tf.ConfigProto(
        intra_op_parallelism_threads=threads, inter_op_parallelism_threads=-1 if threads == 1 else threads
    )
