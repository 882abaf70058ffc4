"""Sizes."""

WIDTH = 4
