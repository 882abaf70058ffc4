"""Sweep: single ops of the TF1 namespace. CASES: {name: build(tf) -> {name: tensor}}. Python 3.7's syntax."""

from oracle.sweep import constant

CASES = {}
CASES["add"] = lambda tf: {"y": tf.add(constant(tf, 2, 3), constant(tf, 3))}
CASES["random_uniform"] = lambda tf: {"y": tf.random_uniform([2, 3])}
CASES["reduce_mean"] = lambda tf: {"y": tf.reduce_mean(constant(tf, 2, 3))}
