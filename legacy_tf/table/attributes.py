"""Attributes that ops have had only since TF 1.15 (found by comparing the two registries of ops)."""

NEWER = frozenset(  # names that no op of TF 1.15 had
    """
    Tk Tsegmentids allow_missing_files allow_stateful allowed_devices auto_shard_policy bad_indices_policy blank_index
    buffer_size_min cardinality_options debug_name exponential_avg_factor external_state_policy force_synchronous grad_a
    grad_b grad_x grad_y is_files log_warning metadata multiply_linear_by_lr perturb_singular ragged_keys
    ragged_split_types ragged_value_types ram_budget replicate_on_split resize_if_index_out_of_bounds shuffle_on_read
    snapshot_name sparse_gradient stop_on_empty_dataset strip_device_assignment use_default_device
    """.split()
)

NEWER_IN = {  # op: names that other ops of TF 1.15 had
    "AssignVariableOp": ["validate_shape"],
    "ConcatOffset": ["shape_type"],
    "InitializeTableFromTextFile": ["offset"],
    "InitializeTableFromTextFileV2": ["offset"],
    **{f"DepthwiseConv2dNative{of}": ["explicit_paddings"] for of in ("", "BackpropFilter", "BackpropInput")},
    **{f"MaxPool{of}": ["explicit_paddings"] for of in ("", "Grad")},
    **{f"{of}FFT{rank}": ["Treal", "Tcomplex"] for of in ("R", "IR") for rank in ("", "2D", "3D")},
    "ShuffleAndRepeatDataset": ["reshuffle_each_iteration"],
    "SlidingWindowDataset": ["drop_remainder"],
    "TensorListGetItem": ["Tshape"],
    "TopKV2": ["index_type"],
}

# Which input of a gradient's matrix product is a gradient, what a variable is called in messages: no kernel on a CPU
# computes anything else for it.
HINTS = frozenset(["debug_name", "grad_a", "grad_b", "grad_x", "grad_y"])
