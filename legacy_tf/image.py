"""tf.image functions whose TF 1.15 graph or numbers differ."""

import functools

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
    shape = image.shape.with_rank(3) if image.shape.ndims is None else image.shape
    if shape.ndims < 3:
        raise ValueError(f"an image has height, width and channels: shape {shape} is too short")
    if 0 in shape.as_list():
        raise ValueError(f"the image is empty: its shape is {shape}")
    if shape.is_fully_defined():
        return []
    if require_static:
        raise ValueError(f"the image's sizes have to be known: give {shape} the rest by set_shape")
    return [
        check_ops.assert_positive(array_ops.shape(image), ["the image is empty"]),
        check_ops.assert_greater_equal(array_ops.rank(image), 3, message="an image has height, width and channels"),
    ]


# TF 1.15 crops "-1", all of the batch and of the channels; today's function asks for their sizes.
def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    """`tf.image.crop_to_bounding_box` of TF 1.15: [(batch,) target_height, target_width, channels] of the image.

    Raises ValueError for an image of another rank than 3 or 4, or for a box that is known to stick out.
    """
    with ops.name_scope(None, "crop_to_bounding_box", [image]):
        image = ops.convert_to_tensor(image, name="image")
        given_rank = image.shape.ndims
        if given_rank not in (None, 3, 4):
            raise ValueError(f"an image to crop, or a batch of them, has rank 3 or 4: not shape {image.shape}")
        if given_rank != 4:
            image = array_ops.expand_dims(image, 0)
        if given_rank is None:
            image.set_shape([None] * 4)
        checks = image_ops_impl._CheckAtLeast3DImage(image, require_static=False)
        batch, height, width, depth = image_ops_impl._ImageDimensions(image, rank=4)
        axes = {"width": (width, offset_width, target_width), "height": (height, offset_height, target_height)}
        for message, fits in (
            ("the box starts outside of the image: offset_{} is negative", lambda size, offset, target: offset >= 0),
            ("the box is empty: target_{} is 0 or negative", lambda size, offset, target: target > 0),
            ("the box ends outside of the image's {}", lambda size, offset, target: size >= target + offset),
        ):
            for axis, numbers in axes.items():
                checks += image_ops_impl._assert(fits(*numbers), ValueError, message.format(axis))
        image = control_flow_ops.with_dependencies(checks, image)
        begin = array_ops_stack.stack([0, offset_height, offset_width, 0])
        cropped = array_ops.slice(image, begin, array_ops_stack.stack([-1, target_height, target_width, -1]))
        sizes = [batch, target_height, target_width, depth]
        cropped.set_shape([None if image_ops_impl._is_tensor(size) else size for size in sizes])
        return cropped if given_rank == 4 else array_ops.squeeze(cropped, axis=[0])


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
        over_image = dict(axis=[-1, -2, -3], keepdims=True)
        mean = math_ops.reduce_mean(image, **over_image)
        stddev = math_ops.reduce_std(image, **over_image)
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
        flipped = functools.partial(array_ops.reverse, image, [flip_index])
        result = cond.cond(is_flipped, flipped, lambda: image, name=scope)
        return image_ops_impl.fix_image_flip_shape(image, result)
