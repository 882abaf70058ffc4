"""tf.contrib of TF 1.15: the part of contrib.layers and contrib.framework that course code uses, op for op.

Everything else of tf.contrib has its row in legacy_tf/table/contrib.py, which says what it was and what to use instead.
"""
