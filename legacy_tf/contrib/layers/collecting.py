"""tf.contrib.layers: what enters which collection, and how the variables of a tf.layers layer become contrib's."""

from tensorflow.python.framework import ops
from tensorflow.python.ops import variables

from legacy_tf.contrib.framework.variables import model_variable


def collections_for(variables_collections, name):
    """The collections, a list or None, of the variable `name`: `variables_collections` may be a dict by name."""
    return variables_collections.get(name) if isinstance(variables_collections, dict) else variables_collections


def collect_variable(variable, variables_collections, name):
    """Enters a layer's variable, or each part of a partitioned one, once into its collections."""
    parts = list(variable) if isinstance(variable, variables.PartitionedVariable) else [variable]
    for collection in collections_for(variables_collections, name) or ():
        entered = ops.get_collection_ref(collection)
        present = {id(element) for element in entered}
        entered.extend(part for part in parts if id(part) not in present)


def collect_output(outputs_collections, alias, outputs):
    """Enters `outputs` under the alias (its scope's name) into the collections, and returns it."""
    if outputs_collections:
        outputs.aliases = [*getattr(outputs, "aliases", ()), alias[:-1] if alias.endswith("/") else alias]
        ops.add_to_collections(outputs_collections, outputs)
    return outputs


def finish(outputs, scope, activation_fn, outputs_collections):
    """The last steps of a layer in variable scope `scope`: the activation, and the collections."""
    if activation_fn is not None:
        outputs = activation_fn(outputs)
    return collect_output(outputs_collections, scope.name, outputs)


def as_model_variables(renamed=None):
    """A custom getter for a layer's variable scope: what the layer makes become model variables, under the names
    that contrib gave them (`renamed`: {the layer's own: contrib's})."""

    # TF 1.15 too passes on neither constraint nor validate_shape; reuse it asks of the current scope
    def own_getter(getter, name, reuse=None, validate_shape=True, constraint=None, **options):
        parent, slash, own = name.rpartition("/")
        return model_variable(parent + slash + (renamed or {}).get(own, own), custom_getter=getter, **options)

    return own_getter
