"""The directory of a run: made or found again, and held by one process at a time."""

import os

try:
    import fcntl
except ImportError:  # Windows has no such locks: there, two processes in one directory go unnoticed
    fcntl = None

from reproductions.common.files import read_json, write_json
from reproductions.common.options import UserError

LOCK = ".lock"
PATTERNS = set("*?[]\\")  # TensorFlow takes a checkpoint's path for a pattern, and would find another or none
# What may differ between a run and its continuation. data_dir may, because the batches themselves are compared.
FREE = ("out", "resume", "epochs", "steps", "sample_every", "checkpoint_every", "data_dir", "name")


def hold(folder, problem):
    """Locks a directory; returns a descriptor, with which the lock ends, as it does with its process, however that
    ends. Raises UserError(problem) if another process holds it."""
    lock = os.open(os.path.join(folder, LOCK), os.O_CREAT | os.O_WRONLY)
    try:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(lock)
        raise UserError(problem) from error
    return lock


class Claim:
    """With it, `options.out` belongs to this process: a new directory, or one that holds the run to go on with.

    Raises UserError if that can't be; nothing that is there is overwritten.
    """

    def __init__(self, options):
        self.out, self._resume = options.out, options.resume
        self._path = os.path.join(options.out, "run.json")
        self._run = {name: value for name, value in vars(options).items() if name not in FREE}
        self._run["name"] = options.name
        self._lock = None

    def __enter__(self):
        if PATTERNS & set(self.out):
            raise UserError("--out {}: its name may not have any of * ? [ ] \\ in it".format(self.out))
        try:
            if not self._resume or not os.path.exists(self._path):
                self._must_be_free()
                os.makedirs(self.out, exist_ok=True)
            self._hold()
            if self._resume:
                self._must_be_the_same(read_json(self._path))
            else:
                self._must_be_free()  # still: another process may have been faster
        except (OSError, ValueError) as error:
            self.__exit__()
            raise UserError("{} can't be used: {}. Give another --out".format(self.out, error)) from error
        except UserError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error):
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def begin(self):
        """Writes down what the run is. Not before its data are open: a wrong --data-dir begins no run."""
        if not os.path.exists(self._path):
            write_json(self._path, self._run)

    def _must_be_free(self):
        if os.path.exists(self._path):
            raise UserError("{} holds a run: --resume goes on with it, another --out starts anew".format(self.out))
        if self._resume:
            raise UserError("{} holds no run to go on with: leave --resume out".format(self.out))
        if os.path.isdir(self.out) and set(os.listdir(self.out)) - {LOCK}:
            raise UserError("{} is not empty, and holds no run: give another --out".format(self.out))

    def _hold(self):
        problem = "another process is training in {}: wait for its end, or give another --out".format(self.out)
        self._lock = hold(self.out, problem)

    def _must_be_the_same(self, theirs):
        if theirs.get("name") != self._run["name"]:
            raise UserError("{} holds a run of {}: give another --out".format(self.out, theirs.get("name")))
        for name in sorted(set(self._run) | set(theirs)):
            if self._run.get(name) != theirs.get(name):
                raise UserError(
                    "the run in {} is {}, this one {}: give it the same, or another --out".format(
                        self.out, _spelled(name, theirs.get(name)), _spelled(name, self._run.get(name))
                    )
                )


def _spelled(name, value):
    option = "--" + name.replace("_", "-")
    if value in (None, False):
        return "without " + option
    return "with " + (option if value is True else "{} {}".format(option, value))
