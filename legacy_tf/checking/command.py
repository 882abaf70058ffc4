"""The command line of `python -m legacy_tf check`."""

import argparse
import os
import sys

from legacy_tf.checking import checker, report, sources
from legacy_tf.checking.verdicts import FAILING

_EPILOG = """
exit code: 0 everything is carried, 1 something is not (or TF 1.15 never had it), 2 a file could not be read.
Each line says file:line:column (in a notebook file:cell number:line:column), so editors and grep can follow it.
"""


def main(arguments=None):
    """Checks the files named in `arguments` (a list of str; None: those of the process) and returns the exit code:
    0 everything is carried, 1 something is not, 2 a file could not be read (or nothing be printed), 130 interrupted."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except KeyboardInterrupt:
        _say("\nlegacy_tf check: interrupted", sys.stderr)
        return 130
    except OSError as error:  # of printing: what is wrong with the files has been said
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # of `… | head`: whoever read it has what they wanted
            return 0
        _say(f"legacy_tf check: can't print: {error.strerror}", sys.stderr)
        return 2


def _parser():
    parser = argparse.ArgumentParser(
        prog="python -m legacy_tf check",
        description="Says which TF 1.x names scripts and notebooks use, and what becomes of each; runs nothing.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", metavar="FILE", help=".py and .ipynb files, or directories of them")
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument("--all", action="store_true", help="list the names that are simply carried, too")
    how_much.add_argument("--quiet", action="store_true", help="list only what is not carried, without summaries")
    parser.add_argument("--json", action="store_true", help="print everything as one JSON object")
    return parser


def _run(options):
    paths, errors = sources.files(options.paths)
    checked_files = [checker.Checked(path, [], [error]) for path, error in errors]
    for path in paths:
        checked_files.append(checker.check(path))
        if not options.json:
            _print(checked_files[-1], options)
    for checked in checked_files[: len(errors)]:
        if not options.json:
            _print(checked, options)
    exit_code = _exit_code(checked_files)
    if options.json:
        _say(report.as_json(checked_files, exit_code))
    sys.stdout.flush()
    return exit_code


def _print(checked, options):
    """Errors go to stderr, the rest to stdout."""
    for error in checked.errors:
        _say(f"{report.where(checked.path, error)}: error: {error.message}", sys.stderr)
    for line in report.lines(checked, options.all, options.quiet):
        _say(line)


def _say(text, file=None):
    """Prints text that the terminal may be unable to show: file names are bytes."""
    file = file or sys.stdout
    encoding = file.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding), file=file)


def _exit_code(checked_files):
    if any(checked.errors for checked in checked_files):
        return 2
    return int(any(verdict.status in FAILING for checked in checked_files for verdict, _ in checked.names))
