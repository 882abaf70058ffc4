"""Tolerances, each with its reason. Graphs, seeds, initial values and integers have none: they are equal or wrong."""

# The same op on the same numbers, compared by the largest element: the two builds use other CPU instructions (AVX-512
# and FMA or not) and sum in other orders, which moves the last two or three of float32's 24 bits.
FLOAT32_SAME_OP = 4e-6


# The gradient of a graph of up to some thirty ops: one rounding on top of the other.
GRADIENTS = 1e-5

# The very first loss of a graph, before anything is trained, relative: a few hundred ops deep.
FIRST_LOSS = 1e-5


def accumulated(spread):
    """Relative tolerance of a loss after steps over which TF 1.15.5 itself, from weights moved by one rounding, came
    apart by `spread`: ten times that, and never less than the first loss's.

    Two builds differ by more than one rounding a weight, in every op and step. Adversarial training multiplies them:
    Adam's first steps are all of the learning rate's size, whatever the gradient's, so that the sign of a gradient
    near zero decides.
    """
    return max(FIRST_LOSS, 10 * spread)


# From a tolerance of this size on a course is not compared any more: agreement would mean nothing. A test holds how
# many steps every graph is followed.
MEANINGLESS = 0.5
