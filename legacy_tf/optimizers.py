"""The optimizers of tf.train that build another graph today. The others are compat.v1's own."""

from tensorflow.python.framework import constant_op, ops
from tensorflow.python.ops import resource_variable_ops
from tensorflow.python.training import ftrl, gradient_descent


class GradientDescentOptimizer(gradient_descent.GradientDescentOptimizer):
    """`tf.train.GradientDescentOptimizer` of TF 1.15."""

    def _resource_apply_sparse_duplicate_indices(self, grad, handle, indices):
        # the learning rate as it was given, a new constant each time; today the tensor that was made once
        step = -grad * self._learning_rate
        return resource_variable_ops.resource_scatter_add(handle.handle, indices, step)


class FtrlOptimizer(ftrl.FtrlOptimizer):
    """`tf.train.FtrlOptimizer` of TF 1.15: accumulators start from constants, no `beta` is added to the L2 strength."""

    _TENSORS = {  # in the order in which they enter the graph
        "learning_rate": "_learning_rate_tensor",
        "l1_regularization_strength": "_l1_regularization_strength_tensor",
        "l2_regularization_strength": "_adjusted_l2_regularization_strength_tensor",
        "l2_shrinkage_regularization_strength": "_l2_shrinkage_regularization_strength_tensor",
        "learning_rate_power": "_learning_rate_power_tensor",
    }

    def _create_slots(self, var_list):
        accum_name, linear_name = (name or self._name for name in (self._accum_name, self._linear_name))
        for var in var_list:
            with ops.colocate_with(var):
                start = constant_op.constant(self._initial_accumulator_value, var.dtype.base_dtype, var.shape)
                self._get_or_make_slot(var, start, "accum", accum_name)
                self._zeros_slot(var, "linear", linear_name)

    def _prepare(self):
        for name, attribute in self._TENSORS.items():
            setattr(self, attribute, ops.convert_to_tensor(getattr(self, "_" + name), name=name))
