"""Variational autoencoder, fully connected: the slides' five function blocks, for the three programs that they cite.

Document: Lecture 13 (S. Eum), slides "Variational AutoEncoder (VAE)" to "latent loss + reconstruction loss".
Architectures: 'a' 784–128–100, ReLU, batch 64 (github.com/wiseodd/generative-models); 'b' 784–500–500–20, softplus,
  batch 100 (jmetzen.github.io/2015-11-27/vae.html); 'c' the 2-D curve, 2–5–6–1, softplus, batch 640
  (github.com/oduerr/dl_tutorial). Not on the slides, but its test loss is known: 'd' 784–400–20, ReLU, batch 128.
Errata (`as_printed=True` keeps the first): the printed latent-loss line is −KL; the Gaussian loss drops ½·log 2π; the
  "Bernoulli" formula is printed without its logarithms. z_var and x_var are log-variances: they are exponentiated.
Deviations: none in the formulas.

    python reproductions/lecture13/vae.py --architecture d        (its pictures and numbers: vae_results.py)
"""

import sys
from typing import Any, NamedTuple

from legacy_tf import tf
from reproductions.common import loop
from reproductions.common import options as common_options
from reproductions.lecture13 import vae_results


class Architecture(NamedTuple):
    """A program that the slides cite."""

    x_dim: int
    hidden: tuple  # widths of the encoder's hidden layers; the decoder's, in reverse
    z_dim: int
    activation: str
    loss: str
    learning_rate: float
    batch_size: int
    initializer: str  # see `INITIALIZERS`
    bias: float


ARCHITECTURES = {
    "a": Architecture(784, (128,), 100, "relu", "cross-entropy", 1e-3, 64, "normal, 1/sqrt(fan_in/2)", 0.0),
    "b": Architecture(784, (500, 500), 20, "softplus", "bernoulli", 1e-3, 100, "xavier uniform", 0.0),
    # not on the slides: the architecture whose test loss the literature reports (PyTorch's VAE example)
    "d": Architecture(784, (400,), 20, "relu", "cross-entropy", 1e-3, 128, "xavier uniform", 0.0),
    "c": Architecture(2, (5, 6), 1, "softplus", "gaussian", 1e-2, 640, "truncated normal, 0.1", 0.1),
}
ACTIVATIONS = {"relu": tf.nn.relu, "softplus": tf.nn.softplus}
INITIALIZERS = {
    "normal, 1/sqrt(fan_in/2)": lambda fan_in: tf.random_normal_initializer(stddev=1.0 / (fan_in / 2.0) ** 0.5),
    "xavier uniform": lambda fan_in: tf.contrib.layers.xavier_initializer(),
    "truncated normal, 0.1": lambda fan_in: tf.truncated_normal_initializer(stddev=0.1),
}


class Graph(NamedTuple):
    """The graph's tensors and ops."""

    x: Any  # (batch, x_dim) float32; pixels in [0, 1]
    z_mu: Any  # (batch, z_dim)
    z_var: Any  # (batch, z_dim): log-variance
    z: Any  # (batch, z_dim): a sample of q(z|x); feed it to decode codes of one's own
    x_mu: Any  # (batch, x_dim): the decoder's mean, a probability for pixels
    latent_loss: Any  # (batch,) nats
    recon_loss: Any  # (batch,) nats
    loss: Any  # scalar: mean over the batch
    train_op: Any  # one Adam step


def fully_connected(x, units, architecture, name):
    """x·W + b, with weights and bias from the architecture's start: (batch, n) -> (batch, units)."""
    fan_in = int(x.shape[1])
    with tf.variable_scope(name):
        W = tf.get_variable("W", [fan_in, units], initializer=INITIALIZERS[architecture.initializer](fan_in))
        b = tf.get_variable("b", [units], initializer=tf.constant_initializer(architecture.bias))
    return tf.matmul(x, W) + b


def q(X, architecture):
    """2) Encoder q(z|x): (batch, x_dim) -> (z_mu, z_var), each (batch, z_dim)."""
    with tf.variable_scope("encoder"):
        h = X
        for i, units in enumerate(architecture.hidden):
            h = ACTIVATIONS[architecture.activation](fully_connected(h, units, architecture, "h%d" % (i + 1)))
        z_mu = fully_connected(h, architecture.z_dim, architecture, "z_mu")
        z_var = fully_connected(h, architecture.z_dim, architecture, "z_var")
    return z_mu, z_var


def z_sample(z_mu, z_var):
    """3) Re-parameterization: z = μ + σ·ε with ε ~ N(0, 1), of z_mu's shape."""
    eps = tf.random_normal(shape=tf.shape(z_mu))
    return z_mu + tf.exp(z_var / 2) * eps


