"""What `autoencoder.py` and `denoiser.py` train on, and what they show of it: test digits over their reconstructions.

But for `batch()`, nothing here draws from NumPy's global generator: looking at a run does not change it.
"""

import numpy as np

from legacy_tf.examples.tutorials.mnist import input_data
from reproductions.common import figures, loop, records

SHOWN = 10  # test digits of the document's picture
CHUNK = 500  # test digits at once


class Digits:
    """MNIST as 28×28×1 pictures, all 60 000 of them for training, as §2.3 and §2.4 have it.

    noise: function of (images, generator with NumPy's `randn`) that spoils what goes in; None where inputs are targets.
    """

    def __init__(self, graph, options, noise=None):
        self.graph, self.options, self.noise = graph, options, noise
        self.mnist = input_data.read_data_sets(options.data_dir, validation_size=0)
        self.images = self.mnist.train.num_examples

    def training(self):
        """The Training that `reproductions.common.loop` runs."""
        say = self.say if self.options.print_as_document else None
        return loop.Training(self.images, self.batch, self.step, self.pictures, self.finish, self.after_epoch, say)

    def batch(self):
        """(inputs, targets), each (batch, 28, 28, 1) in [0, 1]."""
        images, _ = self.mnist.train.next_batch(self.options.batch_size)
        return self._pair(images, np.random)

    def _pair(self, images, rng):
        targets = images.reshape(-1, 28, 28, 1)
        return self.noise(targets, rng) if self.noise else targets, targets

    def step(self, session, batch):
        """One Adam step; its loss before it."""
        inputs, targets = batch
        cost, _ = session.run(
            [self.graph.cost, self.graph.opt], {self.graph.inputs_: inputs, self.graph.targets_: targets}
        )
        return {"cost": cost}

    def say(self, step, epoch, losses):
        """The document's line, for every step."""
        epochs = max(epoch, self.options.epochs)  # --steps may go on after the last
        return "Epoch: {}/{}... Training loss: {:.4f}".format(epoch, epochs, losses["cost"])

    def after_epoch(self, session):
        """Mean loss of the test digits, in nats a pixel (the denoiser's noise on them is always the same)."""
        images, rng, total = self.mnist.test.images, np.random.RandomState(0), 0.0
        for start in range(0, len(images), CHUNK):
            inputs, targets = self._pair(images[start : start + CHUNK], rng)
            feed = {self.graph.inputs_: inputs, self.graph.targets_: targets}
            total += float(session.run(self.graph.cost, feed)) * len(targets)
        return {"test_cost": total / len(images)}

    def pictures(self, session):
        """The first ten test digits, what goes in where that is another thing, and what comes out."""
        inputs, targets = self._pair(self.mnist.test.images[:SHOWN], np.random.RandomState(0))
        decoded = session.run(self.graph.decoded, {self.graph.inputs_: inputs})
        rows = [targets, inputs, decoded] if self.noise else [targets, decoded]
        return {"reconstructions": figures.grid(np.concatenate(rows), SHOWN)}

    def finish(self, session, out):
        """The last pictures; the test loss; the mean of each epoch's printed losses, and the last epoch's bounds."""
        figures.save_all(out, dict(self.pictures(session), losses=records.loss_curve(out, ("cost",), 100)))
        losses = records.read_losses(out)
        epochs = [losses["cost"][losses["epoch"] == epoch] for epoch in np.unique(losses["epoch"])]
        last = epochs[-1]
        return dict(
            self.after_epoch(session),
            epoch_means=[float(epoch.mean()) for epoch in epochs],
            last_epoch={"mean": float(last.mean()), "min": float(last.min()), "max": float(last.max())},
        )
