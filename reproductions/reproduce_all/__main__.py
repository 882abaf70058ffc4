"""Everything again: runs what docs/lecture13.md, homework6.md, errata.md and README.md show, and says what moved.

Each run is a process of its own with a directory of its own, runs/all/NAME. What is done is not done again, and what
was stopped goes on: Ctrl-C or a kill loses no more than the steps since a checkpoint, and the same command continues
(without --again, which begins anew). Once all is done it only prints the comparison again.

At the end all numbers are compared with docs/numbers.json and all pictures, by their pixels, with docs/figures. A
number has moved if it is another by more than 1e-5 of its size: six digits, the most that docs print. On one machine
the same bits come again. On another CPU, or another version of TensorFlow, sums are rounded in another order: what is
computed once keeps six digits, what is trained need not, and adversarial training multiplies roundings until a GAN
draws other pictures, as good as the old. There look at how far a number moved; docs/numbers.json says where each was
made. The GAN's verdicts by moving averages move by 1 % everywhere: two ops race.

--update makes what came out the committed numbers and pictures. Without it nothing in docs is touched; the pictures
are in runs/all/figures. With --only, the other runs' stay as they are.

exit code: 0 all is equal, or --update has written it; 1 a run failed (the others were run all the same); 2 the
options, the data or the disk; 3 a number or a picture moved, is new, or is gone; 130, 143 stopped.
"""

import argparse
import contextlib
import fnmatch
import os
import sys

from legacy_tf.data import sources
from legacy_tf.data.errors import DataError
from legacy_tf.data.folders import are_official, missing
from legacy_tf.data.sets import MNIST
from reproductions.common.claim import hold
from reproductions.common.options import UserError, positive
from reproductions.reproduce_all import compare
from reproductions.reproduce_all.jobs import Job, Jobs
from reproductions.reproduce_all.numbers import ROOT
from reproductions.reproduce_all.runs import RUNS

DOCS = os.path.join(ROOT, "docs")


