"""docs/differences.md, from the table: `python -m legacy_tf.differences > docs/differences.md`."""

from legacy_tf.table import INTERNAL, TABLE, Carried

HEAD = """# Differences: what is carried, what is not

This page is made from the table in `legacy_tf/table/` by `python -m legacy_tf.differences`; a test compares them.
Names that are not on it are `tf.compat.v1`'s, untouched.

## Known differences from TensorFlow 1.15.5

- **Sums are rounded differently.** The two builds use other CPU instructions and orders of summation. Single ops agree
  within 4e-6 of a tensor's largest element (`tests/oracle/tolerances.py` has every tolerance and its reason).
- **Gradients are today's ops.** Their nodes have other names and numbers than in TF 1.15; only how many TF 1.15 would
  have made is kept, so that random ops created after `minimize` have the same seeds.
- **Loops with random ops inside.** `tf.while_loop`, `tf.map_fn` and `tf.scan` run up to `parallel_iterations=10` rounds
  at a time. Today's executor starts them in another order, so a random op in the loop gives the same numbers to other
  rounds. With `parallel_iterations=1` they are bit-identical.
- **`dataset.shuffle(n).repeat()`**, the two right after each other: TF 1.15's optimizer fuses them, and the fused
  shuffle has another order from the first epoch on. With anything between them (`.batch`), with `.repeat().shuffle(n)`,
  or with `reshuffle_each_iteration=False` the order is bit-identical.
- **Names of a few composites** (`tf.image.ssim`, `tf.image.rot90`, `tf.metrics.auc` and its kin, functions marked
  "counted" below): as many ops as TF 1.15 made, some of them with other names or types.
- **Other numbers of ops, so that later implicit seeds differ**: `tf.linalg.expm`, `tf.signal`, `tf.spectral`,
  `tf.vectorized_map`, `tf.strings.ngrams`, `tf.io.parse_single_sequence_example`, conversions of ragged tensors,
  `tf.nn.ctc_loss_v2`, `tf.image.non_max_suppression_padded`, `tf.data.experimental`'s `CsvDataset`,
  `choose_from_datasets` and `prefetch_to_device`, `tf.data.TFRecordDataset(num_parallel_reads=…)`, second derivatives
  through fused batch norm, `tf.hessians` of a tensor of unknown shape, and gradients with
  `aggregation_method=EXPERIMENTAL_ACCUMULATE_N`. Give random ops after them seeds of their own.
- **Arguments that are not carried** raise an error that says so: `renorm`, `virtual_batch_size` and `adjustment` of
  `tf.layers.batch_normalization`, `renorm` and `adjustment` of `tf.contrib.layers.batch_norm`, `output_padding` and
  `dilation_rate` of the transposed convolutions, and of `tf.layers.Layer` the methods that came from Keras
  (`get_config`, `get_weights` …).
- **Fetches that race.** What one `run` both changes and reads (`run([d_loss, d_step, clip_weights])`, as in many WGANs)
  depends on the executor's order, which is another than TF 1.15's. Run separately, they agree.
- **A bias before batch norm** has a gradient of rounding noise, which Adam scales to full steps: training losses agree,
  `training=False` losses part. With `use_bias=False` they agree.
- **`tf.train.import_meta_graph`** starts the count at the ops of the imported graph, without what its ledger held.
- **`tf.__version__`** is today's.
- **Ops that the CPU of TF 1.15.5 refused** (convolutions with `channels_first`, for instance) may run today.
"""


def page():
    """The page's text."""
    carried = {name: entry for name, entry in TABLE.items() if isinstance(entry, Carried)}
    missing = {name: entry for name, entry in TABLE.items() if name not in carried}
    lines = [HEAD, "## Carried", "", "| TF 1.15 | why compat.v1's would not do |", "|---|---|"]
    lines += [f"| {names} | {why} |" for why, names in _grouped(carried, lambda entry: entry.why)]
    lines += ["", "## Carried inside TensorFlow", "", "| what | why |", "|---|---|"]
    lines += [f"| {what} | {entry.why} |" for what, entry in INTERNAL.items()]
    lines += ["", "## Not carried", "", "Using one of these raises `AttributeError` with this text.", ""]
    lines += ["| TF 1.15 | what it was | what to do instead |", "|---|---|---|"]
    lines += [f"| {names} | {was} | {do} |" for (was, do), names in _grouped(missing, tuple)]
    return "\n".join(lines) + "\n"


def _grouped(entries, key):
    """[(key, names joined)] of entries with the same key, in the table's order."""
    groups = {}
    for name, entry in entries.items():
        groups.setdefault(key(entry), []).append(f"`tf.{name}`")
    return [(text, ", ".join(names)) for text, names in groups.items()]


if __name__ == "__main__":
    print(page(), end="")
