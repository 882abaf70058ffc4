"""tensorflow.python.framework as Keras 2.3.1 knew it: `ops` had the class that tensors of every kind were of."""

import types

from tensorflow.python.framework import device, sparse_tensor, tensor  # noqa: F401
from tensorflow.python.framework import ops as today
from tensorflow.python.framework.indexed_slices import IndexedSlices

ops = types.ModuleType(today.__name__, today.__doc__)
ops.__dict__.update(vars(today), _TensorLike=(tensor.Tensor, sparse_tensor.SparseTensor, IndexedSlices))