def p(Z, architecture):
    """4) Decoder p(x|z): (batch, z_dim) -> (x_mu, x_var, logits), each (batch, x_dim); x_var is a log-variance."""
    with tf.variable_scope("decoder"):
        h = Z
        for i, units in enumerate(reversed(architecture.hidden)):
            h = ACTIVATIONS[architecture.activation](fully_connected(h, units, architecture, "h%d" % (i + 1)))
        logits = fully_connected(h, architecture.x_dim, architecture, "x_mu")
        if architecture.loss == "gaussian":
            return logits, fully_connected(h, architecture.x_dim, architecture, "x_var"), None
        return tf.nn.sigmoid(logits), None, logits


def L(x, z_mu, z_var, x_mu, x_var, logits, loss, as_printed=False):
    """5) Loss: (latent_loss, recon_loss), each (batch,), in nats. `as_printed`: latent loss with the slide's sign."""
    latent_loss = 0.5 * tf.reduce_sum(-1 - z_var + z_mu**2 + tf.exp(z_var), 1)
    if as_printed:
        latent_loss = -latent_loss
    if loss == "gaussian":
        recon_loss = tf.reduce_sum(0.5 * x_var + (tf.square(x - x_mu) / (2.0 * tf.exp(x_var))), 1)
    elif loss == "bernoulli":
        recon_loss = tf.reduce_sum(-x * tf.log(1e-10 + x_mu) - (1 - x) * tf.log(1e-10 + 1 - x_mu), 1)
    elif loss == "cross-entropy":
        recon_loss = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(logits=logits, labels=x), 1)
    else:
        raise ValueError("loss must be 'gaussian', 'bernoulli' or 'cross-entropy', not {!r}".format(loss))
    return latent_loss, recon_loss


def build_graph(architecture="a", as_printed=False, **changes):
    """Builds the VAE in the current default graph; returns a `Graph`.

    architecture: 'a' to 'd'; `changes`: fields of it to replace, e.g. z_dim=2, loss='gaussian'.
    as_printed: trains with the printed latent-loss line, whose sign is wrong.
    """
    architecture = ARCHITECTURES[architecture]._replace(**changes)
    x = tf.placeholder(tf.float32, shape=[None, architecture.x_dim], name="x")
    z_mu, z_var = q(x, architecture)
    z = z_sample(z_mu, z_var)
    x_mu, x_var, logits = p(z, architecture)
    latent_loss, recon_loss = L(x, z_mu, z_var, x_mu, x_var, logits, architecture.loss, as_printed)
    loss = tf.reduce_mean(recon_loss + latent_loss)
    train_op = tf.train.AdamOptimizer(architecture.learning_rate).minimize(loss)
    return Graph(x, z_mu, z_var, z, x_mu, latent_loss, recon_loss, loss, train_op)


# ---- training
def options(arguments=None):
    """The command line's options."""
    parser = common_options.parser(__doc__, "lecture13/vae", epochs=10, batch_size=None)
    parser.add_argument("--architecture", choices=sorted(ARCHITECTURES), default="a", help="which cited program")
    parser.add_argument("--loss", choices=("gaussian", "bernoulli", "cross-entropy"), help="instead of its own")
    parser.add_argument("--activation", choices=sorted(ACTIVATIONS), help="instead of its own")
    parser.add_argument("--z-dim", type=common_options.positive, help="instead of its own; 2 can be drawn")
    parser.add_argument("--as-printed", action="store_true", help="the latent loss with the slide's wrong sign")
    parser.add_argument("--validation-size", type=int, default=5000, help="of the 60 000 training digits")
    result = parser.parse_args(arguments)
    result.batch_size = result.batch_size or ARCHITECTURES[result.architecture].batch_size
    return result


def build(options):
    """Builds the graph and opens 1) the data; returns the Training that `reproductions.common.loop` runs."""
    changes = {name: getattr(options, name) for name in ("loss", "activation", "z_dim") if getattr(options, name)}
    graph = build_graph(options.architecture, options.as_printed, **changes)
    parts = tf.reduce_mean(graph.latent_loss), tf.reduce_mean(graph.recon_loss)
    kind = vae_results.Curve if ARCHITECTURES[options.architecture].x_dim == 2 else vae_results.Digits
    data = kind(graph, options)

    def step(session, x):
        _, loss, latent, recon = session.run([graph.train_op, graph.loss, *parts], feed_dict={graph.x: x})
        return {"loss": loss, "latent_loss": latent, "recon_loss": recon}

    return loop.Training(data.images, data.batch, step, data.pictures, data.finish, data.after_epoch)


if __name__ == "__main__":
    sys.exit(loop.main(options(), build))
