"""NumPy 1's types in what a script calculates."""

import ast
import os
import subprocess
import sys
import textwrap
import tracemalloc

import numpy as np
import pytest
from test_run import RUN, run

from legacy_tf import tf
from legacy_tf.running import imports, numpy_1, operators

numpy_1.know(np)


def evaluated(text, **names):
    """The namespace after running `text` as old code."""
    namespace = {"__builtins__": imports.BUILTINS.__dict__, "np": np, **names}
    exec(operators.compiled(textwrap.dedent(text), "old.py"), namespace)
    return namespace


def test_the_sum_of_an_epochs_losses_is_float64():
    total = evaluated("total = 0.\nfor loss in losses: total += loss / 2", losses=[np.float32(0.1)] * 3)["total"]
    assert type(total) is np.float64 and total == 3 * (float(np.float32(0.1)) / 2)


def test_the_number_of_classes_is_no_byte():
    classes = evaluated("n = max(labels) + 1", labels=np.array([9, 255], np.uint8))["n"]
    assert type(classes) is np.int64 and classes == 256
    assert tf.zeros([2, classes]).shape == (2, 256)


def test_weights_stay_float32():
    weights = evaluated("w = w * np.sqrt(2. / 3)", w=np.ones((2, 3), np.float32))["w"]
    assert weights.dtype == np.float32


@pytest.mark.parametrize("target", ["x", "self.x", "self.all['x']", "self.all[k]", "self.all[k + '']"])
def test_what_is_added_to(target):
    class Self:
        x, all = 1.5, {"x": 1.5}

    names = evaluated(f"x = 1.5\n{target} += loss\nresult = {target}", self=Self(), k="x", loss=np.float32(0.25))
    assert names["result"] == 1.75


TARGETS = {
    "x": "x",
    "the last": "a[-1]",
    "a key that is made": "d[k + 's']",
    "an index that is calculated": "a[i - 1]",
    "of an attribute": "self.a[i - 1].x",
    "a private attribute": "self.__x",
    "a private attribute of what is called": "same(self).__x",
    "a key that is given by a call": "d[same('ks')]",
    "two indices": "t[i, same(0)]",
    "a slice": "t[1:, 0]",
    "slices": "t[:, ::same(2)]",
}


@pytest.mark.parametrize("name", TARGETS)
def test_targets_get_numpy_1s_types(name):
    """In a class, so that private names are other ones; where they are arrays they keep their own type."""
    source = f"""
        class Self:
            x = 1.5
            __x = 1.5
            def __init__(self):
                self.a = [self, 1.5]
            def add(self, x, a, d, t, k="k", i=1):
                {TARGETS[name]} += loss
                return {TARGETS[name]}
        result = Self().add(1.5, [1.5, 1.5], {{"ks": 1.5}}, t)
    """
    t = np.full((2, 2), 1.5, np.float32)
    result = evaluated(source, loss=np.float32(0.25), same=lambda value: value, t=t)["result"]
    assert np.all(result == 1.75)
    assert result.dtype == (np.float32 if TARGETS[name].startswith("t") else np.float64)


@pytest.mark.parametrize(
    "target", ["f('a')[g('i')]", "f('a')[g('i'):g('j'), g('k')]", "f('a').x", "f('a').x[g('i')].y"]
)
def test_order_of_a_target(target):
    """Object, index, the value there, the right side, the operation, the store: each once, as plain Python."""
    source = f"{target} += f('right')\ndel f"
    assert ran_with_a_record(source, compile) == ran_with_a_record(source, lambda *text: operators.compiled(*text[:2]))


def ran_with_a_record(source, compiler):
    record = []

    class Thing:
        def __getattr__(self, name):
            record.append(f"get {name}")
            return Thing()

        def __setattr__(self, name, value):
            record.append(f"set {name} {value}")

        def __getitem__(self, index):
            record.append(f"get [{index}]")
            return Thing()

        def __setitem__(self, index, value):
            record.append(f"set [{index}] {value}")

        def __iadd__(self, other):
            record.append("add")
            return "the sum"

    names = {"f": lambda name: record.append(name) or Thing(), "g": lambda name: record.append(name) or name}
    exec(compiler(source, "", "exec"), {"__builtins__": imports.BUILTINS.__dict__, **names})
    return record, sorted(names)


def test_bytes_of_an_array():
    """44: what is no byte was taken by its last eight bits, by an item and by a slice."""
    array = evaluated("a[0, 0] += 300\na[1:] += 300", a=np.zeros((2, 2), np.uint8))["a"]
    assert array.tolist() == [[44, 0], [44, 44]] and array.dtype == np.uint8


