"""Small graphs of recurrent networks: tf.nn.rnn_cell, tf.nn.dynamic_rnn …, tf.contrib.rnn. Python 3.7's syntax."""

import numpy as np

from oracle import sweep

CASES = sweep.Cases()
BATCH, TIME, DEPTH, UNITS = 2, 4, 5, 3


def sequence(tf, depth=DEPTH, **kwargs):
    """(batch, time, depth) numbers, a source of gradients."""
    return sweep.constant(tf, BATCH, TIME, depth, **kwargs)


def step(tf, depth=DEPTH, **kwargs):
    """(batch, depth) numbers, a source of gradients."""
    return sweep.constant(tf, BATCH, depth, **kwargs)


def flat(tf, **structures):
    """{name or name_number: tensor} of nested structures."""
    result = {}
    for name, structure in structures.items():
        tensors = _flatten(structure)
        for number, tensor in enumerate(tensors):
            result[name if len(tensors) == 1 else "{}_{}".format(name, number)] = tf.identity(tensor)
    return result


def _flatten(structure):
    if isinstance(structure, (list, tuple)):
        return [tensor for part in structure for tensor in _flatten(part)]
    return [structure]


def cells(tf):
    """{name: make()} of single cells."""
    rnn_cell = tf.nn.rnn_cell
    return {
        "BasicRNNCell": lambda: rnn_cell.BasicRNNCell(UNITS),
        "BasicRNNCell, relu by name": lambda: rnn_cell.BasicRNNCell(UNITS, activation="relu"),
        "GRUCell": lambda: rnn_cell.GRUCell(UNITS),
        "GRUCell, initializers": lambda: rnn_cell.GRUCell(
            UNITS,
            tf.nn.relu,
            kernel_initializer=tf.orthogonal_initializer(),
            bias_initializer=tf.constant_initializer(0.5),
        ),
        "BasicLSTMCell": lambda: rnn_cell.BasicLSTMCell(UNITS),
        "BasicLSTMCell, forget_bias 0, sigmoid": lambda: rnn_cell.BasicLSTMCell(UNITS, 0.0, activation=tf.sigmoid),
        "BasicLSTMCell, joined state": lambda: rnn_cell.BasicLSTMCell(UNITS, state_is_tuple=False),
        "LSTMCell": lambda: rnn_cell.LSTMCell(UNITS),
        "LSTMCell, peepholes": lambda: rnn_cell.LSTMCell(UNITS, use_peepholes=True),
        "LSTMCell, clips and projection": lambda: rnn_cell.LSTMCell(
            UNITS, cell_clip=0.1, num_proj=2, proj_clip=0.05, initializer=tf.random_uniform_initializer(-0.5, 0.5)
        ),
        "LSTMCell, everything, joined state": lambda: rnn_cell.LSTMCell(
            UNITS, True, 0.1, tf.glorot_normal_initializer(), 2, 0.05, forget_bias=0.5, state_is_tuple=False
        ),
        "LSTMCell, shards": lambda: rnn_cell.LSTMCell(4, num_proj=2, num_unit_shards=2, num_proj_shards=2),
        "MultiRNNCell": lambda: rnn_cell.MultiRNNCell([rnn_cell.BasicLSTMCell(UNITS), rnn_cell.GRUCell(2)]),
        "MultiRNNCell, joined state": lambda: rnn_cell.MultiRNNCell(
            [rnn_cell.BasicRNNCell(UNITS), rnn_cell.GRUCell(2)], state_is_tuple=False
        ),
        "DropoutWrapper": lambda: rnn_cell.DropoutWrapper(rnn_cell.BasicLSTMCell(UNITS), 0.9, 0.8, 0.7),
        "DropoutWrapper, output, seed": lambda: rnn_cell.DropoutWrapper(
            rnn_cell.GRUCell(UNITS), output_keep_prob=0.5, seed=7
        ),
        "DropoutWrapper, variational": lambda: rnn_cell.DropoutWrapper(
            rnn_cell.LSTMCell(UNITS), 0.9, 0.8, 0.7, True, tf.TensorShape([DEPTH]), tf.float32, seed=3
        ),
        "DropoutWrapper, placeholder": lambda: rnn_cell.DropoutWrapper(
            rnn_cell.BasicLSTMCell(UNITS), output_keep_prob=tf.placeholder_with_default(0.5, [])
        ),
        "ResidualWrapper": lambda: rnn_cell.ResidualWrapper(rnn_cell.GRUCell(DEPTH)),
        "ResidualWrapper, function": lambda: rnn_cell.ResidualWrapper(
            rnn_cell.GRUCell(UNITS), lambda i, o: i[:, :UNITS] * o
        ),
        "DeviceWrapper": lambda: rnn_cell.DeviceWrapper(rnn_cell.BasicRNNCell(UNITS), "/cpu:0"),
    }


