"""tf.contrib.framework of TF 1.15: arg_scope, variables with their collections, and values for them."""

# isort: skip_file
from legacy_tf.contrib.framework.arg_scope import (
    add_arg_scope, arg_scope, arg_scoped_arguments, current_arg_scope, has_arg_scope,
)  # fmt: skip
from legacy_tf.contrib.framework.checkpoints import (
    assign_from_checkpoint, assign_from_checkpoint_fn, assign_from_values, assign_from_values_fn, list_variables,
    load_checkpoint, load_variable,
)  # fmt: skip
from legacy_tf.contrib.framework.small import (
    BoundedTensorSpec, TensorSpec, argsort, assert_same_float_dtype, assert_scalar, assert_scalar_int,
    convert_to_tensor_or_sparse_tensor, deprecated, deprecated_arg_values, deprecated_args, get_name_scope, is_tensor,
    nest, reduce_sum_n, smart_case, smart_cond, smart_constant_value, sort,
)  # fmt: skip
from legacy_tf.contrib.framework.variables import (
    add_model_variable, assert_global_step, assert_or_get_global_step, create_global_step, filter_variables,
    get_global_step, get_local_variables, get_model_variables, get_or_create_global_step, get_trainable_variables,
    get_unique_variable, get_variable_full_name, get_variables, get_variables_by_name, get_variables_by_suffix,
    get_variables_to_restore, global_variable, local_variable, model_variable, variable,
)  # fmt: skip

__all__ = [
    "BoundedTensorSpec", "TensorSpec", "add_arg_scope", "add_model_variable", "arg_scope", "arg_scoped_arguments",
    "argsort", "assert_global_step", "assert_or_get_global_step", "assert_same_float_dtype", "assert_scalar",
    "assert_scalar_int", "assign_from_checkpoint", "assign_from_checkpoint_fn", "assign_from_values",
    "assign_from_values_fn", "convert_to_tensor_or_sparse_tensor", "create_global_step", "current_arg_scope",
    "deprecated", "deprecated_arg_values", "deprecated_args", "filter_variables", "get_global_step",
    "get_local_variables", "get_model_variables", "get_name_scope", "get_or_create_global_step",
    "get_trainable_variables", "get_unique_variable", "get_variable_full_name", "get_variables",
    "get_variables_by_name", "get_variables_by_suffix", "get_variables_to_restore", "global_variable",
    "has_arg_scope", "is_tensor", "list_variables", "load_checkpoint", "load_variable", "local_variable",
    "model_variable", "nest", "reduce_sum_n", "smart_case", "smart_cond", "smart_constant_value", "sort",
    "variable",
]  # fmt: skip