def test_what_is_in_place_stays_in_place():
    array = other = np.zeros(2, np.float32)
    assert evaluated("a += 1.5\na *= np.float64(2)", a=array)["a"] is other
    assert other.dtype == np.float32 and other.tolist() == [3, 3]


def test_items_and_attributes_stay_in_place():
    """What the right side has done to them before is there; another name for them shows it, too."""
    row = [1]
    rows, array = [row], np.zeros(2, np.float32)
    found = evaluated("rows[-1] += [2]\nd['a' + ''] *= np.float64(2)\nd['a' + ''] += 1.5", rows=rows, d={"a": array})
    assert row == [1, 2] and found["d"]["a"] is array and array.dtype == np.float32 and array.tolist() == [1.5, 1.5]
    with pytest.raises(TypeError):  # after the list has grown, as ever
        evaluated("pair[0] += [3]", pair=(row,))
    assert row == [1, 2, 3]


def test_an_error_in_a_target_names_its_line(tmp_path):
    source = "d = {}\ndef f():\n    d['a' +\n      'b'] += (\n        1)\nf()\n"
    outcomes = []
    for how in ([sys.executable], RUN):
        (tmp_path / "s.py").write_text(source)
        outcomes.append([line for line in run([*how, "s.py"], tmp_path).stderr.splitlines() if line.strip(" ^~")])
    assert outcomes[0] == outcomes[1] and "KeyError: 'ab'" in outcomes[0]


@pytest.mark.parametrize("shape", [[2, 3], [], None])
def test_tensors_are_left_alone(shape):
    with tf.Graph().as_default():
        x = tf.placeholder(tf.float32, shape)
        found = evaluated("y = n * x + 2\nz = x / n\nx -= n", x=x, n=np.float32(4))
        assert [found[name].op.type for name in "xyz"] == ["Sub", "AddV2", "RealDiv"]


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "//", "%", "**"])
def test_arrays_of_other_classes(operator, tmp_path):
    """NumPy 1 gave float32, and int16 for bytes beside -1."""
    of_file = np.memmap(tmp_path / "file", np.float32, "w+", shape=(2,))
    of_file[:] = 1
    masked = np.ma.masked_array(np.ones(2, np.float32), mask=[True, False])
    for array in (of_file, masked):
        for number in (np.float64(255.0), 2.5, 3, np.int64(3), np.array(2.5)):
            found = evaluated(f"y = a {operator} n\nz = n {operator} a", a=array, n=number)
            assert found["y"].dtype == found["z"].dtype == np.float32
    if operator != "**":  # which NumPy refuses
        found = evaluated(f"y = a {operator} -1", a=np.ma.masked_array(np.ones(2, np.uint8)))
        assert found["y"].dtype == (np.float64 if operator == "/" else np.int16)


def test_masked_arrays_in_place():
    bytes_ = np.ma.masked_array(np.ones(2, np.uint8), mask=[True, False])
    found = evaluated("b += 300\nb *= 2\nf /= np.float64(2)", b=bytes_, f=bytes_.astype(np.float32))
    assert found["b"] is bytes_ and bytes_.dtype == np.uint8 and bytes_[1] == 90 and not bytes_.mask[1]
    assert found["f"].dtype == np.float32 and found["f"][1] == 0.5


def test_matrices():
    """Their * is linear algebra's, by types of its own."""
    found = evaluated("y = m * n\nz = m / n\nx = n * m", m=np.ones((2, 2), np.float32).view(np.matrix), n=np.float64(2))
    assert [found[name].dtype for name in "yzx"] == [np.float64, np.float32, np.float32]
    assert found["z"].tolist() == [[0.5, 0.5]] * 2 and found["x"].tolist() == [[2.0, 2.0]] * 2


def test_what_is_no_number_is_python_s():
    source = """
        text = "%d %s" % (3, "x") + "a" * 3
        items = [0] * 3 + [1]
        both = np.float32(2) + [1, 2]
        letters = f"{3}" + text
        seconds = {1} - {1}
    """
    names, plain = evaluated(source), {"np": np}
    exec(textwrap.dedent(source), plain)
    for name in ("text", "items", "letters", "seconds"):
        assert names[name] == plain[name]
    assert names["both"].tolist() == [3, 4]


def test_constants_stay_constants():
    tree = ast.parse("size = 28 * 28 - -1\nname = 'a' + b")
    assert ast.dump(operators.Calls().visit(tree)) == ast.dump(ast.parse("size = 28 * 28 - -1\nname = 'a' + b"))