def _case_of_cell(name):
    """The three ways to run one cell: a step by hand, static_rnn, dynamic_rnn."""

    def one_step(tf):
        cell = cells(tf)[name]()
        output, state = cell(step(tf), cell.zero_state(BATCH, tf.float32))
        return flat(tf, y=output, state=state)

    def static(tf):
        x = tf.unstack(sequence(tf), axis=1)
        outputs, state = tf.nn.static_rnn(cells(tf)[name](), x, dtype=tf.float32)
        return flat(tf, y=outputs, state=state)

    def dynamic(tf):
        outputs, state = tf.nn.dynamic_rnn(cells(tf)[name](), sequence(tf), dtype=tf.float32, parallel_iterations=1)
        return flat(tf, y=outputs, state=state)

    CASES[name + "/step"] = one_step
    CASES[name + "/static_rnn"] = static
    CASES[name + "/dynamic_rnn"] = dynamic


class _Names:
    """Stands in for tf where only the names of the cells are asked for."""

    def __getattr__(self, name):
        return self


for _name in cells(_Names()):
    _case_of_cell(_name)


# ---- tf.nn.dynamic_rnn and its kin: options
LENGTHS = [3, 1]


def lstm(tf, units=UNITS):
    return tf.nn.rnn_cell.BasicLSTMCell(units)


DYNAMIC = {  # name: (axes of the input that are unknown, dtype of the lengths or None, further arguments)
    "unknown batch": ((0,), None, {}),
    "unknown time": ((1,), None, {}),
    "unknown batch and time": ((0, 1), None, {}),
    "lengths": ((), "int32", {}),
    "int64 lengths, unknown batch": ((0,), "int64", {}),
    "lengths, unknown batch and time": ((0, 1), "int32", {}),
    "time_major": ((), None, dict(time_major=True)),
    "time_major, lengths, unknown batch": ((1,), "int32", dict(time_major=True)),
    "swap_memory": ((0,), None, dict(swap_memory=True)),
    "scope": ((), None, dict(scope="encoder")),
}


def _case_of_dynamic(name, make, axes, lengths_dtype, options):
    def build(tf):
        shape = (TIME, BATCH, DEPTH) if options.get("time_major") else (BATCH, TIME, DEPTH)
        x = sweep.constant(tf, *shape, unknown=axes)
        lengths = None
        if lengths_dtype:
            lengths = tf.placeholder_with_default(np.array(LENGTHS[:BATCH], lengths_dtype), [None if axes else BATCH])
        outputs, state = tf.nn.dynamic_rnn(make(tf), x, lengths, dtype=tf.float32, parallel_iterations=1, **options)
        return flat(tf, y=outputs, state=state)

    CASES[name] = build


for _name, _options in DYNAMIC.items():
    _case_of_dynamic("dynamic_rnn/BasicLSTMCell, " + _name, lstm, *_options)
    if "lengths" in _name:
        _case_of_dynamic("dynamic_rnn/GRUCell, " + _name, lambda tf: tf.nn.rnn_cell.GRUCell(UNITS), *_options)
for _name in ("LSTMCell, peepholes", "MultiRNNCell", "DropoutWrapper", "ResidualWrapper", "BasicRNNCell"):
    for _option in ("unknown batch", "lengths, unknown batch and time"):
        _case_of_dynamic(
            "dynamic_rnn/{}, {}".format(_name, _option), lambda tf, name=_name: cells(tf)[name](), *DYNAMIC[_option]
        )


@CASES.case("dynamic_rnn/initial state")
def _(tf):
    cell = lstm(tf)
    state = tf.nn.rnn_cell.LSTMStateTuple(step(tf, UNITS), 2.0 * step(tf, UNITS))
    return flat(tf, y=tf.nn.dynamic_rnn(cell, sequence(tf), initial_state=state))


@CASES.case("dynamic_rnn/zero_state of an unknown batch")
def _(tf):
    x, cell = sequence(tf, unknown=(0,)), lstm(tf)
    return flat(tf, y=tf.nn.dynamic_rnn(cell, x, initial_state=cell.zero_state(tf.shape(x)[0], tf.float32)))


@CASES.case("dynamic_rnn/two layers, one after the other")
def _(tf):
    with tf.variable_scope("first"):
        x, _ = tf.nn.dynamic_rnn(lstm(tf), sequence(tf, unknown=(0,)), dtype=tf.float32)
    with tf.variable_scope("second"):
        return flat(tf, y=tf.nn.dynamic_rnn(lstm(tf, 2), x, dtype=tf.float32))


@CASES.case("dynamic_rnn/the same cell twice")
def _(tf):
    x, cell = sequence(tf, unknown=(0,)), lstm(tf)
    first = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
    return flat(tf, first=first, second=tf.nn.dynamic_rnn(cell, 2.0 * x, dtype=tf.float32))


@CASES.case("dynamic_rnn/reuse of the scope")
def _(tf):
    x = sequence(tf)
    with tf.variable_scope("model"):
        first, _ = tf.nn.dynamic_rnn(lstm(tf), x, dtype=tf.float32)
    with tf.variable_scope("model", reuse=True):
        second, _ = tf.nn.dynamic_rnn(lstm(tf), 2.0 * x, dtype=tf.float32)
    return flat(tf, first=first, second=second)


