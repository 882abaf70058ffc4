"""One process of today's TensorFlow in TF 1.15's ways, for all tests."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # before TensorFlow loads

import pytest

from legacy_tf import tf as legacy


@pytest.fixture
def tf():
    """The TF 1.15 namespace, with a new default graph."""
    legacy.reset_default_graph()
    return legacy
