"""What Keras 2.3.1 imports and Python or the environment need not have: distutils' StrictVersion, SciPy's
sparse matrices, PyYAML."""

import sys


class StrictVersion:
    """A version of numbers, "1.15.5", that can be compared with another."""

    def __init__(self, text):
        self.numbers = [int(part) for part in text.split(".")]

    def __lt__(self, other):
        return self.numbers < other.numbers


def issparse(x):
    """Whether x is a sparse matrix of SciPy's: where SciPy is not loaded, nothing is."""
    return "scipy.sparse" in sys.modules and sys.modules["scipy.sparse"].issparse(x)


def __getattr__(name):
    """`yaml.dump`, `yaml.load` …, where PyYAML is installed."""
    if name.startswith("__"):
        raise AttributeError(name)
    try:
        import yaml
    except ModuleNotFoundError:
        raise ImportError("Keras writes and reads models in YAML by PyYAML: pip install pyyaml, or use JSON") from None
    return getattr(yaml, name)
