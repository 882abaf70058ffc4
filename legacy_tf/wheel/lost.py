"""The names that modules of TensorFlow's inside have lost since TF 1.15, as its source is given them."""

import contextlib
import types
from importlib import import_module

from legacy_tf.wheel import kernels, objects

_PYTHON = "tensorflow.python."


def _of(module, **names):
    """Lost names that are today's names of another module (below tensorflow.python)."""
    return lambda: {old: getattr(import_module(_PYTHON + module), new) for old, new in names.items()}


def _elsewhere(modules):
    """Lost names that other modules (below tensorflow.python) have today: {module: "name name"}."""
    return lambda: {
        name: getattr(import_module(_PYTHON + module), name)
        for module, names in modules.items()
        for name in names.split()
    }


def _context():
    from tensorflow.python.eager import context
    from tensorflow.python.ops import summary_ops_v2

    kept = {"writer": "writer", "step": "step", "recording": "is_recording"}
    kept["recording_distribution_strategy"] = "is_recording_distribution_strategy"
    for old, new in kept.items():  # where today's summaries keep it, so that theirs and these know of each other
        place = property(
            lambda self, name=new: getattr(summary_ops_v2._summary_state, name),
            lambda self, value, name=new: setattr(summary_ops_v2._summary_state, name, value),
        )
        setattr(context.Context, f"summary_{old}", place)
    return {}


def _variables():
    from tensorflow.python.ops import ref_variable, variable_v1

    return {"RefVariable": ref_variable.RefVariable, "VariableV1": variable_v1.VariableV1}


def _dataset_ops():
    ops = "cache concatenate filter from_sparse_tensor_slices from_tensor_slices from_tensors map padded_batch range"
    lost = {}
    for module in [*ops.split(), "skip", "take", "window", "zip"]:
        module = import_module(f"{_PYTHON}data.ops.{module}_op")
        lost.update({name.lstrip("_"): value for name, value in vars(module).items() if name.endswith("Dataset")})
    return lost


def _composite_tensor():
    from tensorflow.python.framework import composite_tensor

    composite_tensor.CompositeTensor._is_graph_tensor = True  # eager ones are not carried
    return {}


def _resource_variable_ops():
    from tensorflow.python.framework import ops

    key = ops.GraphKeys.GLOBAL_VARIABLES
    return {"_to_proto_fn": ops.get_to_proto_function(key), "_from_proto_fn": ops.get_from_proto_function(key)}


def _framework_ops():
    from tensorflow.python.framework import indexed_slices, ops, sparse_tensor, tensor

    ops.Graph._auto_cast_variable_read_dtype = None
    ops.Graph._enable_auto_casting_variables = _enable_auto_casting_variables
    return {
        "NotDifferentiable": kernels.not_differentiable,
        "RegisterGradient": kernels.register_gradient,
        "RegisterShape": kernels.register_shape,
        "_TensorLike": (tensor.Tensor, sparse_tensor.SparseTensor, indexed_slices.IndexedSlices),  # their class
        "convert_n_to_tensor_or_indexed_slices": indexed_slices.convert_n_to_tensor_or_indexed_slices,
        "register_dense_tensor_like_type": lambda tensor_type: None,  # today's tells tensors by what they can do
    }


@contextlib.contextmanager
def _enable_auto_casting_variables(graph, dtype):
    """Within it variables that know how (mixed precision's) are read as `dtype`."""
    before = graph._auto_cast_variable_read_dtype
    graph._auto_cast_variable_read_dtype = dtype
    try:
        yield
    finally:
        graph._auto_cast_variable_read_dtype = before


def _autotrackable():
    from tensorflow.python.keras.utils import layer_utils
    from tensorflow.python.trackable import autotrackable, resource

    return {
        "TrackableResource": resource.TrackableResource,
        "cached_per_instance": layer_utils.cached_per_instance,
        "delete_tracking": autotrackable.AutoTrackable._delete_tracking,
    }


def _cells():
    from tensorflow.python.ops import rnn_cell_impl

    from legacy_tf.recurrent import LayerRNNCell

    names = ("_BIAS_VARIABLE_NAME", "_WEIGHTS_VARIABLE_NAME", "_zero_state_tensors", "assert_like_rnncell")
    return {"LayerRNNCell": LayerRNNCell, **{name: getattr(rnn_cell_impl, name) for name in names}}


def _all_util():
    from tensorflow.python.util import all_util

    def remove_undocumented(module_name, *args, **kwargs):
        """Only of the source's own modules: contrib.framework tidies TensorFlow's module `nest` too."""
        if not module_name.startswith("tensorflow."):
            all_util.remove_undocumented(module_name, *args, **kwargs)

    return {"remove_undocumented": remove_undocumented}


def _dispatch():
    from tensorflow.python.util import dispatch

    def dispatch_for_types(op, *types):
        """What linear operators do with TensorFlow's functions; those of ours take tensors alone."""
        known = hasattr(op, dispatch.FALLBACK_DISPATCH_ATTR)
        return dispatch.dispatch_for_types(op, *types) if known else lambda function: function

    # what could not be built is no op for other types either
    not_supported = dispatch.OpDispatcher.NOT_SUPPORTED
    return {"dispatch": lambda op, *args, **kwargs: not_supported, "dispatch_for_types": dispatch_for_types}


