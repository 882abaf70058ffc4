"""Singular vectors of a bidiagonal matrix, by the QR sweeps of LAPACK before 3.10, whose signs they have."""

import math

import numpy as np

_EPS = np.finfo(np.float64).eps / 2
_TOLERANCE = max(10.0, min(100.0, _EPS**-0.125)) * _EPS


def rotation(f, g):
    """(c, s, r): c f + s g = r and -s f + c g = 0, with the sign of before LAPACK 3.10."""
    if g == 0:
        return 1.0, 0.0, f
    if f == 0:
        return 0.0, 1.0, g
    r = math.hypot(f, g)
    if abs(f) > abs(g) and f < 0:
        r = -r
    return f / r, g / r, r


def right_vectors(d, e):
    """Right singular vectors, in the order of falling singular values, of the bidiagonal matrix (d, e)."""
    n = len(d)
    d, e, v = [float(x) for x in d], [float(x) for x in e], np.eye(n)
    least = mu = abs(d[0])
    for i in range(n - 1):
        mu = abs(d[i + 1]) * (mu / (mu + abs(e[i]))) if mu else 0.0
        least = min(least, mu)
    threshold = max(_TOLERANCE * least / math.sqrt(n), 6 * n * n * np.finfo(np.float64).tiny)
    high, before, down = n - 1, (-1, -1), True  # `before`: the block of the last sweep
    while high > 0:
        low = high
        while low > 0 and abs(e[low - 1]) > threshold:
            low -= 1
        if low > 0:
            e[low - 1] = 0.0
        if low == high:
            high -= 1
        elif low == high - 1:
            d[low], d[high], c, s = _two_by_two(d[low], e[low], d[high])
            e[low] = 0.0
            _rotate(v, low, high, c, s)
            high -= 2
        else:
            if low > before[1] or high < before[0]:
                down = abs(d[low]) >= abs(d[high])
            smallest = _split(d, e, low, high, down)
            if smallest is not None:
                before = low, high
                _sweep(d, e, v, low, high, down, _shift(d, e, low, high, down, smallest))
                last = high - 1 if down else low
                if abs(e[last]) <= threshold:
                    e[last] = 0.0
    v[np.array(d) < 0] *= -1
    return v[np.argsort(-np.abs(d), kind="stable")]


def _split(d, e, low, high, down):
    """A bound of the block's smallest singular value; None where the block falls apart, which sets one of e to 0."""
    last = high - 1 if down else low
    if abs(e[last]) <= _TOLERANCE * abs(d[high if down else low]):
        e[last] = 0.0
        return None
    smallest = mu = abs(d[low if down else high])
    for i in range(low, high) if down else range(high - 1, low - 1, -1):
        if abs(e[i]) <= _TOLERANCE * mu:
            e[i] = 0.0
            return None
        mu = abs(d[i + 1 if down else i]) * (mu / (mu + abs(e[i])))
        smallest = min(smallest, mu)
    return smallest


def _shift(d, e, low, high, down, smallest):
    """The shift of a sweep: the smaller singular value of the block's far end, or 0 where that would cost accuracy."""
    largest = max(*map(abs, d[low : high + 1]), *map(abs, e[low:high]))
    if len(d) * _TOLERANCE * (smallest / largest) <= max(_EPS, 0.01 * _TOLERANCE):
        return 0.0
    end = high - 1 if down else low
    shift = np.linalg.svd(np.array([[d[end], e[end]], [0.0, d[end + 1]]]), compute_uv=False)[1]
    start = abs(d[low if down else high])
    return 0.0 if start > 0 and (shift / start) ** 2 < _EPS else float(shift)


def _sweep(d, e, v, low, high, down, shift):
    """One sweep of rotations through the block, downwards or upwards, in place."""
    step, first = (1, low) if down else (-1, high)
    between = (lambda i: i) if down else (lambda i: i - 1)  # index of the element of e next to d[i], along the sweep
    path = range(low, high) if down else range(high, low, -1)
    c = old_c = 1.0
    old_s = 0.0
    if shift:
        f = (abs(d[first]) - shift) * (math.copysign(1.0, d[first]) + shift / d[first])
        g = e[between(first)]
    for i in path:
        at, following = between(i), i + step
        if not shift:
            c, s, r = rotation(d[i] * c, e[at])
            if i != first:
                e[between(i - step)] = old_s * r
            old_c, old_s, d[i] = rotation(old_c * r, d[following] * s)
            right = (c, s) if down else (old_c, old_s)
        else:
            c, s, r = rotation(f, g)
            if i != first:
                e[between(i - step)] = r
            f, e[at] = c * d[i] + s * e[at], c * e[at] - s * d[i]
            g, d[following] = s * d[following], c * d[following]
            other_c, other_s, d[i] = rotation(f, g)
            f, d[following] = other_c * e[at] + other_s * d[following], other_c * d[following] - other_s * e[at]
            if i != path[-1]:
                g, e[between(following)] = other_s * e[between(following)], other_c * e[between(following)]
            right = (c, s) if down else (other_c, other_s)
        _rotate(v, *((i, following, *right) if down else (following, i, right[0], -right[1])))
    last = path[-1]
    if shift:
        e[between(last)] = f
    else:
        h = d[last + step] * c
        d[last + step], e[between(last)] = h * old_c, h * old_s


def _rotate(v, i, j, c, s):
    v[i], v[j] = c * v[i] + s * v[j], c * v[j] - s * v[i]


def _two_by_two(f, g, h):
    """(larger, smaller singular value, each with its sign, c and s of the right rotation) of ((f, g), (0, h))."""
    swapped = abs(h) > abs(f)
    ft, ht = (h, f) if swapped else (f, h)
    fa, ha = abs(ft), abs(ht)
    if g == 0:
        large, small, cl, sl, cr, sr = fa, ha, 1.0, 0.0, 1.0, 0.0
    else:
        difference = fa - ha
        ratio, m = difference / fa, g / ft
        t = 2.0 - ratio
        root, other = math.hypot(t, m), math.hypot(ratio, m)
        a = 0.5 * (root + other)
        small, large = ha / a, fa * a
        t = (m / (root + t) + m / (other + ratio)) * (1.0 + a)
        length = math.hypot(t, 2.0)
        cr, sr = 2.0 / length, t / length
        cl, sl = (cr + sr * m) / a, (ht / ft) * sr / a
    if swapped:
        cl, sl, cr, sr = sr, cr, sl, cl
    sign = math.copysign
    if abs(g) > fa:
        largest = sign(1.0, sr) * sign(1.0, cl) * sign(1.0, g)
    elif swapped:
        largest = sign(1.0, sr) * sign(1.0, sl) * sign(1.0, h)
    else:
        largest = sign(1.0, cr) * sign(1.0, cl) * sign(1.0, f)
    return sign(large, largest), sign(small, largest * sign(1.0, f) * sign(1.0, h)), cr, sr
