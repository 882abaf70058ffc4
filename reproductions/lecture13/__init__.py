"""Practical Machine Learning, Lecture 13 (S. Eum): "Tensorflow – VAE/DCGAN implementation"."""
