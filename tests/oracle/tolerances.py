"""Tolerances, each with its reason. Graphs, seeds, initial values and integers have none: they are equal or wrong."""

# The same op on the same numbers, compared by the largest element: the two builds use other CPU instructions (AVX-512
# and FMA or not) and sum in other orders, which moves the last two or three of float32's 24 bits.
FLOAT32_SAME_OP = 4e-6


def twenty_steps(step):
    """Relative tolerance of a loss at training step `step` (from 0): each step feeds rounding back through Adam."""
    return 1e-5 * (1 + step)
