"""python -m legacy_tf run: an old script or notebook, unmodified, with TF 1.15's names and numbers."""

import os
import sys
import types
from importlib.machinery import PathFinder

from legacy_tf.running import LOADED_BEFORE, errors, notebook, options, starting
from legacy_tf.table.rows import is_in

_OF_NOTEBOOKS = {"magic", "run_line_magic", "run_cell_magic", "system", "getoutput"}  # as get_ipython().magic("…")
_kept = []  # our own __main__, whose names would be lost with its place in sys.modules


def main(arguments):
    """Runs a script with its arguments. It ends as it would under plain Python: returns 0, or raises what it raised.

    Returns 2 where it can't be started, 130 where Ctrl-C came in the runner's time: before it, or in an
    import of TensorFlow.
    """
    try:
        chosen, path, rest = options.parse(arguments)
        program = starting.program(path, chosen.module)
        options.prepare(chosen, path)
        module = _begin(program, rest)
    except starting.CannotRun as error:
        return _say(error, 2)
    except KeyboardInterrupt:
        return _say("interrupted", 130)
    try:
        _run(program, path, module)
    except starting.CannotRun as error:
        return _say(error, 2)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) and errors.is_in_our_time(error, vars(module)):
            return _say("interrupted", 130)
        errors.shown_as_plain_python_does(error, program.notebook is not None)
        raise
    return 0


def _say(what, code):
    print(f"legacy_tf run: {what}", file=sys.stderr)
    return code


def _begin(program, rest):
    """The module `__main__`, empty, when everything is as plain Python's."""
    sys.argv[:] = [program.name, *rest]
    if not (getattr(sys.flags, "safe_path", False) or sys.flags.isolated):
        sys.path.insert(0, program.search)
        _forget(program.search)
    from legacy_tf.running import imports  # once sys.path is the script's

    imports.Finder(program.search, and_new_paths=True).install()
    module = types.ModuleType("__main__")
    module.__builtins__ = imports.BUILTINS
    module.__dict__.setdefault("__annotations__", {})
    _kept.append(sys.modules["__main__"])
    sys.modules["__main__"] = module
    return module


def _forget(directory):
    """Lets the script import its own random.py, where it has one, though the runner has loaded Python's already."""
    for name in {name.partition(".")[0] for name in sys.modules} - LOADED_BEFORE:
        spec = PathFinder.find_spec(name, [directory])
        origin = spec and spec.origin  # None of a mere folder too, which Python's own module comes before
        if origin and origin != getattr(sys.modules[name], "__file__", None):
            for each in [each for each in sys.modules if is_in(each, name)]:
                del sys.modules[each]


def _run(program, path, module):
    from legacy_tf.running import imports

    if program.notebook is not None:
        return _run_notebook(program.notebook, path, module)
    code, names = program.load()
    module.__dict__.update(names)
    used = _names(code)
    if "get_ipython" in used and used & _OF_NOTEBOOKS:  # a notebook that was saved as a script
        imports.BUILTINS.get_ipython = notebook.get_ipython
    exec(code, module.__dict__)


def _names(code):
    """All names that a code object, and those within it, look up."""
    within = (_names(each) for each in code.co_consts if isinstance(each, types.CodeType))
    return set(code.co_names).union(*within)


def _run_notebook(cells, path, module):
    from legacy_tf.running import imports, old_names

    imports.BUILTINS.get_ipython, imports.BUILTINS.display = notebook.get_ipython, old_names.display

    def save_figures():
        if "matplotlib.pyplot" in sys.modules:
            from legacy_tf.running import figures

            figures.save_open_figures(close=True)

    notebook.run(cells, os.path.basename(path), module.__dict__, save_figures)
