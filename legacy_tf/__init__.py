"""TensorFlow 1.15's names and numbers on today's TensorFlow.

    from legacy_tf import tf

gives the TF 1.15 namespace and switches the process to TF 1.15's ways; `import legacy_tf` alone does neither.
On a real TensorFlow 1.x, `tf` is that TensorFlow, untouched: one source runs on both.

This file stays within Python 3.7's syntax, because the oracle (TensorFlow 1.15.5) imports it too.
"""

__version__ = "0.1.0"
__all__ = ["tf"]


def __getattr__(name):
    if name != "tf":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import tensorflow

    if tensorflow.__version__.startswith("1."):
        module = tensorflow
    else:
        from legacy_tf import namespace

        module = namespace.switch()
    globals()["tf"] = module  # from now on a plain attribute
    return module


def __dir__():
    return [*globals(), *__all__]
