"""tf.contrib.layers: embed_sequence, maxout, unit_norm."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, embedding_ops, math_ops, variable_scope

from legacy_tf.contrib.framework.arg_scope import add_arg_scope
from legacy_tf.contrib.framework.variables import model_variable


def embed_sequence(ids, vocab_size=None, embed_dim=None, unique=False, initializer=None, regularizer=None,
                   trainable=True, scope=None, reuse=None):  # fmt: skip
    """(batch, length) of symbols' numbers -> (batch, length, embed_dim): rows of the variable 'embeddings',
    (vocab_size, embed_dim).

    ValueError: no sizes, unless `reuse` takes them from the variable. NotImplementedError: `unique`.
    """
    if not (reuse or (vocab_size and embed_dim)):
        raise ValueError("embed_sequence needs vocab_size and embed_dim, or reuse=True")
    if unique:
        raise NotImplementedError(
            "tf.contrib.layers.embed_sequence's unique is not carried. Leave it out: it changes no number."
        )
    with variable_scope.variable_scope(scope, "EmbedSequence", [ids], reuse=reuse):
        shape = None if (reuse and vocab_size is None) or embed_dim is None else [vocab_size, embed_dim]
        embeddings = model_variable(
            "embeddings", shape, initializer=initializer, regularizer=regularizer, trainable=trainable
        )
        return embedding_ops.embedding_lookup(embeddings, ids)


@add_arg_scope
def maxout(inputs, num_units, axis=-1, scope=None):
    """The features of `axis` in `num_units` groups, and of each the largest (I. Goodfellow et al., arXiv:1302.4389).
    ValueError: the number of features is no multiple of `num_units`."""
    with variable_scope.variable_scope(scope, "MaxOut", [inputs]):
        inputs = ops.convert_to_tensor(inputs)
        shape = inputs.shape.as_list()
        features = shape[axis]
        if features % num_units:
            raise ValueError(f"maxout makes {num_units} groups of equal size, which {features} features don't give")
        shape[axis] = num_units
        shape.append(features // num_units)
        shape = [array_ops.shape(inputs)[i] if size is None else size for i, size in enumerate(shape)]
        return math_ops.reduce_max(array_ops.reshape(inputs, shape), -1)


@add_arg_scope
def unit_norm(inputs, dim, epsilon=1e-7, scope=None):
    """Inputs over their length along the axis `dim`, 0 or above; `epsilon` is added to the length's square. ValueError:
    unknown rank, or no such axis."""
    with variable_scope.variable_scope(scope, "UnitNorm", [inputs]):
        rank = inputs.shape.ndims
        if not rank or not 0 <= dim < rank:
            raise ValueError(f"unit_norm takes the number of an axis of its inputs, not {dim} for {inputs.shape}")
        lengths = math_ops.sqrt(epsilon + math_ops.reduce_sum(math_ops.square(inputs), dim, True))
        before = [array_ops.ones([dim], dtypes.int32)] if dim else []
        along = [array_ops.strided_slice(array_ops.shape(inputs), [dim], [dim + 1])]
        after = [array_ops.ones([rank - 1 - dim], dtypes.int32)] if dim < rank - 1 else []
        return math_ops._div_python2(inputs, array_ops.tile(lengths, array_ops.concat(before + along + after, 0)))
