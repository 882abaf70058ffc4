"""python -m legacy_tf run: an old script or notebook, unmodified, with TF 1.15's names and numbers."""

import argparse
import os
import re
import sys
import types
from importlib.machinery import SourceFileLoader

from legacy_tf.running import errors, notebook

_BACKEND = "module://legacy_tf.running.figures"
_WAS_A_NOTEBOOK = re.compile(rb"get_ipython\(\)\.(magic|run_line_magic|run_cell_magic|system|getoutput)\(")
_kept = []  # our own __main__, whose names would be lost with its place in sys.modules


class CannotRun(Exception):
    """The script can't be started: one line, exit code 2."""


def main(arguments):
    """Runs a script with its arguments. It ends as it would under plain Python: returns 0, or raises what it raised."""
    options, path, rest = _parse(arguments)
    try:
        source = _read(path)
        _prepare(options, path)
    except CannotRun as error:
        print(f"legacy_tf run: {error}", file=sys.stderr)
        return 2
    module = _main_module(path)
    sys.argv[:] = [path, *rest]
    if not (getattr(sys.flags, "safe_path", False) or sys.flags.isolated):
        sys.path.insert(0, os.path.dirname(os.path.realpath(path)))
    from legacy_tf.running import imports  # once sys.path is the script's

    imports.Finder(os.path.dirname(os.path.realpath(path)), and_new_paths=True).install()
    module.__builtins__ = imports.BUILTINS
    _kept.append(sys.modules["__main__"])
    sys.modules["__main__"] = module
    module.__dict__.setdefault("__annotations__", {})
    try:
        if path.endswith(".ipynb"):
            return _run_notebook(source, path, module)
        if _WAS_A_NOTEBOOK.search(source):
            imports.BUILTINS.get_ipython = notebook.get_ipython
        exec(compile(source, module.__file__, "exec", dont_inherit=True), module.__dict__)
    except BaseException as error:
        errors.shown_as_plain_python_does(error)
        raise
    return 0


def _run_notebook(source, path, module):
    from legacy_tf.running import imports, old_names

    del module.__file__
    imports.BUILTINS.get_ipython, imports.BUILTINS.display = notebook.get_ipython, old_names.display

    def save_figures():
        if "matplotlib.pyplot" in sys.modules:
            from legacy_tf.running import figures

            figures.save_open_figures(close=True)

    try:
        cells = notebook.cells(source.decode("utf-8-sig"), os.path.basename(path))
    except (notebook.NotebookError, UnicodeDecodeError) as error:
        print(f"legacy_tf run: {error}", file=sys.stderr)
        return 2
    notebook.run(cells, module.__dict__, save_figures)
    return 0


def _parse(arguments):
    """(options, script, its arguments): whatever follows the script is the script's."""
    parser = _parser()
    takes_value = {name for action in parser._actions if action.nargs is None for name in action.option_strings}
    script = 0
    while script < len(arguments) and arguments[script].startswith("-") and arguments[script] != "--":
        script += 2 if arguments[script] in takes_value else 1
    options = parser.parse_args(arguments[:script])
    rest = arguments[script:]
    if rest[:1] == ["--"]:
        rest = rest[1:]
    if not rest:
        parser.error("which script?")
    return options, rest[0], rest[1:]


def _parser():
    parser = argparse.ArgumentParser(
        prog="python -m legacy_tf run",
        usage="%(prog)s [OPTIONS] SCRIPT [ARGUMENTS …]",
        allow_abbrev=False,
        description="Runs a TensorFlow 1.x script (.py) or notebook (.ipynb) as it is, as `python SCRIPT` would, with "
        "TF 1.15's names and numbers. Options stand before SCRIPT; what follows it is the script's.",
        epilog="Exit code: the script's own; 0 where a limit stopped it; 2 where it can't be started.",
    )
    parser.add_argument(
        "--seed",
        type=_whole(0, 2**32 - 1),
        metavar="N",
        help="seed of every graph, NumPy and random, where the script sets none",
    )
    parser.add_argument(
        "--threads",
        type=_whole(1, 4096),
        metavar="N",
        help="threads of sessions that set none (1: the same numbers every time, but for what races)",
    )
    parser.add_argument("--steps-limit", type=_whole(0, 2**63), metavar="N", help="stop after N training steps, gently")
    parser.add_argument("--time-limit", type=_seconds, metavar="SECONDS", help="stop after that time, gently")
    parser.add_argument(
        "--figures", metavar="DIR", help="pyplot.show() saves figure-001.png … there and opens no window"
    )
    parser.add_argument("--out", metavar="DIR", help="the same as --figures DIR/figures")  # fmt: skip
    return parser


def _whole(least, most):
    def whole_number(text):
        if not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} is not within {least} and {most}")
        return int(text)

    return whole_number


def _seconds(text):
    if not 0 <= float(text) < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no time")
    return float(text)


def _read(path):
    """Bytes of the script."""
    if os.path.isdir(path):
        raise CannotRun(f"{path!r} is a directory: name the script in it")
    try:
        with open(path, "rb") as file:
            source = file.read()
    except (OSError, ValueError) as error:
        raise CannotRun(f"can't open file {path!r}: {error.strerror or error}") from None
    if b"\0" in source:
        raise CannotRun(f"{path!r} has null bytes: it is no text in UTF-8")
    return source


def _prepare(options, path):
    """What the options ask for, before anything of the script runs."""
    from legacy_tf.running import answers, limits

    directory = options.figures or (options.out and os.path.join(options.out, "figures"))
    if directory is None and path.endswith(".ipynb"):
        directory = notebook.figures_directory(path)
    elif directory:
        try:
            os.makedirs(directory, exist_ok=True)
        except OSError as error:
            raise CannotRun(f"{directory!r} can't be made: {error.strerror}") from None
    if directory:
        os.environ.update(MPLBACKEND=_BACKEND, LEGACY_TF_FIGURES=os.path.abspath(directory))
        answers.keep_backend()
    answers.when_imported["numpy"].append(
        lambda numpy: numpy.set_printoptions(legacy="1.25")
    )  # 0.5, not np.float32(0.5)
    answers.when_imported["tensorflow"].append(lambda tf: errors.left_out_of_graphs())
    errors.shown_in_threads_too()
    if options.threads:
        limits.threads(options.threads)
    if options.seed is not None:
        limits.seed(options.seed)
    if options.steps_limit is not None or options.time_limit is not None:
        limits.limit(options.steps_limit, options.time_limit)


def _main_module(path):
    """`__main__` as Python makes it for a script."""
    module = types.ModuleType("__main__")
    file = os.path.abspath(path)
    module.__dict__.update(__file__=file, __cached__=None, __loader__=SourceFileLoader("__main__", file))
    return module
