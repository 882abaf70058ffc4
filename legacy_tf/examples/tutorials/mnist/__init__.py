"""tensorflow.examples.tutorials.mnist of TF 1.15: input_data."""
