"""`python -m legacy_tf check`: every name found, every verdict the table's, no input that it stumbles over."""

import itertools
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from test_namespace import imported

from legacy_tf import checking
from legacy_tf.checking.checker import check
from legacy_tf.checking.judging import judge
from legacy_tf.checking.verdicts import CARRIED, DIFFERS, FAILING, GUARDED, MOVED, NOT_CARRIED, STATUSES, UNFOLLOWED
from legacy_tf.checking.verdicts import UNKNOWN as NEVER
from legacy_tf.rooms import why_not
from legacy_tf.table import KNOWN, TABLE, Missing, moved, names_page, python2
from legacy_tf.table import names as names_module
from legacy_tf.table.earlier import EARLIER
from legacy_tf.table.rows import around

HERE = Path(__file__).parent
OLD_CODE = HERE / "old_code"
NAMES = json.loads((HERE / "golden" / "names.json").read_text())["records"]["public names"]["names"]

# what each file has beside names that are simply carried: (line, or cell:line, status, name)
FOUND = {
    "char_rnn.py": [
        (9, GUARDED, "tf.contrib.resampler"),
        (13, GUARDED, "cPickle"),
        (17, GUARDED, "tf.models.rnn"),
        (21, NOT_CARRIED, "tf.contrib.remote_fused_graph"),
        (25, GUARDED, "xrange"),
        (33, NOT_CARRIED, "tf.contrib.remote_fused_graph.sgv"),
        (36, MOVED, "collections.Mapping"),
    ],
    "dcgan_flags.py": [(20, NOT_CARRIED, "tf.layers.batch_normalization(renorm=…)")],
    "gan.ipynb": [("3:3", NOT_CARRIED, "tf.contrib.resampler.nothing"), ("3:4", NEVER, "tf.mul")],
    "keras_autoencoder.py": [(5, DIFFERS, "keras.datasets.mnist"), (8, DIFFERS, "keras.datasets.mnist.load_data")],
    "modern.py": [],
    "second_order.py": [
        (5, DIFFERS, "tensorflow.python.client.device_lib"),
        (6, DIFFERS, "tensorflow.python.framework.ops"),
        (8, DIFFERS, "tensorflow.python.framework.ops.reset_default_graph"),
        (11, DIFFERS, "tf.hessians"),
        (20, DIFFERS, "tensorflow.python.client.device_lib.list_local_devices"),
        (20, NOT_CARRIED, "tensorflow.python.no_such_module.f"),
    ],
    "slim_net.py": [
        (19, NOT_CARRIED, "tf.contrib.layers.batch_norm(adjustment=…)"),
        (22, NEVER, "tf.contrib.layers.no_such_layer"),
    ],
    "softmax_0x.py": [
        (10, NEVER, "tf.mul"),
        (11, NEVER, "tf.scalar_summary"),
        (12, NEVER, "tf.merge_all_summaries"),
        (15, NEVER, "tf.train.SummaryWriter"),
        (17, NOT_CARRIED, "xrange"),
        (18, NOT_CARRIED, ".iteritems()"),
    ],
    "star_imports.py": [
        (6, UNFOLLOWED, "from tensorflow.contrib.layers import *"),
        (9, NOT_CARRIED, "tf.contrib.bigtable.BigtableClient"),
    ],
    "vae_mnist.py": [
        (8, MOVED, "scipy.misc.imsave"),
        (27, NEVER, "tf.nn.sigmoid_cross_entropy_with_logit"),
        (38, MOVED, "numpy.float"),
    ],
}


def run(capsys, *arguments):
    """(exit code, lines of stdout, lines of stderr) of one call."""
    code = checking.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err.splitlines()


def statuses(path):
    """{name: status} of a file."""
    return {verdict.name: verdict.status for verdict, _ in check(str(path)).names}


def of_source(tmp_path, source, name="script.py"):
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    return statuses(path)


# ---- realistic files
@pytest.mark.parametrize("name", sorted(FOUND))
def test_old_code(name):
    checked = check(str(OLD_CODE / name))
    found = [
        (f"{places[0].cell}:{places[0].line}" if places[0].cell else places[0].line, verdict.status, verdict.name)
        for verdict, places in checked.names
        if verdict.status != CARRIED
    ]
    assert found == FOUND[name]
    assert not checked.errors


def test_every_file_of_old_code_is_looked_at():
    assert sorted(FOUND) == sorted(path.name for path in OLD_CODE.iterdir() if path.is_file())


