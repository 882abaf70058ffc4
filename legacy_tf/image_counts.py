"""Functions of images that TF 1.15 built of another number of ops: counted, as in counts.py."""

from tensorflow.python.framework import dtypes, tensor
from tensorflow.python.ops import image_ops_impl

from legacy_tf.counts import counted, counted_to


# It tries the formats one by one, in nested conds; today's has one kernel for all.
def _decode_rule(contents, channels=None, dtype=dtypes.uint8, name=None, expand_animations=True):
    return {dtypes.uint8: 76, dtypes.uint16: 82}.get(dtypes.as_dtype(dtype), 84) + (0 if expand_animations else 3)


decode_image = counted_to(image_ops_impl.decode_image, _decode_rule)


# The fraction is a constant of the size's dtype; today's casts it.
def _central_rule(image, central_fraction):
    if central_fraction == 1.0 or not isinstance(image, tensor.Tensor):
        return 0
    return -image.shape.as_list()[-3:-1].count(None)


central_crop = counted(image_ops_impl.central_crop, _central_rule)


# It reads the size as Python numbers to keep the aspect; today's slices it.
def _resize_rule(images, resizer_fn, size, preserve_aspect_ratio, *args, **kwargs):
    return -6 if preserve_aspect_ratio else 0


resize_images_common = counted(image_ops_impl._resize_images_common, _resize_rule)


# It converts to uint8 without clipping first.
def _jpeg_rule(image, *args, **kwargs):
    return 0 if dtypes.as_dtype(image.dtype) == dtypes.uint8 else -4


adjust_jpeg_quality = counted(image_ops_impl.adjust_jpeg_quality, _jpeg_rule)


# Its kernel pads, where today's pads in the graph; both ask how many there were.
def _suppression_rule(
    boxes, scores, max_output_size, iou_threshold=0.5, score_threshold=0, pad_to_max_output_size=False, *args, **kwargs
):
    if not pad_to_max_output_size:
        return -8
    return -13 if isinstance(max_output_size, tensor.Tensor) else -14


non_max_suppression_padded = counted(image_ops_impl.non_max_suppression_padded, _suppression_rule)
