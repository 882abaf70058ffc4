"""How many threads a Session has."""

from legacy_tf import tf


def config(threads):
    """A tf.ConfigProto of so many threads, between ops and within them. The process's first Session decides for all.

    Of one thread the sums are the same every time. Ops that nothing orders still run in any order: what two of them do
    to one variable, as the moving averages of a batch normalization that is applied twice, differs from run to run.
    (-1, the caller's own thread, would order them; there a signal can damage what is being computed.)
    """
    return tf.ConfigProto(intra_op_parallelism_threads=threads, inter_op_parallelism_threads=threads)
