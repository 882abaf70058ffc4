"""Where a set's four files come from: the script's directory, LEGACY_TF_DATA, TensorFlow Datasets, the sample.

Tried in this order; what is passed over and which one it was is said in one line each, on stderr.
"""

import os
import sys
from pathlib import Path

from legacy_tf.data import download
from legacy_tf.data.errors import DataError
from legacy_tf.data.folders import Images, are_official, files_in, missing, read
from legacy_tf.data.sets import IDX_SETS, MNIST, NAMES

SAMPLE = Path(__file__).with_name("sample")

_given_up = set()  # the sets that this process could not prepare; who reads one again need not wait again


def load(directory, source_url=MNIST.url, may_download=True):
    """Finds and reads a set.

    Args:
      directory: path that the script names, or None. Four IDX files there are taken as they are, official or not.
      source_url: names what to look for elsewhere: the folder of a known set's files on one of its hosts. From any
        other (it ends in "/") the files are downloaded into `directory`.
      may_download: whether TensorFlow Datasets may download what it has not prepared yet.

    Returns:
      folders.Images.

    Raises:
      DataError: what was found is damaged or incomplete, or nothing was found and there is no sample of that set.
    """
    known = next((known for known in IDX_SETS.values() if _folder(source_url) in known.hosts()), None)
    for folder, found in looked_for(directory, known):
        if not missing(found):
            say(f"data from {folder or 'the current directory'}")
            return read(found, known)
        if known and found and not are_official(known, found):  # another set, which must not become digits
            raise DataError(
                f"{folder} lacks {', '.join(missing(found))}, and what it has is not {known.title}: put there what "
                "is missing"
            )
        if known:
            say(
                f"{folder} "
                + (f"lacks {', '.join(missing(found))}" if found else "has no data")
                + ": looking elsewhere"
            )
    if known is None:
        return _download(directory, source_url)
    return _from_tfds(known, may_download) or _sample(known)


def looked_for(directory, known):
    """(folder, files found there) of the script's directory and, for a known set, of LEGACY_TF_DATA.

    Raises:
      DataError: one of them is there and can't be read; LEGACY_TF_DATA names no directory.
    """
    if directory is not None:
        yield directory, files_in(directory)
    if known is None or not os.environ.get("LEGACY_TF_DATA"):
        return
    root = os.path.expanduser(os.environ["LEGACY_TF_DATA"])
    if not os.path.isdir(root):
        raise DataError(f"LEGACY_TF_DATA is {root}, which is no directory: correct it, or unset it")
    below = os.path.join(root, known.name)
    found = files_in(root)
    # the files of all such sets have the same names, so what lies in the root itself has to prove what it is
    if missing(files_in(below)) and not missing(found):
        if are_official(known, found):
            yield root, found
            return
        say(f"the files in {root} are not those of {known.title} (move them to {below} to have them used)")
    yield below, files_in(below)


def say(text):
    print("legacy_tf: " + text, file=sys.stderr)


def _folder(url):
    """The form in which two addresses of one folder are equal."""
    return url.split("://")[-1].rstrip("/")


def _from_tfds(known, may_download):
    """The set from TensorFlow Datasets; None where it is not prepared and can't be, if there is a sample instead."""
    from legacy_tf.data import from_tfds  # here: it imports TensorFlow, which what is on disk does not need

    if not from_tfds.is_prepared(known.name):  # a prepared one that is damaged is an error
        if known.name in _given_up:
            return None
        try:
            if not may_download:
                raise DataError(f"{known.title} is not prepared yet: python -m legacy_tf.data prepare {known.name}")
            say(f"{known.title}: to be downloaded by TensorFlow Datasets, once")
            from_tfds.prepare(known.name)
        except DataError as error:
            if known is not MNIST:
                raise
            say(str(error))
            if may_download:
                _given_up.add(known.name)
            return None
    sets = from_tfds.load(known)
    say(f"{known.title}, from TensorFlow Datasets")
    arrays = [array for split in ("train", "test") for array in sets[split]]
    for array in arrays:
        array.setflags(write=False)  # as those from files
    return Images(*arrays, tuple(f"{known.name}/{name}" for name in NAMES))


def _sample(known):
    sample = read(files_in(SAMPLE))
    say(
        f"{known.title}, the embedded sample: {len(sample.train_labels)} of {known.train} training and "
        f"{len(sample.test_labels)} of {known.test} test images. For all: python -m legacy_tf.data prepare {known.name}"
    )
    return sample


def _download(directory, source_url):
    for name in missing(files_in(directory)):
        download.fetch(source_url + name + ".gz", os.path.join(directory, name + ".gz"))
    say(f"data from {source_url}, now in {directory or 'the current directory'}")
    return read(files_in(directory))
