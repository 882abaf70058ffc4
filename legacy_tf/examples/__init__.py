"""tensorflow.examples of TF 1.15: the part that course code uses."""
