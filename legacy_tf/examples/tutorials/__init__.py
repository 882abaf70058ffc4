"""tensorflow.examples.tutorials of TF 1.15."""
