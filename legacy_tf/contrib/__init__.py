"""tf.contrib of TF 1.15: the part that course code uses, op for op.

Everything else of tf.contrib has its row in legacy_tf/table/, which says what it was and what to use instead.
"""
