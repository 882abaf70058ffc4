"""How many threads a Session has."""

from legacy_tf import tf


def config(threads):
    """A tf.ConfigProto of so many threads, between ops and within them. The process's first Session decides for all."""
    return tf.ConfigProto(intra_op_parallelism_threads=threads, inter_op_parallelism_threads=threads)
