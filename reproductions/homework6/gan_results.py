"""What `gan.py` trains on, and what it shows of it: samples, what the judge of digits says, the errata's numbers.

But for `batch()`, nothing here draws from NumPy's global generator: looking at a run does not change it.
"""

import contextlib
import itertools
from typing import Any, NamedTuple

import numpy as np

from legacy_tf import tf
from legacy_tf.examples.tutorials.mnist import input_data
from reproductions.common import figures, judge, records

SIDE = 5  # of the document's grid of samples
JUDGED, JUDGED_AN_EPOCH, JUDGED_QUICKLY = 10000, 1000, 200  # samples, at the end; by epoch; at the end of --quick
CHUNK = 100  # samples at once
VERDICTS = 1000  # pictures that the discriminator is asked about
PRINTED = 100  # of the last printed lines, for the numbers


class Plain(NamedTuple):
    """The networks once more, with the trained weights, to compare what the document has with what it leaves out."""

    samples: Any  # (batch, 28, 28, channels): no dropout
    dropped: Any  # the same with dropout
    by_batch: Any  # (batch, 1): D's verdict without dropout, batch norm by the batch
    by_averages: Any  # the same, batch norm by the moving averages


class Source:
    """Batches for the GAN: (the step's number, images (batch, 28, 28, channels), codes (batch, 100))."""

    def __init__(self, options):
        self.options, self.steps = options, 0

    def batch(self):
        """In the files' order: the author's program does not shuffle."""
        self.steps += 1
        images = self.scaled(self.next())
        return self.steps, images, np.random.uniform(-1, 1, size=(self.options.batch_size, 100))

    def scaled(self, images):
        """Images in [−0.5, 0.5], or over tanh's whole range."""
        return images if self.options.as_printed else images * 2


class Digits(Source):
    """MNIST's 60 000 training images."""

    channels = 1

    def __init__(self, options):
        super().__init__(options)
        self.mnist = input_data.read_data_sets(options.data_dir, dtype=tf.uint8, reshape=False, validation_size=0)
        self.images = self.mnist.train.num_examples

    def next(self):
        images, _ = self.mnist.train.next_batch(self.options.batch_size, shuffle=False)
        return images.astype(np.float32) / 255 - 0.5

    def some(self, n):
        """n test images."""
        return self.scaled(self.mnist.test.images[:n].astype(np.float32) / 255 - 0.5)


