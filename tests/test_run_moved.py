"""Names of Python and its libraries that have moved: each row of legacy_tf/table/moved.py is answered, and rightly."""

import collections
import importlib.util
import pkgutil
import sys
import types

import numpy as np
import pytest
from PIL import Image
from test_run import RUN, run

from legacy_tf.running import answers, old_images, old_names
from legacy_tf.table.moved import GONE, MOVED, PATHS

ABSENT = object()
FAKES = {  # packages that need not be installed
    "sklearn/__init__.py": "",
    "sklearn/model_selection.py": "\n".join(
        f"def {name}(): pass" for name in ("train_test_split", "cross_val_score", "GridSearchCV", "ParameterGrid")
    ),
    "sklearn/manifold.py": "def TSNE(): pass",
    "sklearn/preprocessing.py": "def OneHotEncoder(): pass",
    "joblib.py": "",
}


@pytest.fixture
def libraries(tmp_path, monkeypatch):
    """scikit-learn and joblib as far as the rows reach, where they are not installed."""
    for name, text in FAKES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    monkeypatch.setattr(answers, "_made", {})


def real(name):
    try:
        return pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return ABSENT


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("name", MOVED)
def test_every_row_is_answered_and_needed(name, libraries):
    module, _, attribute = name.rpartition(".")
    answered = getattr(answers.find(module), attribute)
    assert answered is pkgutil.resolve_name(MOVED[name].by)
    assert real(name) is not answered
    assert MOVED[name].why


@pytest.mark.parametrize("name", GONE)
def test_what_is_gone_has_rows(name):
    assert any(row.startswith(name + ".") for row in MOVED)


def test_the_real_modules_are_not_touched():
    before = {name: dict(vars(importlib.import_module(name))) for name in ("numpy", "collections", "time", "inspect")}
    for name, names in before.items():
        for row in MOVED:
            if row.startswith(name + "."):
                getattr(answers.find(name), row.rpartition(".")[2])
        assert vars(importlib.import_module(name)) == names
    with pytest.raises(AttributeError):
        np.product  # noqa: B018


def test_a_module_with_answers_is_a_module_like_the_real_one():
    module = answers.find("numpy")
    assert isinstance(module, types.ModuleType) and module is not np and module is answers.find("numpy")
    assert vars(module)["zeros"] is np.zeros  # nothing stands between a script and a call
    assert module.linalg is np.linalg and module.__version__ == np.__version__
    assert {"float", "zeros", "linalg"} <= set(dir(module))
    assert answers.find("matplotlib.pyplot").cm is answers.find("matplotlib.cm")
    with pytest.raises(AttributeError, match="no_such"):
        module.no_such  # noqa: B018
    assert answers.find("collections").OrderedDict is collections.OrderedDict


def test_numpy():
    old = answers.find("numpy")
    assert np.zeros(2, old.float).dtype == np.float64 and np.zeros(2, old.bool).dtype == np.bool_
    assert old.product([2, 3]) == 6 and old.asscalar(np.array([3.0])) == 3.0 and np.isneginf(old.NINF)
    assert old.in1d([[1, 5], [2, 7]], [5, 2]).tolist() == [False, True, True, False]
    assert old.in1d([1, 5], [5], invert=True).tolist() == [True, False]
    assert old.msort([[3, 1], [2, 4]]).tolist() == [[2, 1], [3, 4]]
    assert old.asfarray([1, 2]).dtype == np.float64 and old.asfarray([1], np.int32).dtype == np.float64
    assert old.asfarray([1], np.float32).dtype == np.float32
    assert np.allclose(old.histogram([0, 1, 1, 2], 2, normed=True)[0], [0.25, 0.75])
    assert old.histogram([0, 1, 1, 2], 2)[0].tolist() == [1, 3]
    assert old.trapz([1, 2, 3]) == 4 and old.row_stack([[1], [2]]).shape == (2, 1)
    assert old.reshape(np.ones(4), newshape=[2, 2]).shape == old.reshape(np.ones(4), (2, 2), order="F").shape == (2, 2)
    assert old.percentile([1, 2, 4], 40, interpolation="lower") == 1 and old.quantile([1, 3], 0.5) == 2
    assert old.vstack(row for row in [[1], [2]]).tolist() == [[1], [2]] and old.hstack(map(list, "ab")).shape == (2,)
    assert old.dstack(([1], [2])).shape == old.dstack(np.array([[1], [2]])).shape == (1, 1, 2)
    table = np.array([[1, 2], [2, 1]])
    assert [each.tolist() for each in old.unique(table, True, True, True)] == [[1, 2], [0, 1], [0, 1, 1, 0], [2, 2]]
    assert old.unique(table).tolist() == [1, 2] and old.unique(table, return_inverse=True, axis=0)[1].shape == (2,)
    assert old.math.ceil(1.5) == 2 and issubclass(old.VisibleDeprecationWarning, Warning)


