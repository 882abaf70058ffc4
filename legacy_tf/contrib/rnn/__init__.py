"""tf.contrib.rnn of TF 1.15, op for op: the cells of tf.nn.rnn_cell and those that were only here."""

from tensorflow.python.ops.rnn import _best_effort_input_batch_size as best_effort_input_batch_size
from tensorflow.python.ops.rnn import _transpose_batch_time as transpose_batch_time
from tensorflow.python.ops.rnn import static_bidirectional_rnn, static_rnn, static_state_saving_rnn

from legacy_tf.contrib.rnn.attention import AttentionCellWrapper
from legacy_tf.contrib.rnn.blocks import GRUBlockCell, GRUBlockCellV2, LSTMBlockCell
from legacy_tf.contrib.rnn.convolutional import Conv1DLSTMCell, Conv2DLSTMCell, Conv3DLSTMCell, ConvLSTMCell
from legacy_tf.contrib.rnn.fused import FusedRNNCell, FusedRNNCellAdaptor, TimeReversedFusedRNN
from legacy_tf.contrib.rnn.fused_lstm import LSTMBlockFusedCell, LSTMBlockWrapper
from legacy_tf.contrib.rnn.gated import HighwayWrapper, IndRNNCell, UGRNNCell
from legacy_tf.contrib.rnn.layer_norm import LayerNormBasicLSTMCell
from legacy_tf.contrib.rnn.linear import EmbeddingWrapper, InputProjectionWrapper, OutputProjectionWrapper
from legacy_tf.contrib.rnn.stacked import stack_bidirectional_dynamic_rnn, stack_bidirectional_rnn
from legacy_tf.recurrent import (
    BasicLSTMCell,
    BasicRNNCell,
    DeviceWrapper,
    DropoutWrapper,
    GRUCell,
    LayerRNNCell,
    LSTMCell,
    LSTMStateTuple,
    MultiRNNCell,
    ResidualWrapper,
    RNNCell,
)

__all__ = [
    "AttentionCellWrapper", "BasicLSTMCell", "BasicRNNCell", "Conv1DLSTMCell", "Conv2DLSTMCell", "Conv3DLSTMCell",
    "ConvLSTMCell", "DeviceWrapper", "DropoutWrapper", "EmbeddingWrapper", "FusedRNNCell", "FusedRNNCellAdaptor",
    "GRUBlockCell", "GRUBlockCellV2", "GRUCell", "HighwayWrapper", "IndRNNCell", "InputProjectionWrapper",
    "LSTMBlockCell", "LSTMBlockFusedCell", "LSTMBlockWrapper", "LSTMCell", "LSTMStateTuple",
    "LayerNormBasicLSTMCell", "LayerRNNCell", "MultiRNNCell", "OutputProjectionWrapper", "RNNCell", "ResidualWrapper",
    "TimeReversedFusedRNN", "UGRNNCell", "best_effort_input_batch_size", "stack_bidirectional_dynamic_rnn",
    "stack_bidirectional_rnn", "static_bidirectional_rnn", "static_rnn", "static_state_saving_rnn",
    "transpose_batch_time",
]  # fmt: skip
