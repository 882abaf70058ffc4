"""What the printed latent-loss line does: its sign is wrong, so training widens q(z|x) without end.

Document: Lecture 13 (S. Eum), slide "5) Loss function: latent loss + reconstruction loss": it gives −KL, which is then
minimized. Trains architecture b of `vae.py` with z_dim 2 from the same start, on the same batches, with both signs.
Expected with seed 1 on MNIST: the printed one has a loss of inf after 4 steps, when exp(z_var) has left float32.

    python reproductions/lecture13/latent_loss.py --data-dir MNIST_data --out docs/figures/latent_loss.png
"""

import argparse
import os
import sys

import numpy as np

from legacy_tf import tf
from legacy_tf.data.errors import DataError
from legacy_tf.examples.tutorials.mnist import input_data
from reproductions.common import figures, sessions
from reproductions.lecture13.vae import build_graph

STEPS = 30
SHOWN = 3  # steps, after which the codes are drawn
DIGITS = 2000  # of the test set, in the picture


def courses(data_dir, seed=1):
    """{as_printed: (rows, codes)} of both signs. rows: [(loss, latent_loss, mean σ), …] by step, as far as the loss is
    finite, and the first that is not. codes: (z (2000, 2), digit (2000,)), samples of q(z|x) after SHOWN steps.
    """
    result = {}
    for as_printed in (True, False):
        tf.reset_default_graph()
        tf.set_random_seed(seed)
        graph = build_graph("b", as_printed, z_dim=2)
        means = tf.reduce_mean(graph.latent_loss), tf.reduce_mean(tf.exp(graph.z_var / 2))
        mnist = input_data.read_data_sets(data_dir, one_hot=True)
        rows, codes = [], None
        with tf.Session(config=sessions.config(1)) as session:
            session.run(tf.global_variables_initializer())
            while len(rows) < STEPS and (not rows or np.isfinite(rows[-1][0])):
                x, _ = mnist.train.next_batch(100)
                loss, latent, sigma, _ = session.run([graph.loss, *means, graph.train_op], feed_dict={graph.x: x})
                rows.append((float(loss), float(latent), float(sigma)))
                if len(rows) == SHOWN:
                    z = session.run(graph.z, feed_dict={graph.x: mnist.test.images[:DIGITS]})
                    codes = z, mnist.test.labels[:DIGITS].argmax(axis=1)
        result[as_printed] = rows, codes
    return result


def draw(result):
    """Figure: mean σ by step with both signs; the codes of test digits after SHOWN steps, with each."""
    figure = figures.new_figure(12, 3.6)
    axes = figure.subplots(1, 3)
    for as_printed, name in ((True, "as printed"), (False, "corrected")):
        rows, (z, digits) = result[as_printed]
        axes[0].plot(range(1, len(rows) + 1), [sigma for _, _, sigma in rows], marker="o", markersize=3, label=name)
        axis = axes[1 if as_printed else 2]
        axis.scatter(*z.T, c=digits, cmap="tab10", s=3)
        axis.set_title("z of test digits after {} steps, {}".format(SHOWN, name), fontsize=9)
    axes[0].set_yscale("log")
    axes[0].set_xlabel("step")
    axes[0].set_title("mean σ of q(z|x)", fontsize=9)
    axes[0].legend(fontsize=8)
    return figure


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--data-dir", default="MNIST_data", help="directory of MNIST's files (default: %(default)s)")
    parser.add_argument("--out", default="latent_loss.png", help="the picture (default: %(default)s)")
    parser.add_argument("--force", action="store_true", help="overwrite an existing picture")
    args = parser.parse_args()
    if os.path.exists(args.out) and not args.force:
        print("{} is there already: give another --out, or --force".format(args.out), file=sys.stderr)
        return 2
    try:
        result = courses(args.data_dir)
        for as_printed, name in ((True, "as printed"), (False, "corrected")):
            print("{}\n  step       loss  latent_loss     mean σ".format(name))
            for step, (loss, latent, sigma) in enumerate(result[as_printed][0], 1):
                print("  {:4} {:10.2f} {:12.2f} {:10.3g}".format(step, loss, latent, sigma))
        figures.save(args.out, draw(result))
    except (DataError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