def test_arrays_from_anything():
    """Against NumPy 1.18.5's values."""
    old = answers.find("numpy")
    for make in (old.array, old.asarray):
        ragged = make([[1, 2], [3]])
        assert ragged.dtype == object and ragged.tolist() == [[1, 2], [3]]
        assert (
            make([[1, 2], [3, 4]]).shape == (2, 2) and make([1], dtype="f").dtype == make([1], "f").dtype == np.float32
        )
        with pytest.raises(ValueError, match="sequence"):
            make([[1, 2], [3]], dtype=np.float32)
        assert make([-1, 300], np.uint8).tolist() == [255, 44] and make(300, np.uint8).item() == 44
    given = np.ones(2)
    assert old.array(given) is not given and old.array(given, copy=False) is given and old.asarray(given) is given
    assert old.array(given, copy=False, dtype="f").dtype == np.float32 and old.array([1], ndmin=2).shape == (1, 1)
    read = old.fromstring(b"\x01\xff", dtype=np.uint8)
    assert read.tolist() == [1, 255] and read.flags.writeable
    assert old.fromstring("\x01\xff", np.uint8).tolist() == [1, 255]
    assert old.fromstring("1 2", sep=" ").tolist() == [1.0, 2.0]


def test_python(tmp_path):
    def f(a, b=1, *c, **d):
        pass

    assert answers.find("inspect").getargspec(f) == (["a", "b"], "c", "d", (1,))
    with pytest.raises(ValueError, match="signature"):
        answers.find("inspect").getargspec(lambda *, a: a)
    assert answers.find("fractions").gcd(12, 18) == 6
    assert answers.find("xml.etree.cElementTree").fromstring("<a/>").tag == "a"
    (tmp_path / "part.py").write_text("count = globals().get('count', 0) + 1\nbuiltin = type(__builtins__).__name__")
    imp = answers.find("imp")
    try:
        loaded = imp.load_source("a_part", tmp_path / "part.py")
        assert loaded.count == 1 and sys.modules["a_part"] is loaded
        assert imp.load_source("a_part", tmp_path / "part.py").count == 2
    finally:
        del sys.modules["a_part"]
    assert isinstance(imp.new_module("x"), types.ModuleType)


def test_special_functions():
    """Against SciPy 1.7.3's values."""
    assert old_names.logsumexp([1000.0, 1000.0]) == pytest.approx(1000 + np.log(2))
    assert old_names.logsumexp(np.array([[0, 1], [2, 3.0]]), axis=1) == pytest.approx([1.3132616875, 3.3132616875])
    assert old_names.logsumexp(np.zeros([2, 3]), axis=0, keepdims=True).shape == (1, 3)
    assert old_names.logsumexp([-np.inf, -np.inf]) == -np.inf
    assert old_names.logsumexp([1.0, 2.0], b=[1, 0]) == pytest.approx(1.0)
    assert old_names.logsumexp([1.0, 2.0], b=[1, -1], return_sign=True) == pytest.approx((1.5413248546, -1))
    assert old_names.logsumexp(np.float32([1, 2])).dtype == np.float32
    assert np.isnan(old_names.logsumexp([1.0, 2.0], b=[1, -1]))
    assert old_names.comb(5, 2) == 10.0 and old_names.comb(5, 2, exact=True) == 10 and old_names.comb(2, 5) == 0
    assert old_names.comb(5, 2, repetition=True) == 15 and old_names.comb([4, 5], 2).tolist() == [6, 10]
    assert old_names.factorial(5) == 120.0 and old_names.factorial(20, exact=True) == 2432902008176640000
    assert old_names.factorial([0, 3, -1]).tolist() == [1, 6, 0]


