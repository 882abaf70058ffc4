"""`np.linalg.svd` with the signs that it had: a singular vector's sign is free, and LAPACK 3.10 chooses another one.

Keras' orthogonal initializer, with which every recurrent layer starts, takes singular vectors. Up to 25 of them LAPACK
finds by QR sweeps over a bidiagonal matrix, whose plane rotations had another sign before version 3.10 (above 25 it
divides and conquers, and nothing has changed). So the sweeps are followed here, with the rotations of before, as
Demmel and Kahan describe them (Accurate singular values of bidiagonal matrices, 1990) and LAPACK's guide has them; what
is taken from that are the signs alone.
"""

import math

import numpy as np

from legacy_tf.keras.qr_sweeps import right_vectors, rotation

LARGEST = 25  # singular values, above which LAPACK divides and conquers


def svd(a, full_matrices=True):
    """u, s, v of a float64 matrix with the signs that NumPy 1 gave them.

    Args and results: as np.linalg.svd's. Matrices of another kind, or with more than 25 singular values, are today's.
    Of a hundred random matrices about one has a few other signs: there a rounding decides, which is the processor's.
    """
    u, s, v = np.linalg.svd(a, full_matrices=full_matrices)
    if full_matrices or a.ndim != 2 or not 1 < len(s) <= LARGEST:
        return u, s, v
    signs = np.where((_right_vectors(a) * v).sum(axis=1) < 0, -1.0, 1.0)
    return u * signs, s, v * signs[:, None]


def _right_vectors(a):
    """v with the old signs, of (m, n): (min(m, n), n)."""
    m, n = a.shape
    much = int(min(m, n) * 11 / 6)  # from so much longer than wide on, LAPACK first makes a square of it
    rest = np.eye(n)
    if n > m and n >= much:
        a, q = _reflected(a.T, m)
        a, rest = a.T[:, :m], q.T[:m]
    elif m >= n and m >= much:
        a = _reflected(a, n)[0][:n]
    d, e, right = _bidiagonal(a)
    return right_vectors(d, e) @ right.T[: len(d)] @ rest


def _reflector(x):
    """(v, beta): (1 - 2 v vᵀ) x = (beta, 0, 0 …), where beta has not the sign of x[0]; v is None for no change."""
    tail = np.linalg.norm(x[1:])
    if tail == 0:
        return None, x[0]
    beta = -math.copysign(math.hypot(x[0], tail), x[0])
    v = x.copy()
    v[0] -= beta
    return v / np.linalg.norm(v), beta


def _reflect(a, v):
    """(1 - 2 v vᵀ) a, in place."""
    if v is not None:
        a -= 2 * np.outer(v, v @ a)


def _reflected(a, columns):
    """(r, q) of the QR decomposition by reflections: a = q r."""
    a, q = a.copy(), np.eye(len(a))
    for i in range(columns):
        v, a[i, i] = _reflector(a[i:, i])
        a[i + 1 :, i] = 0
        _reflect(a[i:, i + 1 :], v)
        _reflect(q[:, i:].T, v)
    return a, q


def _bidiagonal(a):
    """(d, e, right): a = left · B · rightᵀ, where B has d on its diagonal and e above it.

    A wide matrix becomes one with e below the diagonal, which rotations from the left bring above it.
    """
    a = a.copy()
    m, n = a.shape
    right, upper = np.eye(n), m >= n
    count = min(m, n)
    d, e = np.zeros(count), np.zeros(count - 1)
    for i in range(count):
        for rows in (True, False) if upper else (False, True):
            first = i if rows == upper else i + 1
            if rows and first < m and (upper or i < count - 1):
                v, beta = _reflector(a[first:, i])
                _reflect(a[first:, i + 1 :], v)
            elif not rows and first < n and (i < count - 1 or not upper):
                v, beta = _reflector(a[i, first:])
                _reflect(a[i + 1 :, first:].T, v)
                _reflect(right[:, first:].T, v)
            else:
                continue
            if first == i:
                d[i] = beta
            else:
                e[i] = beta
    if not upper:
        for i in range(count - 1):
            c, s, d[i] = rotation(d[i], e[i])
            e[i], d[i + 1] = s * d[i + 1], c * d[i + 1]
    return d, e, right
