"""python -m legacy_tf run: what a script sees, beside plain `python`. TensorFlow-free, and therefore quick."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from legacy_tf.table.packages import PACKAGES

ROOT = Path(__file__).parent.parent
RUN = [sys.executable, "-m", "legacy_tf", "run"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "MPLBACKEND": "agg"}


def run(command, cwd, **kwargs):
    return subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, timeout=900, **kwargs)


def both(tmp_path, source, *arguments, **kwargs):
    """The script run by plain Python, and by the runner, in folders of their own; what is said names the first."""
    ran = []
    for folder, how in (("plain", [sys.executable]), ("other", RUN)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "script.py").write_bytes(source if isinstance(source, bytes) else source.encode())
        ran.append(run([*how, "script.py", *arguments], tmp_path / folder, **kwargs))
        ran[-1].stdout, ran[-1].stderr = (text.replace("other", "plain") for text in (ran[-1].stdout, ran[-1].stderr))
    return ran


SEEN = {
    "name, file and module": """
import sys
print(__name__, __file__, __doc__, __spec__, __package__, sys.modules["__main__"].__dict__ is globals())
print(sorted(globals()))
""",
    "arguments and path": "import os, sys; print(sys.argv, sys.path[0], os.getcwd())",
    "builtins": """
import builtins
print(__builtins__ is builtins, __builtins__.len([1]), type(__builtins__).__name__, builtins.__name__)
builtins.answer = 42
print(answer, [answer for _ in range(2)], eval("answer"), eval("answer", {}))
""",
    "code that is run in new globals": """
exec("import collections; print(__name__)", {"__name__": "other"})
print(eval("__import__('math').pi"))
""",
    "its own modules": """
import os, sys
os.mkdir("package")
open("package/__init__.py", "w").write("from . import part\\nfrom .part import value\\n")
open("package/part.py", "w").write("value = __name__, __file__, type(__builtins__).__name__, bool(__spec__)\\n")
import package.part as part
from package import value
print(part.value == value, value, package.__path__ if "package" in globals() else None)
""",
    "pickle": """
import copy, pickle
class Thing:
    pass
print(pickle.loads(pickle.dumps(Thing)).__module__, copy.deepcopy(Thing()).__class__ is Thing, Thing.__qualname__)
""",
    "processes": """
import multiprocessing
def double(x):
    return 2 * x
if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(pool.map(double, [1, 2]))
""",
    "atexit and threads": """
import atexit, threading, time
atexit.register(print, "last")
threading.Thread(target=lambda: (time.sleep(0.1), print("thread", __name__))).start()
print("end")
""",
    "standard input": "import sys; print(sys.stdin.read())",
    "source and lines": """
import inspect
def f():
    "doc"
    return 1
print(inspect.getsource(f), inspect.getfile(f), f.__module__, inspect.getmodule(f).__name__)
""",
    "type hints and dataclasses": """
import dataclasses, typing
@dataclasses.dataclass
class Point:
    x: int = 1