def test_pictures(tmp_path):
    ramp = np.arange(12, dtype=np.float32).reshape(3, 4) - 4
    old_images.imsave(str(tmp_path / "ramp.png"), ramp)
    seen = old_images.imread(str(tmp_path / "ramp.png"))
    assert seen.dtype == np.uint8 and seen.shape == (3, 4) and (seen[0, 0], seen[-1, -1]) == (0, 255)
    assert seen[1, 0] == int(255 * 4 / 11 + 0.5)
    assert old_images.imread(str(tmp_path / "ramp.png"), flatten=True).dtype == np.float32
    assert old_images.imread(str(tmp_path / "ramp.png"), mode="RGB").shape == (3, 4, 3)
    bytes_ = np.array([[3, 7]], np.uint8)
    assert old_images.bytescale(bytes_) is bytes_
    assert old_images.bytescale(np.ones([2, 2])).tolist() == [[0, 0], [0, 0]]
    colour = np.random.RandomState(0).rand(4, 6, 3)
    assert old_images.toimage(colour).mode == "RGB" and old_images.toimage(colour).size == (6, 4)
    assert old_images.toimage(np.moveaxis(colour, 2, 0)).tobytes() == old_images.toimage(colour).tobytes()
    assert old_images.toimage(np.zeros([4, 6, 4])).mode == "RGBA"
    for shape in ([4], [5, 6, 5], [1, 4, 6, 3]):
        with pytest.raises(ValueError, match="shape"):
            old_images.toimage(np.zeros(shape))
    with pytest.raises(ValueError, match="complex"):
        old_images.toimage(np.zeros([2, 2], complex))
    for size in ((8, 12), 200, 2.0):
        assert old_images.imresize(colour, size).shape == (8, 12, 3)
    assert old_images.imresize(ramp, (3, 4), mode="F").tolist() == ramp.tolist()
    corners = np.array([[0, 255], [255, 0]], np.uint8)
    assert old_images.imresize(corners, 200, "nearest")[:, 0].tolist() == [0, 0, 255, 255]
    assert old_images.imrotate(corners, 90, "nearest").tolist() == [[255, 0], [0, 255]]
    palette = Image.fromarray(corners).convert("P")
    assert old_images.fromimage(palette).shape == (2, 2, 3)
    assert old_images.fromimage(Image.fromarray(corners).convert("1")).dtype == np.uint8
    assert old_images.toimage(corners, mode="1").mode == "1" and old_images.toimage(corners, mode="P").mode == "P"
    assert old_images.toimage(corners, mode="I").getpixel((1, 0)) == 255


@pytest.mark.skipif(importlib.util.find_spec("sklearn") is None, reason="scikit-learn is not installed")
def test_scikit_learn():
    labels = np.array([[0], [2], [0]])
    OneHotEncoder = answers.find("sklearn.preprocessing").OneHotEncoder
    assert OneHotEncoder(sparse=False).fit_transform(labels).tolist() == [[1, 0], [0, 1], [1, 0]]
    assert OneHotEncoder(categories="auto").fit_transform(labels).nnz == 3
    tsne = answers.find("sklearn.manifold").TSNE(n_components=2, n_iter=250, perplexity=1.0)
    assert tsne.max_iter == 250 and tsne.fit_transform(np.eye(4)).shape == (4, 2)


def test_matplotlib():
    plt = answers.find("matplotlib.pyplot")
    plt.grid(b=True)
    plt.grid(True)
    counts, _, _ = plt.hist([0, 1, 1, 2], 2, normed=True)
    assert np.allclose(counts, [0.25, 0.75])
    assert plt.hist([0, 1, 1, 2], 2)[0].tolist() == [1, 3]
    plt.close("all")
    plt.hold(True)
    assert plt.ishold()
    with pytest.raises(NotImplementedError, match=r"cla\(\)"):
        plt.hold(False)
    assert answers.find("matplotlib.mlab").normpdf(0.0, 0.0, 2.0) == pytest.approx(0.19947114)
    assert plt.cm.spectral(0.5) == plt.cm.nipy_spectral(0.5) and plt.cm.get_cmap("jet", 4).N == 4
    import matplotlib

    with matplotlib.rc_context():
        plt.style.use("seaborn-whitegrid")
        plt.style.use(["ggplot", "seaborn"])
        with pytest.raises(OSError, match="seaborn-no"):
            plt.style.use("seaborn-no")


