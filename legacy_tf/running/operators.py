"""Old code compiled with calls in the places of its operators of arithmetic; what is called is in arithmetic.py.

    a + b               __legacy_tf_add__(a, b)
    a += b              a = __legacy_tf_iadd__(a, b), but texts are lengthened as ever
    a[f()] += b         __legacy_tf_iadd_item__(a, f())(b)
    f().x += b          __legacy_tf_iadd_attribute__(f(), "x")(b)

The calls with two brackets read in the first and store in the second, so that everything is evaluated once, in Python's
order: object, index, the value there, then the right side.
"""

import ast
import warnings

_OPERATORS = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "truediv",
    ast.FloorDiv: "floordiv",
    ast.Mod: "mod",
    ast.Pow: "pow",
}


def compiled(source, filename):
    """Code object of old code (`source`: str or bytes, as `compile` takes it).

    Raises:
      SyntaxError: as `compile` does.
    """
    plain = compile(source, filename, "exec", dont_inherit=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what there is to warn of has been
            tree = Calls().visit(ast.parse(source, filename))
            return compile(tree, filename, "exec", dont_inherit=True)
    except RecursionError:  # an expression of hundreds of terms: Python's own, as it is
        return plain


class Calls(ast.NodeTransformer):
    """Operators become calls. Where both sides are constants, or one a string, no number of NumPy's can be."""

    _class = ""  # the name of the class whose body it is in: private names have it within

    def visit_ClassDef(self, node):
        outside, self._class = self._class, node.name.lstrip("_")
        self.generic_visit(node)
        self._class = outside
        return node

    def visit_BinOp(self, node):
        self.generic_visit(node)
        sides = (node.left, node.right)
        if type(node.op) not in _OPERATORS or all(map(_is_constant, sides)) or any(map(_is_text, sides)):
            return node
        return _call(_OPERATORS[type(node.op)], node, *sides)

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if type(node.op) not in _OPERATORS or _is_text(node.value):
            return node
        name, target = "i" + _OPERATORS[type(node.op)], node.target
        if isinstance(target, ast.Name):
            before = ast.copy_location(ast.Name(target.id, ast.Load()), target)
            assign = ast.copy_location(ast.Assign([target], _call(name, node, before, node.value)), node)
            if not isinstance(node.op, ast.Add) or _is_constant(node.value):
                return assign
            # Python lengthens a text in its place, where nobody else holds it: a call would copy it each time.
            return ast.copy_location(ast.If(_call("is_text", node, before), [node], [assign]), node)
        if isinstance(target, ast.Subscript):
            read = _call(name + "_item", target, target.value, _index(target.slice))
        else:
            attribute = ast.copy_location(ast.Constant(self._mangled(target.attr)), target)
            read = _call(name + "_attribute", target, target.value, attribute)
        stored = ast.copy_location(ast.Call(read, [node.value], []), node)
        return ast.copy_location(ast.Expr(stored), node)

    def visit_MatchValue(self, node):
        return node

    def _mangled(self, name):
        is_private = self._class and name.startswith("__") and not name.endswith("__")
        return f"_{self._class}{name}" if is_private else name


def _call(name, node, *arguments):
    function = ast.copy_location(ast.Name(f"__legacy_tf_{name}__", ast.Load()), node)
    return ast.copy_location(ast.Call(function, [*arguments], []), node)


def _index(node):
    """What stands in a subscript's brackets as an expression: slices are none elsewhere."""
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    if not any(isinstance(part, ast.Slice) for part in parts):
        return node
    brackets = ast.copy_location(ast.Name("__legacy_tf_index__", ast.Load()), node)
    return ast.copy_location(ast.Subscript(brackets, node, ast.Load()), node)


def _is_constant(node):
    if isinstance(node, ast.BinOp):
        return _is_constant(node.left) and _is_constant(node.right)
    return isinstance(node, ast.Constant) or (isinstance(node, ast.UnaryOp) and _is_constant(node.operand))


def _is_text(node):
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)))
