"""tf.contrib.distributions: the classes that TensorFlow still has, tf.distributions' among them, and KL divergences.

In TF 1.15 too they were the same classes; today's make the same ops.
"""

from tensorflow.python.ops.distributions.bernoulli import Bernoulli
from tensorflow.python.ops.distributions.beta import Beta, BetaWithSoftplusConcentration
from tensorflow.python.ops.distributions.categorical import Categorical
from tensorflow.python.ops.distributions.dirichlet import Dirichlet
from tensorflow.python.ops.distributions.dirichlet_multinomial import DirichletMultinomial
from tensorflow.python.ops.distributions.distribution import (
    FULLY_REPARAMETERIZED,
    NOT_REPARAMETERIZED,
    Distribution,
    ReparameterizationType,
)
from tensorflow.python.ops.distributions.exponential import Exponential, ExponentialWithSoftplusRate
from tensorflow.python.ops.distributions.gamma import Gamma, GammaWithSoftplusConcentrationRate
from tensorflow.python.ops.distributions.kullback_leibler import RegisterKL, kl_divergence
from tensorflow.python.ops.distributions.laplace import Laplace, LaplaceWithSoftplusScale
from tensorflow.python.ops.distributions.multinomial import Multinomial
from tensorflow.python.ops.distributions.normal import Normal, NormalWithSoftplusScale
from tensorflow.python.ops.distributions.student_t import StudentT, StudentTWithAbsDfSoftplusScale
from tensorflow.python.ops.distributions.uniform import Uniform

__all__ = [
    "FULLY_REPARAMETERIZED", "NOT_REPARAMETERIZED", "Bernoulli", "Beta", "BetaWithSoftplusConcentration",
    "Categorical", "Dirichlet", "DirichletMultinomial", "Distribution", "Exponential",
    "ExponentialWithSoftplusRate", "Gamma", "GammaWithSoftplusConcentrationRate", "Laplace",
    "LaplaceWithSoftplusScale", "Multinomial", "Normal", "NormalWithSoftplusScale", "RegisterKL",
    "ReparameterizationType", "StudentT", "StudentTWithAbsDfSoftplusScale", "Uniform", "kl_divergence",
]  # fmt: skip