x: int = 2
print(typing.get_type_hints(Point), __annotations__)
""",
}


@pytest.mark.parametrize("name", SEEN)
def test_a_script_sees_what_plain_python_gives_it(name, tmp_path):
    plain, ours = both(tmp_path, SEEN[name], "--seed", "1", "--", "x", input="text")
    assert (plain.returncode, plain.stderr) == (0, "")
    assert (ours.returncode, ours.stderr) == (0, "")
    assert ours.stdout == plain.stdout


ENDS = {
    "exit 3": "import sys; sys.exit(3)",
    "exit text": "raise SystemExit('that is all')",
    "exit None": "exit()",
    "error": "def f():\n    raise ValueError('no')\nf()",
    "chained": "try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('no') from e",
    "in the midst of another": "try:\n    {}['a']\nexcept KeyError:\n    int('x')",
    "error in an own module": "open('bad.py', 'w').write('x = 1\\n1 / 0\\n')\nimport bad",
    "missing module": "import no_such_module",
    "missing name": "from collections import NoSuchThing",
    "circular": "open('a.py', 'w').write('from b import x')\nopen('b.py', 'w').write('from a import x')\nimport a",
    "itself again and again": "def f():\n    f()\ntry:\n    f()\nexcept RecursionError:\n    raise SystemExit(9)",
    "hook": "import sys\nsys.excepthook = lambda kind, value, tb: print('hook', kind, tb.tb_lineno)\n1 / 0",
    "syntax": "x = 1\nif x:\nprint(1)\n",
    "not in UTF-8": b"x = '\xe9'\n",
    "not in UTF-8, in a comment": b"x = 1\n# \xe9\nprint(x)\n",
    "a cookie in the second line": "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nprint(ascii('€'))\n".encode(
        "cp1252"
    ),
    "suggested": "import time\nprin(1)",
    "a suggested attribute": "import json\njson.lods",
    "_exit": "import os\nos.write(1, b'x')\nos._exit(7)",
    "atexit, and it fails": "import atexit\natexit.register(print, 1)\natexit.register(lambda: 1 / 0)\nexit('b')",
    "a handler of a signal": "import os, signal\nsignal.signal(15, lambda *_: exit(4))\nos.kill(os.getpid(), 15)",
    "killed": "import os, signal\nos.kill(os.getpid(), 15)",
    "a thread that is left": "import threading as t, time\nt.Thread(target=time.sleep, args=(9,), daemon=True).start()",
    "unittest": "import unittest as u\nclass T(u.TestCase):\n    def test(self):\n        self.fail()\nu.main()",
    "argparse": "import argparse\nargparse.ArgumentParser().parse_args(['--no'])",
    "doctest": "def f():\n    '\\n>>> f()\\n1\\n'\nimport doctest\nprint(doctest.testmod())",
    "end of input": "print(input('? '))",
    "an own __del__": "class A:\n    def __del__(self): 1 / 0\na = A()\ndel a\nprint(1)",
    "spawned": "import multiprocessing\ndef f():\n    raise SystemExit(3)\nif __name__ == '__main__':\n"
    "    p = multiprocessing.get_context('spawn').Process(target=f)\n    p.start(), p.join(), print(p.exitcode)",
    "an own error with a cause": "open('a.py', 'w').write('import b')\nopen('b.py', 'w').write('def (')\nimport a",
    "a cookie": "# -*- coding: latin-1 -*-\nprint(ascii('é'))\n".encode("latin-1"),
    "a wrong cookie": b"# coding: klingon\n",
    "byte order mark": b"\xef\xbb\xbfprint(1)\n",
    "empty": b"",
    "carriage returns": b"x = 1\r\nprint(x)\r\n",
    "interrupted": "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nimport time; time.sleep(5)",
    "interrupted and caught": "try:\n    raise KeyboardInterrupt\nexcept KeyboardInterrupt:\n    raise SystemExit(130)",
    "broken pipe": "import os, sys\nsys.stdout.close()\nos.close(2)\nprint('x')",
    "warning": "import warnings\nwarnings.warn('old', DeprecationWarning)",
}


@pytest.mark.parametrize("name", ENDS)
def test_a_script_ends_as_under_plain_python(name, tmp_path):
    plain, ours = both(tmp_path, ENDS[name])
    assert (ours.returncode, ours.stdout) == (plain.returncode, plain.stdout)
    assert without_marks(ours.stderr) == without_marks(plain.stderr)


def without_marks(text):
    """A traceback without the marks below its lines, which not all of Python's own printers make alike."""
    lines = text.splitlines()
    kept = [re.sub(r"in [\d.]+s|0x[0-9a-f]+", "", line) for line in lines if line.strip(" ^~")]
    if any(words in line for line in kept for words in ("Non-UTF-8", "unicode error", "encoding")):
        return ["SyntaxError: the encoding"]  # compile() says it in other words than reading a file does
    return kept


def test_no_standard_input_at_all(tmp_path):
    (tmp_path / "script.py").write_text("import sys; print(sys.stdin)")
    command = " ".join([*RUN, "script.py", "<&-"])
    assert run(["sh", "-c", command], tmp_path).stdout == "None\n"


