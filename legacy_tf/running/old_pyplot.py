"""What answers arguments of matplotlib.pyplot that are gone. See legacy_tf/table/moved.py."""

from matplotlib import pyplot

from legacy_tf.running.old_arguments import renamed

grid = renamed(pyplot.grid, "b", "visible")
hist = renamed(pyplot.hist, "normed", "density")
