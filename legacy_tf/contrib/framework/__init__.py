"""tf.contrib.framework of TF 1.15: arg_scope, and variables with their collections."""

# isort: skip_file
from legacy_tf.contrib.framework.arg_scope import (
    add_arg_scope, arg_scope, arg_scoped_arguments, current_arg_scope, has_arg_scope,
)  # fmt: skip
from legacy_tf.contrib.framework.variables import (
    add_model_variable, assert_global_step, assert_or_get_global_step, create_global_step, filter_variables,
    get_global_step, get_local_variables, get_model_variables, get_or_create_global_step, get_trainable_variables,
    get_unique_variable, get_variable_full_name, get_variables, get_variables_by_name, get_variables_by_suffix,
    get_variables_to_restore, global_variable, local_variable, model_variable, variable,
)  # fmt: skip

__all__ = [
    "add_arg_scope", "add_model_variable", "arg_scope", "arg_scoped_arguments", "assert_global_step",
    "assert_or_get_global_step", "create_global_step", "current_arg_scope", "filter_variables", "get_global_step",
    "get_local_variables", "get_model_variables", "get_or_create_global_step", "get_trainable_variables",
    "get_unique_variable", "get_variable_full_name", "get_variables", "get_variables_by_name",
    "get_variables_by_suffix", "get_variables_to_restore", "global_variable", "has_arg_scope", "local_variable",
    "model_variable", "variable",
]  # fmt: skip