@CASES.case("dynamic_rnn/AUTO_REUSE, initializer of the scope")
def _(tf):
    x, outputs = sequence(tf), []
    for _ in range(2):
        with tf.variable_scope("model", reuse=tf.AUTO_REUSE, initializer=tf.random_normal_initializer(0.0, 0.1)):
            outputs.append(tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(UNITS), x, dtype=tf.float32)[0])
    return flat(tf, y=outputs)


@CASES.case("dynamic_rnn/float64, name and trainable of the cell")
def _(tf):
    cell = tf.nn.rnn_cell.GRUCell(UNITS, name="my_cell", trainable=False)
    x = sweep.constant(tf, BATCH, TIME, DEPTH, dtype="float64")
    return flat(tf, y=tf.nn.dynamic_rnn(cell, x, dtype=tf.float64))


@CASES.case("dynamic_rnn/inputs of two tensors")
def _(tf):
    class Both(tf.nn.rnn_cell.RNNCell):
        state_size = output_size = UNITS

        def call(self, inputs, state):
            weights = tf.get_variable("weights", [DEPTH + 2, UNITS])
            output = tf.tanh(tf.matmul(tf.concat(inputs, 1), weights) + state)
            return output, output

    return flat(tf, y=tf.nn.dynamic_rnn(Both(), (sequence(tf), sequence(tf, 2)), dtype=tf.float32))


@CASES.case("bidirectional_dynamic_rnn/BasicLSTMCell")
def _(tf):
    return flat(tf, y=tf.nn.bidirectional_dynamic_rnn(lstm(tf), lstm(tf, 2), sequence(tf), dtype=tf.float32))


@CASES.case("bidirectional_dynamic_rnn/GRUCell, lengths, unknown batch and time")
def _(tf):
    lengths = tf.placeholder_with_default(LENGTHS, [None])
    cells_ = [tf.nn.rnn_cell.GRUCell(UNITS) for _ in range(2)]
    outputs, states = tf.nn.bidirectional_dynamic_rnn(
        cells_[0], cells_[1], sequence(tf, unknown=(0, 1)), lengths, dtype=tf.float32
    )
    return flat(tf, y=tf.concat(outputs, 2), states=states)


@CASES.case("bidirectional_dynamic_rnn/time_major, initial states, scope")
def _(tf):
    x = tf.transpose(sequence(tf), [1, 0, 2])
    cells_ = [tf.nn.rnn_cell.GRUCell(UNITS) for _ in range(2)]
    states = dict(initial_state_fw=step(tf, UNITS), initial_state_bw=step(tf, UNITS))
    return flat(tf, y=tf.nn.bidirectional_dynamic_rnn(cells_[0], cells_[1], x, time_major=True, scope="both", **states))


@CASES.case("static_rnn/lengths")
def _(tf):
    x = tf.unstack(sequence(tf), axis=1)
    return flat(tf, y=tf.nn.static_rnn(lstm(tf), x, dtype=tf.float32, sequence_length=tf.constant(LENGTHS)))


@CASES.case("static_rnn/unknown batch, initial state")
def _(tf):
    x, cell = sequence(tf, unknown=(0,)), tf.nn.rnn_cell.GRUCell(UNITS)
    state = cell.zero_state(tf.shape(x)[0], tf.float32)
    return flat(tf, y=tf.nn.static_rnn(cell, tf.unstack(x, TIME, 1), state, scope="chain"))


@CASES.case("static_bidirectional_rnn/lengths, unknown batch")
def _(tf):
    x = tf.unstack(sequence(tf, unknown=(0,)), TIME, 1)
    lengths = tf.placeholder_with_default(LENGTHS, [None])
    return flat(
        tf, y=tf.nn.static_bidirectional_rnn(lstm(tf), lstm(tf, 2), x, dtype=tf.float32, sequence_length=lengths)
    )


@CASES.case("static_state_saving_rnn")
def _(tf):
    class Saver:
        def __init__(self):
            self.saved = {name: tf.zeros([BATCH, UNITS]) for name in ("c", "h")}

        def state(self, name):
            return self.saved[name]

        def save_state(self, name, value):
            return tf.identity(value, "saved_" + name)

    x = tf.unstack(sequence(tf), axis=1)
    return flat(tf, y=tf.nn.static_state_saving_rnn(lstm(tf), x, Saver(), ("c", "h")))


def _raw(tf, cell, x, lengths):
    """raw_rnn over the time-major `x`, as its documentation in TF 1.15 has it, in own words."""
    inputs = tf.TensorArray(tf.float32, size=tf.shape(x)[0]).unstack(x)

    def loop(time, output, state, loop_state):
        state = cell.zero_state(BATCH, tf.float32) if output is None else state
        over = time >= lengths
        following = tf.cond(tf.reduce_all(over), lambda: tf.zeros([BATCH, DEPTH]), lambda: inputs.read(time))
        return over, following, state, output, None

    outputs, state, _ = tf.nn.raw_rnn(cell, loop, parallel_iterations=1)
    return outputs.stack(), state


