"""Keras 2.3.1 and its two helper packages, as submodules: legacy_tf.keras.library.keras is what old code calls keras.

Under names of their own they don't stand in the way of Keras 3, which other libraries import.
"""

import numpy as np

from legacy_tf.keras import imports, place

__path__ = [place.require()]
imports.install()
np.set_printoptions(legacy="1.25")  # a summary's sizes and a history's losses print as numbers, not as np.int64(…)
