"""Running old scripts and notebooks unmodified: `python -m legacy_tf run`, and `legacy_tf.install()` in a process.

script.py       the command: runs the script as plain Python would
options.py      its options
starting.py     what can be run: a file, a module (-m), a directory, standard input
notebook.py     the cells of a notebook, which legacy_tf/reading reads
imports.py      the script and its own modules get an `__import__` of ours; nobody else does
loaded.py       what old code itself does to sys.modules
answers.py      what that gives them: TF 1.15's names, and modules in which old names are answered
laid_over.py    such a module, over the real one; paths.py the names that are answered
old_names.py    the answers that are no plain renaming; old_numpy.py NumPy's, old_images.py those of scipy.misc
old_arguments.py  functions of which an argument has another name now; old_pyplot.py, old_sklearn.py those of the two
operators.py    the script compiled with calls in the places of its operators
arithmetic.py   what they call; numpy_1.py the types that NumPy 1 gave
limits.py       --seed, --threads, --steps-limit, --time-limit; runs.py tells them of each run of a session
figures.py      --figures: matplotlib's windows as files
noise.py        what TensorFlow says on stderr while it is imported
errors.py       tracebacks without our frames
"""

import sys

LOADED_BEFORE = {name.partition(".")[0] for name in sys.modules}  # what plain Python has, too, when a script begins
