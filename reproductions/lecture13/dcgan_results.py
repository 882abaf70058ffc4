"""What `dcgan.py` trains on, and what it shows of it: samples, what the judge of digits says, moving averages.

UPDATE_OPS. Batch norm has two ways: by the batch (isTrain=True, as in training) and by moving averages (isTrain=False,
as a finished generator is used). The averages are moved by ops that nothing in the losses needs; the slides' code runs
them by making both optimizers wait for them. Left out (--no-update-ops), training is the same and the losses look the
same, but the averages stay where they started, mean 0 and variance 1, and isTrain=False normalizes nothing: the
pictures break. `finish` measures both ways. After two epochs (--width 0.25 --image-size 32 --no-update-ops) the judge
of digits gives entropy 2.24 and confidence 0.79 by the batch, and 1.19 and 0.67 by the averages: grey, 97 % "ones".

But for `batch()`, nothing here draws from NumPy's global generator: looking at a run does not change it.
"""

import numpy as np

from legacy_tf import tf
from legacy_tf.examples.tutorials.mnist import input_data
from reproductions.common import figures, judge, records

PIXELS = 28  # a side of MNIST's digits
SAMPLES = 64  # of a picture
JUDGED = 10000  # samples, at the end
JUDGED_AN_EPOCH = 1000  # and at the end of --quick
CHUNK = 100  # samples at once: as many as in the document's batch, by which isTrain=True normalizes


class Digits:
    """MNIST as the slides' DCGAN takes it: resized bilinearly, in [−1, 1]."""

    def __init__(self, graph, options):
        self.graph, self.options = graph, options
        self.mnist = input_data.read_data_sets(options.data_dir, one_hot=True, validation_size=options.validation_size)
        self.images = self.mnist.train.num_examples
        # after the graph, so that these ops don't move the seeds of its own
        self._digits = tf.placeholder(tf.float32, (None, PIXELS, PIXELS, 1))
        resized = tf.image.resize_images(self._digits, graph.x.shape.as_list()[1:3])
        self._scaled = (resized - 0.5) / 0.5

    def batch(self):
        """The digits of a step, (batch, 784) float32 in [0, 1], and the codes of D's and of G's run."""
        images, _ = self.mnist.train.next_batch(self.options.batch_size)
        z_D, z_G = (np.random.normal(0, 1, (self.options.batch_size, *self.codes_shape)) for _ in range(2))
        return images, z_D, z_G

    @property
    def codes_shape(self):
        """(1, 1, 100)."""
        return tuple(self.graph.z.shape.as_list()[1:])

    def resized(self, session, images):
        """(batch, 784) in [0, 1] -> (batch, image_size, image_size, 1) in [−1, 1]."""
        return session.run(self._scaled, {self._digits: images.reshape(-1, PIXELS, PIXELS, 1)})

    def samples(self, session, n, isTrain=False):
        """(n, image_size, image_size, 1) in [0, 1], from codes that are always the same."""
        graph, z = self.graph, np.random.RandomState(0).normal(0, 1, (n, *self.codes_shape))
        parts = (z[start : start + CHUNK] for start in range(0, n, CHUNK))
        G_z = [session.run(graph.G_z, {graph.z: part, graph.isTrain: isTrain}) for part in parts]
        return (np.concatenate(G_z) + 1) / 2

    def grid(self, images, columns):
        """Images side by side, each at least 64 pixels wide."""
        return figures.grid(images, columns, scale=max(1, 64 // self.options.image_size))

    def pictures(self, session):
        """Digits by the moving averages."""
        return {"samples": self.grid(self.samples(session, SAMPLES), 8)}

    def after_epoch(self, session):
        """The judge on the digits by the moving averages."""
        numbers = judge.judge(self.samples(session, JUDGED_AN_EPOCH))
        return {name: numbers[name] for name in ("label_entropy", "confidence")}

    def finish(self, session, out):
        """The last pictures; the judge's numbers both ways, and of real digits; where the moving averages are."""
        pictures = self.pictures(session)
        pictures["samples-isTrain-True"] = self.grid(self.samples(session, SAMPLES, isTrain=True), 8)
        pictures["interpolation"] = self.grid(self.interpolation(session), 12)
        figures.save_all(out, dict(pictures, losses=records.loss_curve(out, ("D_loss", "G_loss"), 100)))
        n = JUDGED_AN_EPOCH if self.options.quick else JUDGED
        real = self.resized(session, self.mnist.test.images)
        return {
            "samples judged": n,
            "samples, isTrain False": judge.judge(self.samples(session, n)),
            "samples, isTrain True": judge.judge(self.samples(session, n, isTrain=True)),
            "test digits": judge.judge((real + 1) / 2),
            "moving averages": self.moving_averages(session),
        }

    def moving_averages(self, session):
        """How far batch norm's averages are from their start: largest |mean| and |variance − 1| of each network."""
        result = {}
        for network in ("generator", "discriminator"):
            for name, start in (("moving_mean", 0), ("moving_variance", 1)):
                averages = [v for v in tf.global_variables(network) if v.op.name.endswith("/" + name)]
                distances = [np.abs(value - start).max() for value in session.run(averages)]
                result["{}/{}".format(network, name)] = float(max(distances))
        return result

    def interpolation(self, session):
        """Digits (48, …) on straight lines between four pairs of codes, by the moving averages."""
        graph, z = self.graph, np.random.RandomState(1).normal(0, 1, (8, *self.codes_shape))
        share = np.linspace(0, 1, 12).reshape(-1, 1, 1, 1)
        lines = np.concatenate([a + share * (b - a) for a, b in zip(z[::2], z[1::2])])
        return (session.run(graph.G_z, {graph.z: lines, graph.isTrain: False}) + 1) / 2
