"""tf.keras.backend of TF 1.15, as far as Keras 2.3.1 stands on it. TensorFlow still has the module, for its own use;
in graph mode it does what it did, but for the functions below."""

from tensorflow.python.keras import backend as today
from tensorflow.python.keras.backend import (  # noqa: F401
    batch_get_value,
    batch_set_value,
    cast_to_floatx,
    clear_session,
    constant,
    epsilon,
    floatx,
    function,
    get_graph,
    get_session,
    get_uid,
    hard_sigmoid,
    image_data_format,
    learning_phase,
    manual_variable_initialization,
    placeholder,
    random_normal,
    random_uniform,
    reset_uids,
    rnn,
    set_epsilon,
    set_floatx,
    set_image_data_format,
    set_session,
    set_value,
    truncated_normal,
    variable,
)
from tensorflow.python.keras.backend import deprecated_internal_set_learning_phase as set_learning_phase  # noqa: F401
from tensorflow.python.keras.backend import random_bernoulli as random_binomial  # noqa: F401


def _to_logits(loss, activation):
    """A cross-entropy that takes what went into the activation, where its argument is what came out of one.

    Today's does so too, but not for the tensors of Keras' own layers, which it takes for its own.
    """

    def of(target, output, from_logits=False, **options):
        if not from_logits and output.op.type == activation:
            output, from_logits = output.op.inputs[0], True
        return loss(target, output, from_logits=from_logits, **options)

    of.__doc__ = f"`{loss.__name__}` of TF 1.15: of the logits, where `output` comes out of a {activation}."
    return of


binary_crossentropy = _to_logits(today.binary_crossentropy, "Sigmoid")
categorical_crossentropy = _to_logits(today.categorical_crossentropy, "Softmax")
sparse_categorical_crossentropy = _to_logits(today.sparse_categorical_crossentropy, "Softmax")
