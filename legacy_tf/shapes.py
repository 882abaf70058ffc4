"""Sizes of shapes, where TF 1.15 took more for one."""

import numpy as np
from tensorflow.python.framework import tensor_shape

_init = tensor_shape.Dimension.__init__


# Today's takes whole numbers of whole types alone; code that grew up under Python 2 says [None, 784 / 2].
def dimension_init(dimension, value):
    """Makes a `tf.Dimension` of `value`: None, a whole number ≥ 0 or a float that is one.

    Raises ValueError for a float that is no whole number.
    """
    if isinstance(value, (float, np.floating)):
        if value != int(value):
            raise ValueError(f"{value} is no size: a dimension is a whole number")
        value = int(value)
    _init(dimension, value)