def test_display(capsys):
    answers.find("IPython.display").display([1], "a")
    answers.find("IPython.display").clear_output(wait=True)
    assert capsys.readouterr().out == "[1]\n'a'\n"


WAYS = """
import numpy, numpy as np, numpy.linalg as la
import scipy.misc
from scipy import misc
from scipy.misc import imresize, imsave as save
from numpy import float as f, product, zeros
from collections import Mapping, OrderedDict
from PIL import Image
import PIL.Image
import matplotlib.cm as cm, matplotlib.pyplot as plt, matplotlib.gridspec, importlib
from matplotlib.pyplot import *
from importlib import import_module
import os.path, json.decoder
def inner():
    import numpy as np
    return np.float
assert f is float is np.float is inner() and product([2]) == 2 and numpy is np and la.__name__ == "numpy.linalg"
assert misc.imsave is save is scipy.misc.imsave and scipy.misc is misc
assert Image is PIL.Image and Image.ANTIALIAS == Image.LANCZOS and isinstance(Image.new("L", (1, 1)), PIL.Image.Image)
assert cm is plt.cm and matplotlib.cm is cm and callable(figure) and matplotlib.gridspec.GridSpec
assert import_module("numpy") is np is importlib.import_module("numpy") is __import__("numpy")
assert import_module("numpy.linalg") is la and importlib.import_module("numpy").int is int
for statement in ("import scipy.no_such", "from numpy import no_such", "import imp.no_such",
                  "from sklearn.cross_validation import no_such"):
    try:
        exec(statement)
    except ImportError as error:
        print(type(error).__name__, str(error).partition(" (")[0])
import sys
assert sys.modules["numpy"] is not np and not hasattr(sys.modules["numpy"], "product")
"""


def test_all_ways_of_importing(tmp_path):
    (tmp_path / "ways.py").write_text(WAYS)
    ran = run([*RUN, "ways.py"], tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[1:2] == ["ImportError cannot import name 'no_such' from 'numpy'"]
    assert len(ran.stdout.splitlines()) == 4 and ran.stderr == ""


@pytest.mark.parametrize(
    "imports", ["import numpy", "import tensorflow as tf; numpy = __import__('sys').modules['numpy']"]
)
def test_numbers_are_printed_as_ever(tmp_path, imports):
    (tmp_path / "script.py").write_text(imports + "\nprint([numpy.float32(0.5)], (numpy.int64(3), numpy.bool_(True)))")
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.stdout == "[0.5] (3, True)\n", ran.stderr


def test_what_only_numpy_itself_can_give_back(tmp_path):
    """Its version is pinned below 2.3 for that."""
    (tmp_path / "script.py").write_text("import numpy as np\nprint('%f' % np.ones(1), np.ones(1, 'u1').tostring())")
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.stdout == "1.000000 b'\\x01'\n", ran.stderr


def test_own_modules_win(tmp_path):
    for name in ("numpy", "tensorflow", "keras", "scipy"):
        (tmp_path / f"{name}.py").write_text(f"mine = '{name}'\nimport collections; collections.Mapping\n")
    (tmp_path / "script.py").write_text(
        "import numpy as np, tensorflow as tf, keras, scipy\nprint(np.mine, tf.mine, keras.mine, scipy.mine)\n"
        "from tensorflow import mine\nimport importlib; print(importlib.import_module('numpy') is np)\n"
    )
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.stdout == "numpy tensorflow keras scipy\nTrue\n", ran.stderr


def test_libraries_see_nothing_of_it(tmp_path):
    """Neither installed ones, below the script's own directory or not, nor Python's."""
    library = tmp_path / "venv" / "lib" / "site-packages"
    library.mkdir(parents=True)
    (library / "a_library.py").write_text("import collections\nseen = hasattr(collections, 'Mapping')\n")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "own.py").write_text("import collections\nseen = hasattr(collections, 'Mapping')\n")
    (tmp_path / "script.py").write_text(
        "import sys\nsys.path += [r'%s', 'lib']\nimport a_library, own, collections\n"
        % library
        + "seen = [hasattr(each, 'Mapping') for each in (collections, sys.modules['collections'])]\n"
        "print(a_library.seen, own.seen, *seen)"
    )
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.stdout == "False True True False\n", ran.stderr


