"""Checkpoints and SavedModels of objects (layers, models, optimizers): what TF 1.15.5's source asked of TensorFlow to
write and read them, in terms of today's."""

import functools

from tensorflow.python.checkpoint import checkpoint, checkpoint_options, graph_view
from tensorflow.python.framework import ops
from tensorflow.python.ops import resource_variable_ops
from tensorflow.python.saved_model import load, load_options, loader_impl, revived_types, save
from tensorflow.python.trackable import autotrackable, base


def saver_with_op_caching(root):
    return checkpoint.TrackableSaver(graph_view.ObjectGraphView(root))


class Loader(load.Loader):
    """TensorFlow's loader of SavedModels, as its subclass in tf.keras makes it."""

    def __init__(self, object_graph, saved_model, export_dir):
        options = (checkpoint_options.CheckpointOptions(), load_options.LoadOptions())
        super().__init__(object_graph, saved_model, export_dir, *options, filters=None)

    def _recreate_user_object(self, proto, node_id):
        """Without the import of today's Keras: tf.keras' own optimizers have made themselves known."""
        return revived_types.deserialize(proto) or self._recreate_base_user_object(proto)

    def _restore_checkpoint(self):
        """On no device in particular, so that initializers are not grouped by devices: that would be more ops."""
        super()._restore_checkpoint()
        for node in filter(resource_variable_ops.is_resource_variable, self._nodes):
            node.initializer._set_device("")


def load_internal(export_dir, loader_cls):
    """The object that a SavedModel holds, made by `loader_cls`; of one without objects (by `simple_save`, say) what
    `tf.saved_model.load_v2` gives."""
    saved_model = loader_impl.parse_saved_model(export_dir)
    meta_graph, *others = saved_model.meta_graphs
    if others or not meta_graph.HasField("object_graph_def"):
        return load.load(export_dir)
    with ops.init_scope():
        root = loader_cls(meta_graph.object_graph_def, saved_model, export_dir).get(0)
    root.tensorflow_version = meta_graph.meta_info_def.tensorflow_version
    root.tensorflow_git_version = meta_graph.meta_info_def.tensorflow_git_version
    return root


def children_of(layer, save_type="checkpoint", **kwargs):
    """{name: object} of what is written of a Keras layer. Today one method says it, which were three: a SavedModel also
    gets lists of the layer's variables, layers and losses, and its functions."""
    children = {}
    if save_type == "savedmodel":  # first of all, for what these functions are traced for is also found below
        children.update(layer._list_extra_dependencies_for_serialization(kwargs["cache"]))
        children.update(layer._list_functions_for_serialization(kwargs["cache"]))
    children.update(autotrackable.AutoTrackable._trackable_children(layer, save_type, **kwargs))
    return children


def functions_of(tracked, cache):
    """{name: function} that a subclass adds to: today an object's own are among its children."""
    return {}


def optimizer_v2(module):
    """tf.contrib's OptimizerV2 keeps its variables elsewhere than the Optimizer that it is derived from."""
    module.OptimizerV2._trackable_children = base.Trackable._trackable_children
    module.OptimizerV2._lookup_dependency = _by_name(module.OptimizerV2._lookup_dependency)
    return {}


def python_state(module):
    """NumpyState lets nothing be assigned but arrays, and what Trackable notes about itself: today by other names."""
    ours = module.NumpyState.__setattr__

    @functools.wraps(ours)
    def set_attribute(self, name, value):
        notes = {"_setattr_tracking": "_self_setattr_tracking", "_update_uid": "_self_update_uid"}
        ours(self, notes.get(name, name), value)

    module.NumpyState.__setattr__ = set_attribute
    module.NumpyState._lookup_dependency = _by_name(module.NumpyState._lookup_dependency)
    return {}


def _by_name(lookup):
    """`lookup`, which goes by the name alone; today it is also given what has been found before."""
    return functools.wraps(lookup)(lambda self, name, cached_dependencies=None: lookup(self, name))


def _with_metadata(write):
    @functools.wraps(write)
    def write_object_proto(tracked, proto, *of_graph):
        """Also what a Keras layer says of itself, by which it is read again."""
        write(tracked, proto, *of_graph)
        if hasattr(type(tracked), "_tracking_metadata"):
            proto.user_object.metadata = tracked._tracking_metadata

    return write_object_proto


save._write_object_proto = _with_metadata(save._write_object_proto)
autotrackable.AutoTrackable._list_functions_for_serialization = functions_of
