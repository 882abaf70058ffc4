"""h5py as Keras 2.3.1 knew it, version 2: an attribute that holds text is read as bytes, and a file opens to append."""

import h5py
import numpy as np
from h5py import *  # noqa: F403  (Keras asks for h5py.Group, h5py.Dataset, h5py.h5f …)
from h5py import h5f, h5p  # noqa: F401


class _Attributes(h5py.AttributeManager):
    def __getitem__(self, name):
        value = super().__getitem__(name)
        if isinstance(value, np.ndarray) and value.dtype == object:
            return np.array([each.encode() if isinstance(each, str) else each for each in value])
        return value.encode() if isinstance(value, str) else value

    def __setitem__(self, name, value):
        super().__setitem__(name, np.asarray(value) if isinstance(value, list) else value)


class _Node:
    """What a group and a file share: their attributes, and that the groups in them are such groups too."""

    @property
    def attrs(self):
        return _Attributes(self)

    def create_group(self, name, **options):
        return _Group(super().create_group(name, **options).id)

    def __getitem__(self, name):
        found = super().__getitem__(name)
        return _Group(found.id) if isinstance(found, h5py.Group) else found


class _Group(_Node, h5py.Group):
    pass


class File(_Node, h5py.File):
    """An HDF5 file. Arguments as h5py.File's."""

    def __init__(self, name, mode="a", **options):
        super().__init__(name, mode, **options)