def parser():
    doc = __doc__.split("\n\n", 1)
    result = argparse.ArgumentParser(
        prog="reproduce_all", description=doc[0], epilog=doc[1], formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = result.add_argument
    add(
        "--data-dir",
        default="MNIST_data",
        help="directory of MNIST's four files (default: %(default)s; other sources: docs/data.md)",
    )
    add("--out", default=os.path.join("runs", "all"), help="directory of all runs (default: %(default)s)")
    add("--only", nargs="+", metavar="PATTERN", help="names of runs, as --list has them; * stands for any text")
    add("--jobs", type=positive, default=1, metavar="N", help="runs at once, most of one thread (default: %(default)s)")
    add("--list", action="store_true", help="say what there is to run, how long it takes and how far it is")
    add("--again", action="store_true", help="begin the runs anew, and delete what was done of them")
    add("--update", action="store_true", help="write docs/numbers.json and docs/figures")
    result.error = error
    return result


def error(message):
    print("reproduce_all: {}".format(message), file=sys.stderr)
    sys.exit(2)


def main(arguments=None, runs=RUNS, docs=DOCS):
    """Runs and compares; returns the exit code (see --help)."""
    options = parser().parse_args(arguments)
    try:
        jobs = [Job(run, options.out, options.data_dir) for run in chosen(runs, options.only)]
        if options.list:
            print("\n".join(listed(jobs)))
            return 0
        if any("{data}" in job.run.arguments for job in jobs):
            need_mnist(options.data_dir)
        with alone(options.out):
            stopped = run_all(jobs, options)
            if stopped:
                return 128 + stopped
            return compare_all(jobs, runs, docs, options)
    except (UserError, DataError, OSError, ValueError) as problem:
        print("reproduce_all: {}".format(problem), file=sys.stderr)
        return 2


def chosen(runs, patterns):
    """The runs whose names match one of the patterns, or all."""
    for pattern in patterns or ():
        if not fnmatch.filter([run.name for run in runs], pattern):
            raise UserError("--only {}: no run has such a name (--list has them)".format(pattern))
    return [run for run in runs if not patterns or any(fnmatch.fnmatch(run.name, pattern) for pattern in patterns)]


def listed(jobs):
    """Lines of a table of the runs."""
    rows = [("run", "minutes", "", "command")]
    for job in jobs:
        state = "done" if job.done else "begun" if job.begun else ""
        rows.append((job.run.name, format(job.run.minutes, "g"), state, job.run.program + " " + job.run.arguments))
    return compare.table(rows) + ["  {:g} minutes in all, on an idle core".format(sum(job.run.minutes for job in jobs))]


def need_mnist(directory):
    """Raises UserError where the programs would not find MNIST itself; DataError where a file can't be read."""
    for folder, found in sources.looked_for(directory, MNIST):
        if not missing(found):
            if are_official(MNIST, found):
                return
            raise UserError("{} has other files than MNIST's own (python -m legacy_tf.data check)".format(folder))
    from legacy_tf.data import from_tfds

    if not from_tfds.is_prepared(MNIST.name):
        raise UserError(
            "MNIST is not in {}: name the directory of its four files with --data-dir, or get it with "
            "python -m legacy_tf.data prepare mnist".format(directory)
        )


@contextlib.contextmanager
def alone(out):
    """Holds the directory; raises UserError if another process does."""
    os.makedirs(out, exist_ok=True)
    lock = hold(out, "another reproduce_all runs in {}: wait for its end".format(out))
    try:
        yield
    finally:
        os.close(lock)


def run_all(jobs, options):
    """Runs what is not done; a line for each. Returns the signal that stopped it, or None."""
    for job in jobs:
        if options.again:
            job.begin_anew()
        elif job.done:
            stale = ", with other sources than there are now: --again runs it anew" if job.is_stale() else ""
            say("{:32} done {}{}".format(job.run.name, job.record["finished"], stale))
    todo = [job for job in jobs if not job.done]
    if todo:
        minutes = sum(job.run.minutes for job in todo)
        say("{} of {} runs to do, about {:g} minutes on an idle core".format(len(todo), len(jobs), minutes))
    told = []

    def tell(job):
        told.append(job)
        end = "failed" if job.error else "done" if job.done else "stopped"
        time_ = "{}:{:02}:{:02}".format(*clock(job.record.get("seconds", 0)))
        say("[{:2}/{}] {:32} {} {}".format(len(told), len(todo), job.run.name, time_, end))

    queue = Jobs(todo, options.jobs, tell)
    queue.run()
    if queue.number:
        done = sum(job.done for job in jobs)
        print(
            "reproduce_all: {} of {} runs are done; without --again the same command goes on".format(done, len(jobs)),
            file=sys.stderr,
        )
    return queue.number


def clock(seconds):
    minutes, seconds = divmod(int(seconds), 60)
    return (*divmod(minutes, 60), seconds)


def say(line):
    print(line)
    sys.stdout.flush()


def compare_all(jobs, runs, docs, options):
    """Prints the comparison, writes what is to be written; returns the exit code."""
    folder = os.path.join(options.out, "figures")
    done = [job for job in jobs if job.done]
    for job in done:
        job.read_numbers()
    numbers = compare.compare_numbers(done, runs, compare.committed_numbers(docs))
    pictures = compare.collect_pictures(done, runs, folder, os.path.join(docs, "figures"))
    say(compare.report(numbers, pictures))
    failed = [job for job in jobs if job.error]
    if options.update:
        compare.update([job for job in done if not job.error], runs, folder, docs)
        stale = sum(job.is_stale() for job in done)
        say("\nWritten: {} and {}".format(os.path.join(docs, "numbers.json"), os.path.join(docs, "figures")))
        say("{} of {} runs were begun with other sources than there are now".format(stale, len(done)))
    for job in failed:
        print("reproduce_all: {} failed: {} (see {}.log)".format(job.run.name, job.error, job.out), file=sys.stderr)
    if failed:
        return 1
    return 0 if options.update or not any((*numbers[:3], *pictures[:3])) else 3


if __name__ == "__main__":
    sys.exit(main())