@CASES.case("raw_rnn/BasicLSTMCell")
def _(tf):
    x = tf.transpose(sequence(tf), [1, 0, 2])
    return flat(tf, y=_raw(tf, lstm(tf), x, tf.constant(LENGTHS)))


@CASES.case("raw_rnn/a decoder that reads its own output")
def _(tf):
    cell, depth = tf.nn.rnn_cell.GRUCell(UNITS), 6
    _, encoded = tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(UNITS), sequence(tf), dtype=tf.float32, scope="encoder")
    table = tf.get_variable("table", [depth, DEPTH], initializer=tf.random_uniform_initializer(-1.0, 1.0))
    weights, bias = tf.get_variable("weights", [UNITS, depth]), tf.get_variable("bias", [depth])

    def loop(time, output, state, loop_state):
        if output is None:
            return tf.zeros([BATCH], tf.bool), tf.nn.embedding_lookup(table, [0, 0]), encoded, None, None
        chosen = tf.argmax(tf.matmul(output, weights) + bias, 1)
        return time >= [3, 2], tf.nn.embedding_lookup(table, chosen), state, output, None

    outputs, state, _ = tf.nn.raw_rnn(cell, loop)
    outputs = outputs.stack()
    logits = tf.reshape(tf.matmul(tf.reshape(outputs, [-1, UNITS]), weights) + bias, [-1, BATCH, depth])
    return flat(tf, y=logits, state=state)


# ---- what cells know of themselves; reuse
@CASES.case("zero_state")
def _(tf):
    make = cells(tf)
    names = ("BasicLSTMCell", "LSTMCell, clips and projection", "MultiRNNCell", "MultiRNNCell, joined state",
             "DropoutWrapper", "DeviceWrapper")  # fmt: skip
    states = {str(n): make[name]().zero_state(BATCH, tf.float64) for n, name in enumerate(names)}
    states["dynamic"] = lstm(tf).zero_state(tf.placeholder_with_default(BATCH, []), tf.float32)
    states["of inputs"] = lstm(tf).get_initial_state(sequence(tf, unknown=(0,)))
    return flat(tf, **states)


@CASES.case("names of the weights")
def _(tf):
    names = {}
    for name, make in cells(tf).items():
        if name == "LSTMCell, shards":
            continue  # TF 1.15 takes the parts of a variable for not trainable
        cell = make()
        with tf.variable_scope("of_{}".format(len(names))):
            cell(step(tf), cell.zero_state(BATCH, tf.float32))
        for kind in ("weights", "trainable_weights", "non_trainable_weights"):
            weights = [getattr(part, "op", part).name for part in getattr(cell, kind)]
            names["{}, {}".format(name, kind)] = tf.constant(", ".join(weights))
        names[name] = tf.constant(str([cell.state_size, cell.output_size, cell.name]))
    return names


@CASES.case("a cell called twice, in other scopes")
def _(tf):
    cell, x = tf.nn.rnn_cell.GRUCell(UNITS), step(tf)
    state = cell.zero_state(BATCH, tf.float32)
    with tf.variable_scope("one"):
        first, state = cell(x, state)
    with tf.variable_scope("two"):
        second, _ = cell(x, state)
    return flat(tf, first=first, second=second)


@CASES.case("a cell of one's own, called twice")
def _(tf):
    class Own(tf.nn.rnn_cell.RNNCell):
        state_size = output_size = UNITS

        def call(self, inputs, state):
            gate = tf.layers.dense(tf.concat([inputs, state], 1), UNITS, tf.sigmoid, name="gate")
            output = gate * state + tf.get_variable("offset", [UNITS])
            return output, output

    cell, state = Own(), step(tf, UNITS)
    with tf.variable_scope("one"):
        output, state = cell(step(tf), state)
    output, state = cell(step(tf), state)
    return flat(tf, y=output, names=tf.constant([v.op.name for v in cell.weights]))


@CASES.case("a cell of one's own, scope given")
def _(tf):
    class Own(tf.nn.rnn_cell.RNNCell):
        state_size = output_size = UNITS

        def call(self, inputs, state):
            output = tf.tanh(tf.matmul(inputs, tf.get_variable("weights", [DEPTH, UNITS])) + state)
            return output, output

    output, _ = Own()(step(tf), step(tf, UNITS), scope="given")
    output, _ = tf.nn.rnn_cell.GRUCell(UNITS)(step(tf), output, scope="gru")
    return flat(tf, y=output)


@CASES.case("reuse by argument")
def _(tf):
    x, state = step(tf), tf.zeros([BATCH, UNITS])
    first, _ = tf.nn.rnn_cell.GRUCell(UNITS)(x, state)
    second, _ = tf.nn.rnn_cell.GRUCell(UNITS, reuse=True)(x, first)
    return flat(tf, first=first, second=second)


@CASES.case("MultiRNNCell of one cell twice, sizes that fit")
def _(tf):
    cell = tf.nn.rnn_cell.MultiRNNCell([lstm(tf, DEPTH)] * 2)
    return flat(tf, y=tf.nn.dynamic_rnn(cell, sequence(tf), dtype=tf.float32))


