"""Where images come from: IDX files, TensorFlow Datasets, the embedded sample.

python -m legacy_tf.data --help
"""
