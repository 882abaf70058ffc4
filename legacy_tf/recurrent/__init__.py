"""tf.nn.rnn_cell of TF 1.15, op for op. What runs the cells over time (tf.nn.dynamic_rnn …) is compat.v1's."""

from legacy_tf.recurrent.base import LayerRNNCell, LSTMStateTuple, RNNCell
from legacy_tf.recurrent.cells import BasicRNNCell, GRUCell
from legacy_tf.recurrent.lstm import BasicLSTMCell, LSTMCell
from legacy_tf.recurrent.stacked import MultiRNNCell
from legacy_tf.recurrent.wrappers import DeviceWrapper, DropoutWrapper, ResidualWrapper

__all__ = [
    "BasicLSTMCell", "BasicRNNCell", "DeviceWrapper", "DropoutWrapper", "GRUCell", "LSTMCell", "LSTMStateTuple",
    "LayerRNNCell", "MultiRNNCell", "RNNCell", "ResidualWrapper",
]  # fmt: skip