def test_a_reader_that_leaves(tmp_path):
    (tmp_path / "script.py").write_text("for i in range(100000):\n    print(i)\n")
    outcome = []
    for how in ([sys.executable], RUN):
        command = " ".join([*how, "script.py", "| head -1"])
        outcome.append(run(["sh", "-c", command], tmp_path))
    assert outcome[0].stdout == outcome[1].stdout == "0\n"
    assert without_marks(outcome[0].stderr) == without_marks(outcome[1].stderr)


def test_ctrl_c_kills_as_it_kills_python(tmp_path):
    (tmp_path / "script.py").write_text("import time\nprint('up', flush=True)\ntime.sleep(60)\n")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)  # children inherit it where it is ignored
    try:
        process = subprocess.Popen([*RUN, "script.py"], cwd=tmp_path, env=ENVIRONMENT, **pipes)
    finally:
        signal.signal(signal.SIGINT, handler)
    assert process.stdout.readline() == "up\n"
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=600)
    assert process.returncode == -signal.SIGINT
    assert said.splitlines()[-1] == "KeyboardInterrupt" and "running" not in said


@pytest.mark.parametrize(
    "source, python_2",
    [
        ("print 'hello'\n", True),
        ("x = 1\nprint x\n", True),
        ("try:\n    pass\nexcept ValueError, e:\n    pass\n", True),
        ("raise ValueError, 'no'\n", True),
        ("x = 0777\n", True),
        ("x = `1`\n", True),
        ("if 1 <> 2:\n    pass\n", True),
        ("f(1,\n  2 <> 3)\n", True),
        ("if 1: raise KeyError, 'no'\n", True),
        ("x = ur'text'\n", True),
        ("x = 10L + 0x1FL\n", True),
        ("exec 'x = 1' in {}\n", True),
        ("f = lambda (a, b): a\n", sys.version_info >= (3, 11)),  # before, Python said nothing of it
        ("import sys\nprint >>sys.stderr, `1`\n", True),
        ("print 'a <> b',\n", True),
        ("x = = 1\n", False),
        ('html = "<>" if\n', False),
        ("x = f('`a`'\ny = 1\n", False),
        ("x = = 1  # `a` <> 0777\n", False),
        ("text = '''\n`a` <> 10L''' if\n", False),
        ("x = [1e-05, 0.07, 1.0j, 00] if\n", False),
        ("raise ValueError('a', b) if\n", False),
        ("raise errors['a', 'b'] if\n", False),
        ("if 1:\n\tx = 1\n        y = '`a`'\n", False),
        ("raise SyntaxError(5)\n", False),
        ("def f(:\n", False),
    ],
)
def test_python_2_is_told(source, python_2, tmp_path):
    """By `run` after plain Python's own words, and by `check`: where it is, and nowhere else."""
    plain, ours = both(tmp_path, source)
    assert ours.returncode == plain.returncode == 1
    lines = without_marks(ours.stderr)
    assert lines[-1 if not python_2 else -2].startswith(("SyntaxError", "TabError"))
    assert ("2to3" in lines[-1]) == python_2
    assert lines[: len(lines) - python_2] == without_marks(plain.stderr)
    checked = run([*RUN[:-1], "check", "script.py"], tmp_path / "other")
    assert ("2to3" in checked.stderr) == python_2


@pytest.mark.parametrize("statement", ["import sonnet as snt", "from sonnet.nets import MLP"])
def test_a_package_upon_tf_1_says_what_it_was(statement, tmp_path):
    (tmp_path / "script.py").write_text(statement)
    ran = run([*RUN, "script.py"], tmp_path)
    *_, error, hint = ran.stderr.splitlines()
    assert (ran.returncode, error) == (1, "ModuleNotFoundError: No module named 'sonnet'")
    assert hint == f"legacy_tf run: sonnet was {PACKAGES['sonnet'].was}. {PACKAGES['sonnet'].instead}"


