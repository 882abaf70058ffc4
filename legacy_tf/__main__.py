"""legacy_tf from the command line.

    python -m legacy_tf run SCRIPT [ARGUMENTS …]    run an old script or notebook as it is
    python -m legacy_tf check FILES …               list the old names it uses, without running it
    python -m legacy_tf data …                      find, check, prepare and show the data

Each has a --help of its own.
"""

import sys


def main(arguments=None):
    """Runs one command and returns its exit code; 2: there is no such command, 130: Ctrl-C came before it began."""
    command, *rest = (sys.argv[1:] if arguments is None else arguments) or [""]
    try:
        chosen = _command(command)
    except KeyboardInterrupt:
        print(f"legacy_tf {command}: interrupted", file=sys.stderr)
        return 130
    if chosen is not None:
        return chosen(rest)
    if command in ("-h", "--help"):
        print(__doc__.strip())
        return 0
    print(f"legacy_tf: {command or 'nothing'!r} is none of run, check, data: see --help", file=sys.stderr)
    return 2


def _command(command):
    """What runs a command: a function of its arguments that returns an exit code. None: there is no such command."""
    if command == "run":
        if not (getattr(sys.flags, "safe_path", False) or sys.flags.isolated):
            sys.path.pop(0)  # where `python -m` put the working directory: the runner itself needs nothing from there
        from legacy_tf.running.script import main as chosen
    elif command == "check":
        from legacy_tf.checking import main as chosen
    elif command == "data":
        from legacy_tf.data.__main__ import main as chosen
    else:
        return None
    return chosen


if __name__ == "__main__":
    sys.exit(main())
