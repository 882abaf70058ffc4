"""From a syntax tree to the dotted names that it uses."""

import ast
from typing import NamedTuple

from legacy_tf.checking.following import Follower
from legacy_tf.checking.scopes import called


class Use(NamedTuple):
    """One place where a name is used."""

    paths: tuple  # what the name may stand for, dotted: ("tensorflow.nn.relu",); ("__builtins__.x",), (".a().b()",)
    cell: int | None  # of a notebook, from 1
    line: int  # from 1
    offset: int  # in the line, in bytes of UTF-8, as ast counts
    arguments: tuple = ()  # keywords given in a call, but for those that are None or False
    star: bool = False  # `from path import *`
    guards: tuple = ()  # what it stands behind: (number of a try, "body" or "handler"), (…, "asked")


class Finder(Follower):
    """Collects the uses of one script, or of a notebook's cells one after the other; call finish() at the end."""

    def __init__(self):
        super().__init__()
        self.uses = []

    def finish(self):
        """The uses in the order of the source."""
        self.visit_functions()
        return sorted(self.uses, key=lambda use: (use.cell or 0, use.line, use.offset))

    def use(self, node, paths, star=False, arguments=()):
        self.uses.append(Use(paths, self.cell, node.lineno, node.col_offset, arguments, star, self.guards))

    def visit_Attribute(self, node):
        paths = self.paths(node)
        if not paths:
            self.generic_visit(node)
        elif isinstance(node.ctx, ast.Load):
            self.use(node, paths)

    def visit_Call(self, node):
        paths = self.paths(node.func)
        if paths:
            given = [each.arg for each in node.keywords if each.arg and not _is_nothing(each.value)]
            self.use(node.func, paths, arguments=tuple(given))
        else:
            self.visit(node.func)
            self._use_method(node)
        result = called(node, self._scope)
        if result:
            self.use(node, result)
        self.visit_all(node.args + node.keywords)

    def _use_method(self, call):
        """`.a()` of something unknown: some methods have rows of their own."""
        if isinstance(call.func, ast.Attribute):
            self.use(call, (f".{call.func.attr}()",))


def _is_nothing(node):
    """Whether an argument is None or False: as good as not given."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)
