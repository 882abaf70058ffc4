"""Names of Python, NumPy, SciPy, scikit-learn, matplotlib and Pillow that course code of 2016-2019 uses and that have
gone or moved since: old name -> what answers it in a script run by `python -m legacy_tf run`, and why it must.

The libraries themselves are not touched: only the script and its own modules see these answers.
"""

from typing import NamedTuple


class Moved(NamedTuple):
    """An old name's answer: an attribute, or a whole module."""

    by: str  # dotted name of what answers; below "tensorflow" it is looked up in the TF 1.15 namespace
    why: str
    argument: str | None = None  # where only this argument has gone; "" where a source text doesn't show what has


def _rows(prefix, pairs, why, argument=None):
    """Rows of one library: `pairs` is "old=new old=new ..."; an answer without a dot is of `prefix` too."""
    split = (pair.split("=") for pair in pairs.split())
    return {f"{prefix}.{old}": Moved(new if "." in new else f"{prefix}.{new}", why, argument) for old, new in split}


_LOADED = "legacy_tf.running.loaded"
_OURS = "legacy_tf.running.old_names"
_IMAGEIO = "legacy_tf.running.old_imageio"
_IMAGES = "legacy_tf.running.old_images"
_NUMPY = "legacy_tf.running.old_numpy"
_PYPLOT = "legacy_tf.running.old_pyplot"
_SKLEARN = "legacy_tf.running.old_sklearn"

