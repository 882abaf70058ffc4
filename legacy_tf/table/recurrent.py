"""Recurrent networks: what is carried of tf.nn.rnn_cell, tf.contrib.rnn and the two tf.contrib.*seq2seq."""

from legacy_tf.table.rows import Carried, Missing

_CORE = (
    "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper GRUCell LSTMCell LSTMStateTuple MultiRNNCell RNNCell "
    "ResidualWrapper"
)

RECURRENT = {
    **{
        f"nn.rnn_cell.{name}": Carried(
            f"recurrent.{name}", "today's TensorFlow has tf.nn.rnn_cell no more (Keras 3 dropped it)"
        )
        for name in _CORE.split()
    },
    **{
        f"contrib.{room}.{name}": Carried(f"contrib.{room}.{name}", "today's TensorFlow has tf.contrib no more")
        for room, names in {
            "rnn": f"{_CORE} AttentionCellWrapper Conv1DLSTMCell Conv2DLSTMCell Conv3DLSTMCell ConvLSTMCell "
            "EmbeddingWrapper FusedRNNCell FusedRNNCellAdaptor GRUBlockCell GRUBlockCellV2 HighwayWrapper IndRNNCell "
            "InputProjectionWrapper LSTMBlockCell LSTMBlockFusedCell LSTMBlockWrapper LayerNormBasicLSTMCell "
            "LayerRNNCell OutputProjectionWrapper TimeReversedFusedRNN UGRNNCell best_effort_input_batch_size "
            "stack_bidirectional_dynamic_rnn stack_bidirectional_rnn static_bidirectional_rnn static_rnn "
            "static_state_saving_rnn transpose_batch_time",
            "seq2seq": "sequence_loss",
            "legacy_seq2seq": "basic_rnn_seq2seq embedding_rnn_decoder rnn_decoder sequence_loss "
            "sequence_loss_by_example tied_rnn_seq2seq",
        }.items()
        for name in names.split()
    },
    "contrib.rnn": Missing(
        "recurrent cells, of which the common ones are carried",
        "Derive a class from tf.nn.rnn_cell.RNNCell and write the cell's equations into its `call`.",
    ),
    "contrib.seq2seq": Missing(
        "decoders and attention, of which sequence_loss is carried",
        "Write the decoder's loop with tf.nn.raw_rnn, and attention into a cell derived from tf.nn.rnn_cell.RNNCell.",
    ),
    "contrib.legacy_seq2seq": Missing(
        "decoders over lists, of which those without attention are carried",
        "Use tf.contrib.legacy_seq2seq.rnn_decoder with a cell that attends, or write the loop in Python.",
    ),
    **{
        f"contrib.{name}": Missing(
            "further recurrent cells", "Use a cell of tf.nn.rnn_cell or tf.contrib.rnn; mind that weights differ."
        )
        for name in ("cudnn_rnn", "grid_rnn", "recurrent")
    },
}