def test_carried_names_are_found_by_every_way_of_import():
    found = check(str(OLD_CODE / "slim_net.py")).names
    carried = {verdict.name: [place.line for place in places] for verdict, places in found}
    assert carried["tf.contrib.layers.conv2d"] == [13, 17]
    assert carried["tf.contrib.layers.xavier_initializer"] == [17]  # by the path of its source
    assert carried["tf.contrib.framework.arg_scope"] == [6, 17]
    assert carried["tf.contrib.framework.add_arg_scope"] == [6, 11]
    assert carried["tf.nn.relu"] == [20] and carried["tf.split"] == [20]  # getattr, compat.v1
    assert not any("no_such_name" in name for name in carried)  # of a parameter that is called tf
    found = statuses(OLD_CODE / "dcgan_flags.py")
    for name in "app.flags.DEFINE_integer app.flags.FLAGS layers.conv2d GraphKeys.UPDATE_OPS logging.ERROR".split():
        assert found[f"tf.{name}"] == CARRIED
    found = statuses(OLD_CODE / "vae_mnist.py")
    assert found["tf.examples.tutorials.mnist.input_data.read_data_sets"] == CARRIED


# ---- ways of saying a name
@pytest.mark.parametrize(
    "source",
    [
        "import tensorflow\ntensorflow.NAME",
        "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ntf.NAME",
        "from legacy_tf import tf\ntf.NAME",
        "def f():\n    import tensorflow as tf\n    return [tf.NAME for _ in range(3)]",
        "def f():\n    return tf.NAME\nimport tensorflow as tf",
        "import tensorflow as tf\nclass A(tf.NAME): pass",
        "import tensorflow as tf\nclass A:\n    t = tf\n    def f(self, t=tf.NAME): return t",
        "import importlib\ntf = importlib.import_module('tensorflow')\ntf.NAME",
        "tf = __import__('tensorflow')\nprint(f'{tf.NAME}')",
        "import tensorflow as tf\nif (t := tf): t.NAME",
        "import tensorflow as tf\na = b = tf\nb.NAME",
        "import tensorflow as tf\n@tf.NAME\nasync def f(): pass",
        "import tensorflow as tf\ng = lambda: tf.NAME",
        "import tensorflow as tf\ndef f(x: tf.NAME): pass",
        "import tensorflow as tf\ndef f() -> tf.NAME: pass",
        "import tensorflow as tf\ntf.NAME.anything().more",
        "import tensorflow as tf\ngetattr(tf, 'NAME')(1)",
        "import tensorflow as tf\nx = (tf\n     .NAME)",
        "import sys\nif sys.argv:\n    import tensorflow as tf\nelse:\n    import tensorflow.compat.v1 as tf\ntf.NAME",
    ],
)
def test_a_name_is_found(tmp_path, source):
    assert of_source(tmp_path, source.replace("NAME", "placeholderr"))["tf.placeholderr"] == NEVER
    assert set(of_source(tmp_path, source.replace("NAME", "placeholder")).values()) <= {CARRIED}


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as tf\ntf.placeholderr",
        "import tensorflow as tf\ntf = 3\ntf.placeholderr",
        "import tensorflow as tf\nfor tf in []: tf.placeholderr",
        "import tensorflow as tf\nwith open('x') as tf: tf.placeholderr",
        "import tensorflow as tf\n[tf.placeholderr for tf in []]",
        "import tensorflow as tf\ndef f(*tf): return tf.placeholderr",
        "def f():\n    import tensorflow as tf\ndef g(): return tf.placeholderr",
        "from . import tensorflow as tf\ntf.placeholderr",
        "import tensorflow as tf\n'tf.placeholderr'  # tf.placeholderr",
        "import tensorflow as tf\ntf.placeholderr = 3",
        "import tensorflow as tf\nhasattr(tf, 'placeholderr') and getattr(tf, 'placeholderr', None)",
    ],
)
def test_a_name_that_is_no_name_of_tensorflows(tmp_path, source):
    assert not set(of_source(tmp_path, source).values()) & set(FAILING)


def test_a_module_of_its_own_is_the_scripts_affair(tmp_path):
    (tmp_path / "keras.py").write_text("Dense = 1\n")
    assert of_source(tmp_path, "from keras import Dense") == {}
    assert of_source(tmp_path, "from keras.layers import Dense") == {}