MOVED = {
    # ---- Python
    **_rows(
        "collections",
        " ".join(
            f"{name}=collections.abc.{name}"
            for name in (
                "Callable Container Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView "
                "MutableMapping MutableSequence MutableSet Sequence Set Sized ValuesView"
            ).split()
        ),
        "moved to collections.abc; the old place went with Python 3.10",
    ),
    **_rows("base64", "decodestring=decodebytes encodestring=encodebytes", "removed in Python 3.9"),
    "fractions.gcd": Moved("math.gcd", "removed in Python 3.9"),
    **_rows("importlib", f"machinery.SourceFileLoader=legacy_tf.running.imports.OwnLoader "
            f"util.spec_from_file_location={_OURS}.spec_from_file_location",
            "a file that a script loads by its path is old code too"),
    "importlib.reload": Moved(f"{_LOADED}.reload", "what a script holds may be an answer, not the module itself"),
    "runpy.run_path": Moved(f"{_OURS}.run_path", "a file that a script runs is old code too"),
    "inspect.getargspec": Moved(f"{_OURS}.getargspec", "removed in Python 3.11"),
    **_rows("imp", f"load_source={_OURS}.load_source new_module=types.ModuleType reload={_LOADED}.reload",
            "the module imp was removed in Python 3.12"),
    "time.clock": Moved("time.process_time", "removed in Python 3.8; on Unix it was the processor time"),
    "xml.etree.cElementTree": Moved("xml.etree.ElementTree", "removed in Python 3.9"),
    # ---- NumPy
    **_rows("numpy", "bool=builtins.bool complex=builtins.complex float=builtins.float int=builtins.int "
            "long=builtins.int object=builtins.object str=builtins.str unicode=builtins.str",
            "an alias of Python's own type, removed in NumPy 1.24 (bool and long came back in 2.0 as other types)"),
    **_rows("numpy", "bool8=bool_ complex_=complex128 float_=float64 int0=intp longfloat=longdouble object0=object_ "
            "str0=str_ string_=bytes_ unicode_=str_",
            "a second name of a type, removed in NumPy 2.0"),
    **_rows("numpy", "Inf=inf Infinity=inf NAN=nan NaN=nan PINF=inf infty=inf",
            "a second name of a constant, removed in NumPy 2.0"),
    "numpy.NINF": Moved(f"{_NUMPY}.NINF", "removed in NumPy 2.0"),
    **_rows("numpy", "alltrue=all cumproduct=cumprod mat=asmatrix product=prod round_=round row_stack=vstack "
            "sometrue=any trapz=trapezoid", "a second name of a function, removed in NumPy 2"),
    **_rows("numpy", f"cast={_NUMPY}.CAST find_common_type={_NUMPY}.find_common_type rank=ndim "
            f"sctypes={_NUMPY}.SCTYPES",
            "removed in NumPy 2.0 or before"),
    **_rows("numpy", "array=%s.array asarray=%s.asarray" % (_NUMPY, _NUMPY),
            "rows of unequal lengths made an array of lists until NumPy 1.24; until 2, copy=False copied where it must "
            "and whole numbers went around",
            ""),
    **_rows("numpy", f"dstack={_NUMPY}.dstack hstack={_NUMPY}.hstack vstack={_NUMPY}.vstack",
            "a generator of arrays is refused since NumPy 1.24", ""),
    **_rows("numpy", f"unique={_NUMPY}.unique", "the inverse has the array's shape since NumPy 2.0", "return_inverse"),
    "numpy.asfarray": Moved(f"{_NUMPY}.asfarray", "removed in NumPy 2.0"),
    "numpy.asscalar": Moved(f"{_NUMPY}.asscalar", "removed in NumPy 1.23"),
    "numpy.fromstring": Moved(f"{_NUMPY}.fromstring", "reads bytes no more since NumPy 2.3; frombuffer does"),
    **_rows("numpy", f"histogram={_NUMPY}.histogram",
            "its argument `normed`, now `density`, was removed in NumPy 1.24", "normed"),
    "numpy.in1d": Moved(f"{_NUMPY}.in1d", "now isin; removed in NumPy 2.4"),
    "numpy.lib.pad": Moved("numpy.pad", "removed from numpy.lib in NumPy 2.0"),
    "numpy.math": Moved("math", "Python's own module, in NumPy's namespace until 1.25"),
    "numpy.msort": Moved(f"{_NUMPY}.msort", "removed in NumPy 2.0"),
    **_rows("numpy", " ".join(
        f"{name}={_NUMPY}.{name}" for name in "nanpercentile nanquantile percentile quantile".split()),
            "its argument `interpolation`, now `method`, was removed in NumPy 2.4", "interpolation"),
    **_rows("numpy", f"reshape={_NUMPY}.reshape",
            "its argument `newshape`, now `shape`, was removed in NumPy 2.4", "newshape"),
    **_rows("numpy", " ".join(f"{name}=numpy.exceptions.{name}" for name in (
        "AxisError ComplexWarning RankWarning TooHardError VisibleDeprecationWarning".split())),
        "moved to numpy.exceptions; removed from numpy in 2.0"),
    # ---- SciPy: answered also where SciPy is not installed
    **_rows("scipy.misc", " ".join(
        f"{name}={_IMAGES}.{name}" for name in "bytescale fromimage imread imresize imrotate imsave toimage".split()),
        "removed in SciPy 1.2 or 1.3; answered by Pillow, as SciPy did"),
    **_rows("scipy.misc", " ".join(f"{name}={_OURS}.{name}" for name in "comb factorial logsumexp".split()),
            "moved to scipy.special; removed from scipy.misc in SciPy 1.3"),
    "scipy.ndimage.imread": Moved(f"{_IMAGES}.imread", "removed in SciPy 1.2; answered by Pillow, as SciPy did"),
    "scipy.linalg.pinv2": Moved("scipy.linalg.pinv", "removed in SciPy 1.9"),
    "scipy.signal.gaussian": Moved("scipy.signal.windows.gaussian", "moved; removed in SciPy 1.13"),
    **_rows("scipy.ndimage", f"rotate={_IMAGES}.rotate interpolation.rotate={_IMAGES}.rotate",
            "an angle that is an array of one, as randint(-15, 15, 1) gives it, is refused by today's SciPy"),
    # ---- scikit-learn
    **_rows("sklearn.cross_validation", " ".join(
        f"{name}=sklearn.model_selection.{name}" for name in ("cross_val_score", "train_test_split")),
        "moved to sklearn.model_selection; removed in scikit-learn 0.20"),
    **_rows("sklearn.grid_search", "GridSearchCV=sklearn.model_selection.GridSearchCV "
            "ParameterGrid=sklearn.model_selection.ParameterGrid",
            "moved to sklearn.model_selection; removed in scikit-learn 0.20"),
    **_rows("sklearn.manifold", f"TSNE={_SKLEARN}.TSNE",
            "its argument `n_iter`, now `max_iter`, was removed in scikit-learn 1.7", "n_iter"),
    **_rows("sklearn.preprocessing", f"OneHotEncoder={_SKLEARN}.OneHotEncoder",
            "its argument `sparse`, now `sparse_output`, was removed in scikit-learn 1.4", "sparse"),
    "sklearn.externals.joblib": Moved("joblib", "a package of its own; removed in scikit-learn 0.23"),
    "sklearn.externals.six": Moved("six", "a package of its own; removed in scikit-learn 0.23"),
    # ---- matplotlib
    **_rows("matplotlib.cm", "Vega10=tab10 Vega20=tab20 spectral=nipy_spectral spectral_r=nipy_spectral_r",
            "the colour map was renamed in matplotlib 2.2"),
    "matplotlib.cm.get_cmap": Moved("matplotlib.pyplot.get_cmap", "removed from matplotlib.cm in 3.9"),
    "matplotlib.cbook.iterable": Moved("numpy.iterable", "removed in matplotlib 3.1"),
    "matplotlib.mlab.normpdf": Moved(f"{_OURS}.normpdf", "removed in matplotlib 3.1"),
    **_rows("matplotlib.pyplot", f"hist={_PYPLOT}.hist",
            "its argument `normed`, now `density`, went with matplotlib 3.1", "normed"),
    **_rows("matplotlib.pyplot", f"grid={_PYPLOT}.grid",
            "its argument `b`, now `visible`, went with matplotlib 3.6", "b"),
    "matplotlib.pyplot.hold": Moved(f"{_OURS}.hold", "removed in matplotlib 3.0, which always holds"),
    "matplotlib.pyplot.ishold": Moved(f"{_OURS}.ishold", "removed in matplotlib 3.0, which always holds"),
    "matplotlib.style.use": Moved(f"{_OURS}.use_style", "the styles seaborn-* are called seaborn-v0_8-* since 3.8"),
    # ---- Pillow
    **_rows("PIL.Image", "ANTIALIAS=LANCZOS CUBIC=BICUBIC LINEAR=BILINEAR",
            "a second name of a filter, removed in Pillow 10"),
    # ---- imageio
    **_rows("imageio", f"imsave={_IMAGEIO}.imwrite imwrite={_IMAGEIO}.imwrite mimsave={_IMAGEIO}.mimwrite "
            f"mimwrite={_IMAGEIO}.mimwrite get_writer={_IMAGEIO}.get_writer",
            "since 2.28 arrays that are no bytes are refused or come out black, and a GIF's seconds are milliseconds"),
    **_rows("imageio", f"imread={_IMAGEIO}.imread", "its argument `as_gray` is mode='F' since 2.28", "as_gray"),
    # ---- IPython, which notebooks have and a terminal may not
    **_rows("IPython.display", f"clear_output={_OURS}.clear_output display={_OURS}.display",
            "there is no notebook to display in: display prints, clear_output does nothing"),
    **_rows("IPython.display", " ".join(
        f"{name}={_OURS}.Shown" for name in "Audio HTML Image Javascript Latex Markdown Math SVG YouTubeVideo".split()),
        "there is no notebook to display in: it prints what it was made of"),
    "IPython.get_ipython": Moved("legacy_tf.running.notebook.get_ipython", "a shell that says what it leaves out"),
}  # fmt: skip