@CASES.case("a Python loop over steps, reuse_variables")
def _(tf):
    cell, x = tf.nn.rnn_cell.MultiRNNCell([lstm(tf) for _ in range(2)]), sequence(tf)
    state, outputs = cell.zero_state(BATCH, tf.float32), []
    with tf.variable_scope("RNN"):
        for time in range(3):
            if time > 0:
                tf.get_variable_scope().reuse_variables()
            output, state = cell(x[:, time, :], state)
            outputs.append(output)
    return flat(tf, y=tf.reshape(tf.concat(outputs, 1), [-1, UNITS]), state=state)


# ---- tf.contrib.rnn
def contrib_cells(tf):
    """{name: make()} of the cells that are only there."""
    rnn = tf.contrib.rnn
    return {
        "LayerNormBasicLSTMCell": lambda: rnn.LayerNormBasicLSTMCell(UNITS),
        "LayerNormBasicLSTMCell, dropout": lambda: rnn.LayerNormBasicLSTMCell(
            UNITS, 0.5, norm_gain=0.9, norm_shift=0.1, dropout_keep_prob=0.6, dropout_prob_seed=5
        ),
        "LayerNormBasicLSTMCell, no norm": lambda: rnn.LayerNormBasicLSTMCell(
            UNITS, layer_norm=False, dropout_keep_prob=tf.placeholder_with_default(0.6, [])
        ),
        "LSTMBlockCell": lambda: rnn.LSTMBlockCell(UNITS),
        "LSTMBlockCell, peephole": lambda: rnn.LSTMBlockCell(UNITS, 0.5, 0.1, use_peephole=True),
        "GRUBlockCell": lambda: rnn.GRUBlockCell(UNITS),
        "GRUBlockCellV2": lambda: rnn.GRUBlockCellV2(num_units=UNITS),
        "UGRNNCell": lambda: rnn.UGRNNCell(UNITS, tf.orthogonal_initializer()),
        "IndRNNCell": lambda: rnn.IndRNNCell(UNITS),
        "HighwayWrapper": lambda: rnn.HighwayWrapper(rnn.GRUCell(DEPTH)),
        "HighwayWrapper, not coupled": lambda: rnn.HighwayWrapper(rnn.GRUCell(DEPTH), False, 0.5),
        "InputProjectionWrapper": lambda: rnn.InputProjectionWrapper(rnn.BasicLSTMCell(UNITS), 2, tf.nn.relu),
        "OutputProjectionWrapper": lambda: rnn.OutputProjectionWrapper(rnn.BasicLSTMCell(UNITS), 2),
        "AttentionCellWrapper": lambda: rnn.AttentionCellWrapper(rnn.BasicLSTMCell(UNITS), 2),
        "AttentionCellWrapper, joined state": lambda: rnn.AttentionCellWrapper(
            rnn.GRUCell(UNITS), 2, 4, 3, 2, state_is_tuple=False
        ),
    }


def _case_of_contrib_cell(name):
    def static(tf):
        x = tf.unstack(sequence(tf), axis=1)[:3]
        with tf.variable_scope("model", initializer=tf.random_uniform_initializer(-1.0, 1.0)):
            outputs, state = tf.contrib.rnn.static_rnn(contrib_cells(tf)[name](), x, dtype=tf.float32)
        return flat(tf, y=outputs, state=state)

    CASES["contrib/" + name + "/static_rnn"] = static
    _case_of_dynamic("contrib/" + name + "/dynamic_rnn", lambda tf: contrib_cells(tf)[name](), (0,), None, {})


for _name in contrib_cells(_Names()):
    _case_of_contrib_cell(_name)


@CASES.case("contrib/EmbeddingWrapper")
def _(tf):
    cell = tf.contrib.rnn.EmbeddingWrapper(tf.contrib.rnn.BasicLSTMCell(UNITS), 7, DEPTH)
    symbols = tf.placeholder_with_default(np.array([[1, 2, 6], [0, 2, 2]], "int32"), [None, 3])
    return flat(tf, y=tf.contrib.rnn.static_rnn(cell, tf.unstack(symbols, axis=1), dtype=tf.float32))


@CASES.case("contrib/ConvLSTMCell 1D, step")
def _(tf):
    cell = tf.contrib.rnn.Conv1DLSTMCell(input_shape=[5, 2], output_channels=3, kernel_shape=[3])
    return flat(tf, y=cell(sweep.constant(tf, BATCH, 5, 2), cell.zero_state(BATCH, tf.float32)))


@CASES.case("contrib/ConvLSTMCell 2D, dynamic_rnn")
def _(tf):
    cell = tf.contrib.rnn.ConvLSTMCell(2, [4, 4, 1], 2, [3, 3], use_bias=False)
    return flat(tf, y=tf.nn.dynamic_rnn(cell, sweep.constant(tf, BATCH, 3, 4, 4, 1), dtype=tf.float32))