class Faces(Source):
    """CelebA, its middle 108×108 in 28×28."""

    channels = 3

    def __init__(self, options):
        from legacy_tf.data.celeba import CelebA  # needs Pillow, which digits do not

        super().__init__(options)
        self.faces = CelebA(options.data_dir)
        self.images = self.faces.num_examples
        steps_an_epoch = max(1, self.images // options.batch_size)
        epochs = -(-options.steps // steps_an_epoch) if options.steps else options.epochs
        self.batches = self.faces.batches(options.batch_size, epochs)

    def next(self):
        return next(self.batches)

    def some(self, n):
        """About the first n images, in whole batches."""
        size = min(self.options.batch_size, self.images)
        with contextlib.closing(self.faces.batches(size)) as batches:
            return self.scaled(np.concatenate(list(itertools.islice(batches, max(1, n // size)))))


SOURCES = {"mnist": Digits, "celeba": Faces}


class Results:
    """Pictures and numbers of a run, from codes that are always the same."""

    def __init__(self, graph, plain, data, options):
        self.graph, self.plain, self.data, self.options = graph, plain, data, options

    def samples(self, session, tensor, n, seed=0):
        """(n, 28, 28, channels) in (−1, 1) of a sampling generator."""
        z = np.random.RandomState(seed).uniform(-1, 1, size=(n, 100))
        feeds = [{self.graph.inputs_z: z[start : start + CHUNK]} for start in range(0, n, CHUNK)]
        return np.concatenate([session.run(tensor, feed) for feed in feeds])

    def shown(self, samples):
        """Samples as pictures in [0, 1]: as printed, the grid's darkest and brightest values are black and white."""
        if self.options.as_printed:
            return (samples - samples.min()) / max(samples.max() - samples.min(), 1e-9)
        return (samples + 1) / 2

    def pictures(self, session):
        """The document's samples."""
        return {"samples": self.grid(session, self.graph.samples)}

    def grid(self, session, tensor):
        """5×5 samples of a sampling generator, uint8."""
        return figures.grid(self.shown(self.samples(session, tensor, SIDE * SIDE)), SIDE, scale=3)

    def judged(self, samples):
        """The judge of digits on samples, in the images' scale; what lies beyond it is cut off."""
        return judge.judge(np.clip(samples + 0.5 if self.options.as_printed else (samples + 1) / 2, 0, 1))

    def after_epoch(self, session):
        """The judge on samples; of faces, which it can't read, how bright they are."""
        samples = self.samples(session, self.graph.samples, JUDGED_AN_EPOCH)
        if self.data.channels == 3:
            return {"mean": float(samples.mean())}
        numbers = self.judged(samples)
        return {name: numbers[name] for name in ("label_entropy", "confidence")}

    def finish(self, session, out):
        """The last pictures, the last printed losses, and a number for each erratum."""
        pictures = self.pictures(session)
        pictures["samples-no-dropout"] = self.grid(session, self.plain.samples)
        pictures["samples-dropout"] = self.grid(session, self.plain.dropped)
        figures.save_all(out, dict(pictures, losses=records.loss_curve(out, ("d_loss", "g_loss"), 100)))
        n = JUDGED_QUICKLY if self.options.quick else JUDGED if self.data.channels == 1 else JUDGED_AN_EPOCH
        plain, dropped = (self.samples(session, tensor, n) for tensor in (self.plain.samples, self.plain.dropped))
        limit = 0.5 if self.options.as_printed else 1.0
        numbers = {
            "last printed lines": self.printed(out),
            "samples": n,
            "samples, dropout: mean change of a pixel": float(np.abs(dropped - plain).mean() / (2 * limit)),
            "samples, share of pixels beyond the images' range": float((np.abs(plain) > limit).mean()),
            "samples, how far beyond it on average": float(np.maximum(np.abs(plain) - limit, 0).mean() / (2 * limit)),
            "verdicts": self.verdicts(session, plain),
        }
        if self.data.channels == 1:
            numbers["samples, no dropout"] = self.judged(plain)
            numbers["samples, dropout"] = self.judged(dropped)
        return numbers

    def printed(self, out):
        """{loss: {min, mean, max}} of the last printed lines."""
        losses, result = records.read_losses(out), {"lines": 0}
        for name in ("d_loss", "g_loss"):
            values = losses["printed " + name]
            values = values[~np.isnan(values)][-PRINTED:]
            if len(values):
                result["lines"] = len(values)
                result[name] = {"min": values.min(), "mean": values.mean(), "max": values.max()}
        return result

    def verdicts(self, session, samples):
        """D's mean verdict (1: real) on real pictures and on samples, in batches of either and of both.

        Batch norm by the batch lets a picture's verdict depend on its company; the moving averages do not.
        """
        real = self.data.some(min(VERDICTS, len(samples)))
        half, result = max(1, min(self.options.batch_size, len(real)) // 2), {}
        for name in ("by_batch", "by_averages"):
            means = []
            for start in range(0, len(real) - 2 * half + 1, 2 * half):
                r, s = real[start : start + 2 * half], samples[start : start + 2 * half]
                batches = r, s, np.concatenate([r[:half], s[:half]])
                on_real, on_samples, on_both = (
                    session.run(getattr(self.plain, name), {self.graph.inputs_real: batch}) for batch in batches
                )
                parts = on_real[:half], on_samples[:half], on_both[:half], on_both[half:]
                means.append([float(part.mean()) for part in parts])
            cases = "real, alone", "samples, alone", "real, mixed", "samples, mixed"
            result[name] = dict(zip(cases, np.mean(means, axis=0).tolist()))
        return result