# Modules with rows above that were removed; and, besides, those of packages that need not be installed.
REMOVED = ("imp", "scipy.misc", "sklearn.cross_validation", "sklearn.externals", "sklearn.grid_search")
GONE = (*REMOVED, "IPython", "IPython.display", "scipy.ndimage")

# Packages that stand under another name here, because today's of that name is another one.
ELSEWHERE = {
    **{top: f"legacy_tf.keras.library.{top}" for top in ("keras", "keras_applications", "keras_preprocessing")},
    "tensorflow.python.estimator": "legacy_tf.wheel.library.tensorflow_estimator.python.estimator",
    "tensorflow.python.feature_column": "legacy_tf.wheel.library.tensorflow_core.python.feature_column",
    "tensorflow_estimator": "legacy_tf.wheel.library.tensorflow_estimator",
    "tensorflow.python.keras": "legacy_tf.wheel.library.tensorflow_core.python.keras",
}


def _paths(new, old, why):
    return {f"tensorflow.{each}": Moved(f"tensorflow.{new}" if new else "tensorflow", why) for each in old.split()}


# The same for paths of TensorFlow's own modules, by which old code reaches what the namespace has under a public name.
PATHS = {
    **_paths("", "compat.v1", "in TF 1.15 the same functions; one namespace answers both"),
    "tensorflow.examples.tutorials.mnist.input_data": Moved(
        "legacy_tf.examples.tutorials.mnist.input_data", "TensorFlow 2 has no tutorials' package"
    ),
    **_paths("contrib.learn.datasets.mnist", "contrib.learn.python.learn.datasets.mnist", "where the source stood"),
    **_paths("contrib.layers",
             "contrib.layers.python.layers contrib.layers.python.layers.initializers "
             "contrib.layers.python.layers.layers contrib.layers.python.layers.regularizers", "where the source stood"),
    **_paths("contrib.framework",
             "contrib.framework.python.framework contrib.framework.python.ops contrib.framework.python.ops.variables",
             "where the source stood"),
    **_paths("layers",
             "python.layers.base python.layers.convolutional python.layers.core python.layers.layers "
             "python.layers.normalization python.layers.pooling",
             "where the source stood; today's has Keras's numbers"),
    **_paths("nn.rnn_cell", "python.ops.rnn_cell python.ops.rnn_cell_impl",
             "where the source stood; today's has Keras's numbers"),
    **{f"tensorflow.python.{name}": Moved(f"tensorflow.python.{package}.{name}", "it was at both places")
       for package, names in {
           "ops": "array_ops check_ops clip_ops control_flow_ops gen_array_ops gen_math_ops gen_nn_ops math_ops nn_ops "
                  "random_ops resource_variable_ops rnn sparse_ops state_ops tensor_array_ops",
           "framework": "constant_op random_seed sparse_tensor tensor_shape tensor_util",
       }.items() for name in names.split()},
    **{f"tensorflow.{name}": Moved(f"{_OURS}.TF_VERSION", "scripts choose their ways by it")
       for name in ("VERSION", "__version__", "version.VERSION")},
}  # fmt: skip
