"""slim.model_analyzer: what a graph holds, printed."""

__all__ = ["analyze_ops", "analyze_vars", "tensor_description"]


def tensor_description(var):
    """'(float32 ?x5x5x20)' of a tensor or variable. ValueError: its rank is unknown."""
    sizes = "x".join("?" if size is None else str(size) for size in var.shape.as_list())
    return f"({var.dtype.name} {sizes})"


def analyze_vars(variables, print_info=False):
    """(number of elements, number of bytes) of a list of variables; unknown sizes count 0.

    `print_info`: prints a line for each, and the two sums.
    """
    elements, in_bytes = 0, 0
    if print_info:
        _print_head("Variables: name (type shape) [size]")
    for variable in variables:
        size = variable.shape.num_elements() or 0
        elements, in_bytes = elements + size, in_bytes + size * variable.dtype.size
        if print_info:
            size_and_bytes = f"[{size}, bytes: {size * variable.dtype.size}]"
            print(variable.name, tensor_description(variable), size_and_bytes)
    if print_info:
        print(f"Total size of variables: {elements}")
        print(f"Total bytes of variables: {in_bytes}")
    return elements, in_bytes


def analyze_ops(graph, print_info=False):
    """Number of elements, as far as it is known, in the outputs of all ops of a graph. `print_info`: a line
    for each."""
    total = 0
    if print_info:
        _print_head("Operations: name -> (type shapes) [size]")
    for op in graph.get_operations():
        size = sum(output.shape.num_elements() or 0 for output in op.outputs)
        total += size
        if print_info:
            shapes = [tensor_description(output) for output in op.outputs if output.shape]
            print(op.name, "\t->", ", ".join(shapes), f"[{size}]")
    return total


def _print_head(title):
    print("---------")
    print(title)
    print("---------")