def _eager_function():
    from tensorflow.python.eager import def_function
    from tensorflow.python.framework import tensor_shape

    return {
        "Function": def_function.Function,
        "common_shape": tensor_shape.TensorShape.most_specific_compatible_shape,
        "defun": def_function.function,
    }


def _transforms():
    from tensorflow.python.ops import gen_spectral_ops

    def of_length(transform):
        return lambda tensor, fft_length, name=None: transform(tensor, fft_length, name=name)

    names = ("rfft", "rfft2d", "rfft3d", "irfft", "irfft2d", "irfft3d")
    return {name: of_length(getattr(gen_spectral_ops, name)) for name in names}


def _unmarked(*names, **options):
    """A mark of public names for TensorFlow's own tools."""
    return lambda value: value


def _nest():
    from tensorflow.python.util import nest, nest_util

    names = {"is_sequence": nest.is_nested, "is_sequence_or_composite": nest.is_nested_or_composite}
    return {**names, "_is_mapping": nest._is_mapping, "_sorted": nest_util._tf_core_sorted}


class _LazyLoader(types.ModuleType):
    """A module of the source that is imported when it is first used."""

    def __init__(self, local_name, parent_module_globals, name):
        super().__init__(name)

    def __getattr__(self, name):
        from legacy_tf.wheel import imports

        return getattr(imports.find(self.__name__), name)


# module, below tensorflow.python -> function that gives {lost name: what it was}
LOST = {
    "autograph": _elsewhere(
        {
            "autograph.core.converter": "ConversionOptions Feature",
            "autograph.impl.api": "AutoGraphError StackTraceMapper convert converted_call do_not_convert to_code "
            "to_graph",
            "autograph.lang.directives": "set_element_type set_loop_options",
            "autograph.lang.special_functions": "stack",
        }
    ),
    "checkpoint.checkpoint": lambda: {"saver_with_op_caching": objects.saver_with_op_caching},
    "data.ops.dataset_ops": _dataset_ops,
    "data.ops.iterator_ops": _of("data.ops.iterator_ops", IteratorV2="OwnedIterator"),
    "eager.context": _context,
    "eager.def_function": lambda: {"RUN_FUNCTIONS_EAGERLY": False},
    "eager.execute": lambda: {"record_gradient": lambda *of_an_op: None},  # of eager tapes
    "eager.function": _eager_function,
    "framework.common_shapes": lambda: {"call_cpp_shape_fn": None},  # what kernels.register_shape is given
    "framework.composite_tensor": _composite_tensor,
    "framework.device": _of("framework.device_spec", DeviceSpec="DeviceSpecV1"),
    "framework.op_def_library": lambda: {"OpDefLibrary": kernels.OpDefLibrary},
    "framework.op_def_registry": lambda: {
        "get_registered_ops": kernels.RegisteredOps,
        "register_op_list": lambda op_list: None,
    },
    "framework.ops": _framework_ops,
    "framework.tensor_util": _elsewhere({"ops.shape_util": "maybe_set_static_shape shape_tensor"}),
    "ops.gen_math_ops": _elsewhere(
        {
            "ops.gen_special_math_ops": "BesselI0e BesselI1e bessel_i0e bessel_i1e bessel_i0e_eager_fallback "
            "bessel_i1e_eager_fallback"
        }
    ),
    "ops.gen_spectral_ops": _transforms,
    "ops.resource_variable_ops": _resource_variable_ops,
    "ops.rnn_cell_impl": _cells,
    "ops.variable_scope": _of("ops.variable_v1", variable="VariableV1"),
    "ops.variables": _variables,
    "platform.build_info": lambda: {"is_rocm_build": False},
    "saved_model.constants": lambda: {"SAVED_MODEL_FILENAME_JSON": "saved_model.json"},
    "saved_model.load": lambda: {"Loader": objects.Loader, "load_internal": objects.load_internal},
    "saved_model.utils_impl": _elsewhere(
        {
            "saved_model.path_helpers": "get_or_create_assets_dir get_or_create_variables_dir get_variables_dir "
            "get_variables_path"
        }
    ),
    "tpu.tpu": _elsewhere({"tpu.tpu_replication": "_TPU_REPLICATE_ATTR outside_compilation"}),
    "tpu.tpu_system_metadata": _of("tpu.tpu_system_metadata", _TPUSystemMetadata="TPUSystemMetadata"),
    "trackable.autotrackable": _autotrackable,
    "training.experimental.loss_scale": lambda: {"get_loss_scale_weights": lambda scale: scale._weights.values()},
    "training.experimental.mixed_precision_global_state": lambda: {"mixed_precision_graph_rewrite_is_enabled": False},
    "util.all_util": _all_util,
    "util.dispatch": _dispatch,
    "util.lazy_loader": lambda: {"LazyLoader": _LazyLoader},
    "util.nest": _nest,
    "util.tf_export": lambda: {"estimator_export": _unmarked},
}
