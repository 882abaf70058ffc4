"""python -m legacy_tf.keras: puts Keras 2.3.1 where `python -m legacy_tf run` finds it. Exit code 2: it could not."""

import argparse
import sys

from legacy_tf.keras import place


def main(arguments=None):
    """Fetches Keras 2.3.1 unless it is there, says where it is, and returns the exit code."""
    argparse.ArgumentParser(prog=place.COMMAND, description=__doc__.partition(": ")[2]).parse_args(arguments)
    try:
        if not place.is_there():
            place.fetch()
    except place.NoKeras as error:
        print(f"legacy_tf.keras: {error}", file=sys.stderr)
        return 2
    print(f"Keras {place.VERSION} is in {place.directory()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
