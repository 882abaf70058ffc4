"""Checkpoints that are whole or not there, with all that a run needs to go on as if it had never stopped.

A checkpoint is a folder: what tf.train.Saver writes (weights, optimizer slots), and state.json with the step, the
places of the random ops' streams and a digest of NumPy's generator. The folder is written under a temporary name and
renamed, so a kill at any moment leaves the one before.
"""

import glob
import hashlib
import os
import re
import shutil

import numpy as np

from legacy_tf import tf
from reproductions.common.files import read_json, write_json

KEEP = 2


class Checkpoints:
    """The checkpoints below `folder` of the variables that the current graph has now."""

    def __init__(self, folder):
        self.folder = folder
        self._variables = tf.global_variables()
        self._saver = tf.train.Saver(self._variables, max_to_keep=None)
        floats = [variable for variable in self._variables if variable.dtype.base_dtype.is_floating]
        self._finite = tf.reduce_all([tf.reduce_all(tf.is_finite(variable)) for variable in floats])

    def latest(self):
        """Path of the newest checkpoint, or None."""
        return max(self._all(), default=None)

    def _all(self):
        return [path for path in glob.glob(os.path.join(self.folder, "step-*")) if re.search(r"step-\d+$", path)]

    def save(self, counting, step, state):
        """Writes the checkpoint of `step` from a CountingSession; returns its path.

        state: dict, what else is to be kept. Raises FloatingPointError if a variable is not finite, OSError if it can't
        be written: what was there before stays.
        """
        if not counting.session.run(self._finite):
            raise FloatingPointError("a variable is not finite")
        path = os.path.join(self.folder, "step-{:08d}".format(step))
        part = path + ".part"
        _remove(path)
        try:
            os.makedirs(part)
            self._saver.save(counting.session, os.path.join(part, "model"), write_meta_graph=False, write_state=False)
            state = dict(state, step=step, drawn=counting.drawn, numpy=numpy_digest())
            write_json(os.path.join(part, "state.json"), state)
            os.rename(part, path)
        except tf.errors.OpError as error:  # how the Saver says that the disk is full
            raise OSError(first_line(error)) from error
        finally:
            shutil.rmtree(part, ignore_errors=True)
        for old in sorted(self._all())[:-KEEP]:
            _remove(old)
        for part in glob.glob(os.path.join(self.folder, "*.part")):  # of processes that were killed
            shutil.rmtree(part)
        return path

    def restore(self, session, path):
        """Loads the variables of the checkpoint at `path` into a tf.Session; returns its state (dict)."""
        self._saver.restore(session, os.path.join(path, "model"))
        return read_json(os.path.join(path, "state.json"))


def first_line(error):
    """What went wrong, of an exception whose text may go on with TensorFlow's traceback."""
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    for start in ("Original error:", "Node: "):  # after which the Saver, and Session.run, say it
        text = text.split(start, 1)[-1].strip()
    lines = [line for line in text.splitlines() if not line.startswith("'")]
    return (lines or [text])[0]


def _remove(path):
    """Deletes a checkpoint, if there is one; a kill in between leaves no half of it under its name."""
    part = path + ".part"
    shutil.rmtree(part, ignore_errors=True)
    if os.path.exists(path):
        os.rename(path, part)
        shutil.rmtree(part)


def numpy_digest():
    """A digest (hex) of where NumPy's global generator stands."""
    kind, keys, place, has_gauss, gauss = np.random.get_state()
    text = repr((kind, place, has_gauss, gauss)).encode() + np.ascontiguousarray(keys).tobytes()
    return hashlib.sha256(text).hexdigest()[:24]
