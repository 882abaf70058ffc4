"""Names of TensorFlow 0.x that TF 1.15 had no more, and what TF 1.15 calls them."""

EARLIER = {
    # ---- renamed by TensorFlow 1.0
    "mul": "multiply",
    "sub": "subtract",
    "neg": "negative",
    "inv": "reciprocal",
    "pack": "stack",
    "unpack": "unstack",
    "select": "where",
    "concat_v2": "concat",
    "split_v": "split",
    "complex_abs": "abs",
    "listdiff": "setdiff1d",
    "batch_matmul": "matmul",
    "batch_cholesky": "cholesky",
    "batch_matrix_determinant": "matrix_determinant",
    "batch_matrix_diag": "matrix_diag",
    "batch_matrix_inverse": "matrix_inverse",
    "batch_matrix_solve": "matrix_solve",
    "batch_matrix_transpose": "matrix_transpose",
    "batch_matrix_triangular_solve": "matrix_triangular_solve",
    "batch_self_adjoint_eig": "self_adjoint_eig",
    "batch_svd": "svd",
    "image.per_image_whitening": "image.per_image_standardization",
    # ---- summaries
    "scalar_summary": "summary.scalar",
    "histogram_summary": "summary.histogram",
    "image_summary": "summary.image",
    "audio_summary": "summary.audio",
    "merge_summary": "summary.merge",
    "merge_all_summaries": "summary.merge_all",
    "train.SummaryWriter": "summary.FileWriter",
    # ---- recurrent networks
    "nn.rnn": "nn.static_rnn",
    "nn.bidirectional_rnn": "nn.static_bidirectional_rnn",
    "models.rnn": "nn.rnn_cell",
}
"""Below tf: the name in TensorFlow 0.x -> the name in TF 1.15. Some take their arguments in another order."""