def test_a_very_long_sum():
    assert evaluated("n = " + " + ".join(["x"] * 700), x=1)["n"] == 700


def test_sum():
    summed = evaluated("total = sum(losses)\nof_ints = sum([1, 2], 3)", losses=[np.float32(0.1), np.float32(0.2)])
    assert type(summed["total"]) is np.float64 and summed["of_ints"] == 6
    with pytest.raises(TypeError):
        evaluated("sum(['a'])")


def test_divmod():
    found = evaluated("a = divmod(f, 2.)\nb = divmod(bytes_, -1)\nc = divmod(7, 2)", f=np.float32(7),
                      bytes_=np.ones(2, np.uint8))  # fmt: skip
    assert [type(each) for each in found["a"]] == [np.float64] * 2 and found["a"] == (3, 1) and found["c"] == (3, 1)
    assert [each.dtype for each in found["b"]] == [np.int16] * 2


def test_errors_and_warnings_name_the_script(tmp_path):
    (tmp_path / "model.py").write_text("import numpy as np\ndef f(x):\n    return np.float32(1) / x\n")
    (tmp_path / "s.py").write_text("import numpy as np, model\nmodel.f(np.float32(0))\n1 / int(np.float32(0))\n")
    ended = run([*RUN, "s.py"], tmp_path)
    assert ended.returncode == 1
    assert f"{tmp_path / 'model.py'}:3: RuntimeWarning: divide by zero" in ended.stderr
    assert "arithmetic.py" not in ended.stderr and 's.py", line 3' in ended.stderr


def test_bytecode_that_plain_python_left_is_not_taken(tmp_path):
    (tmp_path / "own.py").write_text("import numpy as np\nCLASSES = np.uint8(255) + 1\n")
    (tmp_path / "s.py").write_text("import own\nprint(int(own.CLASSES))\n")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-W", "ignore", "s.py"]
    plain = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert plain.stdout == "0\n" and (tmp_path / "__pycache__").exists()
    assert run([*RUN, "s.py"], tmp_path).stdout == "256\n"
    again = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert again.stdout == "0\n"


def test_a_warning_of_the_compiler_is_given_once(tmp_path):
    (tmp_path / "s.py").write_text("x = 1\nx is 1\n")
    assert run([*RUN, "s.py"], tmp_path).stderr.count("SyntaxWarning") == 1


def test_a_call_costs_little():
    """A handful of calls, however large the array, and no copy of it beside the result."""

    def cost(code, size):
        calls = []
        names = {"__builtins__": imports.BUILTINS.__dict__, "a": np.zeros(size, np.float32)}
        sys.setprofile(lambda frame, event, argument: calls.append(event) if "return" not in event else None)
        try:
            exec(code, names)
        finally:
            sys.setprofile(None)
        del names["b"]
        tracemalloc.start()
        exec(code, names)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return len(calls), peak

    plain, here = compile("b = a * 2.", "", "exec"), operators.compiled("b = a * 2.", "")
    (calls, peak), (plain_calls, plain_peak) = cost(here, 10**5), cost(plain, 10**5)
    assert (calls, peak) == (cost(here, 10)[0], plain_peak)
    assert plain_calls < calls < plain_calls + 8


TEXTS = """
import ast
from legacy_tf.running import operators
tree = ast.parse("s += w")
print(ast.unparse(ast.fix_missing_locations(operators.Calls().visit(tree))))
s, w, lines = "a", "bc", [1]
for _ in range(3):
    s += w
lines += s
class Own:
    text = "x"
    text += w
def unbound():
    text += w
print(s, lines, Own.text)
for attempt in (unbound, lambda: exec("s += 1.5 * 2", {"s": "a"})):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error if isinstance(error, TypeError) else "")
"""


def test_texts_are_lengthened_by_python_itself(tmp_path):
    """Where nobody else holds it, Python lengthens a text in its place; a call would copy it every time."""
    (tmp_path / "script.py").write_text(TEXTS)
    ran = run([*RUN, "script.py"], tmp_path)
    assert ran.stdout.splitlines() == [
        "if __legacy_tf_is_text__(s):",
        "    s += w",
        "else:",
        "    s = __legacy_tf_iadd__(s, w)",
        "abcbcbc [1, 'a', 'b', 'c', 'b', 'c', 'b', 'c'] xbc",
        "UnboundLocalError ",
        'TypeError can only concatenate str (not "float") to str',
    ], ran.stderr
