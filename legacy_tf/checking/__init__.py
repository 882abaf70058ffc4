"""`python -m legacy_tf check FILES…`: which TF 1.15 names scripts and notebooks use, and what becomes of each.

    command.py     the command line, and its exit code
    sources.py     from paths to syntax trees; notebooks are read by legacy_tf/reading, as they are to be run
    finding.py     from a syntax tree to the names it uses; following.py and scopes.py know what stands for what, and
                   guards.py what stands behind a question whether it is there
    judging.py     from a name to a verdict, by the tables in legacy_tf/table/
    report.py      from verdicts to lines, or to JSON

Nothing is run, and neither TensorFlow nor any other library is imported.
"""

from legacy_tf.checking.command import main

__all__ = ["main"]
