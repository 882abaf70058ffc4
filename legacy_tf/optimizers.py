"""The optimizers of tf.train that build another graph today. The others are compat.v1's own."""

from tensorflow.python.framework import constant_op, ops
from tensorflow.python.ops import resource_variable_ops
from tensorflow.python.training import ftrl, gradient_descent


class GradientDescentOptimizer(gradient_descent.GradientDescentOptimizer):
    """`tf.train.GradientDescentOptimizer` of TF 1.15."""

    def _resource_apply_sparse_duplicate_indices(self, grad, handle, indices):
        # the learning rate as it was given, a new constant each time; today the tensor that was made once
        return resource_variable_ops.resource_scatter_add(handle.handle, indices, -grad * self._learning_rate)


class FtrlOptimizer(ftrl.FtrlOptimizer):
    """`tf.train.FtrlOptimizer` of TF 1.15: accumulators start from constants, no `beta` is added to the L2 strength."""

    def _create_slots(self, var_list):
        for v in var_list:
            with ops.colocate_with(v):
                start = constant_op.constant(self._initial_accumulator_value, v.dtype.base_dtype, v.get_shape())
                self._get_or_make_slot(v, start, "accum", self._accum_name or self._name)
                self._zeros_slot(v, "linear", self._linear_name or self._name)

    def _prepare(self):
        def tensor(name):
            return ops.convert_to_tensor(getattr(self, "_" + name), name=name)

        self._learning_rate_tensor = tensor("learning_rate")
        self._l1_regularization_strength_tensor = tensor("l1_regularization_strength")
        self._adjusted_l2_regularization_strength_tensor = tensor("l2_regularization_strength")
        self._l2_shrinkage_regularization_strength_tensor = tensor("l2_shrinkage_regularization_strength")
        self._learning_rate_power_tensor = tensor("learning_rate_power")
