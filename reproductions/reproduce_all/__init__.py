"""Every number and picture of docs again: the table of runs, their processes, and what moved."""
