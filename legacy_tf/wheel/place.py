"""Where TF 1.15.5's own Python sources lie, and what belongs into it."""

from legacy_tf.place import Place

# Beside whole packages: modules of TensorFlow's inside that later releases dropped or changed.
INSIDE = (
    "_api/v1/feature_column/__init__",
    "core/kernels/boosted_trees/boosted_trees_pb2",
    "python/data/experimental/ops/iterator_ops",
    "python/distribute/estimator_training",
    "python/framework/composite_tensor_utils",
    "python/ops/distributions/transformed_distribution",
    "python/ops/losses/loss_reduction",
    "python/ops/losses/util",
    "python/ops/rnn_cell_wrapper_impl",
    "python/ops/signal/dct_ops",
    "python/ops/signal/fft_ops",
    "python/ops/signal/mel_ops",
    "python/ops/signal/mfcc_ops",
    "python/ops/signal/reconstruction_ops",
    "python/ops/signal/shape_ops",
    "python/ops/signal/spectral_ops",
    "python/ops/signal/util_ops",
    "python/ops/signal/window_ops",
    "python/ops/stateless_random_ops",
    "python/ops/summary_ops_v2",
    "python/tpu/_tpu_estimator_embedding",
    "python/tpu/async_checkpoint",
    "python/tpu/error_handling",
    "python/tpu/feature_column",
    "python/tpu/feature_column_v2",
    "python/tpu/session_support",
    "python/tpu/tpu_config",
    "python/tpu/tpu_context",
    "python/tpu/tpu_embedding",
    "python/tpu/tpu_embedding_gradient",
    "python/tpu/tpu_estimator",
    "python/tpu/util",
    "python/training/tracking/layer_utils",
)
# Whole packages; contrib without its own __init__, which loads it all.
PACKAGES = ("contrib", "python/feature_column", "python/keras", "python/ops/linalg")
BESIDE = ("keras_applications", "keras_preprocessing")  # which tf.keras imports: packages of their own
PLACE = Place(
    title="TensorFlow 1.15.5's own Python source",
    name="tensorflow-1.15.5",
    variable="LEGACY_TF_WHEEL",
    command="python -m legacy_tf.wheel",
    size="110 MB, of which 15 are kept",
    # The file for Linux: Python source is the same on every machine.
    wheels="""\
tensorflow==1.15.5 --hash=sha256:29831dda98d668067de75403b2fca0d06a2f026ef6f217fa2ca873c20b4ee4d3
tensorflow-estimator==1.15.1 --hash=sha256:8853bfb7c3c96fbdc80b3d66c37a10af6ccbcd235dc87474764270c02a0f86b9
Keras-Applications==1.0.8 --hash=sha256:df4323692b8c1174af821bf906f1e442e63fa7589bf0f1230a0b6bdc5a810c95
Keras-Preprocessing==1.1.2 --hash=sha256:7b82029b130ff61cc99b55f3bd27427df4838576838c5b2f65940e4fcec99a7b
""",
    files=(
        *(f"{each}/*.py" for each in BESIDE),
        "tensorflow_estimator/*.py",
        *(f"tensorflow_core/{package}/*.py" for package in PACKAGES[1:]),
        "tensorflow_core/contrib/*/*.py",
        "tensorflow_core/contrib/learn/*/data/*.csv",
        *(f"tensorflow_core/{module}.py" for module in INSIDE),
    ),
    options=tuple("--platform manylinux2010_x86_64 --python-version 3.7 --implementation cp --abi cp37m".split()),
)
