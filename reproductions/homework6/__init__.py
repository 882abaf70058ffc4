"""Homework 6 (X. Lu): convolutional autoencoder, denoiser, GAN."""
