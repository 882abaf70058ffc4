"""The suites of goldens: what is asked, and the source files that the answers depend on. Python 3.7's syntax."""

import importlib
from functools import partial

from oracle import sweep

NUDGES = 2
SEED = sweep.GRAPH_SEED

# suite: the modules whose text decides its records
SUITES = {
    "first_use": ["oracle.sweep", "oracle.cases_first_use"],
    "layers": ["oracle.sweep", "oracle.cases_layers"],
    "ops": ["oracle.sweep", "oracle.cases_ops"],
    "gradients": ["oracle.sweep", "oracle.cases_gradients"],
    "contrib": ["oracle.sweep", "oracle.cases_contrib"],
    "keras_layers": ["oracle.sweep", "oracle.cases_keras_layers"],
    "seeds": ["oracle.sweep", "oracle.cases_seeds"],
    "graphs": [
        "oracle.sweep",
        "oracle.graphs",
        "reproductions.homework6.autoencoder",
        "reproductions.homework6.denoiser",
        "reproductions.homework6.gan",
        "reproductions.lecture13.vae",
        "reproductions.lecture13.dcgan",
    ],
    "tconv_examples": ["reproductions.tconv_examples", "reproductions.tconv_numpy"],
    "names": ["oracle.names"],
}


def questions(suite):
    """{name: ask(tf) -> record} of a suite."""
    if suite == "graphs":
        graphs = importlib.import_module("oracle.graphs")
        return {name: partial(_graph, graphs, name) for name in graphs.GRAPHS}
    if suite == "tconv_examples":
        tconv = importlib.import_module("reproductions.tconv_examples")
        return {name: partial(_tconv, tconv, name) for name in tconv.EXAMPLES}
    if suite == "names":
        return {"public names": importlib.import_module("oracle.names").public_names}
    module = importlib.import_module(SUITES[suite][-1])
    counted = getattr(module, "COUNTED", ())
    return {n: partial(sweep.run_case, build=build, counted=n in counted) for n, build in module.CASES.items()}


def _graph(graphs, name, tf):
    """The oracle also measures its own sensitivity, which is what the losses' tolerance is made of."""
    return graphs.run_graph(tf, name, nudges=NUDGES if tf.__version__.startswith("1.") else 0)


def _tconv(tconv, name, tf):
    """The example's matrix, in whole numbers: equal or wrong."""
    return {"values": {"conv": sweep.plain(tconv.results()[name])}}