@pytest.mark.parametrize("name", PATHS)
def test_every_path_of_tensorflow_leads_somewhere(name, tf):
    """To a name that is carried, or to the table's words."""
    by = PATHS[name].by
    try:
        value = answers.find(name)
    except ModuleNotFoundError as error:
        assert "is not carried" in str(error), name
        return
    assert value is (answers.find(by) if by.startswith("tensorflow") else pkgutil.resolve_name(by)) or (
        value.__name__ == name and isinstance(value, types.ModuleType)
    )


BY_PATH = """
import importlib.util, runpy
from importlib.machinery import SourceFileLoader
spec = importlib.util.spec_from_file_location("config", "sub/config.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.seen, SourceFileLoader("config", "sub/config.py").load_module().seen)
print(runpy.run_path("sub/config.py")["seen"])
"""


def test_files_that_are_loaded_by_their_path(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "config.py").write_text("import collections\nseen = hasattr(collections, 'Mapping')\n")
    (tmp_path / "script.py").write_text(BY_PATH)
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.stdout == "True True\nTrue\n", ran.stderr


SETS = """
import sys
import numpy as np
from PIL import Image
from numpy import *
Image.MAX_IMAGE_PIXELS = 10
load, np.load = np.load, len
print(sys.modules["PIL.Image"].MAX_IMAGE_PIXELS, sys.modules["numpy"].load is len, product([2, 3]))
np.load = load
del np.nan
np.product = 5
print(hasattr(sys.modules["numpy"], "nan"), hasattr(sys.modules["numpy"], "product"), np.product)
"""


def test_what_a_script_sets_it_sets_on_the_real_module(tmp_path):
    """But for names that only old code knows."""
    (tmp_path / "script.py").write_text(SETS)
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.stdout == "10 True 6\nFalse False 5\n", ran.stderr


def test_more_of_numpy():
    numpy = answers.find("numpy")
    assert numpy.fromstring("ab", dtype=np.uint8).tolist() == numpy.fromstring(b"ab", np.uint8).tolist() == [97, 98]
    assert numpy.fromstring("1 2", sep=" ").tolist() == [1.0, 2.0] and numpy.fromstring(b"a", "u1").flags.writeable
    assert numpy.cast[np.float32]([1]).dtype == numpy.cast["float32"](1).dtype == np.float32
    assert numpy.find_common_type([np.float32], [np.int64, np.float64]) == np.float32
    assert numpy.find_common_type([np.int16], [np.float32]) == np.float32
    assert numpy.find_common_type([np.int16, np.int32], []) == np.int32 and np.float32 in numpy.sctypes["float"]


@pytest.mark.parametrize("module", ["scipy.ndimage", "scipy.ndimage.interpolation"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rotate_by_an_angle_that_is_an_array(module):
    """By half a turn and a quarter of one nothing is interpolated, and so the values are plain to see."""
    pytest.importorskip("scipy")
    image = np.arange(6.0).reshape(2, 3)
    rotate = answers.find(module).rotate
    for angle in (90, 90.0, np.array(90), np.array([90]), np.array([[90.0]])):
        np.testing.assert_allclose(rotate(image, angle), np.rot90(image), atol=1e-12)
    turned = rotate(image, np.array([180]), reshape=False, order=1, cval=-1.0)
    np.testing.assert_allclose(turned, image[::-1, ::-1], atol=1e-12)
    with pytest.raises(ValueError, match="one number: it has 2"):
        rotate(image, np.array([10, 20]))


def test_a_script_that_turns_pictures(tmp_path):
    """Against what NumPy 1.18.5 and SciPy 1.2.3 print."""
    pytest.importorskip("scipy")
    (tmp_path / "turn.py").write_text("""
import numpy
from scipy import ndimage
numpy.random.seed(3)
image = numpy.reshape(numpy.random.rand(49), (-1, 7))
angle = numpy.random.randint(-15, 15, 1)
turned = ndimage.rotate(image, angle, reshape=False, cval=numpy.median(image))
print(angle, "%.6f %.6f" % (turned.sum(), turned[2, 3]))
""")
    ran = run([*RUN, "turn.py"], tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "[-2] 22.659699 0.550470\n"), ran.stderr


def test_modules_that_tensorflow_python_had_too():
    for name, package in (("control_flow_ops", "ops"), ("math_ops", "ops"), ("tensor_shape", "framework")):
        assert answers.find(f"tensorflow.python.{name}") is answers.find(f"tensorflow.python.{package}.{name}")
