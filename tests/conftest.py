"""One process of today's TensorFlow in TF 1.15's ways, for all tests."""

import os
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # before TensorFlow loads

import pytest
from hypothesis import settings

from legacy_tf import tf as legacy
from legacy_tf.data import sources

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    """Sums in one order: with two threads the gradients of convolutions, and what is trained, differ from run to run.

    A process's first Session decides how many threads all later ones have.
    """
    with legacy.Session(config=legacy.ConfigProto(intra_op_parallelism_threads=1)):
        pass


@pytest.fixture(autouse=True)
def nothing_given_up(monkeypatch):
    """Each test tries anew to prepare data, as a process of its own would."""
    monkeypatch.setattr(sources, "_given_up", set())


@pytest.fixture
def tf():
    """The TF 1.15 namespace, with a new default graph."""
    legacy.reset_default_graph()
    return legacy


@pytest.fixture(scope="session")
def mnist_directory():
    """The four official files of MNIST, which lie beside the project where its tests run in full."""
    directory = Path(__file__).resolve().parent.parent.parent / "shared" / "mnist"
    if not directory.is_dir():
        pytest.skip("the four files of MNIST are not in ../shared/mnist")
    return directory
