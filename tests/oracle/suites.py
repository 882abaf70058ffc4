"""The suites of goldens: what is asked, and the source files that the answers depend on. Python 3.7's syntax."""

import importlib
import sys
from functools import partial

from oracle import printed, sweep

# how often TensorFlow 1.15.5 trains again from weights moved by a rounding: its own sensitivity, of which the losses'
# tolerance is made
NUDGES = {"courses": 2, "graphs": 2, "keras": 2, "keras_vae": 3, "tf_keras": 1}
SEED = sweep.GRAPH_SEED

# suite: the modules whose text decides its records
SUITES = {
    "first_use": ["oracle.sweep", "oracle.cases_first_use"],
    "layers": ["oracle.sweep", "oracle.cases_layers"],
    "ops": ["oracle.sweep", "oracle.cases_ops"],
    "functions": ["oracle.sweep", "oracle.expressions", "oracle.cases_ops", "oracle.cases_functions"],
    "contrib_functions": [
        "oracle.sweep",
        "oracle.expressions",
        "oracle.cases_ops",
        "oracle.cases_functions",
        "oracle.cases_contrib_functions",
    ],
    "gradients": ["oracle.sweep", "oracle.cases_gradients"],
    "generative": ["oracle.sweep", "oracle.cases_generative"],
    "penalties": ["oracle.sweep", "oracle.cases_penalties"],
    "loops": ["oracle.sweep", "oracle.cases_loops"],
    "contrib": ["oracle.sweep", "oracle.expressions", "oracle.cases_contrib"],
    "slim": ["oracle.sweep", "oracle.expressions", "oracle.cases_slim"],
    "losses": ["oracle.sweep", "oracle.expressions", "oracle.cases_losses"],
    "keras_layers": ["oracle.sweep", "oracle.cases_keras_layers"],
    "shapes": ["oracle.sweep", "oracle.cases_shapes"],
    "recurrent": ["oracle.sweep", "oracle.cases_recurrent"],
    "seeds": ["oracle.sweep", "oracle.cases_seeds"],
    "other_seeds": ["oracle.sweep", "oracle.cases_layers", "oracle.cases_seeds"],
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
    "courses": [
        "oracle.courses",
        "reproductions.homework6.autoencoder",
        "reproductions.homework6.autoencoder_results",
        "reproductions.homework6.denoiser",
        "reproductions.homework6.gan",
        "reproductions.homework6.gan_results",
        "reproductions.lecture13.vae",
        "reproductions.lecture13.vae_results",
        "reproductions.lecture13.dcgan",
        "reproductions.lecture13.dcgan_results",
    ],
    "keras_vae": [
        "oracle.sweep",
        "oracle.keras_vae",
        "reproductions.homework6.keras_vae",
        "reproductions.homework6.keras_vae_results",
    ],
    "keras": ["oracle.sweep", "oracle.keras_course", "oracle.cases_keras", "oracle.cases_keras_parts"],
    "keras_graphs": [
        "oracle.sweep",
        "oracle.keras_course",
        "oracle.keras_graph",
        "oracle.cases_keras",
        "oracle.cases_keras_parts",
    ],
    "keras_shared": ["oracle.sweep", "oracle.keras_course", "oracle.keras_graph", "oracle.cases_keras_shared"],
    "keras_steps": ["oracle.sweep", "oracle.keras_course", "oracle.keras_graph", "oracle.cases_keras_steps"],
    "tf_keras": [
        "oracle.sweep",
        "oracle.keras_course",
        "oracle.tf_keras_course",
        "oracle.cases_tf_keras",
        "oracle.cases_tf_keras_generative",
        "oracle.cases_tf_keras_layers",
        "oracle.cases_tf_keras_mixed",
        "oracle.cases_tf_keras_parts",
    ],
    "mnist": ["oracle.data"],
    "small_data": ["oracle.data"],
    "names": ["oracle.names"],
    "saved": ["oracle.sweep", "oracle.saved"],
    "keras_saved": ["oracle.sweep", "oracle.keras_course", "oracle.saved", "oracle.keras_saved"],
    "programs": [
        "oracle.sweep",
        "oracle.programs",
        "oracle.cases_flow",
        "oracle.cases_libraries",
        "oracle.cases_pipelines",
        "oracle.cases_programs",
    ],
    "shuffles": ["oracle.sweep", "oracle.programs", "oracle.cases_shuffles"],
    "estimator": [
        "oracle.sweep",
        "oracle.programs",
        "oracle.estimators",
        "oracle.cases_estimator",
        "oracle.cases_learn",
    ],
    "canned": ["oracle.sweep", "oracle.programs", "oracle.estimators", "oracle.cases_canned", "oracle.cases_columns"],
    "estimator_files": [
        "oracle.sweep",
        "oracle.programs",
        "oracle.estimators",
        "oracle.estimator_files",
        "oracle.cases_canned",
    ],
    "wheel": [
        "oracle.sweep",
        "oracle.expressions",
        "oracle.cases_wheel_distributions",
        "oracle.cases_wheel_layers",
        "oracle.cases_wheel_packages",
        "oracle.cases_wheel_sequences",
        "oracle.cases_wheel",
    ],
    "outside": ["oracle.sweep", "oracle.cases_ops", "oracle.cases_scripts"],
    "imported": ["oracle.sweep", "oracle.cases_imported"],
    "hooks_iterators": ["oracle.sweep", "oracle.programs", "oracle.cases_hooks_iterators"],
    **{suite: printed.sources(suite) for suite in printed.SCRIPTS},
}


