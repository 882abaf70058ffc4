"""What can become of a name."""

from typing import NamedTuple

CARRIED = "carried"
MOVED = "moved"  # Python's or another library's name, which the runner answers
DIFFERS = "differs"  # carried, with a known difference
UNFOLLOWED = "unfollowed"  # a star import
GUARDED = "guarded"  # not carried or unknown, behind a fallback
UNKNOWN = "unknown"  # TF 1.15 never had it
NOT_CARRIED = "not carried"
STATUSES = (CARRIED, MOVED, DIFFERS, UNFOLLOWED, GUARDED, UNKNOWN, NOT_CARRIED)
"""What can become of a name, from good to bad."""
FAILING = (UNKNOWN, NOT_CARRIED)


class Verdict(NamedTuple):
    """What becomes of a name."""

    name: str  # as people write it: "tf.nn.relu", "np.float"
    status: str  # one of STATUSES
    message: str  # a sentence or two, in one line
