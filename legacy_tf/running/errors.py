"""What a failed script shows: its own traceback, and a line more where we know what is the matter."""

import itertools
import linecache
import os
import sys
import threading
import traceback
import warnings

from legacy_tf.reading import python2
from legacy_tf.table.packages import PACKAGES

_HERE = os.path.dirname(os.path.abspath(__file__))
_ANSWERS = os.path.join(_HERE, "answers.py")
_SWITCH = os.path.join(os.path.dirname(_HERE), "__init__.py")  # which imports TensorFlow


def shown_as_plain_python_does(error, in_notebook):
    """Lets the traceback that Python will show of `error` (an exception on its way out) leave out our frames, and sets
    what the script's own excepthook, where it has one, is given. `in_notebook` (bool): its lines are in no file.
    """
    script_hook = sys.excepthook
    in_the_way = _in_the_way(error)
    _strip(error, set())
    own = error.__traceback__

    def hook(kind, value, tb):
        if value is not error:
            return script_hook(kind, value, tb)
        value.__traceback__ = own
        if script_hook is sys.__excepthook__ and in_notebook:  # whose lines Python's own hook does not know
            traceback.print_exception(kind, value, own)  # but which, until Python 3.12, has no "Did you mean"
        else:
            script_hook(kind, value, own)
        for what in _known(value, in_the_way):
            print(f"legacy_tf run: {what}", file=sys.stderr)

    sys.excepthook = hook


def _known(error, in_the_way):
    """Lines that say what is the matter, where we know it. `in_the_way`: {name: file} of `_in_the_way`."""
    if _is_python_2(error):
        yield "this is Python 2: convert it with 2to3 (of Python 3.12 or older)."
    package = str(error.name).partition(".")[0] if isinstance(error, ModuleNotFoundError) else None
    if package in PACKAGES:
        yield f"{package} was {PACKAGES[package].was}. {PACKAGES[package].instead}"
    for name, file in in_the_way.items():
        yield f"TensorFlow got {file} for Python's own {name}: rename that file."


def shown_in_threads_too():
    """The same for errors that end a thread."""
    theirs = threading.excepthook

    def hook(args):
        _strip(args.exc_value, set())
        traceback_ = args.exc_value and args.exc_value.__traceback__
        theirs(threading.ExceptHookArgs([args.exc_type, args.exc_value, traceback_, args.thread]))

    threading.excepthook = hook


def is_in_our_time(error, names):
    """Whether an exception came before the script (whose globals are `names`) began, or while it waited for what
    `import` answers: TensorFlow loads for seconds."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    has_begun = any(frame.f_globals is names for frame in frames)
    return not has_begun or any(frame.f_code.co_filename == _ANSWERS for frame in frames)


def warned_where_the_script_is():
    """Lets what NumPy warns of in an operator, which arithmetic.py calls, be shown with the script's own line."""
    theirs = warnings.showwarning

    def show(message, category, filename, lineno, file=None, line=None):
        frame = sys._getframe(1)
        while _is_ours(filename) and frame is not None:
            if frame.f_code.co_filename != warnings.__file__:
                filename, lineno = frame.f_code.co_filename, frame.f_lineno
            frame = frame.f_back
        theirs(message, category, filename, lineno, file, line)

    warnings.showwarning = show


def left_out_of_graphs():
    """Lets TensorFlow, which shows where an op was made, leave out our frames and those of `python -m`."""
    from tensorflow.python.util import tf_stack

    class Ours(tf_stack.StackTraceFilter):
        def get_filtered_filenames(self):
            package = os.path.dirname(_HERE)
            ours = [os.path.join(_HERE, name) for name in os.listdir(_HERE)]
            return {*ours, os.path.join(package, "__main__.py"), "<frozen runpy>"}

    Ours().__enter__()  # as long as the process runs


def _is_python_2(error):
    """Whether an exception is about something that Python 2 allowed."""
    if isinstance(error, TypeError):  # of `print >>file, x`, which is no wrong syntax
        return "print(<message>, file=<output_stream>)" in str(error)
    if not isinstance(error, SyntaxError):
        return False
    lines = linecache.getlines(error.filename) if isinstance(error.filename, str) else []
    text = "".join(lines) or "\n" * ((error.lineno or 1) - 1) + (error.text or "")
    return python2.is_python_2(error, text)


def _in_the_way(error):
    """{name: file} of the script's own modules that TensorFlow got for Python's, where importing it failed."""
    from legacy_tf.running import imports

    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    if not isinstance(error, Exception) or not any(frame.f_code.co_filename == _SWITCH for frame in frames):
        return {}
    loaded = [getattr(sys.modules.get(name), "__spec__", None) for name in sys.stdlib_module_names]
    specs = [frame.f_globals.get("__spec__") for frame in frames] + loaded  # one that failed is loaded no more
    own = [spec for spec in specs if spec is not None and isinstance(spec.loader, imports.OwnLoader)]
    return {spec.name: spec.origin for spec in own if spec.name in sys.stdlib_module_names}


def _strip(error, seen):
    """Takes our frames out of an exception's traceback and of those that led to it."""
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    frames, tb = [], error.__traceback__
    while tb is not None:
        frames.append(tb)
        tb = tb.tb_next
    files = [each.tb_frame.f_code.co_filename for each in frames]
    kept = []
    for ours, run in itertools.groupby(zip(frames, files), lambda pair: _is_ours(pair[1]) or _is_importing(pair[1])):
        run = list(run)  # importlib's own frames Python takes out, where none of ours are among them
        kept += [] if ours and any(_is_ours(file) for _, file in run) else [frame for frame, _ in run]
    for this, following in zip(kept, [*kept[1:], None]):
        this.tb_next = following
    error.__traceback__ = kept[0] if kept else None
    for other in (error.__cause__, error.__context__, *getattr(error, "exceptions", ())):  # of an ExceptionGroup
        _strip(other, seen)


def _is_importing(filename):
    return filename.startswith("<frozen importlib")


def _is_ours(filename):
    return filename.startswith(_HERE + os.sep) or filename == _SWITCH
