"""The processes of `reproduce_all`: begun, gone on with, stopped gently; and what is known of each run.

Beside a run's directory DIR are DIR.json (see `Job.record`), DIR.out and DIR.log: what it printed on stdout and stderr.
"""

import glob
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

from reproductions.common.files import read_json, write_json
from reproductions.reproduce_all.numbers import ROOT

POLLED_EVERY = 0.1  # seconds


class Job:
    """One run of the table, in `folder`/<name>.

    record: {"arguments", "sources": of its beginning, "seconds": over all processes, and when it is done "finished":
    date, "numbers"}. error: why it failed, a line, or None.
    """

    def __init__(self, run, folder, data):
        self.run, self.data = run, os.path.abspath(data)
        self.out = os.path.join(os.path.abspath(folder), *run.name.split("/"))
        self._path = self.out + ".json"
        self.record = read_json(self._path) if os.path.exists(self._path) else {}
        self.error = self._process = None

    @property
    def done(self):
        return "numbers" in self.record

    @property
    def begun(self):
        return bool(self.record)

    def begin_anew(self):
        """Forgets all that was done of it."""
        if not self.begun and os.path.exists(self.out):
            return  # not this program's: `start` says so
        shutil.rmtree(self.out, ignore_errors=True)
        for path in (self._path, self.out + ".out", self.out + ".log"):
            if os.path.exists(path):
                os.remove(path)
        self.record = {}

    def is_stale(self):
        """Whether it was begun by other files than there are now (see `sources`)."""
        return self.record["sources"] != sources(self.run)

    def start(self, show):
        """Starts or goes on. show: whether its bar is to be seen on this terminal."""
        run = self.run
        if not self.begun and os.path.exists(os.path.join(self.out, "run.json")):
            self.error = "{} holds a run that was not begun from here: give another --out".format(self.out)
            return
        if self.record.setdefault("arguments", run.arguments) != run.arguments:
            self.error = "was begun with other options ({}): --again begins it anew".format(self.record["arguments"])
            return
        self.record.setdefault("sources", sources(run))
        os.makedirs(self.out, exist_ok=True)
        write_json(self._path, self.record)
        words = [word.format(data=self.data, out=self.out) for word in run.arguments.split()]
        goes_on = run.resumes and os.path.exists(os.path.join(self.out, "run.json"))
        self._started = time.time()
        with open(self.out + ".out", "a" if goes_on else "w") as printed:
            self._process = subprocess.Popen(
                [sys.executable, os.path.join(ROOT, run.program)] + words + ["--resume"] * goes_on,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.PIPE,
                start_new_session=True,  # the terminal's Ctrl-C reaches it through `Jobs` alone, and so once
            )
        self._reader = threading.Thread(target=self._read, args=[self._process.stderr, show], daemon=True)
        self._reader.start()

    def _read(self, pipe, show):
        with pipe, open(self.out + ".log", "ab") as log:
            for data in iter(lambda: os.read(pipe.fileno(), 4096), b""):
                log.write(data)
                log.flush()
                if show:
                    os.write(2, data)

    def signal(self):
        """SIGTERM: training saves its step and ends; where nothing listens yet it ends without a traceback."""
        if self._process:
            self._process.terminate()

    def is_running(self):
        return self._process is not None and self._process.poll() is None

    def end(self, stopped):
        """After its process: reads the numbers, or why there are none."""
        if self._process is None:
            return
        self._reader.join()
        self.record["seconds"] = self.record.get("seconds", 0) + time.time() - self._started
        code = self._process.returncode
        if code == self.run.code:
            self.read_numbers()
        elif not stopped:
            self.error = "exit code {}: {}".format(code, self._last_line())
        if self.done:
            self.record["finished"] = time.strftime("%Y-%m-%d %H:%M")
        write_json(self._path, self.record)

    def read_numbers(self):
        """Reads the numbers of what the run left; of a run of before too, since what is read of it may have changed."""
        try:
            with open(self.out + ".out", encoding="utf-8") as printed:
                self.record["numbers"] = self.run.numbers(self.out, printed.read())
        except (OSError, ValueError, LookupError) as error:
            self.error = "its numbers can't be read ({}: {}): {}".format(type(error).__name__, error, self._last_line())

    def _last_line(self):
        with open(self.out + ".log", encoding="utf-8", errors="replace") as log:
            lines = [line.strip() for line in log.read().replace("\r", "\n").splitlines() if line.strip()]
        return lines[-1] if lines else "it said nothing"


class Jobs:
    """Runs jobs, `at_once` at a time. number: the signal that stopped them, or None."""

    def __init__(self, jobs, at_once, tell):
        self._waiting, self._at_once, self._tell = list(jobs), at_once, tell
        self._running = []
        self.number = None

    def run(self):
        """Runs all; `tell(job)` after each. A signal is passed on, and nothing new is started."""
        heard = [signal.SIGINT, signal.SIGTERM]
        if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup ignores it
            heard.append(signal.SIGHUP)
        before = {number: signal.signal(number, self._hear) for number in heard}
        show = self._at_once == 1 and sys.stderr.isatty()
        try:
            while self._running or self._waiting and not self.number:
                while self._waiting and len(self._running) < self._at_once and not self.number:
                    job = self._waiting.pop(0)
                    job.start(show)
                    self._running.append(job)
                    if self.number:  # which came while it was being started
                        job.signal()
                for job in [job for job in self._running if not job.is_running()]:
                    self._running.remove(job)
                    job.end(stopped=bool(self.number))
                    self._tell(job)
                time.sleep(POLLED_EVERY)
        finally:
            for job in self._running:  # there are none, if nothing went wrong
                job.signal()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _hear(self, number, frame):
        if not self.number and self._running:
            os.write(2, b"\nreproduce_all: stops when what runs has saved its step; once more ends it at once\n")
        self.number = self.number or number
        for job in self._running:
            job.signal()


def environment():
    """Of a child: the project's modules, TensorFlow's banner left out, and the width of the bar."""
    size = shutil.get_terminal_size()
    paths = [ROOT] + [path for path in [os.environ.get("PYTHONPATH")] if path]
    result = dict(os.environ, PYTHONPATH=os.pathsep.join(paths), PYTHONIOENCODING="utf-8")
    result.update(COLUMNS=str(size.columns), LINES=str(size.lines))
    result.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    return result


def sources(run):
    """A digest (hex) of the files that a run's numbers depend on, but for its data."""
    program = os.path.dirname(os.path.join(ROOT, run.program))
    folders = {os.path.join(ROOT, "legacy_tf", "**"), os.path.join(ROOT, "reproductions", "**"), program}
    others = [os.path.join(ROOT, "legacy_tf", each, "") for each in ("checking", "keras", "running")]  # for old scripts
    digest = hashlib.sha256()
    own = os.path.join(os.path.dirname(os.path.abspath(__file__)), "")
    paths = {path for f in folders for path in glob.glob(os.path.join(f, "*.py"), recursive=True)}
    for path in sorted(path for path in paths.union(run.goldens) if not path.startswith((*others, own))):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()[:16]