@CASES.case("contrib/LSTMBlockFusedCell")
def _(tf):
    x = sweep.constant(tf, TIME, BATCH, DEPTH)
    return flat(tf, y=tf.contrib.rnn.LSTMBlockFusedCell(UNITS)(x, dtype=tf.float32))


@CASES.case("contrib/LSTMBlockFusedCell, peephole, lengths, unknown sizes")
def _(tf):
    x, cell = (
        sweep.constant(tf, TIME, BATCH, DEPTH, unknown=(0, 1)),
        tf.contrib.rnn.LSTMBlockFusedCell(UNITS, 0.5, 0.1, use_peephole=True),
    )
    return flat(tf, y=cell(x, dtype=tf.float32, sequence_length=LENGTHS))


@CASES.case("contrib/FusedRNNCellAdaptor, TimeReversedFusedRNN")
def _(tf):
    rnn, x = tf.contrib.rnn, sweep.constant(tf, TIME, BATCH, DEPTH)
    forward = rnn.FusedRNNCellAdaptor(rnn.GRUCell(UNITS), use_dynamic_rnn=True)
    backward = rnn.TimeReversedFusedRNN(rnn.FusedRNNCellAdaptor(rnn.BasicLSTMCell(UNITS)))
    both = rnn.TimeReversedFusedRNN(forward)
    return flat(
        tf,
        forward=forward(x, dtype=tf.float32, scope="forward"),
        backward=backward(x, dtype=tf.float32, scope="backward"),
        lengths=both(x, dtype=tf.float32, sequence_length=tf.constant(LENGTHS), scope="both"),
        of_list=forward(tf.unstack(x), dtype=tf.float32, scope="list"),
    )


@CASES.case("contrib/stack_bidirectional_rnn")
def _(tf):
    rnn = tf.contrib.rnn
    layers = [[rnn.BasicLSTMCell(units) for units in (UNITS, 2)] for _ in range(2)]
    return flat(tf, y=rnn.stack_bidirectional_rnn(*layers, tf.unstack(sequence(tf), axis=1), dtype=tf.float32))


@CASES.case("contrib/stack_bidirectional_dynamic_rnn")
def _(tf):
    rnn = tf.contrib.rnn
    layers = [[rnn.GRUCell(units) for units in (UNITS, 2)] for _ in range(2)]
    lengths = tf.placeholder_with_default(LENGTHS, [None])
    return flat(
        tf,
        y=rnn.stack_bidirectional_dynamic_rnn(
            *layers, sequence(tf, unknown=(0, 1)), dtype=tf.float32, sequence_length=lengths
        ),
    )


# ---- tf.contrib.seq2seq, tf.contrib.legacy_seq2seq
SYMBOLS = 6


def _sequences(tf, unknown=()):
    """(logits, targets, weights)."""
    targets = np.arange(BATCH * TIME).reshape([BATCH, TIME]) % SYMBOLS
    mask = tf.sequence_mask(tf.constant(LENGTHS), TIME, dtype=tf.float32)
    return sequence(tf, SYMBOLS, unknown=unknown), tf.constant(targets, tf.int32), mask


def _case_of_sequence_loss(case, **options):
    @CASES.case("seq2seq.sequence_loss/" + case)
    def _(tf):
        return flat(tf, y=tf.contrib.seq2seq.sequence_loss(*_sequences(tf), **options))


_case_of_sequence_loss("default")
_case_of_sequence_loss("of each example", average_across_batch=False)
_case_of_sequence_loss("of each step", average_across_timesteps=False, name="loss")
_case_of_sequence_loss("of each", average_across_timesteps=False, average_across_batch=False)
_case_of_sequence_loss(
    "sums", average_across_timesteps=False, average_across_batch=False, sum_over_timesteps=True, sum_over_batch=True
)
_case_of_sequence_loss(
    "sum over the batch", average_across_timesteps=False, average_across_batch=False, sum_over_batch=True
)


@CASES.case("seq2seq.sequence_loss/unknown sizes, a function")
def _(tf):
    def doubled(labels, logits):
        return 2.0 * tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)

    return flat(tf, y=tf.contrib.seq2seq.sequence_loss(*_sequences(tf, (0, 1)), softmax_loss_function=doubled))


@CASES.case("legacy_seq2seq/sequence_loss")
def _(tf):
    logits, targets, weights = (tf.unstack(x, axis=1) for x in _sequences(tf))
    room = tf.contrib.legacy_seq2seq
    return flat(
        tf,
        mean=room.sequence_loss(logits, targets, weights),
        total=room.sequence_loss(logits, targets, weights, False, False),
        each=room.sequence_loss_by_example(logits, targets, weights),
    )


@CASES.case("legacy_seq2seq/basic_rnn_seq2seq")
def _(tf):
    x, cell = tf.unstack(sequence(tf), axis=1), tf.contrib.rnn.BasicLSTMCell(UNITS)
    return flat(tf, y=tf.contrib.legacy_seq2seq.basic_rnn_seq2seq(x, x[:2], cell))


