"""What surrounds TensorFlow Datasets' preparation of a set: is its host there, is someone else at it, what went wrong.

TensorFlow Datasets itself tries for minutes to reach a host, explains itself in many lines and leaves its temporary
files where they are when it is interrupted.
"""

import contextlib
import errno
import os
import re
import shutil
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from legacy_tf.data.errors import DataError

try:
    import fcntl
except ImportError:  # Windows: there two processes that prepare one set at once are not kept apart
    fcntl = None

_PATIENCE = 5  # seconds for a host's first answer
_LAST_WORDS = 0.5  # seconds in which other downloads of a failed run end, mostly; what they leave later goes next time


def prepare(builder):
    """Downloads and prepares the set of a TensorFlow Datasets builder that is not prepared yet.

    Raises:
      DataError: whatever goes wrong, in one line. What is half-written is gone then, and the next call starts anew.
    """
    path = Path(builder.data_path)
    try:
        ask_hosts(builder)
        with _alone(path.parent):
            tidy(builder)
            try:
                builder.download_and_prepare()  # which returns at once where another process has just done it
            except BaseException as error:
                explanation = _explained(error, builder)  # it looks at what is about to be tidied away
                tidy(builder, failed=True)
                time.sleep(_LAST_WORDS)
                tidy(builder, failed=True)
                if isinstance(error, Exception):
                    raise DataError(explanation) from error
                raise
    except OSError as error:  # of the directory itself
        raise DataError(_explained(error, builder)) from error


def ask_hosts(builder):
    """Raises DataError within seconds if a file has still to be downloaded and its host does not answer."""
    from tensorflow_datasets.core.download import resource

    urls = [url for url, places in _downloads(builder).items() if not any(map(resource.is_locally_cached, places))]
    for host, url in {urlsplit(url).netloc: url for url in urls}.items():
        answer = []
        # a thread, because looking up a host's name knows no timeout; daemon, because the process need not wait for it
        thread = threading.Thread(target=lambda url=url, answer=answer: answer.append(_head(url)), daemon=True)
        thread.start()
        thread.join(_PATIENCE)
        problem = answer[0] if answer else "no answer"
        if problem:
            raise DataError(
                f"{builder.name} can't be downloaded: {host} can't be reached ({problem}): check the network or "
                "the proxy, then run again"
            )


def _head(url):
    """None, or what keeps a url from being downloaded. Proxies are heeded as TensorFlow Datasets heeds them."""
    import requests

    try:
        status = requests.head(url, timeout=_PATIENCE, allow_redirects=True).status_code
    except requests.RequestException as error:
        return type(error).__name__
    return f"HTTP {status}" if status >= 500 else None  # for other answers TensorFlow Datasets does not try for minutes


@contextlib.contextmanager
def _alone(directory):
    """Makes a directory and locks it; a lock goes with its process, however that ends."""
    directory.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"legacy_tf: another process prepares {directory}: waiting for it", file=sys.stderr)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _downloads(builder):
    """{url: the two places where TensorFlow Datasets looks for its file}."""
    from tensorflow_datasets.core.download import resource

    root = builder.data_dir_root / "downloads"
    names = {url: resource.get_dl_fname(url, info.checksum) for url, info in (builder.url_infos or {}).items()}
    return {url: (root / builder.name / name, root / name) for url, name in names.items()}


def tidy(builder, failed=False):
    """Deletes what interrupted preparations of this set left; never a prepared set.

    Args:
      builder: TensorFlow Datasets' builder.
      failed: also delete what made a preparation fail, perhaps: downloaded files that are not what they should be
        (TensorFlow Datasets never looks at them again) and what was extracted from them.
    """
    from tensorflow_datasets.core.download import checksums, resource

    downloads = _downloads(builder)
    extracted = builder.data_dir_root / "downloads" / "extracted"
    ours = rf"[A-Z0-9_]+\.({'|'.join(re.escape(places[0].name) for places in downloads.values())})"
    for folder, leftovers in (
        (builder.data_path.parent, r"incomplete\.\w{6}_.+"),
        (builder.data_dir_root / "downloads" / builder.name, r"incomplete\.[0-9a-f]{32}\..+|.+\.tmp\.[0-9a-f]{32}"),
        (extracted, rf"incomplete\.[0-9a-f]{{32}}_{ours}(\.todelete)?" + (f"|{ours}" if failed else "")),
    ):
        for path in list(folder.iterdir()) if folder.is_dir() else ():
            if re.fullmatch(leftovers, path.name):
                _delete(path)
    for url, places in downloads.items() if failed else ():
        for path in places:
            if path.exists() and checksums.compute_url_info(path).checksum != builder.url_infos[url].checksum:
                _delete(resource.get_info_path(path))
                _delete(path)


def _delete(path):
    if Path(path).is_dir():
        # a download of the failed run may still be writing into it: then the rest goes before the next run
        shutil.rmtree(path, ignore_errors=True)
    else:
        Path(path).unlink(missing_ok=True)


def one_line(error):
    """An exception's kind and text, on one line and not endless; of TensorFlow's stack of ops only what follows it."""
    text = re.sub(r"Graph execution error:.*\nNode: [^\n]*\n", "", str(error), flags=re.S)
    text = f"{type(error).__name__}: {' '.join(text.split())}"
    return text if len(text) < 300 else text[:300] + "…"


def _explained(error, builder):
    """One line about an exception of TensorFlow Datasets, from it or from the first of its causes that says more."""
    import requests
    import tensorflow as tf

    root, name = builder.data_dir_root, builder.name
    outermost = error
    while error is not None:
        wrong = re.search(
            r"Artifact (\S+), downloaded to (.+?), has .*?\b([0-9a-f]{64})\b.*?\b([0-9a-f]{64})\b", str(error), re.S
        )
        if wrong:
            url, path, expected, actual = wrong.groups()
            return f"{url} gave {_what(path)}: sha256 {actual}, not {expected}: check the network, then run again"
        if isinstance(error, requests.RequestException):
            return f"{name} can't be downloaded ({one_line(error)}): check the network or the proxy, then run again"
        number = error.errno if isinstance(error, OSError) else None
        full = number in (errno.ENOSPC, errno.EDQUOT) or isinstance(error, tf.errors.ResourceExhaustedError)
        if full or "Not enough disk space" in str(error):
            return f"{root} has no space left for {name}: make room or set TFDS_DATA_DIR to another disk"
        if number:
            return f"{root} can't be used for {name} ({one_line(error)}): set TFDS_DATA_DIR to a directory of your own"
        error = error.__cause__
    return (
        f"{name} can't be prepared in {root} ({one_line(outermost)}): run again; if it stays so, delete "
        f"{root / 'downloads' / name} first"
    )


def _what(path):
    with open(path, "rb") as f:
        page = f.read(64).lstrip().startswith(b"<")
    return "a web page (a login page of the network?)" if page else "another file, or a damaged one"
