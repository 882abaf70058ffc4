"""What TF 1.15.5's own Python source carries (legacy_tf/wheel/): TF 1.15's package -> its module there."""

from legacy_tf.table.rows import Original

_CONTRIB = "today's TensorFlow has tf.contrib no more; TF 1.15.5's own source answers"
# Packages of tf.contrib, which has nothing but them.
_OF_CONTRIB = (
    "autograph batching bayesflow checkpoint compiler constrained_optimization copy_graph crf cudnn_rnn data "
    "deprecated distributions framework graph_editor grid_rnn hooks image integrate keras kernel_methods "
    "labeled_tensor layers legacy_seq2seq lookup losses metrics mixed_precision model_pruning nn opt optimizer_v2 "
    "proto quantization quantize receptive_field recurrent rnn saved_model seq2seq session_bundle signal slim solvers "
    "sparsemax specs staging stateless summary testing training util"
)
# Of these tf.contrib has a module in the package under the package's name.
_WITHIN = {
    "optimizer_v2": ".optimizer_v2_symbols", "receptive_field": ".receptive_field_api",
    "recurrent": ".python.recurrent_api", "specs": ".python", "summary": ".summary",
}  # fmt: skip
_MODELS = (
    "boosted_trees estimator factorization feature_column learn linear_optimizer predictor tensor_forest timeseries tpu"
)
# tf.linalg.LinearOperator… -> its module
_LINEAR_OPERATORS = {
    "": "", "Adjoint": "adjoint", "BlockDiag": "block_diag", "Circulant": "circulant", "Circulant2D": "circulant",
    "Circulant3D": "circulant", "Composition": "composition", "Diag": "diag", "FullMatrix": "full_matrix",
    "Householder": "householder", "Identity": "identity", "Inversion": "inversion", "Kronecker": "kronecker",
    "LowRankUpdate": "low_rank_update", "LowerTriangular": "lower_triangular", "ScaledIdentity": "identity",
    "Toeplitz": "toeplitz", "Zeros": "zeros",
}  # fmt: skip
# tf.signal.…, by their modules; and stateless random ops
_SIGNAL = {
    "dct_ops": "dct idct",
    "fft_ops": "irfft irfft2d irfft3d rfft rfft2d rfft3d",
    "mel_ops": "linear_to_mel_weight_matrix",
    "mfcc_ops": "mfccs_from_log_mel_spectrograms",
    "reconstruction_ops": "overlap_and_add",
    "shape_ops": "frame",
    "spectral_ops": "inverse_stft inverse_stft_window_fn stft",
    "window_ops": "hamming_window hann_window",
}
_STATELESS = {
    "categorical": "stateless_categorical", "multinomial": "stateless_multinomial",
}  # fmt: skip

ORIGINAL = {
    **{
        f"contrib.{name}": Original(f"tensorflow_core.contrib.{name}{_WITHIN.get(name, '')}", _CONTRIB, rows_first=True)
        for name in (_OF_CONTRIB + " " + _MODELS).split()
    },
    "estimator": Original(
        "tensorflow_estimator._api.v1.estimator",
        "it was a package of its own, which ended with TensorFlow 2.15",
        rows_first=True,
    ),
    "feature_column": Original(
        "tensorflow_core._api.v1.feature_column",
        "today's create other ops, and estimators know only their own",
    ),
    "keras": Original(
        "tensorflow_core.python.keras.api._v1.keras",
        "today's is Keras 3; TF 1.15.5's own source answers, fetched by pip when it is first asked for",
    ),
    **{
        f"linalg.LinearOperator{name}": Original(
            f"tensorflow_core.python.ops.linalg.linear_operator{module and '_' + module}:LinearOperator{name}",
            "other ops today, and what tf.contrib.distributions takes are TF 1.15's",
        )
        for name, module in _LINEAR_OPERATORS.items()
    },
    **{
        f"summary.{name}": Original(
            f"tensorflow_core.python.ops.summary_ops_v2:{name}", "for tf.contrib.summary, with TF 1.15's ops"
        )
        for name in ("all_v2_summary_ops", "initialize")
    },
    **{
        f"random.stateless_{name}": Original(
            f"tensorflow_core.python.ops.stateless_random_ops:{function}", "another op today, of a key and a counter"
        )
        for name, function in _STATELESS.items()
    },
    **{
        f"{room}.{name}": Original(f"tensorflow_core.python.ops.signal.{module}:{name}", "other ops today")
        for module, names in _SIGNAL.items()
        for name in names.split()
        for room in (("signal", "spectral") if module in ("dct_ops", "fft_ops") else ("signal",))
    },
    "linalg.expm": Original("tensorflow_core.python.ops.linalg.linalg_impl:matrix_exponential", "other ops today"),
}
