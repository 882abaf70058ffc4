"""tf.image functions whose TF 1.15 graph or numbers differ."""

from tensorflow.python.framework import dtypes, ops, tensor
from tensorflow.python.ops import (
    array_ops,
    array_ops_stack,
    check_ops,
    cond,
    control_flow_ops,
    image_ops_impl,
    math_ops,
)

_flip = image_ops_impl._flip
_random_flip = image_ops_impl._random_flip


# TF 1.15 asks for all sizes to be known and positive, today's function for the last three only.
def check_at_least_3d(image, require_static=True):
    """Raises ValueError for an image known to be wrong; returns the assertions for what is not known."""
    known = image.shape.with_rank(3) if image.shape.ndims is None else image.shape
    if known.ndims < 3:
        raise ValueError("'image' must be at least three-dimensional.")
    if require_static and not known.is_fully_defined():
        raise ValueError("'image' must be fully defined.")
    if any(size == 0 for size in known):
        raise ValueError(f"all dims of 'image.shape' must be > 0: {known}")
    if known.is_fully_defined():
        return []
    return [
        check_ops.assert_positive(array_ops.shape(image), ["all dims of 'image.shape' must be > 0."]),
        check_ops.assert_greater_equal(array_ops.rank(image), 3, message="'image' must be at least three-dimensional."),
    ]


# TF 1.15 crops "-1", all of the batch and of the channels; today's function asks for their sizes.
def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    """`tf.image.crop_to_bounding_box` of TF 1.15: [(batch,) target_height, target_width, channels] of the image.

    Raises ValueError for an image of another rank than 3 or 4, or for a box that is known to stick out.
    """
    with ops.name_scope(None, "crop_to_bounding_box", [image]):
        image = ops.convert_to_tensor(image, name="image")
        is_batch = image.shape.ndims == 4
        if not is_batch:
            if image.shape.ndims not in (None, 3):
                raise ValueError("'image' must have either 3 or 4 dimensions.")
            has_rank = image.shape.ndims is not None
            image = array_ops.expand_dims(image, 0)
            if not has_rank:
                image.set_shape([None] * 4)
        checks = image_ops_impl._CheckAtLeast3DImage(image, require_static=False)
        batch, height, width, depth = image_ops_impl._ImageDimensions(image, rank=4)
        for condition, message in (
            (lambda: offset_width >= 0, "offset_width must be >= 0."),
            (lambda: offset_height >= 0, "offset_height must be >= 0."),
            (lambda: target_width > 0, "target_width must be > 0."),
            (lambda: target_height > 0, "target_height must be > 0."),
            (lambda: width >= target_width + offset_width, "width must be >= target + offset."),
            (lambda: height >= target_height + offset_height, "height must be >= target + offset."),
        ):
            checks += image_ops_impl._assert(condition(), ValueError, message)
        image = control_flow_ops.with_dependencies(checks, image)
        begin = array_ops_stack.stack([0, offset_height, offset_width, 0])
        cropped = array_ops.slice(image, begin, array_ops_stack.stack([-1, target_height, target_width, -1]))
        sizes = [batch, target_height, target_width, depth]
        cropped.set_shape([None if image_ops_impl._is_tensor(size) else size for size in sizes])
        return cropped if is_batch else array_ops.squeeze(cropped, axis=[0])


# TF 1.15 gives back the image's own dtype (scaled and saturated, through an identity for floats), today's floats.
def per_image_standardization(image):
    """`tf.image.per_image_standardization` of TF 1.15: (x - mean) / max(stddev, 1/sqrt(pixels)) for each image.

    Takes images [..., height, width, channels] and returns the same shape and dtype: an integer image comes back in
    its integers, standardized as floats, then scaled up and clipped at 0.
    """
    with ops.name_scope(None, "per_image_standardization", [image]) as scope:
        image = ops.convert_to_tensor(image, name="image")
        image = image_ops_impl._AssertAtLeast3DImage(image)
        dtype = image.dtype
        if dtype not in (dtypes.float16, dtypes.float32):
            image = image_ops_impl.convert_image_dtype(image, dtypes.float32)
        pixels = math_ops.reduce_prod(array_ops.shape(image)[-3:])
        mean = math_ops.reduce_mean(image, axis=[-1, -2, -3], keepdims=True)
        stddev = math_ops.reduce_std(image, axis=[-1, -2, -3], keepdims=True)
        stddev = math_ops.maximum(stddev, math_ops.rsqrt(math_ops.cast(pixels, image.dtype)))
        image = math_ops.div(image - mean, stddev, name=scope)
        return image_ops_impl.convert_image_dtype(image, dtype, saturate=True)


# TF 1.15 takes an image of unknown rank for a single one; today's functions ask for its rank when run.
def flip(image, flip_index, scope_name):
    """Flips an image, or each of a batch of four dimensions, along axis `flip_index` of an image."""
    if not isinstance(image, tensor.Tensor) or image.shape.ndims is not None:
        return _flip(image, flip_index, scope_name)
    with ops.name_scope(None, scope_name, [image]):
        image = image_ops_impl._AssertAtLeast3DImage(image)
        return image_ops_impl.fix_image_flip_shape(image, array_ops.reverse(image, [flip_index]))


def random_flip(image, flip_index, random_func, scope_name):
    """Flips an image, or each of a batch of four dimensions, with probability 1/2 along axis `flip_index`."""
    if not isinstance(image, tensor.Tensor) or image.shape.ndims is not None:
        return _random_flip(image, flip_index, random_func, scope_name)
    with ops.name_scope(None, scope_name, [image]) as scope:
        image = image_ops_impl._AssertAtLeast3DImage(image)
        is_flipped = math_ops.less(random_func(shape=[], minval=0, maxval=1.0), 0.5)
        result = cond.cond(is_flipped, lambda: array_ops.reverse(image, [flip_index]), lambda: image, name=scope)
        return image_ops_impl.fix_image_flip_shape(image, result)
