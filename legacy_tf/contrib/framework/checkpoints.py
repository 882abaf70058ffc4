"""tf.contrib.framework: values for variables, from arrays and from checkpoints."""

from tensorflow.core.protobuf import saver_pb2
from tensorflow.python.ops import array_ops, control_flow_ops
from tensorflow.python.platform import tf_logging as logging
from tensorflow.python.training import checkpoint_utils, py_checkpoint_reader
from tensorflow.python.training import saver as _saver

from legacy_tf.contrib.framework.variables import get_unique_variable, get_variable_full_name


def load_checkpoint(filepattern):
    """`tf.train.load_checkpoint`: a reader of a checkpoint, or of the latest one in a directory."""
    return checkpoint_utils.load_checkpoint(filepattern)


def load_variable(checkpoint_dir, name):
    """`tf.train.load_variable`: the value, an array, of one variable in a checkpoint."""
    return checkpoint_utils.load_variable(checkpoint_dir, name)


def list_variables(checkpoint_dir):
    """`tf.train.list_variables`: [(name, shape)] of a checkpoint."""
    return checkpoint_utils.list_variables(checkpoint_dir)


def assign_from_values(var_names_to_values):
    """(op that assigns, what to feed it), from {full name of a variable: array}. ValueError: there is no such variable.

    The values are fed through placeholders and so don't fill the graph."""
    return _assignment((get_unique_variable(name), value) for name, value in var_names_to_values.items())


def assign_from_values_fn(var_names_to_values):
    """The same as a function of a session."""
    assign, feed = assign_from_values(var_names_to_values)
    return lambda session: session.run(assign, feed)


def _assignment(pairs):
    """(op, feed) of (variable, array) pairs."""
    assigns, feed = [], {}
    for variable, value in pairs:
        shape = variable.shape
        placeholder = array_ops.placeholder(variable.dtype.base_dtype, shape, "placeholder/" + variable.op.name)
        assigns.append(variable.assign(placeholder))
        feed[placeholder] = value.reshape(shape)
    return control_flow_ops.group(*assigns), feed


def assign_from_checkpoint(model_path, var_list, ignore_missing_vars=False):
    """(op that assigns, what to feed it): values of a checkpoint for variables.

    Args:
      model_path: the checkpoint's path, e.g. from `tf.train.latest_checkpoint`.
      var_list: list of variables, or {name in the checkpoint: variable or list of them}.
      ignore_missing_vars: whether what the checkpoint lacks is left out, with a warning.

    Raises:
      ValueError: the checkpoint lacks a variable, or has it in another shape.
    """
    reader = py_checkpoint_reader.NewCheckpointReader(model_path)
    if isinstance(var_list, (tuple, list)):
        by_name = {}
        for variable in var_list:
            by_name.setdefault(get_variable_full_name(variable), []).append(variable)
        var_list = by_name
    return _assignment(list(_found(reader, model_path, var_list, ignore_missing_vars)))


def _found(reader, model_path, var_list, ignore_missing_vars):
    for name, variables in var_list.items():
        if not reader.has_tensor(name):
            if not ignore_missing_vars:
                raise ValueError(f"the checkpoint {model_path} has no variable {name!r}")
            logging.warning("the checkpoint %s has no variable %r", model_path, name)
            continue
        whole = reader.get_tensor(name)
        for variable in variables if isinstance(variables, (tuple, list)) else [variables]:
            part = variable._get_save_slice_info()
            value = whole
            if part:  # of a partitioned variable
                value = whole[tuple(slice(at, at + size) for at, size in zip(part.var_offset, part.var_shape))]
            if variable.shape != value.shape:
                raise ValueError(f"{name!r} has the shape {variable.shape}, in the checkpoint {value.shape}")
            yield variable, value


def assign_from_checkpoint_fn(model_path, var_list, ignore_missing_vars=False, reshape_variables=False):
    """A function of a session that restores variables from a checkpoint; None where there is nothing to restore.

    Args:
      model_path, ignore_missing_vars: as those of assign_from_checkpoint.
      var_list: list of variables, or {name in the checkpoint: variable}.
      reshape_variables: whether a value of another shape and as many elements is taken.

    Raises:
      ValueError: `var_list` is empty.
    """
    if not var_list:
        raise ValueError("var_list has no variables in it")
    if ignore_missing_vars:
        reader = py_checkpoint_reader.NewCheckpointReader(model_path)
        named = var_list if isinstance(var_list, dict) else {variable.op.name: variable for variable in var_list}
        var_list = {name: variable for name, variable in named.items() if reader.has_tensor(name)}
        for name in named:
            if name not in var_list:
                logging.warning("the checkpoint %s has no variable %r", model_path, name)
        if not var_list:
            logging.warning("there is nothing to restore from %s", model_path)
            return None
    # TF 1.15 too: no more is written with it, but the other format has another number of ops
    saver = _saver.Saver(var_list, reshape=reshape_variables, write_version=saver_pb2.SaverDef.V1)
    return lambda session: saver.restore(session, model_path)
