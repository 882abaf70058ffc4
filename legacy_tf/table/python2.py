"""Names of Python 2 that Python 3 can read but does not have, and what to write instead."""

BUILTINS = {
    "basestring": "str",
    "cmp": "(a > b) - (a < b)",
    "execfile": "exec(open(path).read())",
    "long": "int",
    "raw_input": "input",
    "reduce": "functools.reduce",
    "reload": "importlib.reload",
    "unichr": "chr",
    "unicode": "str",
    "xrange": "range",
}

METHODS = {
    ".has_key()": "key in the_dictionary",
    ".iteritems()": ".items()",
    ".iterkeys()": ".keys()",
    ".itervalues()": ".values()",
}
"""Methods of dictionaries."""

MODULES = {
    "ConfigParser": "configparser",
    "Queue": "queue",
    "StringIO": "io",
    "Tkinter": "tkinter",
    "cPickle": "pickle",
    "cStringIO": "io",
    "urllib2": "urllib.request",
    "urllib.urlretrieve": "urllib.request.urlretrieve",
    "urllib.urlopen": "urllib.request.urlopen",
    "itertools.izip": "zip",
    "itertools.imap": "map",
    "string.letters": "string.ascii_letters",
    "string.maketrans": "str.maketrans",
}
"""Modules, and functions of modules."""
