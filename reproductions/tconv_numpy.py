"""Transposed convolution from its definition, in plain NumPy: what `tconv_examples.py` checks TensorFlow against.

For its cell (i, j), a convolution of stride s reads the big image's cells (i·s + p − pad, j·s + q − pad), and weighs
each by the kernel's cell (p, q). `links` lists exactly these. Read from big to small they are the convolution and its
matrix C; read from small to big, adding up where several meet, they are the transposed convolution and Cᵀ.

Arrays are NHWC; a kernel is (height, width, big channels, small channels), in the order of `conv2d_transpose`.
This file stays within Python 3.7's syntax, as `tconv_examples.py` does.
"""

import re

import numpy as np


def pad_before(big, small, kernel, stride, padding):
    """How far the first window reaches outside the big image; of an odd padding, SAME puts the odd row at the end."""
    return 0 if padding == "VALID" else max((small - 1) * stride + kernel - big, 0) // 2


def working_sizes(small, kernel, stride, padding):
    """All big sizes that the convolution turns into `small`: `conv2d_transpose` may be asked for any of them."""
    reach = kernel - 1 if padding == "VALID" else 0
    return [big for big in range(1, small * stride + kernel) if -(-(big - reach) // stride) == small]


def links(small, kernel, big, stride, padding):
    """Yields ((i, j), (p, q), (y, x)): a small cell, the kernel's cell, and the big cell that the two link it with."""
    top, left = (pad_before(big[axis], small[axis], kernel[axis], stride, padding) for axis in (0, 1))
    for i, j in np.ndindex(*small):
        for p, q in np.ndindex(*kernel):
            y, x = i * stride + p - top, j * stride + q - left
            if 0 <= y < big[0] and 0 <= x < big[1]:
                yield (i, j), (p, q), (y, x)


def transposed_convolution(image, kernel, output_shape, stride, padding):
    """image (N, h, w, I), kernel (kh, kw, O, I) -> output_shape (N, H, W, O): adds each cell's stamp to the output."""
    out = np.zeros(output_shape, image.dtype)
    for (i, j), (p, q), (y, x) in links(image.shape[1:3], kernel.shape[:2], out.shape[1:3], stride, padding):
        out[:, y, x] += image[:, i, j] @ kernel[p, q].T  # (N, I) @ (I, O)
    return out


def convolution_matrix(kernel, small, big, stride, padding):
    """C, (h·w, H·W), for one channel: C @ the flat big image is the convolution."""
    C = np.zeros(small + big, kernel.dtype)
    for ij, (p, q), yx in links(small, kernel.shape[:2], big, stride, padding):
        C[ij + yx] = kernel[p, q, 0, 0]
    return C.reshape(small[0] * small[1], big[0] * big[1])


def fed_by(small, kernel, big, stride, padding):
    """For each big cell the letters of the small cells that feed it, a, b, c … in reading order: (H, W) strings."""
    cells = [[""] * big[1] for _ in range(big[0])]
    for (i, j), _, (y, x) in links(small, kernel, big, stride, padding):
        cells[y][x] += chr(ord("a") + i * small[1] + j)
    return cells


def integers(matrix):
    """Nested lists, of ints if all values are whole: a fraction must not be rounded away."""
    whole = np.array_equal(matrix, np.rint(matrix))
    return (matrix.astype(int) if whole else matrix).tolist()


def own_call(stride, padding, output_shape):
    """(output_shape, strides, padding) for a call on the slides' 2×2 input and 3×3 filter; None takes the default.

    Raises a ValueError of one line, with the sizes that work, where TensorFlow would fail inside its kernels.
    """
    small, kernel = 2, 3
    stride, padding = stride or 1, padding or "VALID"
    working = working_sizes(small, kernel, stride, padding)
    if output_shape is None:
        # tf.layers.conv2d_transpose has no output_shape to ask for: it takes this one
        size = small * stride + (max(kernel - stride, 0) if padding == "VALID" else 0)
        output_shape = f"1,{size},{size},1"
    parts = re.fullmatch(r"[(\[\s]*1\s*,\s*(\d{1,9})\s*,\s*(\d{1,9})\s*,\s*1[)\]\s]*", output_shape)
    if not parts:
        raise ValueError(f"--output-shape {output_shape!r} is not 1,HEIGHT,WIDTH,1: one image, one channel")
    shape = (1, int(parts.group(1)), int(parts.group(2)), 1)
    for axis, big in zip(("height", "width"), shape[1:3]):
        if big not in working:
            raise ValueError(
                f"output_shape {shape}: {axis} {big} can't come from {small} with stride {stride}, {padding} padding "
                f"and a {kernel}×{kernel} filter; what works: {', '.join(map(str, working))}"
            )
    return shape, [1, stride, stride, 1], padding


def report(example, y, kernel, conv, image, down, swapped, back):
    """All that there is to say about one example and TensorFlow's values for it, ready for JSON."""
    slide, output_shape, strides, padding, expected = example
    stride, small, big = strides[1], y.shape[1:3], tuple(output_shape[1:3])
    C = convolution_matrix(kernel, small, big, stride, padding)  # (h·w, H·W)
    result = conv[0, :, :, 0]
    return {
        "slide": slide,
        "call": f"conv = tf.nn.conv2d_transpose(input, filter, output_shape={tuple(output_shape)}, strides={strides}, "
        f"padding={padding!r})",
        "result": integers(result),
        "expected": expected,
        "verdict": "no slide" if expected is None else "matches" if np.array_equal(result, expected) else "differs",
        "checks": {
            "scatter_add": np.array_equal(conv, transposed_convolution(y, kernel, output_shape, stride, padding)),
            "Ct_y": np.array_equal(conv.ravel(), C.T @ y.ravel()),
            "gradient": np.array_equal(conv, swapped),
            "C_x": np.array_equal(down.ravel(), C @ image.ravel()),
        },
        "fed_by": fed_by(small, kernel.shape[:2], big, stride, padding),
        "C": integers(C),
        "C_rank": int(np.linalg.matrix_rank(C)),
        "C_Ct": integers(C @ C.T),
        "y": integers(y[0, :, :, 0]),
        "C_Ct_y": integers(back[0, :, :, 0]),
        "stride": stride,
        "padding": padding,
        "offset": [-pad_before(big[a], small[a], kernel.shape[a], stride, padding) for a in (0, 1)],
    }
