"""Pictures of a latent space with two dimensions: where digits lie in it, and which codes to decode for a map of it."""

import numpy as np

from reproductions.common import figures

QUANTILES = 20  # along each side of the map


def scatter(codes, digits):
    """Figure of codes (n, 2), coloured by digit (n,): whole numbers from 0 to 9."""
    figure = figures.new_figure(6, 5)
    axis = figure.add_subplot()
    points = axis.scatter(codes[:, 0], codes[:, 1], c=digits, cmap="tab10", vmin=-0.5, vmax=9.5, s=3)
    figure.colorbar(points, ticks=range(10))
    axis.set_xlabel("z[0]")
    axis.set_ylabel("z[1]")
    return figure


def quantiles():
    """Codes (400, 2) at the quantiles 0.05 … 0.95 of N(0, 1) on both axes, row by row from the top: z[1] falls."""
    from statistics import NormalDist  # here: building a graph with TensorFlow 1.15.5, in Python 3.7, needs no map

    at = [NormalDist().inv_cdf(q) for q in np.linspace(0.05, 0.95, QUANTILES)]
    return np.array([[z0, z1] for z1 in reversed(at) for z0 in at])
