"""tf.contrib.legacy_seq2seq of TF 1.15: decoders as Python loops over lists of tensors, and their losses."""

import copy

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, embedding_ops, math_ops, nn_ops, rnn, variable_scope

__all__ = [
    "basic_rnn_seq2seq", "embedding_rnn_decoder", "rnn_decoder", "sequence_loss", "sequence_loss_by_example",
    "tied_rnn_seq2seq",
]  # fmt: skip


def rnn_decoder(decoder_inputs, initial_state, cell, loop_function=None, scope=None):
    """`cell`, step by step: (list of outputs (batch, size), last state).

    Args:
      decoder_inputs: list of tensors (batch, d).
      initial_state: the cell's.
      loop_function: function of (last output, number of the step): the next input, from the second on.
      scope: of the variables, default "rnn_decoder".
    """
    with variable_scope.variable_scope(scope or "rnn_decoder"):
        state, outputs = initial_state, []
        for number, x in enumerate(decoder_inputs):
            if loop_function is not None and outputs:
                with variable_scope.variable_scope("loop_function", reuse=True):
                    x = loop_function(outputs[-1], number)
            if number > 0:
                variable_scope.get_variable_scope().reuse_variables()
            output, state = cell(x, state)
            outputs.append(output)
    return outputs, state


def basic_rnn_seq2seq(encoder_inputs, decoder_inputs, cell, dtype=dtypes.float32, scope=None):
    """`rnn_decoder` that starts from the state of a copy of `cell` after `encoder_inputs`, a list of (batch, d)."""
    with variable_scope.variable_scope(scope or "basic_rnn_seq2seq"):
        _, state = rnn.static_rnn(copy.deepcopy(cell), encoder_inputs, dtype=dtype)
        return rnn_decoder(decoder_inputs, state, cell)


def tied_rnn_seq2seq(encoder_inputs, decoder_inputs, cell, loop_function=None, dtype=dtypes.float32, scope=None):
    """`basic_rnn_seq2seq` with one set of variables for encoder and decoder."""
    with variable_scope.variable_scope("combined_tied_rnn_seq2seq"):
        scope = scope or "tied_rnn_seq2seq"
        _, state = rnn.static_rnn(cell, encoder_inputs, dtype=dtype, scope=scope)
        variable_scope.get_variable_scope().reuse_variables()
        return rnn_decoder(decoder_inputs, state, cell, loop_function=loop_function, scope=scope)


def embedding_rnn_decoder(decoder_inputs, initial_state, cell, num_symbols, embedding_size, output_projection=None,
                          feed_previous=False, update_embedding_for_previous=True, scope=None):  # fmt: skip
    """`rnn_decoder` over symbols, int (batch,), by rows of the variable `embedding`, (num_symbols, embedding_size).

    Args:
      output_projection: pair (weights (size, num_symbols), biases (num_symbols,)) from outputs to symbols.
      feed_previous: each input is the most probable symbol of the last output; only the first is taken as given.
      update_embedding_for_previous: whether gradients go through the embedding of those symbols.
      scope: of the variables, default "embedding_rnn_decoder".
    """
    with variable_scope.variable_scope(scope or "embedding_rnn_decoder") as scope:
        if output_projection is not None:
            for part, shape in zip(output_projection, ([None, num_symbols], [num_symbols]), strict=True):
                ops.convert_to_tensor(part, dtype=scope.dtype).shape.assert_is_compatible_with(shape)
        embedding = variable_scope.get_variable("embedding", [num_symbols, embedding_size])

        def most_probable(output, number):
            if output_projection is not None:
                output = nn_ops.xw_plus_b(output, *output_projection)
            embedded = embedding_ops.embedding_lookup(embedding, math_ops.argmax(output, 1))
            return embedded if update_embedding_for_previous else array_ops.stop_gradient(embedded)

        # one by one, when the decoder comes to it
        inputs = (embedding_ops.embedding_lookup(embedding, symbols) for symbols in decoder_inputs)
        return rnn_decoder(inputs, initial_state, cell, loop_function=most_probable if feed_previous else None)


def sequence_loss_by_example(logits, targets, weights, average_across_timesteps=True, softmax_loss_function=None,
                             name=None):  # fmt: skip
    """Cross-entropy in nats of each sequence, weighted: float (batch,).

    Args:
      logits, targets, weights: lists over time of float (batch, symbols), int (batch,), float (batch,).
      average_across_timesteps: divide by the sum of the weights.
      softmax_loss_function: function of labels= and logits=, in place of the cross-entropy.
    Raises ValueError for lists of unequal lengths.
    """
    if not len(logits) == len(targets) == len(weights):
        lengths = f"{len(logits)}, {len(targets)} and {len(weights)}"
        raise ValueError(f"logits, targets and weights have {lengths} steps: they have to be of one length")
    with ops.name_scope(name, "sequence_loss_by_example", logits + targets + weights):
        losses = []
        for logit, target, weight in zip(logits, targets, weights, strict=True):
            if softmax_loss_function is None:
                target = array_ops.reshape(target, [-1])
                loss = nn_ops.sparse_softmax_cross_entropy_with_logits(labels=target, logits=logit)
            else:
                loss = softmax_loss_function(labels=target, logits=logit)
            losses.append(loss * weight)
        result = math_ops.add_n(losses)
        if average_across_timesteps:
            total = math_ops.add_n(weights)
            total += 1e-12  # a sequence without weight has loss 0
            result /= total
    return result


def sequence_loss(logits, targets, weights, average_across_timesteps=True, average_across_batch=True,
                  softmax_loss_function=None, name=None):  # fmt: skip
    """The sum of `sequence_loss_by_example` over the batch, or its mean: a scalar."""
    with ops.name_scope(name, "sequence_loss", logits + targets + weights):
        cost = math_ops.reduce_sum(
            sequence_loss_by_example(
                logits,
                targets,
                weights,
                average_across_timesteps=average_across_timesteps,
                softmax_loss_function=softmax_loss_function,
            )  # fmt: skip
        )
        if not average_across_batch:
            return cost
        return cost / math_ops.cast(array_ops.shape(targets[0])[0], cost.dtype)