def test_python_2_that_is_no_wrong_syntax(tmp_path):
    ran = both(tmp_path, "import sys\nprint >>sys.stderr, 'x'\n")[1]
    assert ran.returncode == 1 and "TypeError" in ran.stderr.splitlines()[-2] and "2to3" in ran.stderr.splitlines()[-1]
    (tmp_path / "script.py").write_text("open('own.py', 'w').write('x = 1\\nx = 0777')\nimport own\n")
    assert "2to3" in run([*RUN, "script.py"], tmp_path).stderr.splitlines()[-1]
    (tmp_path / "script.py").write_text("exec('x = 1\\nx = `1`')\n")
    assert "2to3" in run([*RUN, "script.py"], tmp_path).stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["missing.py"], "can't open file 'missing.py': No such file or directory"),
        (["."], "'.' is a directory without a __main__.py: name the script in it"),
        (["nulls.py"], "'nulls.py' has null bytes: source code cannot contain them"),
        (["bad.ipynb"], "'bad.ipynb' is not a notebook: no JSON ("),
        (["list.ipynb"], "'list.ipynb' is not a notebook: JSON, but of neither format 3 nor 4"),
        (["--figures", "nulls.py/x", "nulls.py"], "has null bytes"),
        (["--figures", "nulls.py/x", "good.py"], "'nulls.py/x' can't be made: Not a directory"),
    ],
)
def test_what_cannot_start_is_one_line(arguments, said, tmp_path):
    (tmp_path / "nulls.py").write_bytes(b"x = 1\0")
    (tmp_path / "good.py").write_text("print(1)")
    (tmp_path / "bad.ipynb").write_text("print(1)")
    (tmp_path / "list.ipynb").write_text("[1]")
    ran = run([*RUN, *arguments], tmp_path)
    assert ran.returncode == 2 and ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1 and said in ran.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path):
    (tmp_path / "script.py").write_text("print(1)")
    (tmp_path / "script.py").chmod(0)
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.returncode == 2 and "Permission denied" in ran.stderr


@pytest.mark.parametrize(
    "arguments, said",
    [
        ([], "which script?"),
        (["--seed", "1"], "which script?"),
        (["--seed", "-1", "x.py"], "-1 is not within 0 and"),
        (["--seed", "x", "x.py"], "invalid whole_number value: 'x'"),
        (["--time-limit", "nan", "x.py"], "nan is no time"),
        (["--threads", "0", "x.py"], "0 is not within 1 and"),
        (["--sed", "1", "x.py"], "unrecognized arguments"),
    ],
)
def test_wrong_options(arguments, said, tmp_path):
    ran = run([*RUN, *arguments], tmp_path)
    assert ran.returncode == 2 and said in ran.stderr.splitlines()[-1]


def test_help(tmp_path):
    ran = run([*RUN, "--help"], tmp_path)
    assert ran.returncode == 0
    for option in ("--seed", "--threads", "--steps-limit", "--time-limit", "--figures", "--out", "SCRIPT"):
        assert option in ran.stdout
    ran = run([sys.executable, "-m", "legacy_tf", "--help"], tmp_path)
    assert ran.returncode == 0 and "check" in ran.stdout and "data" in ran.stdout
    ran = run([sys.executable, "-m", "legacy_tf", "walk"], tmp_path)
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    ran = run([sys.executable, "-m", "legacy_tf", "data", "--help"], tmp_path)
    assert ran.returncode == 0 and "prepare" in ran.stdout


def test_options_end_where_the_script_begins(tmp_path):
    (tmp_path / "-x.py").write_text("import sys; print(sys.argv)")
    ran = run([*RUN, "--seed=3", "--", "-x.py", "--seed", "4", "--help"], tmp_path)
    assert ran.stdout == "['-x.py', '--seed', '4', '--help']\n", ran.stderr


def test_a_link_and_another_directory(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "helper.py").write_text("value = 7")
    (tmp_path / "real" / "script.py").write_text(
        "import sys, helper; print(helper.value, __file__, sys.argv, sys.path[0])"
    )
    (tmp_path / "link.py").symlink_to(tmp_path / "real" / "script.py")
    for path in ("link.py", "real/script.py", str(tmp_path / "link.py")):
        plain, ours = (run([*how, path], tmp_path) for how in ([sys.executable], RUN))
        assert ours.stdout == plain.stdout != "", ours.stderr


@pytest.mark.parametrize("path", ["link/../script.py", "./script.py", "real//script.py", "real/../script.py",
                                  "deeper.py", "./link/../../deeper.py", "{}/link/../script.py"])  # fmt: skip
