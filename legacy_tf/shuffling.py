"""The order in which TF 1.15's ShuffleAndRepeatDataset gives rows, in NumPy. "It" is TF 1.15."""

import numpy as np

_LOW = 0xFFFFFFFF  # the lower 32 bits


def plan(number, rows, waiting, drawn, buffer_size, count, seed, seed2):
    """What a chunk of rows moves, when rows wait in numbered places until they are given; see `order`.

    `rows`: how many the chunk has. Returns the places for them, those of the rows that are given next, those that wait
    then (all int32 [any]), and `drawn` as it is then (int64).
    """
    used = np.zeros(waiting.max(initial=-1) + 1 + rows, bool)
    used[waiting] = True
    places = np.flatnonzero(~used)[:rows].astype(np.int32)
    return places, *order(number, places, waiting, drawn, buffer_size, count, seed, seed2)


def order(number, new, waiting, drawn, buffer_size, count, seed, seed2):
    """Which rows are given next when a chunk of new ones comes.

    `number`: the chunk's in its epoch, or its first row's; 0 begins one. `new`: what its rows are called, int [any];
    nothing at the end of the last epoch. `waiting`: the rows that wait, of the same type, in the kernel's order.
    `drawn`: how many random numbers were taken so far. `count`: how many epochs there are, -1 for no end. `seed`,
    `seed2`: the kernel's.

    Returns the rows that are given next, those that wait then, and `drawn` as it is then (int64). Raises ValueError for
    a buffer of no size and other numbers of epochs.
    """
    if buffer_size < 1:
        raise ValueError(f"shuffle's buffer_size must be 1 or more, not {buffer_size}.")
    if count < 1 and count != -1:
        raise ValueError(f"repeat's count must be greater than zero or equal to -1, not {count}.")
    queue = np.concatenate([waiting, new])
    kept = len(waiting) if number else 0  # the last epoch's rows are given before any of a new one's
    full = max(0, kept + len(new) - int(buffer_size) + 1)  # so often the buffer is full, and gives a row
    last = np.full(len(waiting) - kept, len(waiting))
    stops = np.concatenate([last, np.arange(len(queue) - full, len(queue)) + 1])
    firsts = np.arange(len(stops))
    # One of the rows from the first one to the stop is given; the first one takes its place, as in the kernel.
    chosen = firsts + random_numbers(seed, seed2, int(drawn), len(stops)).astype(np.int64) % (stops - firsts)
    moved, given = {}, []  # place -> where the row came from that stands there now; where those given came from
    for first, place in enumerate(chosen.tolist()):
        given.append(moved.get(place, place))
        moved[place] = moved.pop(first, first)
    left = queue.copy()
    left[list(moved)] = queue[list(moved.values())]
    return queue[given], left[len(stops) :], np.int64(drawn + len(given))


def checked(batch_size):
    """The size of a batch (int64), which is raised as ValueError if it is none."""
    if batch_size < 1:
        raise ValueError(f"Batch size must be greater than zero, not {batch_size}.")
    return batch_size


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