def test_a_fallback(tmp_path):
    missing = "from tensorflow.contrib import resampler"
    for caught, status in (("ImportError", GUARDED), ("(OSError, ImportError)", GUARDED), ("ValueError", NOT_CARRIED)):
        source = f"try:\n    {missing}\nexcept {caught}:\n    resampler = None\n"
        assert of_source(tmp_path, source) == {"tf.contrib.resampler": status}
    assert of_source(tmp_path, f"try:\n    {missing}\nexcept:\n    raise\n") == {"tf.contrib.resampler": NOT_CARRIED}
    needed = f"try:\n    import tensorflow.contrib.tensorrt\nexcept ImportError:\n    {missing}\n"
    assert of_source(tmp_path, needed) == {"tf.contrib.tensorrt": GUARDED, "tf.contrib.resampler": NOT_CARRIED}
    not_needed = f"try:\n    import tensorflow.layers\nexcept ImportError:\n    {missing}\n"
    assert of_source(tmp_path, not_needed) == {"tf.layers": CARRIED, "tf.contrib.resampler": GUARDED}


def test_arguments_that_are_not_carried(tmp_path):
    source = "import tensorflow as tf\ntf.layers.batch_normalization(x, {}, training=True)"
    for argument, status in (("renorm=True", NOT_CARRIED), ("renorm=flag", NOT_CARRIED), ("renorm=False", CARRIED)):
        assert list(of_source(tmp_path, source.format(argument)).values()) == [status]


# ---- the verdicts, held against the namespace itself
def test_verdicts_are_what_the_namespace_does(tf):
    raising = {name for difference in KNOWN if difference.raises for name in difference.names}
    for name in NAMES:
        verdict = judge(f"tensorflow.{name}")
        try:
            imported(tf, name)
            is_there = name not in raising
        except AttributeError as error:
            is_there = False
            assert verdict.status == NOT_CARRIED and verdict.message in str(error), f"{name}: {verdict}"
        assert is_there == (verdict.status in (CARRIED, DIFFERS, MOVED)), f"{name}: {verdict}"


@pytest.mark.parametrize("name", sorted({name.rpartition(".")[0] for name in NAMES}))
def test_a_name_that_a_package_never_had(name):
    gone = any(isinstance(TABLE.get(package), Missing) for package in around(name))
    assert judge(f"tensorflow.{name}.kll".replace("..", ".")).status == (NOT_CARRIED if gone else NEVER)


def test_every_name_of_the_table_has_its_verdict():
    for name, entry in TABLE.items():
        is_room = any(other.startswith(name + ".") for other in TABLE)
        expected = NOT_CARRIED if isinstance(entry, Missing) and not is_room else CARRIED
        assert judge(f"tensorflow.{name}").status in (expected, DIFFERS if expected == CARRIED else expected)


def test_known_differences_are_differences():
    for difference in KNOWN:
        for name in difference.names:
            about, _, argument = name.rstrip(")").partition("(") if not name.startswith(".") else (name, "", "")
            path = about if about.startswith(".") else f"tensorflow.{about}"
            expected = NOT_CARRIED if difference.raises else DIFFERS
            status = judge(path, (argument,)).status
            assert status == expected or (status == MOVED and path in moved.PATHS), name


def test_names_of_tensorflow_0_were_gone_and_their_successors_are_not():
    for old, new in EARLIER.items():
        assert old not in NAMES and new in NAMES
        verdict = judge(f"tensorflow.{old}")
        assert verdict.status == NEVER and f"tf.{new}" in verdict.message


def test_what_moved_is_told_by_the_runners_table(tmp_path):
    for path in moved.MOVED:
        argument = moved.MOVED[path].argument
        given = judge(path, (argument,))
        assert given.status == MOVED, path
        assert judge(path, ("other",)) == (given if argument is None else None), path
    assert "inf" in judge("numpy.Inf").message
    for path, row in moved.PATHS.items():
        if row.by.startswith("tensorflow."):
            answered = judge(row.by + ".x")
            assert judge(path + ".x") == answered or answered.status == NEVER and judge(path + ".x").status in FAILING
    inner = judge("tensorflow.contrib.layers.python.layers.layers.no_such_layer")
    assert inner.status == NOT_CARRIED and "inside" in inner.message


def test_names_of_python_2(tmp_path):
    for name in python2.BUILTINS:
        assert of_source(tmp_path, f"print({name})") == {name: NOT_CARRIED}
        assert of_source(tmp_path, f"from builtins import {name}\nprint({name})") == {}
        assert of_source(tmp_path, f"try:\n    {name}\nexcept NameError:\n    {name} = 1\n{name}") == {name: GUARDED}
    for name in python2.METHODS:
        assert of_source(tmp_path, f"x{name}") == {name: NOT_CARRIED}
    assert of_source(tmp_path, "from six.moves import *\nxrange(3)") == {}


