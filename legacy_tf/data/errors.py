"""What goes wrong with data, said in one line."""


class DataError(ValueError):
    """A data file or set that cannot be used: names the file, what is wrong with it and what to do next."""
