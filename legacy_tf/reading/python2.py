"""Whether what Python 3 stumbles over is Python 2."""

import re

# How Python 3 names it itself. Of tabs and spaces in turn, which Python 2 allowed, it is not said: 2to3 leaves them.
_MESSAGES = re.compile(
    r"Missing parentheses in call to '(print|exec)'|multiple exception types must be parenthesized"
    r"|(Function|Lambda expression) parameters cannot be parenthesized"
)
# What stands outside of strings and comments in no Python 3.
_SYNTAX = re.compile(
    r"`[^`]*`|<>"
    r"|(?<![\w.])[uU][rR]['\"]"
    r"|(?<![\w.])(?<!\d[eE][-+])0+[1-7][0-7]*[lL]?(?![\w.])"  # 0777; not 1e-05, 00.5
    r"|(?<![\w.])(0[xX][\da-fA-F]+|\d+)[lL]\b"
    r"|(^|[:;])\s*raise\b[^#\n(\[{]*?[\w.]\s*,"
    r"|(^|[:;])\s*except\s+[\w.]+\s*,\s*\w+\s*:"
    r"|(^|[:;])\s*print\s*>>",
    re.M,
)
_TEXT = re.compile(
    r"""#[^\n]*|(?P<open>'''|\"\"\")(?:\\.|.)*?(?:(?P=open)|\Z)|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?""", re.S
)


def is_python_2(error, source):
    """Whether a SyntaxError is about something that Python 2 allowed. `source` (str): the file's, or what is known of
    it, in which the lines of the error stand."""
    if _MESSAGES.search(str(error.msg)):
        return True
    if not error.lineno or isinstance(error, IndentationError):
        return False
    last = max(error.end_lineno or 0, error.lineno)
    lines = _TEXT.sub(_blank, source).split("\n")[error.lineno - 1 : last]
    return bool(_SYNTAX.search("\n".join(lines)))


def _blank(text):
    """A string or comment with blanks in it."""
    return text[0][0] + re.sub(r"[^\n]", " ", text[0][1:])
