"""How a session is made here: what of today's TensorFlow goes wrong with old graphs is switched off; and which one
checkpoints of objects take."""

import importlib

from tensorflow.core.protobuf.config_pb2 import ConfigProto
from tensorflow.core.protobuf.rewriter_config_pb2 import RewriterConfig
from tensorflow.python.client import session
from tensorflow.python.eager import context
from tensorflow.python.framework import ops

_init = session.BaseSession.__init__


def session_init(self, target="", graph=None, config=None):
    """`BaseSession.__init__`. Grappler's remapper takes any row that is added to a product of matrices for a bias, also
    in a loop's gradients, and gives it to a kernel that refuses it ("bias must be 1-dimensional"): it stays off where
    the script's `config` (None, or a ConfigProto, which is not changed) says nothing of it.
    """
    given = context.context().config if config is None else config
    if isinstance(given, ConfigProto) and not given.graph_options.rewrite_options.remapping:
        config = ConfigProto()
        config.CopyFrom(given)
        config.graph_options.rewrite_options.remapping = RewriterConfig.OFF
    _init(self, target, graph, config)


def of_checkpoint():
    """The session in which `tf.train.Checkpoint` saves and restores where none is given: the default one, or Keras'."""
    default = ops.get_default_session()
    if default is not None:
        return default
    return importlib.import_module("legacy_tf.wheel.library.tensorflow_core.python.keras.backend").get_session()
