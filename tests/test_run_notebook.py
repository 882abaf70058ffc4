"""Notebooks and figures: python -m legacy_tf run NOTEBOOK.ipynb, --figures, --out."""

import json

import pytest
from test_run import RUN, run, without_marks

from legacy_tf.reading import notebooks


def code(*sources):
    """A notebook of format 4 with these code cells, and a text between."""
    cells = [{"cell_type": "code", "source": source, "outputs": [], "metadata": {}} for source in sources]
    cells.insert(1, {"cell_type": "markdown", "source": "%not code"})
    return json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": cells})


def run_cells(tmp_path, *sources, options=()):
    (tmp_path / "old.ipynb").write_text(code(*sources), encoding="utf-8")
    return run([*RUN, *options, "old.ipynb", "argument"], tmp_path)


def test_cells_share_a_namespace(tmp_path):
    ran = run_cells(
        tmp_path, "x = 1\n", ["import sys\n", "x += 1"], "print(x, __name__, sys.argv, 'é', '__file__' in globals())"
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "2 __main__ ['old.ipynb', 'argument'] é False\n"


def test_formats():
    three = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1\n", "y"]}]}], "nbformat": 3}
    assert notebooks.cells(json.dumps(three).encode()) == ["x = 1\ny"]
    assert notebooks.cells(code("a", "b\r\nc").encode()) == ["a", "b\nc"]
    for text in ("{}", "[]", "1", '{"cells": 1}', '{"cells": [{"cell_type": "code"}]}', '{"cells": [{"x": 1}]}', "x",
                 "[" * 100000, '{"cells": [{"cell_type": "code", "source": [1]}]}', '{"cells": [], "metadata": [1]}',
                 '{"cells": [3]}', "\udcff"):  # fmt: skip
        with pytest.raises(notebooks.NotebookError, match="is not a notebook: "):
            notebooks.cells(text.encode("utf-8", "surrogateescape"))


PYTHON, R = {"name": "python3", "language": "python"}, {"name": "ir", "language": "R"}


@pytest.mark.parametrize(
    "metadata, language",
    [
        ({}, None),
        ({"kernelspec": PYTHON, "language_info": {"name": "python"}}, None),
        ({"kernelspec": {"name": "sagemath", "language": "sage"}, "language_info": {"name": "python"}}, None),
        ({"kernelspec": {"name": "python3"}}, None),
        ({"kernelspec": R}, "R"),
        ({"language_info": {"name": "julia"}}, "julia"),
        ({"kernelspec": R, "language_info": {"name": "R"}}, "R"),
    ],
)
def test_notebooks_in_other_languages(metadata, language, tmp_path):
    (tmp_path / "n.ipynb").write_text(json.dumps({**json.loads(code("print(1)")), "metadata": metadata}))
    ran, checked = run([*RUN, "n.ipynb"], tmp_path), run([*RUN[:-1], "check", "n.ipynb"], tmp_path)
    if language is None:
        assert (ran.returncode, ran.stdout, checked.returncode) == (0, "1\n", 0)
    else:
        assert (ran.returncode, checked.returncode, ran.stdout) == (2, 2, "")
        assert ran.stderr == f"legacy_tf run: 'n.ipynb' is a notebook in {language}, not in Python\n"
        assert checked.stderr == f"n.ipynb: error: is a notebook in {language}, not in Python\n"


CELLS = {
    "goes on": ("!pip install \\\n  foo\nnp.Inf", (3, 1)),
    "a cell magic after empty lines": ("\n \n%%time\nnp.Inf", (4, 1)),
    "indented": ("\n    %time x = np.Inf\n    if x:\n        x == np.Inf", (2, 15)),
    "indented below a cell magic": ("%%capture out\n  np.Inf", (2, 3)),
    "timed": ("%time np.Inf", (1, 7)),
    "another language after empty lines": ("\n%%bash\nnp.Inf", None),
    "an unknown cell magic": ("%%cython\nnp.Inf", None),
    "in a long string": ("x = '''\n%d np.Inf\n''' % 3\n!ls", None),
    "assigned": ("x = !ls\nx = np.Inf", (2, 5)),
}


@pytest.mark.parametrize("name", CELLS)
def test_run_and_check_read_the_same(name, tmp_path):
    source, place = CELLS[name]
    ran = run_cells(tmp_path, "import numpy as np", source, "print('on')")
    assert (ran.returncode, ran.stdout) == (0, "on\n"), ran.stderr
    checked = run([*RUN[:-1], "check", "--json", "old.ipynb"], tmp_path)
    found = json.loads(checked.stdout)["files"][0]
    places = [(each["line"], each["column"]) for each in found["names"][0]["places"]] if found["names"] else [None]
    assert not found["errors"] and places[0] == place


def test_a_cell_magic_is_named(tmp_path):
    ran = run_cells(tmp_path, "\n\n%%bash\necho no", "\n%%time\nprint(1)", "\n\n  %%html")
    assert ran.stdout == "1\n" and ran.stderr.replace("legacy_tf run: old.ipynb, ", "").splitlines() == [
        "cell 1: left out %%bash and all below it",
        "cell 2, line 2: left out %%time",
        "cell 3: left out %%html",
    ]


def test_a_warning_of_a_cell_is_given_once(tmp_path):
    ran = run_cells(tmp_path, "import warnings\nwarnings.simplefilter('always')", "%pylab\nx = '\\d'", "x is 'd'")
    assert ran.stderr.count("invalid escape sequence") == ran.stderr.count('"is" with') == 1
    assert "cell 2:2: " in ran.stderr and "unknown" not in ran.stderr


def test_magics_are_left_out_with_a_note(tmp_path):
    ran = run_cells(
        tmp_path,
        "%matplotlib inline\nx = 1\n!pip install 'something\nif x:\n    %load_ext autoreload\nprint('on')",
        "%%time\nprint('timed')",
        "%%bash\necho no\n",
        "%time y = 5\nfiles = !ls\nprint(y, '''\n%d is text''' % 3, 7\n% 4)\n?print\nprint?",
        "get_ipython().run_line_magic('matplotlib', 'inline')\n"
        "get_ipython().system('ls')\nget_ipython().magic('pylab')",
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "on\ntimed\n5 \n3 is text 3\n"
    assert sorted(line.removeprefix("legacy_tf run: ") for line in ran.stderr.splitlines()) == sorted(
        [
            "old.ipynb, cell 1, line 1: left out %matplotlib inline",
            "old.ipynb, cell 1, line 3: left out !pip install 'something",
            "old.ipynb, cell 1, line 5: left out %load_ext autoreload",
            "old.ipynb, cell 2, line 1: left out %%time",
            "old.ipynb, cell 3: left out %%bash and all below it",
            "old.ipynb, cell 4, line 1: left out %time",
            "old.ipynb, cell 4, line 2: left out files = !ls",
            "old.ipynb, cell 4, line 6: left out ?print",
            "old.ipynb, cell 4, line 7: left out print?",
            "get_ipython(): left out %matplotlib inline",
            "get_ipython(): left out !ls",
            "get_ipython(): left out %pylab",
        ]
    )


def test_tracebacks_name_cell_and_line(tmp_path):
    ran = run_cells(tmp_path, "def f():\n    return 1 / 0\n", "print('so far')", "x = 1\nf()")
    assert (ran.returncode, ran.stdout) == (1, "so far\n")
    assert without_marks(ran.stderr) == [
        "Traceback (most recent call last):",
        '  File "old.ipynb, cell 3", line 2, in <module>',
        "    f()",
        '  File "old.ipynb, cell 1", line 2, in f',
        "    return 1 / 0",
        "ZeroDivisionError: division by zero",
    ]


def test_python_2_in_a_notebook(tmp_path):
    ran = run_cells(tmp_path, "x = 1", "print x")
    assert ran.returncode == 1 and "2to3" in ran.stderr.splitlines()[-1] and "old.ipynb, cell 2" in ran.stderr


def test_exit_from_a_notebook(tmp_path):
    assert run_cells(tmp_path, "raise SystemExit(3)", "print('never')").returncode == 3


def test_a_script_that_was_a_notebook(tmp_path):
    (tmp_path / "script.py").write_text("get_ipython().run_line_magic('matplotlib', 'inline')\nprint(1)\n")
    ran = run([*RUN, "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "1\n") and "left out %matplotlib inline" in ran.stderr
    (tmp_path / "script.py").write_text("print('get_ipython' in dir(__builtins__))\n")
    assert run([*RUN, "script.py"], tmp_path).stdout == "False\n"


DRAWS = """
import matplotlib
matplotlib.use("TkAgg")
import matplotlib.pyplot as plt
plt.switch_backend("TkAgg")
plt.plot([1, 2]); plt.savefig("mine.png")
plt.figure(); plt.plot([2, 1])
plt.show()
print(plt.get_fignums())
plt.plot([1, 1]); plt.show(block=False)
print(plt.get_fignums())
plt.figure(7).show()
"""


@pytest.mark.parametrize("options, folder", [(["--figures", "pictures/here"], "pictures/here"),
                                             (["--out", "o"], "o/figures"),
                                             (["--out", "o", "--figures", "f"], "f")])  # fmt: skip
def test_figures_of_a_script(options, folder, tmp_path):
    (tmp_path / "script.py").write_text(DRAWS)
    ran = run([*RUN, *options, "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "[]\n[1]\n"), ran.stderr
    assert sorted(path.name for path in (tmp_path / folder).iterdir()) == [f"figure-00{i}.png" for i in (1, 2, 3, 4)]
    assert (tmp_path / "mine.png").read_bytes()[:4] == b"\x89PNG"
    assert (tmp_path / folder / "figure-004.png").read_bytes()[:4] == b"\x89PNG"
    assert len(ran.stderr.splitlines()) == 4 and "figure-001.png" in ran.stderr


def test_figures_of_a_notebook(tmp_path):
    draw = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    assert run_cells(tmp_path, draw, draw + "plt.show()", "print(plt.get_fignums())").stdout == "[]\n"
    assert sorted(p.name for p in (tmp_path / "old_figures").iterdir()) == ["figure-001.png", "figure-002.png"]
    assert run_cells(tmp_path, draw, options=["--figures", "f"]).returncode == 0
    assert [p.name for p in (tmp_path / "f").iterdir()] == ["figure-001.png"]


def test_a_failing_cell_is_shown_as_such(tmp_path):
    """And not taken for a notebook that can't be read; its figures are kept."""
    ran = run_cells(tmp_path, "x = 1", "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nb'\\xff'.decode()")
    assert ran.returncode == 1 and "old.ipynb, cell 2" in ran.stderr, ran.stderr
    assert ran.stderr.splitlines()[-1].startswith("UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff")
    assert [p.name for p in (tmp_path / "old_figures").iterdir()] == ["figure-001.png"]


def test_what_every_notebook_has(tmp_path):
    ran = run_cells(
        tmp_path,
        "display([1])\nfrom IPython.display import Image, HTML\nprint(repr(Image('a.png')), HTML('<b>'))",
        "import IPython\nfrom IPython import get_ipython as theirs\nprint('IPKernelApp' in theirs().config)",
        "x = get_ipython().getoutput('ls')\nprint(x)",
        "!pip install a \\\n    b\nprint('after')",
        "    print('indented')\n    if x == []:\n        print('empty')",
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "[1]",
        "<to look at in a notebook: 'a.png'> <to look at in a notebook: '<b>'>",
        "False",
        "[]",
        "after",
        "indented",
        "empty",
    ]


def test_a_script_that_asks_whether_it_is_a_notebook(tmp_path):
    (tmp_path / "script.py").write_text("try:\n    get_ipython().config\nexcept NameError:\n    print('a script')\n")
    assert run([*RUN, "script.py"], tmp_path).stdout == "a script\n"


LIVE = """
import matplotlib.pyplot as plt
first, second = plt.figure(1), plt.figure(2)
plt.figure(1)
plt.show(block=False)
print(plt.gcf().number)
plt.close("all")
plt.ion()
plt.plot([1, 2])
plt.show()
for step in range(2):
    plt.plot([step, 2])
    plt.pause(1000)
plt.waitforbuttonpress()
print(plt.get_fignums())
"""


def test_figures_that_are_drawn_while_it_runs(tmp_path):
    """The current figure stays; in interactive mode none is closed; nobody is waited for."""
    (tmp_path / "script.py").write_text(LIVE)
    ran = run([*RUN, "--figures", "f", "script.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "1\n[1]\n"), ran.stderr
    assert len(list((tmp_path / "f").iterdir())) == 6  # two figures, show, two pauses, waitforbuttonpress