def test_the_list_of_names_is_the_oracles():
    command = "python -m legacy_tf.table.names_page tests/golden/names.json > legacy_tf/table/names.py"
    assert Path(names_module.__file__).read_text(encoding="utf-8") == names_page.page(NAMES), f"run: {command}"
    assert names_page.names(names_module.PAGE) == set(NAMES)
    # the shell has emptied names.py before the command reads anything: it must not need it
    code = "import sys, legacy_tf.table.names_page; sys.exit('legacy_tf.table.names' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


# ---- the command
def test_exit_codes(capsys, tmp_path):
    assert run(capsys, OLD_CODE / "modern.py")[0] == 0
    assert run(capsys, OLD_CODE / "gan.ipynb")[0] == 1
    code, out, err = run(capsys, OLD_CODE / "gan.ipynb", tmp_path / "nowhere.py")
    assert code == 2 and len(out) == 3 and len(err) == 1
    with pytest.raises(SystemExit) as error:
        checking.main([])
    assert error.value.code == 2


def test_lines_can_be_followed(capsys):
    path = OLD_CODE / "softmax_0x.py"
    _, out, err = run(capsys, path)
    assert out[0] == f"{path}:10:23: unknown: tf.mul: TF 0.x had it; TF 1.15's is tf.multiply."
    assert out[-1] == f"{path}: 9 carried, 4 unknown, 2 not carried" and not err
    line = next(line for line in run(capsys, OLD_CODE / "gan.ipynb")[1] if "tf.mul" in line)
    assert line.startswith(f"{OLD_CODE / 'gan.ipynb'}:cell 3:4:29: unknown: tf.mul: ")  # in characters: naïve


def test_how_much_is_said(capsys):
    path = OLD_CODE / "vae_mnist.py"
    usual, everything, quiet = (run(capsys, path, *option)[1] for option in ((), ("--all",), ("--quiet",)))
    assert len(quiet) == 1 and "sigmoid_cross_entropy_with_logit:" in quiet[0]
    assert set(quiet) < set(usual) < set(everything)
    assert any(": carried: tf.contrib.layers.fully_connected (also 20, 21, 25): " in line for line in everything)
    assert run(capsys, OLD_CODE / "modern.py", "--quiet") == (0, [], [])


def test_a_message_is_said_once_a_file(tmp_path, capsys):
    (tmp_path / "old.py").write_text("import tflearn\nx = tflearn.input_data()\ntflearn.regression(x)\n")
    _, out, _ = run(capsys, tmp_path / "old.py")
    assert sum("a library of layers" in line for line in out) == 1
    assert sum(line.endswith("as in line 1") for line in out) == 2


def test_json(capsys):
    code, out, _ = run(capsys, OLD_CODE / "gan.ipynb", OLD_CODE / "nowhere.py", "--json")
    answer = json.loads("\n".join(out))
    assert set(answer) == {"version", "exit_code", "files"} and answer["version"] == 1
    assert answer["exit_code"] == code == 2
    first, second = answer["files"]
    assert set(first) == set(second) == {"file", "errors", "counts", "names"}
    assert list(first["counts"]) == list(STATUSES) and first["counts"][NEVER] == 1
    (name,) = [each for each in first["names"] if each["name"] == "tf.mul"]
    assert set(name) == {"name", "status", "message", "places"}
    assert name["places"] == [{"cell": 3, "line": 4, "column": 29}]
    (error,) = second["errors"]
    assert set(error) == {"cell", "line", "column", "message"} and "No such file" in error["message"]


