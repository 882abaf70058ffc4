"""Graphs that come from files and go into files (meta graphs, SavedModels, GraphDefs): what TF 1.15 wrote is read, and
what is written here TF 1.15 can read. The ledger of the op seeds (seeds.py) goes along.
"""

import struct

from tensorflow.python.framework import importer, meta_graph, op_def_registry, ops
from tensorflow.python.saved_model import save

from legacy_tf import seeds
from legacy_tf.table.attributes import HINTS, NEWER, NEWER_IN

_LEDGER = "legacy_tf/ledger"  # type_url of the meta graph's any_info, which nothing else uses: a little-endian int64

_as_graph_def = ops.Graph._as_graph_def
_process_graph_def = importer._ProcessGraphDefParam
_create_meta_graph_def = meta_graph.create_meta_graph_def
_fill_meta_graph_def = save._fill_meta_graph_def
_import_meta_graph = meta_graph.import_scoped_meta_graph_with_return_elements


def as_graph_def(graph, *args, **kwargs):
    """What `tf.Graph.as_graph_def` and tf.saved_model.save ask: a graph's GraphDef, and its version. It is without the
    attributes that ops have had only since TF 1.15, as long as they change no number: hints, and defaults. TF 1.15
    refuses a graph with attributes that it does not know."""
    graph_def, version = _as_graph_def(graph, *args, **kwargs)
    for node in (*graph_def.node, *(node for function in graph_def.library.function for node in function.node_def)):
        newer = [name for name in node.attr if name in NEWER or name in NEWER_IN.get(node.op, ())]
        for name in newer:
            if name in HINTS or node.attr[name] == _default(node.op, name):
                del node.attr[name]
    return graph_def, version


def _default(op, name):
    return next(attr.default_value for attr in op_def_registry.get(op).attr if attr.name == name)


def process_graph_def(graph_def):
    """A GraphDef as the importer takes it; shapes that the two TensorFlows infer differently are left out."""
    graph_def = _process_graph_def(graph_def)
    _forget_shapes(graph_def)
    return graph_def


def create_meta_graph_def(*args, graph=None, export_scope=None, **kwargs):
    """A MetaGraphDef that says, where it is a whole graph's, how many ops more TF 1.15 would have made."""
    created = _create_meta_graph_def(*args, graph=graph, export_scope=export_scope, **kwargs)
    _forget_shapes(created.graph_def)
    difference = seeds.ledger(graph or ops.get_default_graph())
    if difference and not export_scope:
        created.meta_info_def.any_info.type_url = _LEDGER
        created.meta_info_def.any_info.value = struct.pack("<q", difference)
    return created


def fill_meta_graph_def(meta_graph_def, *args, **kwargs):
    """What `tf.saved_model.save` writes; also what tells TF 1.15 that a function's call of another has a gradient in
    Python: an attribute, whatever its text. Without it, TF 1.15 takes a gradient of its C++ code, which runs the
    function again: a model with batch norm goes on with other numbers."""
    filled = _fill_meta_graph_def(meta_graph_def, *args, **kwargs)
    for function in meta_graph_def.graph_def.library.function:
        for node in function.node_def:
            if node.op in ("PartitionedCall", "StatefulPartitionedCall"):
                node.attr["_gradient_op_type"].s = node.op.encode()
    return filled


def import_meta_graph(meta_graph_or_file, clear_devices=False, graph=None, **kwargs):
    """Imports a MetaGraphDef, or a file's; enters what its ledger held into the graph's."""
    if not hasattr(meta_graph_or_file, "meta_info_def"):
        meta_graph_or_file = meta_graph.read_meta_graph_file(meta_graph_or_file)
    imported = _import_meta_graph(meta_graph_or_file, clear_devices, graph, **kwargs)
    info = meta_graph_or_file.meta_info_def.any_info
    if info.type_url == _LEDGER:
        seeds.record(struct.unpack("<q", info.value)[0], graph)
    return imported


def _forget_shapes(graph_def):
    """Today's fused batch norm gradient says more about the outputs that nobody uses: the importer would refuse it."""
    for node in graph_def.node:
        if node.op.startswith("FusedBatchNormGrad"):
            node.attr.pop("_output_shapes", None)
