"""tf.contrib.slim of TF 1.15: what it had beside the layers of tf.contrib.layers and the variables of .framework.

Its layers, arg_scope, variables, losses and metrics are those of tf.contrib; legacy_tf/table/slim.py says which.
"""