@CASES.case("legacy_seq2seq/tied_rnn_seq2seq, its own output")
def _(tf):
    x, cell = tf.unstack(sequence(tf), axis=1), tf.contrib.rnn.GRUCell(DEPTH)
    return flat(tf, y=tf.contrib.legacy_seq2seq.tied_rnn_seq2seq(x, x[:3], cell, lambda output, number: 2.0 * output))


def _case_of_embedding_decoder(name, projected, **options):
    @CASES.case("legacy_seq2seq/embedding_rnn_decoder, " + name)
    def _(tf):
        cell = tf.contrib.rnn.GRUCell(UNITS if projected else SYMBOLS)
        projection = (tf.get_variable("w", [UNITS, SYMBOLS]), tf.get_variable("b", [SYMBOLS])) if projected else None
        symbols = [tf.constant([n, n + 1]) for n in range(3)]
        return flat(
            tf,
            y=tf.contrib.legacy_seq2seq.embedding_rnn_decoder(
                symbols, cell.zero_state(BATCH, tf.float32), cell, SYMBOLS, DEPTH, projection, **options
            ),
        )


_case_of_embedding_decoder("given symbols", False)
_case_of_embedding_decoder("its own symbols, projected", True, feed_previous=True)
_case_of_embedding_decoder("its own symbols", False, feed_previous=True, update_embedding_for_previous=False)


# ---- whole programs: training ops, and random ops that are created after them
def _after(tf, **outputs):
    outputs["after"] = tf.random_normal([2], name="after_minimize")
    return outputs


@CASES.case("program/MNIST by rows, BasicLSTMCell")
def _(tf):
    rows, columns, hidden, classes = 7, 4, 8, 3
    x = tf.placeholder_with_default(np.ones([5, rows, columns], "float32"), [None, rows, columns], name="x")
    y = tf.placeholder_with_default(np.eye(3, dtype="float32")[[0, 1, 2, 0, 1]], [None, classes], name="y")
    weights = tf.Variable(tf.random_normal([hidden, classes]))
    biases = tf.Variable(tf.random_normal([classes]))
    cell = tf.contrib.rnn.BasicLSTMCell(hidden, forget_bias=1.0)
    outputs, _ = tf.contrib.rnn.static_rnn(cell, tf.unstack(x, rows, 1), dtype=tf.float32)
    logits = tf.matmul(outputs[-1], weights) + biases
    loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=logits, labels=y))
    tf.train.GradientDescentOptimizer(0.01).minimize(loss)
    correct = tf.equal(tf.argmax(tf.nn.softmax(logits), 1), tf.argmax(y, 1))
    return _after(tf, loss=loss, accuracy=tf.reduce_mean(tf.cast(correct, tf.float32)))


@CASES.case("program/MNIST by rows, dynamic_rnn, three layers, dropout")
def _(tf):
    rows, columns, hidden, classes = 7, 4, 6, 3
    images = tf.placeholder_with_default(np.ones([5, rows * columns], "float32"), [None, rows * columns])
    y = tf.placeholder_with_default(np.array([0, 1, 2, 0, 1]), [None])
    keep_prob = tf.placeholder_with_default(0.8, [])
    x = tf.reshape(images, [-1, rows, columns])

    def layer():
        cell = tf.nn.rnn_cell.BasicLSTMCell(hidden)
        return tf.nn.rnn_cell.DropoutWrapper(cell, output_keep_prob=keep_prob)

    cell = tf.nn.rnn_cell.MultiRNNCell([layer() for _ in range(3)])
    outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
    logits = tf.layers.dense(outputs[:, -1, :], classes)
    loss = tf.losses.sparse_softmax_cross_entropy(labels=y, logits=logits)
    tf.train.AdamOptimizer(0.001).minimize(loss)
    return _after(tf, state=state[0].c)


@CASES.case("program/char-RNN")
def _(tf):
    vocabulary, hidden, batch, time = 11, 6, 2, 5
    x = tf.placeholder_with_default(np.arange(batch * time).reshape([batch, time]), [batch, time])
    y = tf.placeholder_with_default(np.arange(1, batch * time + 1).reshape([batch, time]), [batch, time])
    cell = tf.contrib.rnn.MultiRNNCell([tf.contrib.rnn.BasicLSTMCell(hidden) for _ in range(2)])
    start = cell.zero_state(batch, tf.float32)
    outputs, state = tf.nn.dynamic_rnn(cell, tf.one_hot(x, vocabulary), initial_state=start)
    flat_outputs = tf.reshape(tf.concat(outputs, 1), [-1, hidden])
    with tf.variable_scope("softmax"):
        weights = tf.Variable(tf.truncated_normal((hidden, vocabulary), stddev=0.1))
        bias = tf.Variable(tf.zeros(vocabulary))
    logits = tf.matmul(flat_outputs, weights) + bias
    labels = tf.reshape(tf.one_hot(y, vocabulary), logits.get_shape())
    loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits_v2(logits=logits, labels=labels))
    variables = tf.trainable_variables()
    gradients, _ = tf.clip_by_global_norm(tf.gradients(loss, variables), 5.0)
    tf.train.AdamOptimizer(0.01).apply_gradients(zip(gradients, variables))
    return _after(tf, loss=loss, state=state[1].h, probabilities=tf.nn.softmax(logits))