def test_directories_are_walked(capsys, tmp_path):
    for name in ("b/c.py", "a.ipynb", "a.txt", ".hidden/d.py", "env/pyvenv.cfg", "env/e.py", "b/__pycache__/f.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text('{"cells": []}' if name.endswith("ipynb") else "")
    code, out, _ = run(capsys, tmp_path, tmp_path / "a.ipynb")
    assert code == 0
    assert out == [f"{tmp_path / name}: nothing of TensorFlow" for name in ("a.ipynb", "b/c.py")]
    (tmp_path / "empty").mkdir()
    assert run(capsys, tmp_path / "empty")[0] == 2


def test_nothing_is_imported():
    code = (
        "import sys\nfrom legacy_tf import checking\nchecking.main(sys.argv[1:])\n"
        "print([m for m in ('tensorflow', 'numpy', 'keras', 'matplotlib') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(OLD_CODE / "second_order.py")]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=HERE.parent)
    assert ran.stdout.splitlines()[-1] == "[]", ran.stderr


# ---- bad input
BAD = {
    "null.py": (b"import tensorflow as tf\n\0\n", "null byte"),
    "latin.py": ("# caf\xe9\n".encode("latin-1"), "encoding declaration"),
    "latin_later.py": (("#\n" * 9 + "# caf\xe9\n").encode("latin-1"), "declare its encoding"),
    "cookie.py": (b"# coding: no-such-code\n", "no-such-code"),
    "open.py": (b"x = (1,\n", "syntax error"),
    "python2.py": (b"import tensorflow as tf\nprint 'loss', 3\n", "Python 2 syntax"),
    "python2b.py": (b"try:\n    pass\nexcept IOError, e:\n    pass\n", "Python 2 syntax"),
    "python2c.py": (b"mode = 0755\n", "Python 2 syntax"),
    "python2d.py": (b"raise ValueError, 'no'\n", "Python 2 syntax"),
    "deep.py": (b"(" * 5000 + b")" * 5000, ""),
    "deep_too.py": (b"-" * 60000 + b"1", "nested too deeply"),
    "digits.py": (b"x = " + b"9" * 6000, ""),
    "not_json.ipynb": (b"import tensorflow as tf", "not a notebook"),
    "list.ipynb": (b"[1, 2]", "not a notebook"),
    "no_cells.ipynb": (b'{"nbformat": 4}', "not a notebook"),
    "odd_cells.ipynb": (b'{"cells": 3}', "not a notebook"),
    "no_source.ipynb": (b'{"cells": [{"cell_type": "code"}]}', "not a notebook"),
    "deep.ipynb": (b"[" * 100_000, "not a notebook"),
    "binary.ipynb": (bytes(range(256)), "not a notebook"),
    "syntax.ipynb": (b'{"cells": [{"cell_type": "code", "source": "x = ("}]}', "syntax error"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_line_and_the_others_are_read(capsys, tmp_path, name):
    content, message = BAD[name]
    (tmp_path / name).write_bytes(content)
    code, out, err = run(capsys, tmp_path / name, OLD_CODE / "gan.ipynb")
    assert code == 2 and len(err) == 1
    assert err[0].startswith(f"{tmp_path / name}:") and ": error: " in err[0] and message in err[0]
    assert any("tf.mul" in line for line in out)


def test_files_that_cannot_be_opened(capsys, tmp_path):
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "loop.py").symlink_to(tmp_path / "loop.py")
    for path in (tmp_path / "pipe.py", tmp_path / "loop.py", "nu\0ll.py", tmp_path / ("x" * 300)):
        code, _, err = run(capsys, path)
        assert code == 2 and len(err) == 1, err


GOOD = {
    "empty.py": b"",
    "bom.py": b"\xef\xbb\xbfimport tensorflow as tf\ntf.mul\n",
    "latin.py": "# -*- coding: latin-1 -*-\nimport tensorflow as tf; s = '\xe9'; tf.mul\n".encode("latin-1"),
    "windows.py": b"import tensorflow as tf\r\nif 1:\r\n\ttf.mul\r\n",
    "mac.py": b"import tensorflow as tf\rtf.mul\r",
    "sum.py": b"import tensorflow as tf\nx = " + b" + ".join([b"1"] * 900) + b" + tf.mul\n",
    "elif.py": b"import tensorflow as tf\nif a: 1\n" + b"elif a: 2\n" * 500 + b"else: tf.mul\n",
    "escape.py": b"import tensorflow as tf\ns = '\\d'; tf.mul\n",
    "v3.ipynb": b'{"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "language": "python", '
    b'"input": ["%pylab inline\\n", "import tensorflow as tf\\n", "tf.mul"]}]}]}',
    "odd.ipynb": b'{"cells": [{"cell_type": "raw"}, {"cell_type": "code", "source": []}, '
    b'{"cell_type": "code", "source": "import tensorflow as tf\\ntf.mul\\nawait x"}]}',
    "magic.ipynb": b'{"cells": [{"cell_type": "code", "source": "%%html\\n<b>\\n"}, '
    b'{"cell_type": "code", "source": "import tensorflow as tf\\nx = %timeit -o 1\\n?tf.sub\\n%time tf.mul(1, 2)"}]}',
}


@pytest.mark.parametrize("name", GOOD)
def test_odd_input_is_read(tmp_path, name, recwarn):
    (tmp_path / name).write_bytes(GOOD[name])
    checked = check(str(tmp_path / name))
    assert not checked.errors and not recwarn.list
    assert [verdict.name for verdict, _ in checked.names] == ([] if name == "empty.py" else ["tf.mul"])


def test_a_file_name_that_is_no_text(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.py"
    Path(os.fsdecode(path)).write_bytes(b"import tensorflow as tf\ntf.mul\n")
    code = "import sys\nfrom legacy_tf import checking\nsys.exit(checking.main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, path]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(command, capture_output=True, timeout=600, cwd=HERE.parent, env=environment)
    assert ran.returncode == 1 and b"tf.mul" in ran.stdout, ran.stderr


def test_output_that_nobody_takes():
    command = [sys.executable, "-m", "legacy_tf", "check", "--all", OLD_CODE]
    with open("/dev/full", "w") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=600, cwd=HERE.parent)
    assert (ran.returncode, ran.stderr) == (2, "legacy_tf check: can't print: No space left on device\n")
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w") as nobody:
        ran = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, text=True, timeout=600, cwd=HERE.parent)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_huge_file(tmp_path):
    """What a line costs does not depend on how many there are."""

    def calls(lines):
        source = "import tensorflow as tf\n" + "y = tf.nn.relu(tf.mul(x, [1, 2, 3]))\n" * lines
        (tmp_path / "huge.py").write_text(source)
        count = itertools.count()
        sys.setprofile(lambda *event: next(count))
        try:
            names = check(str(tmp_path / "huge.py")).names
        finally:
            sys.setprofile(None)
        (_, places) = next(each for each in names if each[0].name == "tf.mul")
        assert len(places) == lines
        return next(count)

    calls(10)  # what is read once
    assert calls(3_000) < 3.5 * calls(1_000)


@pytest.mark.parametrize("seed", range(4))
def test_mutated_sources_never_raise(tmp_path, seed):
    draw = random.Random(seed)
    sources = [path.read_bytes() for path in sorted(OLD_CODE.iterdir()) if path.is_file()]
    sources += [content for content, _ in BAD.values() if len(content) < 3000] + list(GOOD.values())
    tokens = [
        b"\0",
        b"\xff",
        b"\t",
        b"\n",
        b"(",
        b")",
        b"'''",
        b"import ",
        b"tf.",
        b" as ",
        b"*",
        b"%%",
        b"!",
        b'"',
        b"try:",
    ]
    tokens += [b"from ", b"lambda ", b"del tf", b"global tf\n", b"match x:\n case tf: ", b"async ", b"{", b"}", b"\xc3"]
    for number in range(150):
        content = bytearray(draw.choice(sources))
        for _ in range(draw.randint(1, 6)):
            start = draw.randint(0, len(content))
            content[start : start + draw.choice((0, 0, 1, 9, 60))] = draw.choice((*tokens, draw.choice(sources)[:300]))
        path = tmp_path / f"{number}{draw.choice(('.py', '.ipynb'))}"
        path.write_bytes(content)
        checked = check(str(path))
        for error in checked.errors:
            assert "\n" not in error.message
        for verdict, places in checked.names:
            assert verdict.status in STATUSES and "\n" not in verdict.message and places


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("mul", "TF 0.x had tf.mul; TF 1.15's is tf.multiply."),
        ("nn.seq2seq.sequence_loss", "TF 0.x had tf.nn.seq2seq; TF 1.15's is tf.contrib.legacy_seq2seq."),
        ("contrib.data.Dataset", "TF 1.3 had tf.contrib.data.Dataset; TF 1.15's is tf.data.Dataset."),
        ("nn.no_such_name", "TF 1.15 had no tf.nn.no_such_name"),
    ],
)
def test_what_tf_1_15_did_not_have_is_not_said_to_be_missing_here(name, message):
    assert why_not(name) == message


def test_names_before_datasets_moved_are_told_by_check(tmp_path):
    (tmp_path / "old.py").write_text("from tensorflow.contrib.data import Dataset, TFRecordDataset\n")
    names = {verdict.name: verdict for verdict, _ in check(str(tmp_path / "old.py")).names}
    assert names["tf.contrib.data.Dataset"].status == NEVER
    assert names["tf.contrib.data.TFRecordDataset"].message == "TF 1.3 had it; TF 1.15's is tf.data.TFRecordDataset."
