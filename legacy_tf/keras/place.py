"""Where Keras 2.3.1 lies, and how it gets there."""

import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

VERSION = "2.3.1"
VARIABLE = "LEGACY_TF_KERAS"  # environment variable: another directory
COMMAND = "python -m legacy_tf.keras"
# Pinned by their digests: these are the files that TensorFlow 1.15.5 ran when the goldens were recorded.
WHEELS = """\
Keras==2.3.1 --hash=sha256:d08a57bd63546175f8f19232ba05906514d419da3e0af8ef7437fa1c11442e20
Keras-Applications==1.0.8 --hash=sha256:df4323692b8c1174af821bf906f1e442e63fa7589bf0f1230a0b6bdc5a810c95
Keras-Preprocessing==1.1.2 --hash=sha256:7b82029b130ff61cc99b55f3bd27427df4838576838c5b2f65940e4fcec99a7b
"""


class NoKeras(ImportError):
    """Keras 2.3.1 is not there, or could not be fetched: one line that says what to do."""


def directory():
    """The Path that holds Keras 2.3.1's packages (whether or not they are there): of the environment, not of a user."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(sysconfig.get_path("data"), "share", "legacy_tf", f"keras-{VERSION}")


def is_there():
    """Whether Keras 2.3.1 lies in its directory."""
    return (directory() / "keras" / "__init__.py").is_file()


def require():
    """The directory, as str. Where nothing lies in the environment's own, Keras is fetched as data would be.

    Raises:
      NoKeras: it could not be fetched, or is not in the directory that LEGACY_TF_KERAS names.
    """
    if not is_there():
        missing = f"standalone Keras {VERSION} is not in {directory()}: fetch it by `{COMMAND}` (pip, 1 MB)"
        if VARIABLE in os.environ:
            raise NoKeras(missing)
        print(f"legacy_tf: {missing.partition(':')[0]}: fetching it by pip, 1 MB …", file=sys.stderr)
        try:
            fetch()
        except NoKeras as error:
            raise NoKeras(f"{missing} ({error})") from None
    return str(directory())


def fetch():
    """Puts Keras 2.3.1 into its directory, by pip and without what it depends on, which TensorFlow has already.

    Raises:
      NoKeras: pip could not; it has said why on stderr.
    """
    place = directory()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent) as part:
            wanted = Path(part, "wheels.txt")
            wanted.write_text(WHEELS)
            options = "-q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes".split()
            command = [sys.executable, "-m", "pip", "install", *options, "--target", f"{part}/all", "-r", str(wanted)]
            if subprocess.run(command).returncode:
                raise NoKeras(f"pip could not fetch Keras {VERSION}: see above")
            Path(part, "all").replace(place)
    except OSError as error:
        raise NoKeras(f"{place} can't be made ({error.strerror}): name another directory in {VARIABLE}") from None