def test_two_points_after_a_link(path, tmp_path):
    """`..` of where the link leads: file name and search path are plain Python's, in the script and in a traceback."""
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real" / "deep")
    (tmp_path / "deeper.py").symlink_to(tmp_path / "real" / "script.py")
    source = "import sys, {0}_helper; print('{0}', __file__, sys.path[0], sys.argv, __loader__.path)\n1 / 0"
    for folder, name in ((tmp_path, "outer"), (tmp_path / "real", "inner")):
        (folder / "script.py").write_text(source.format(name))
        (folder / f"{name}_helper.py").write_text("")
    plain, ours = (run([*how, path.format(tmp_path)], tmp_path) for how in ([sys.executable], RUN))
    assert ours.stdout == plain.stdout != ""
    assert without_marks(ours.stderr) == without_marks(plain.stderr)


def test_an_encoding_that_is_none(tmp_path):
    """In plain Python's words: no file, and no line 0."""
    plain, ours = both(tmp_path, "# coding: nonsense-9\nprint(1)\n")
    assert ours.stderr == plain.stderr == "SyntaxError: encoding problem: nonsense-9\n"
    assert ours.returncode == plain.returncode == 1


INTERRUPTED = {
    "while the runner is imported": """
class Finder:
    @staticmethod
    def find_spec(name, *_):
        if name == "legacy_tf.running.options":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Finder)
""",
    "while the script is compiled": """
import legacy_tf.running.operators
def compiled(*_):
    raise KeyboardInterrupt
legacy_tf.running.operators.compiled = compiled
""",
}


@pytest.mark.parametrize("when", INTERRUPTED)
def test_ctrl_c_before_the_script_begins(when, tmp_path):
    (tmp_path / "script.py").write_text("print(1)")
    code = f"import sys\n{INTERRUPTED[when]}\nfrom legacy_tf.__main__ import main\nsys.exit(main(['run', 'script.py']))"
    ran = run([sys.executable, "-c", code], tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "legacy_tf run: interrupted\n")


def test_the_runner_needs_nothing_from_the_working_directory(tmp_path):
    for name in ("random", "argparse"):
        (tmp_path / f"{name}.py").write_text("print('mine')\n")
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "script.py").write_text("print('hi')\n")
    ran = run([*RUN, "code/script.py"], tmp_path)
    assert (ran.stdout, ran.stderr) == ("hi\n", "")


def test_modules_of_its_own_by_names_that_the_runner_has_loaded(tmp_path):
    """Where plain Python finds the script's own, the script does; folders are none."""
    names = "random json argparse numpy queue re".split()
    outcomes = []
    for how in ([sys.executable], RUN, [*RUN, "--seed", "1"]):
        folder = tmp_path / str(len(outcomes))
        folder.mkdir()
        for name in names[:-2]:
            (folder / f"{name}.py").write_text("x = __name__\n")
        for name in ("queue", "logging"):
            (folder / name).mkdir()
        (folder / "queue" / "__init__.py").write_text("x = __name__\n")
        (folder / "script.py").write_text(
            f"import {', '.join(names)}, logging\n"
            f"print([getattr(module, 'x', None) for module in ({', '.join(names)}, logging)])\n"
        )
        outcomes.append(run([*how, "script.py"], folder))
    plain, ours, seeded = (ran.stdout for ran in outcomes)
    assert plain == "['random', 'json', 'argparse', 'numpy', 'queue', None, None]\n"
    assert ours == seeded == plain, [ran.stderr for ran in outcomes]


def test_no_command_at_all(tmp_path):
    ran = run(RUN[:-1], tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "legacy_tf: 'nothing' is none of run, check, data: see --help\n"


def test_errors_of_threads_and_groups(tmp_path):
    """Without the runner's frames, as those that end the script."""
    script = """
import threading
def fail():
    import no_such
thread = threading.Thread(target=fail)
thread.start()
thread.join()
"""
    plain, ours = both(tmp_path, script)
    assert "no_such" in plain.stderr and without_marks(ours.stderr) == without_marks(plain.stderr)
