"""What old code is written in, as `run` and `check` both read it. Nothing is run, no library imported.

notebooks.py   the code cells of a notebook, and as Python what only IPython understands
python2.py     whether it is Python 2 that Python 3 stumbles over
"""
