"""Downloads IDX files from a host that the script names; what TensorFlow Datasets knows, it downloads itself."""

import http.client
import os
import shutil
import urllib.request

from tqdm import tqdm

from legacy_tf.data import idx
from legacy_tf.data.errors import DataError

_SECONDS = 30  # without an answer


def fetch(url, path):
    """Downloads the IDX file at `url` to `path`, with progress on stderr; nothing is left where that fails.

    Raises:
      DataError: no answer, no IDX file in it, or no room for it.
    """
    part = f"{path}.{os.getpid()}.part"  # two processes may be at it
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with urllib.request.urlopen(url, timeout=_SECONDS) as response, open(part, "wb") as f:
            size = int(response.headers.get("Content-Length", 0)) or None
            with tqdm.wrapattr(response, "read", total=size, desc=os.path.basename(path)) as stream:
                shutil.copyfileobj(stream, f)
        idx.read(part, idx.kind(path))
        os.replace(part, path)
    except DataError as error:
        raise DataError(f"{url} was not saved: what came {error.__cause__}") from error
    except (OSError, ValueError, http.client.HTTPException) as error:  # a URL that is none is a ValueError
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error or type(error).__name__
        raise DataError(f"{url} can't be downloaded to {path}: {' '.join(str(reason).split())}") from error
    finally:
        if os.path.exists(part):
            os.remove(part)