# which TensorFlow 1.15.5's own source answers
OF_THE_WHEEL = (
    "canned", "contrib_functions", "estimator", "estimator_scripts", "functions", "keras_saved", "tf_keras",
    "tf_keras_scripts", "wheel",
)  # fmt: skip
# which Keras 2.3.1's own source answers
OF_KERAS = ("keras", "keras_graphs", "keras_scripts", "keras_shared", "keras_steps")
# a few cases again, under other graph seeds
OTHER_SEEDS = (0, 1, 2**31 - 1, 2**31, 987654321987)
AGAIN = {
    "oracle.cases_layers": ("classes/used twice", "dense/AUTO_REUSE twice, name scopes around", "dropout/1/seed None"),
    "oracle.cases_seeds": ("implicit", "after minimize, Adam", "nested cond", "while_loop"),
}


def why_not(suite):
    """Why a suite can't be asked here, or None."""
    if (
        suite in ("mnist", "courses", "scripts", "estimator_scripts")
        and not importlib.import_module("oracle.data").mnist_is_there()
    ):
        return "the four files of MNIST are not in ../shared/mnist"
    if suite in OF_KERAS and not importlib.import_module("oracle.keras_course").is_there():
        return "Keras 2.3.1 is not in this environment: python -m legacy_tf.keras"
    if suite in OF_THE_WHEEL and not source_is_there():
        return "TensorFlow 1.15.5's own source is not in this environment: python -m legacy_tf.wheel"
    return None


def source_is_there():
    """Whether this TensorFlow is 1.15.5 (which runs on no Python but 3.7), or its source stands beside today's."""
    return sys.version_info < (3, 8) or importlib.import_module("legacy_tf.wheel.place").PLACE.is_there()


def questions(suite, with_spread=False):
    """{name: ask(tf) -> record} of a suite. `with_spread`: records that hold losses also hold how far they spread."""
    nudges = NUDGES.get(suite, 0) if with_spread else 0
    if suite == "other_seeds":
        return {
            "{}, seed {}".format(name, seed): partial(
                sweep.run_case, build=importlib.import_module(module).CASES[name], seed=seed
            )
            for module, names in AGAIN.items()
            for name in names
            for seed in OTHER_SEEDS
        }
    if suite == "graphs":
        graphs = importlib.import_module("oracle.graphs")
        return {name: partial(graphs.run_graph, name=name, nudges=nudges) for name in graphs.GRAPHS}
    if suite in printed.SCRIPTS:
        return {name: partial(printed.run_script, suite=suite, name=name) for name in printed.SCRIPTS[suite]}
    if suite == "saved":
        saved = importlib.import_module("oracle.saved")
        return {name: partial(saved.run, name=name) for name in saved.PROGRAMS}
    if suite == "keras_saved":
        keras_saved = importlib.import_module("oracle.keras_saved")
        return {name: partial(keras_saved.run, name=name) for name in keras_saved.MODELS}
    if suite in ("hooks_iterators", "programs", "shuffles"):
        programs = importlib.import_module("oracle.programs")
        cases = importlib.import_module(SUITES[suite][-1]).CASES
        return {n: partial(programs.run_program, program=program, seeds=seeds) for n, (program, seeds) in cases.items()}
    if suite in ("canned", "estimator"):
        estimators = importlib.import_module("oracle.estimators")
        return {name: partial(estimators.run, program=program) for name, program in _cases(suite).items()}
    if suite == "tconv_examples":
        tconv = importlib.import_module("reproductions.tconv_examples")
        return {name: partial(_tconv, tconv, name) for name in tconv.EXAMPLES}
    if suite == "courses":
        courses = importlib.import_module("oracle.courses")
        return {name: partial(courses.run_course, name=name, nudges=nudges) for name in courses.COURSES}
    if suite == "keras_vae":
        keras_vae = importlib.import_module("oracle.keras_vae")
        return {name: partial(keras_vae.run, name=name, stirs=nudges) for name in keras_vae.CASES}
    if suite == "estimator_files":
        return {"checkpoint": importlib.import_module("oracle.estimator_files").run}
    if suite in ("keras", "tf_keras"):
        ask = importlib.import_module("oracle.{}_course".format(suite)).run
        return {name: partial(ask, case=case, nudges=nudges) for name, case in _cases(suite).items()}
    if suite in ("keras_graphs", "keras_shared", "keras_steps"):
        ask = importlib.import_module("oracle.keras_graph").run
        return {name: partial(ask, case=case) for name, case in _cases(suite).items()}
    if suite in ("mnist", "small_data"):
        data = importlib.import_module("oracle.data")
        run, cases = (data.run_mnist, data.MNIST_CASES) if suite == "mnist" else (data.run_small, data.SMALL_CASES)
        asked = {name: partial(run, **options) for name, options in cases.items()}
        return asked if suite == "mnist" else {**asked, "parameters": data.parameters, "no seed": data.run_unseeded}
    if suite == "names":
        names = importlib.import_module("oracle.names")
        return {"public names": names.public_names, "signatures": names.signatures}
    module = importlib.import_module(SUITES[suite][-1])
    counted = getattr(module, "COUNTED", ())
    return {n: partial(sweep.run_case, build=build, counted=n in counted) for n, build in module.CASES.items()}


def _cases(suite):
    """{name: case} of all modules of cases that a suite has."""
    modules = [importlib.import_module(module) for module in SUITES[suite] if ".cases_" in module]
    return {name: case for module in modules for name, case in module.CASES.items()}


def _tconv(tconv, name, tf):
    """The example's matrix, in whole numbers: equal or wrong."""
    return {"values": {"conv": sweep.plain(tconv.results()[name])}}
