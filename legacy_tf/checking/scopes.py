"""Which name stands for which dotted paths, scope by scope."""

import ast

OTHER = ()  # bound to something that is no path: a parameter, a number, …
OR_OTHER = "?"  # among paths: the name may also be bound to something that is none


class Scope:
    """The names of a module, a function or a class body: {name: the paths it may stand for, likeliest first}."""

    def __init__(self, outside=None, is_class=False):
        self.names, self.outside, self.is_class = {}, outside, is_class

    def lookup(self, name):
        """A tuple of paths, OTHER, or None for a name that nothing binds."""
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.outside
        return None

    def for_functions(self):
        """The scope that a function defined here looks further in: a class body is not seen from its methods."""
        return self.outside if self.is_class else self


def paths_of(node, scope):
    """The paths that an expression stands for: a name, an attribute chain, or a call of getattr or of an import
    function with constants. () for all else."""
    attributes = []
    while isinstance(node, ast.Attribute):
        attributes.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        bases = scope.lookup(node.id) or OTHER
    else:
        bases = called(node, scope) if isinstance(node, ast.Call) else OTHER
    return tuple(".".join([base, *reversed(attributes)]) for base in bases)


def called(call, scope):
    """The paths of what a call of getattr or of an import function gives; () for other calls."""
    names = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    function = call.func.id if isinstance(call.func, ast.Name) else None
    if function == "getattr" and len(call.args) == 2 and names:
        return tuple(f"{base}.{names[0]}" for base in paths_of(call.args[0], scope))
    if function == "__import__" and names:
        return (names[0].split(".")[0],)
    is_import = isinstance(call.func, (ast.Name, ast.Attribute)) and "importlib.import_module" in paths_of(
        call.func, scope
    )
    return (names[0],) if is_import and names else OTHER


def merged(branches):
    """What names stand for after several branches of which one was run."""
    names = {}
    for branch in branches:
        for name, paths in branch.items():
            names[name] = tuple(dict.fromkeys((*names.get(name, ()), *(paths or (OR_OTHER,)))))
    return {name: paths if paths != (OR_OTHER,) else OTHER for name, paths in names.items()}