@CASES.case("program/sentiment: embedding, lengths, bidirectional, last output")
def _(tf):
    words = tf.placeholder_with_default(np.array([[1, 2, 3, 0], [4, 0, 0, 0]], "int32"), [None, None])
    lengths = tf.placeholder_with_default(np.array(LENGTHS, "int32"), [None])
    labels = tf.placeholder_with_default(np.array([1.0, 0.0], "float32"), [None])
    table = tf.get_variable("table", [9, DEPTH], initializer=tf.random_uniform_initializer(-1.0, 1.0))
    x = tf.nn.embedding_lookup(table, words)
    cells_ = [tf.nn.rnn_cell.LSTMCell(UNITS, initializer=tf.orthogonal_initializer()) for _ in range(2)]
    _, (forward, backward) = tf.nn.bidirectional_dynamic_rnn(cells_[0], cells_[1], x, lengths, dtype=tf.float32)
    logits = tf.squeeze(tf.layers.dense(tf.concat([forward.h, backward.h], 1), 1), 1)
    loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))
    tf.train.RMSPropOptimizer(0.01).minimize(loss)
    return _after(tf, loss=loss, logits=logits)


@CASES.case("program/encoder and decoder, sequence_loss")
def _(tf):
    source = tf.placeholder_with_default(np.array([[1, 2, 3, 0], [4, 5, 0, 0]], "int32"), [None, None])
    target = tf.placeholder_with_default(np.array([[1, 2, 3], [4, 0, 0]], "int32"), [None, 3])
    lengths = tf.placeholder_with_default(np.array(LENGTHS, "int32"), [None])
    table = tf.get_variable("table", [SYMBOLS, DEPTH])
    with tf.variable_scope("encoder"):
        cell = tf.nn.rnn_cell.GRUCell(UNITS)
        _, state = tf.nn.dynamic_rnn(
            cell, tf.nn.embedding_lookup(table, source), lengths, dtype=tf.float32, swap_memory=True
        )
    with tf.variable_scope("decoder"):
        shifted = tf.concat([tf.fill([tf.shape(target)[0], 1], 0), target[:, :-1]], 1)
        cell = tf.nn.rnn_cell.GRUCell(UNITS)
        outputs, _ = tf.nn.dynamic_rnn(cell, tf.nn.embedding_lookup(table, shifted), initial_state=state)
        logits = tf.layers.dense(outputs, SYMBOLS)
    loss = tf.contrib.seq2seq.sequence_loss(logits, target, tf.to_float(tf.sign(target)))
    tf.contrib.layers.l2_regularizer(0.1)(table)
    tf.train.AdamOptimizer().minimize(loss)
    return _after(tf, loss=loss, logits=logits)


@CASES.case("program/word model, a Python loop, gradients clipped, learning rate assigned")
def _(tf):
    batch, time, hidden, vocabulary = 2, 3, 4, 7
    initializer = tf.random_uniform_initializer(-0.1, 0.1)
    with tf.variable_scope("model", reuse=None, initializer=initializer):
        cell = tf.contrib.rnn.MultiRNNCell(
            [
                tf.contrib.rnn.DropoutWrapper(tf.contrib.rnn.BasicLSTMCell(hidden, 0.0), output_keep_prob=0.5)
                for _ in range(2)
            ]
        )
        state = cell.zero_state(batch, tf.float32)
        table = tf.get_variable("embedding", [vocabulary, hidden])
        words = tf.placeholder_with_default(np.arange(6).reshape([batch, time]), [batch, time])
        inputs = tf.nn.dropout(tf.nn.embedding_lookup(table, words), 0.5)
        outputs = []
        with tf.variable_scope("RNN"):
            for step_ in range(time):
                if step_ > 0:
                    tf.get_variable_scope().reuse_variables()
                output, state = cell(inputs[:, step_, :], state)
                outputs.append(output)
        output = tf.reshape(tf.stack(axis=1, values=outputs), [-1, hidden])
        logits = tf.nn.xw_plus_b(
            output, tf.get_variable("softmax_w", [hidden, vocabulary]), tf.get_variable("softmax_b", [vocabulary])
        )
        loss = tf.contrib.legacy_seq2seq.sequence_loss_by_example(
            [logits], [tf.reshape(words, [-1])], [tf.ones([batch * time])]
        )
        cost = tf.reduce_sum(loss) / batch
        rate = tf.Variable(0.0, trainable=False)
        variables = tf.trainable_variables()
        gradients, _ = tf.clip_by_global_norm(tf.gradients(cost, variables), 5)
        optimizer = tf.train.GradientDescentOptimizer(rate)
        optimizer.apply_gradients(zip(gradients, variables), global_step=tf.train.get_or_create_global_step())
    return _after(tf, state=state[1].h)
