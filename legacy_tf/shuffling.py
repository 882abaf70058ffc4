"""The order in which TF 1.15's ShuffleAndRepeatDataset gives rows, in NumPy. "It" is TF 1.15."""

import numpy as np

_LOW = 0xFFFFFFFF  # the lower 32 bits


def plan(number, rows, waiting, drawn, buffer_size, seed, seed2):
    """What a chunk of rows moves, when rows wait in numbered places until they are given.

    `number`: the chunk's in its epoch; 0 begins one. `rows`: how many it has; none at the end of the last epoch.
    `waiting`: the places of the rows that wait, int32 [any], in the kernel's order. `drawn`: how many random numbers
    were taken so far. `seed`, `seed2`: the kernel's.

    Returns the places for the chunk's rows, those of the rows that are given next, those that wait then (all int32
    [any]), and `drawn` as it is then (int64). Raises ValueError for a buffer of no size.
    """
    if buffer_size < 1:
        raise ValueError(f"shuffle's buffer_size must be 1 or more, not {buffer_size}.")
    used = np.zeros(waiting.max(initial=-1) + 1 + rows, bool)
    used[waiting] = True
    places = np.flatnonzero(~used)[:rows].astype(np.int32)
    kept = len(waiting) if number else 0  # the last epoch's rows are given before any of a new one's
    full = max(0, kept + int(rows) - int(buffer_size) + 1)  # so often the buffer is full, and gives a row
    stream = iter(random_numbers(seed, seed2, int(drawn), len(waiting) - kept + full).tolist())
    queue, first, given = waiting.tolist() + places.tolist(), 0, []

    def give(stop):
        """One of the rows from `first` to `stop`; the first one takes its place, as in the kernel."""
        nonlocal first
        chosen = first + next(stream) % (stop - first)
        given.append(queue[chosen])
        queue[chosen] = queue[first]
        first += 1

    for _ in range(len(waiting) - kept):
        give(len(waiting))
    for stop in range(len(queue) - full + 1, len(queue) + 1):
        give(stop)
    return places, np.array(given, np.int32), np.array(queue[first:], np.int32), np.int64(drawn + len(given))


def random_numbers(seed, seed2, start, count):
    """Numbers `start`, `start` + 1, … of the stream that the kernels of TensorFlow draw from: uint64 array, [count],
    below 2**32. The generator is Philox 4x32-10 (Salmon et al. 2011, Parallel random numbers: as easy as 1, 2, 3)."""
    blocks = np.arange(start // 4, -(-(start + count) // 4), dtype=np.uint64)
    seed, seed2 = int(seed) % 2**64, int(seed2) % 2**64
    key, other_key = seed & _LOW, seed >> 32
    a, b = blocks & _LOW, blocks >> 32
    c, d = np.full_like(a, seed2 & _LOW), np.full_like(a, seed2 >> 32)
    for _ in range(10):
        left, right = a * 0xD2511F53, c * 0xCD9E8D57
        a, b, c, d = (right >> 32) ^ b ^ key, right & _LOW, (left >> 32) ^ d ^ other_key, left & _LOW
        key, other_key = (key + 0x9E3779B9) & _LOW, (other_key + 0xBB67AE85) & _LOW
    return np.stack([a, b, c, d], axis=1).ravel()[start % 4 :][:count]
