"""What `vae.py` trains on, and what it shows of it: test loss by epoch, reconstructions, samples, latent space.

Nothing here draws from NumPy's global generator or from the graph's random ops, but `batch()`: looking at a run does
not change it. Codes are sampled by generators of their own, and fed.
"""

import numpy as np

from legacy_tf.examples.tutorials.mnist import input_data
from reproductions.common import figures, latent, records

STEPS_AN_EPOCH = 1000  # of the curve, whose points never end
SAMPLES = 64
LOSSES = ("loss", "recon_loss", "latent_loss")


class Digits:
    """MNIST, for the architectures of 784 pixels."""

    def __init__(self, graph, options):
        self.graph, self.options = graph, options
        self.mnist = input_data.read_data_sets(options.data_dir, one_hot=True, validation_size=options.validation_size)
        self.images = self.mnist.train.num_examples
        self.z_dim = int(graph.z_mu.shape[1])

    def batch(self):
        """The slide's x: (batch, 784) float32 in [0, 1]."""
        x, _ = self.mnist.train.next_batch(self.options.batch_size)
        return x

    def codes(self, session, x):
        """(z_mu, z_var) of images, each (n, z_dim)."""
        return session.run([self.graph.z_mu, self.graph.z_var], feed_dict={self.graph.x: x})

    def decode(self, session, z):
        """(n, 28, 28) in [0, 1] of codes (n, z_dim)."""
        return session.run(self.graph.x_mu, feed_dict={self.graph.z: z}).reshape(-1, 28, 28)

    def after_epoch(self, session):
        """Test loss, in nats: the negative ELBO with one sample of z for each digit (always the same ε)."""
        graph, x, rng = self.graph, self.mnist.test.images, np.random.RandomState(0)
        total = np.zeros(3)
        for start in range(0, len(x), 500):
            part = x[start : start + 500]
            z_mu, z_var = self.codes(session, part)
            z = z_mu + np.exp(z_var / 2) * rng.normal(size=z_mu.shape)
            latent, recon = session.run(
                [graph.latent_loss, graph.recon_loss],
                feed_dict={graph.x: part, graph.z: z, graph.z_mu: z_mu, graph.z_var: z_var},
            )
            total += (
                np.sum(latent + recon, dtype=np.float64),
                np.sum(latent, dtype=np.float64),
                np.sum(recon, dtype=np.float64),
            )
        return dict(zip(("test_loss", "test_latent_loss", "test_recon_loss"), (total / len(x)).tolist()))

    def pictures(self, session):
        """Ten test digits over their reconstructions; digits from codes that are always the same."""
        x = self.mnist.test.images[:10]
        reconstructed = self.decode(session, self.codes(session, x)[0])
        z = np.random.RandomState(0).normal(size=(SAMPLES, self.z_dim))
        return {
            "reconstructions": figures.grid(np.concatenate([x.reshape(-1, 28, 28), reconstructed]), 10),
            "samples": figures.grid(self.decode(session, z), 8),
        }

    def finish(self, session, out):
        """The last pictures, and the numbers of the last epoch."""
        z_mu, z_var = self.codes(session, self.mnist.test.images)
        pictures = dict(
            self.pictures(session),
            interpolation=figures.grid(self.interpolation(session), 12),
            losses=records.loss_curve(out, LOSSES, 100),
        )
        if self.z_dim == 2:
            manifold = self.decode(session, latent.quantiles())
            pictures["manifold"] = figures.grid(manifold, latent.QUANTILES, scale=1)
            pictures["latent_space"] = latent.scatter(z_mu, self.mnist.test.labels.argmax(axis=1))
        figures.save_all(out, pictures)
        return dict(
            self.after_epoch(session),
            z_mu_std=float(z_mu.std(axis=0).mean()),
            z_sigma_mean=float(np.exp(z_var / 2).mean()),
        )

    def interpolation(self, session):
        """From the first test digit of each pair to the second, in straight lines between their codes."""
        z_mu, _ = self.codes(session, self.mnist.test.images[:8])
        share = np.linspace(0, 1, 12)[:, None]
        return np.concatenate([self.decode(session, a + share * (b - a)) for a, b in zip(z_mu[::2], z_mu[1::2])])


class Curve:
    """The cited 2-D demo: t ~ U(0, 1), radius √t, angle πt/4, plus N(0, (0.1·t²)²) on each coordinate."""

    def __init__(self, graph, options):
        self.graph, self.options = graph, options
        self.images = STEPS_AN_EPOCH * options.batch_size
        self.after_epoch = None

    def batch(self):
        """(batch, 2) float64 points."""
        return points(np.random, self.options.batch_size)

    def pictures(self, session):
        """Points, and the decoder's means over codes from −3 to 3: the curve that it has found."""
        x = points(np.random.RandomState(0), 1000)
        z_mu = session.run(self.graph.z_mu, feed_dict={self.graph.x: x})
        x_mu = session.run(self.graph.x_mu, feed_dict={self.graph.z: z_mu})
        figure = figures.new_figure(6, 5)
        axis = figure.add_subplot()
        axis.scatter(*x.T, s=4, color="silver", label="points")
        axis.scatter(*x_mu.T, s=4, color="tab:orange", label="their reconstructions")
        if z_mu.shape[1] == 1:  # of more latent variables there is no line to draw
            curve = session.run(self.graph.x_mu, feed_dict={self.graph.z: np.linspace(-3, 3, 200)[:, None]})
            axis.plot(*curve.T, color="tab:blue", linewidth=1, label="decoder, z from −3 to 3")
        axis.legend()
        return {"curve": figure}

    def finish(self, session, out):
        """The last picture; how far the reconstructions are from the points (root mean square)."""
        figures.save_all(out, dict(self.pictures(session), losses=records.loss_curve(out, LOSSES, 100)))
        x = points(np.random.RandomState(0), 1000)
        z_mu = session.run(self.graph.z_mu, feed_dict={self.graph.x: x})
        x_mu = session.run(self.graph.x_mu, feed_dict={self.graph.z: z_mu})
        return {"rms": float(np.sqrt(np.mean((x - x_mu) ** 2)))}


def points(rng, n):
    """n points (n, 2) of the cited demo, from NumPy's `rng`."""
    t = rng.uniform(size=n)
    x = np.sqrt(t)[:, None] * np.stack([np.cos(np.pi * t / 4), np.sin(np.pi * t / 4)], axis=1)
    return x + rng.normal(size=(n, 2)) * (0.1 * t**2)[:, None]
