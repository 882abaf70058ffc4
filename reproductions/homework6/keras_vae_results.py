"""What `keras_vae.py` trains on, as Keras' `fit` serves it, and what it shows of it: the two pictures of §1.3.

`batch()` draws from NumPy's global generator, and `after_epoch()` from the graph's ε, both as Keras does. The rest
draws from neither: looking at a run does not change it.
"""

import numpy as np

from legacy_tf import tf
from legacy_tf.examples.tutorials.mnist import input_data
from reproductions.common import figures, latent, records

CHUNK = 500  # digits at once, where nothing is trained
SHOWN = 1000  # validation digits in the pictures on the way; at the end, all


def read(options):
    """(training images, (validation images, their digits)).

    Images are uint8 (n, 28, 28, 1), digits uint8 (n,). The first `options.validation_size` of MNIST's training digits
    are held out; training images are the others, and then the test digits.
    """
    sets = input_data.read_data_sets(
        options.data_dir, dtype=tf.uint8, reshape=False, validation_size=options.validation_size
    )
    training = np.concatenate([sets.train.images, sets.test.images])
    return training, (sets.validation.images, sets.validation.labels)


class Digits:
    """Training and validation images, (n, 28, 28, 1) uint8; digits: what the validation images show, (n,) 0 to 9."""

    def __init__(self, graph, training, validation, digits, batch_size):
        self.graph, self.batch_size = graph, batch_size
        self.training, self.validation, self.digits = training, validation, digits
        self.order, self.next = np.arange(len(training)), 0

    def batch(self):
        """The next batch, (batch, 28, 28, 1) float32 in [0, 1]; an epoch's last one has what is left.

        As in Keras 2.3.1, one array of indices is shuffled at the start of each epoch, from the order that it had.
        """
        if self.next == 0:
            np.random.shuffle(self.order)
        chosen = self.order[self.next : self.next + self.batch_size]
        self.next = (self.next + len(chosen)) % len(self.order)
        return scaled(self.training[chosen])

    def step(self, session, x):
        """One step of RMSprop; the losses before it, in nats a pixel."""
        graph = self.graph
        fetches = [graph.train_op, graph.loss, graph.recon_loss, graph.latent_loss]
        _, loss, recon_loss, latent_loss = session.run(fetches, {graph.input_img: x})
        return {"loss": loss, "recon_loss": recon_loss, "latent_loss": np.mean(latent_loss)}

    def after_epoch(self, session):
        """The validation loss that `fit` prints: batch by batch, with ε from where the training's came from."""
        total = 0.0
        for start in range(0, len(self.validation), self.batch_size):
            x = scaled(self.validation[start : start + self.batch_size])
            total += float(session.run(self.graph.loss, {self.graph.input_img: x})) * len(x)
        return {"val_loss": total / len(self.validation)}

    def decode(self, session, z):
        """(n, 28, 28) in [0, 1] of codes (n, 2)."""
        parts = [z[start : start + CHUNK] for start in range(0, len(z), CHUNK)]
        decoded = [session.run(self.graph.z_decoded, {self.graph.z: part}) for part in parts]
        return np.concatenate(decoded).reshape(-1, 28, 28)

    def codes(self, session, images):
        """(z_mu, z_log_sigma, sigma) of images, each (n, 2)."""
        fetches = [self.graph.z_mu, self.graph.z_log_sigma, self.graph.sigma]
        parts = [images[start : start + CHUNK] for start in range(0, len(images), CHUNK)]
        return map(np.concatenate, zip(*(session.run(fetches, {self.graph.input_img: scaled(x)}) for x in parts)))

    def pictures(self, session):
        """§1.3's two on the way, the first with some of the validation digits."""
        z_mu, _, _ = self.codes(session, self.validation[:SHOWN])
        return self.draw(session, z_mu)

    def draw(self, session, z_mu):
        """Where the codes z_mu (n, 2) of the first n validation digits lie, and what the decoder makes of the plane."""
        manifold = self.decode(session, latent.quantiles())
        return {
            "latent_space": latent.scatter(z_mu, self.digits[: len(z_mu)]),
            "manifold": figures.grid(manifold, latent.QUANTILES, scale=1),
        }

    def finish(self, session, out):
        """The last pictures; numbers of the validation digits: the losses (nats a pixel), the spread of the codes, the
        mean σ, and two divergences in nats: the one in the loss, and that of the distribution which is sampled."""
        z_mu, z_log_sigma, sigma = self.codes(session, self.validation)
        losses = records.loss_curve(out, ("loss", "recon_loss", "latent_loss"), 500)
        figures.save_all(out, dict(self.draw(session, z_mu), losses=losses))
        return dict(
            self.losses(session),
            z_mu_std=float(z_mu.std(axis=0).mean()),
            sigma_mean=float(sigma.mean()),
            kl_term=divergence(z_mu, np.exp(z_log_sigma)),
            kl_sampled=divergence(z_mu, sigma**2),
        )

    def losses(self, session):
        """Mean losses of the validation digits, with an ε of their own."""
        graph, rng, totals = self.graph, np.random.RandomState(0), np.zeros(3)
        for start in range(0, len(self.validation), CHUNK):
            x = scaled(self.validation[start : start + CHUNK])
            feed = {graph.input_img: x, graph.epsilon: rng.normal(size=(len(x), 2))}
            loss, recon_loss, latent_loss = session.run([graph.loss, graph.recon_loss, graph.latent_loss], feed)
            totals += len(x) * np.array([loss, recon_loss, np.mean(latent_loss)], np.float64)
        return dict(zip(("val_loss", "val_recon_loss", "val_latent_loss"), (totals / len(self.validation)).tolist()))


def scaled(images):
    """float32 in [0, 1] of uint8 images."""
    return images.astype(np.float32) / 255


def divergence(mu, variance):
    """Mean over n of KL(N(mu, variance) ‖ N(0, 1)), in nats; (n, dimensions) each."""
    return float(np.mean(0.5 * np.sum(variance + mu**2 - 1 - np.log(variance), axis=1), dtype=np.float64))
