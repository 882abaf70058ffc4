"""reproductions/tconv_examples.py: its numbers, its command line, its picture."""

import json
import os
import pathlib
import subprocess
import sys

import numpy as np
import pytest

from legacy_tf import tf
from reproductions import tconv_drawing, tconv_examples, tconv_numpy
from reproductions.tconv_examples import EXAMPLES, build_graph, kernel_axes, main, results, run

ROOT = pathlib.Path(__file__).resolve().parent.parent
IDS = ["1", "2", "2-backup", "3", "4"]
INPUT = np.array([[[[1], [2]], [[3], [4]]]])
ONES = np.ones((3, 3, 1, 1), int)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Every test runs in an empty directory: the default picture is a relative path."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(argv, capsys):
    """The one line on stderr of a command line that ends with code 2."""
    with pytest.raises(SystemExit) as exit:
        main(argv)
    assert exit.value.code == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and error.endswith("\n")
    return error


# --- the numbers


def test_the_document_has_five_examples():
    assert list(EXAMPLES) == IDS


@pytest.mark.parametrize("name", IDS)
def test_the_slides_matrix_from_the_definition_alone(name):
    _, output_shape, strides, padding, expected = EXAMPLES[name]
    out = tconv_numpy.transposed_convolution(INPUT, ONES, output_shape, strides[1], padding)
    assert out[0, :, :, 0].tolist() == expected


def test_results_match_the_slides_to_the_integer():
    found = results()
    assert found == {name: example.expected for name, example in EXAMPLES.items()}
    assert {type(value) for matrix in found.values() for row in matrix for value in row} == {int}


def test_the_graph_is_the_documents_without_arguments():
    with tf.Graph().as_default() as graph:
        built = build_graph()
    assert list(built.conv) == IDS
    assert [op.type for op in graph.get_operations()].count("Conv2DBackpropInput") == 2 * len(IDS)  # and the gradients
    for name, conv in built.conv.items():
        assert tuple(conv.shape) == EXAMPLES[name].output_shape


def test_a_fraction_is_not_rounded_away():
    assert tconv_numpy.integers(np.array([[1.0, 2.5]])) == [[1.0, 2.5]]


GEOMETRIES = [
    (small, kernel, stride, padding)
    for small in [(1, 1), (2, 3), (3, 2)]
    for kernel in [(1, 1), (2, 3), (3, 3), (4, 2)]
    for stride in [1, 2, 3]
    for padding in ["VALID", "SAME"]
]


@pytest.mark.parametrize("big_end", [0, -1], ids=["smallest", "largest"])
def test_numpy_and_matrix_against_tensorflow_with_uneven_kernels(big_end):
    """A kernel of ones can't tell a flipped kernel or swapped axes; these can."""
    cases, fetches = [], []
    with tf.Graph().as_default(), tf.Session() as session:
        for small, kernel, stride, padding in GEOMETRIES:
            big = tuple(
                tconv_numpy.working_sizes(s, k, stride, padding)[big_end] for s, k in zip(small, kernel, strict=True)
            )
            y = np.arange(1, 1 + np.prod(small) * 2).reshape(1, *small, 2)
            K = np.arange(1, 1 + np.prod(kernel) * 6).reshape(*kernel, 3, 2)
            x = np.arange(np.prod(big) * 3).reshape(1, *big, 3)
            up = tf.nn.conv2d_transpose(
                tf.constant(y, tf.float64), tf.constant(K, tf.float64), (1, *big, 3), [1, stride, stride, 1], padding
            )
            down = tf.nn.conv2d(
                tf.constant(x[..., :1], tf.float64), tf.constant(K[:, :, :1, :1], tf.float64), [1, stride, stride, 1],
                padding,
            )  # fmt: skip
            cases.append((small, big, y, K, x, stride, padding))
            fetches.append((up, down))
        for (small, big, y, K, x, stride, padding), (up, down) in zip(cases, session.run(fetches), strict=True):
            np.testing.assert_array_equal(
                tconv_numpy.transposed_convolution(y, K, (1, *big, 3), stride, padding), up, err_msg=f"{small} {big}"
            )
            C = tconv_numpy.convolution_matrix(K[:, :, :1, :1], small, big, stride, padding)
            np.testing.assert_array_equal(C @ x[..., 0].ravel(), down.ravel())


@pytest.mark.parametrize("stride", range(1, 5))
@pytest.mark.parametrize("padding", ["VALID", "SAME"])
def test_working_sizes_are_those_that_tensorflow_shrinks_to_the_input(padding, stride):
    shrunk = []
    with tf.Graph().as_default():
        kernel = tf.ones((3, 3, 1, 1))
        for big in range(3, 14):
            down = tf.nn.conv2d(tf.ones((1, big, big, 1)), kernel, strides=[1, stride, stride, 1], padding=padding)
            shrunk += [big] if down.shape[1] == 2 else []
    assert [size for size in tconv_numpy.working_sizes(2, 3, stride, padding) if size >= 3] == shrunk


def test_session_11_the_transpose_goes_up_and_is_not_the_inverse():
    values = run()
    y = values.input.ravel()
    inverse_up_to_scale = {}
    for name, (_, output_shape, strides, padding, _) in EXAMPLES.items():
        C = tconv_numpy.convolution_matrix(ONES, (2, 2), output_shape[1:3], strides[1], padding)
        assert (C @ values.image[name].ravel() == values.down[name].ravel()).all()
        assert (C.T @ y == values.conv[name].ravel()).all()
        assert (C @ C.T @ y == values.back[name].ravel()).all()
        assert (values.back[name].ravel() != y).all()
        assert np.linalg.matrix_rank(C.T @ C) == 4 < C.shape[1]
        multiple = C[0].sum() * np.eye(4)
        inverse_up_to_scale[name] = int(C[0].sum()) if np.array_equal(C @ C.T, multiple) else None
    assert inverse_up_to_scale == {"1": None, "2": None, "2-backup": None, "3": 4, "4": 9}
    assert values.back["1"][0, :, :, 0].tolist() == [[55, 60], [65, 70]]


def test_the_lectures_words_forward_and_backward_pass_swapped():
    values = run()
    for name in IDS:
        np.testing.assert_array_equal(values.swapped[name], values.conv[name])


# --- the errata


def test_the_filters_third_axis_is_the_output_channels():
    right, swapped, right_square, swapped_square = kernel_axes().values()
    assert right == {"filter": [3, 3, 3, 2], "output": [1, 4, 4, 3], "corner": [21, 43, 65]}
    assert swapped["filter"] == [3, 3, 2, 3] and "depth" in swapped["error"]
    # equal channels: nothing is raised, and the numbers are others
    assert right_square["corner"] == [21, 43] and swapped_square["corner"] == [31, 42]
    with tf.Graph().as_default(), pytest.raises(ValueError, match="Dimensions must be equal, but are 2 and 3"):
        tf.nn.conv2d_transpose(
            tf.ones((1, 2, 2, 2)), tf.ones((3, 3, 2, 3)), (1, 4, 4, 3), [1, 1, 1, 1], padding="VALID"
        )


def test_the_backup_slide_as_printed():
    brackets = "f(np.array([[\n    [1], [2]],\n    [3], [4]]\n]), tf.float32)"
    with pytest.raises(SyntaxError):
        compile(brackets, "backup slide", "exec")
    assert np.array([[[1]], [[1]], [[1]], [[1]], [[1]], [[1]], [[1]], [[1]], [[1]]]).shape == (9, 1, 1)  # its filter
    with tf.Graph().as_default(), pytest.raises(ValueError, match="rank 4 but is rank 3"):
        tf.nn.conv2d_transpose(tf.ones((1, 2, 2, 1)), tf.ones((9, 1, 1)), (1, 5, 5, 1), [1, 2, 2, 1], padding="VALID")


# --- the command line


def test_default_run_prints_and_draws(capsys, elsewhere):
    assert main([]) == 0
    out = capsys.readouterr().out
    for example in EXAMPLES.values():
        call = f"output_shape={example.output_shape}, strides={example.strides}, padding='{example.padding}')"
        assert f"conv = tf.nn.conv2d_transpose(input, filter, {call}\n" in out
    assert out.count("  matches the slide; in agreement: NumPy's scatter-add, Cᵀ·y") == 5
    assert "NOT" not in out and "DIFFERS" not in out
    assert "     4 10 10  6      4 10 10  6     a·c· abcd abcd ·b·d\n" in out
    assert "C·Cᵀ·y = [[55, 60], [65, 70]], where y was [[1, 2], [3, 4]]" in out
    assert "[3, 3, 2, 3]: input depth must be evenly divisible by filter depth" in out
    assert out.endswith("5 of 5 match their slides.\nPicture: out/tconv_examples.png\n")
    assert os.listdir("out") == ["tconv_examples.png"]


@pytest.mark.parametrize(
    "argv, ids",
    [
        (["--example", "3"], ["3"]),
        (["--example", "2-backup"], ["2-backup"]),
        (["--example", "4,1"], ["1", "4"]),
        (["--example", "2", "--example", "1, 2"], ["1", "2"]),
    ],
)
def test_example(argv, ids, capsys, elsewhere):
    assert main([*argv, "--no-figure"]) == 0
    out = capsys.readouterr().out
    assert [line.split()[1].rstrip(",") for line in out.splitlines() if line.startswith("Example")] == ids
    assert f"{len(ids)} of {len(ids)} match their slides." in out
    assert os.listdir(elsewhere) == []


def test_json(capsys, elsewhere):
    assert main(["--json"]) == 0
    captured = capsys.readouterr()
    whole = json.loads(captured.out)
    assert whole["ok"] is True and list(whole["examples"]) == IDS
    for name, report in whole["examples"].items():
        assert report["result"] == report["expected"] == EXAMPLES[name].expected
        assert report["verdict"] == "matches"
        assert report["checks"] == {"scatter_add": True, "Ct_y": True, "gradient": True, "C_x": True}
        assert report["call"].startswith("conv = tf.nn.conv2d_transpose(input, filter, output_shape=(1, ")
    assert whole["examples"]["4"]["C_Ct_y"] == [[9, 18], [27, 36]]
    assert whole["kernel_axes"]["2 -> 3 channels, filter (output, input)"]["corner"] == [21, 43, 65]
    assert os.listdir(elsewhere) == []


def test_json_with_a_picture_keeps_stdout_clean(capsys, elsewhere):
    assert main(["--json", "--example", "1", "--figure", "one.svg"]) == 0
    captured = capsys.readouterr()
    assert list(json.loads(captured.out)["examples"]) == ["1"]
    assert captured.err == "Picture: one.svg\n" and os.listdir(elsewhere) == ["one.svg"]


def test_a_mutated_slide_is_seen(capsys, monkeypatch):
    wrong = [[1, 3, 3, 2], [4, 10, 11, 6], [4, 10, 10, 6], [3, 7, 7, 4]]
    monkeypatch.setitem(EXAMPLES, "1", EXAMPLES["1"]._replace(expected=wrong))
    assert main([]) == 1
    out = capsys.readouterr().out
    assert "DIFFERS from the slide" in out and "4 of 5 match their slides." in out
    assert main(["--json"]) == 1
    whole = json.loads(capsys.readouterr().out)
    assert not whole["ok"] and whole["examples"]["1"]["verdict"] == "differs"
    assert main(["--example", "2", "--no-figure"]) == 0


def test_a_failed_check_is_seen(capsys, monkeypatch):
    right = tconv_numpy.transposed_convolution
    monkeypatch.setattr(tconv_numpy, "transposed_convolution", lambda *args: right(*args) + 1)
    assert main(["--example", "1", "--no-figure"]) == 1
    assert "matches the slide; NOT in agreement: NumPy's scatter-add\n" in capsys.readouterr().out


SAME_3X4 = [[1, 1, 3, 2], [4, 4, 10, 6], [3, 3, 7, 4]]


@pytest.mark.parametrize(
    "argv, matrix",
    [
        (["--stride", "3"], EXAMPLES["4"].expected),
        (["--padding", "same", "--stride", "2"], EXAMPLES["2"].expected),
        (["--output-shape", "(1, 4, 4, 1)"], EXAMPLES["1"].expected),
        (["--output-shape", "1,3,4,1", "--stride", "2", "--padding", "SAME"], SAME_3X4),
        (["--output-shape", "1,6,5,1", "--stride", "2"], [*EXAMPLES["2-backup"].expected, [0] * 5]),
    ],
)  # fmt: skip
def test_a_call_of_ones_own(argv, matrix, capsys):
    assert main([*argv, "--json", "--figure", "own.png"]) == 0
    report = json.loads(capsys.readouterr().out)["examples"]["yours"]
    assert report["result"] == matrix and report["verdict"] == "no slide" and all(report["checks"].values())
    assert main([*argv, "--no-figure"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 120
    assert "Your call\n" in out and "no slide to match" in out and "the slide " not in out


@pytest.mark.parametrize("stride", range(1, 9))
@pytest.mark.parametrize("padding", ["VALID", "SAME"])
def test_every_size_that_is_said_to_work_works(stride, padding, capsys):
    for size in tconv_numpy.working_sizes(2, 3, stride, padding):
        shape = f"1,{size},{size},1"
        argv = ["--stride", str(stride), "--padding", padding, "--output-shape", shape]
        assert main([*argv, "--no-figure"]) == 0, shape


@pytest.mark.parametrize(
    "argv, says",
    [
        (["--example", "5"], "there is no example '5'; there are 1, 2, 2-backup, 3, 4"),
        (["--example", ""], "there is no example ''"),
        (["--example", "1", "--stride", "2"], "--example is a slide's call"),
        (["--stride", "0"], "--stride"),
        (["--stride", "two"], "invalid int value"),
        (["--padding", "FULL"], "--padding"),
        (["--output-shape", "5,5"], "is not 1,HEIGHT,WIDTH,1"),
        (["--output-shape", "2,4,4,1"], "is not 1,HEIGHT,WIDTH,1"),
        (["--output-shape", "1,-4,4,1"], "is not 1,HEIGHT,WIDTH,1"),
        (["--output-shape", "1,4,5,1"], "width 5 can't come from 2 with stride 1, VALID padding"),
        (["--output-shape", "1,7,5,1"], "height 7 can't come from 2 with stride 1, VALID padding"),
        (["--output-shape", "1,7,5,1", "--stride", "2"], "and a 3×3 filter; what works: 5, 6 "),
        (["--output-shape", "1,5,5,1", "--stride", "2", "--padding", "SAME"], "what works: 3, 4 "),
        (["--output-shape", "1,999999999,4,1"], "what works: 4 "),
        (["--figure", "picture.gif"], "picture.gif: a picture's name ends in .png, .svg, .pdf"),
        (["--figure", "p.png", "--no-figure"], "contradict"),
        (["--unknown"], "unrecognized arguments"),
    ],
)  # fmt: skip
def test_mistakes_get_one_line(argv, says, capsys, elsewhere):
    assert says in refused(argv, capsys)
    assert os.listdir(elsewhere) == []


# --- the picture


@pytest.mark.parametrize("name, begins", [("p.png", b"\x89PNG"), ("deep/er/p.svg", b"<?xml"), ("p.PDF", b"%PDF")])
def test_the_picture_is_of_its_kind(name, begins, elsewhere):
    assert main(["--example", "2", "--figure", name]) == 0
    assert (elsewhere / name).read_bytes().startswith(begins)
    assert sum(path.is_file() for path in elsewhere.rglob("*")) == 1  # no temporary file stays


def test_the_picture_shows_every_colour_and_number(elsewhere):
    from matplotlib import colors, image

    main([])
    pixels = (image.imread("out/tconv_examples.png")[..., :3] * 255).round().astype(int)
    assert min(pixels.shape[:2]) > 1000
    for colour in tconv_drawing.COLOURS.values():
        wanted = (np.array(colors.to_rgb(colour)) * 255).round()
        assert (abs(pixels - wanted).max(axis=2) <= 1).mean() > 0.01
    figure = tconv_drawing.picture(reports())
    words = [text.get_text() for text in figure.axes[0].texts]
    assert words.count("10") == 4 + 1 + 1 and words.count("matches ✓") == 5
    assert [word for word in words if word.startswith("Example")] == [f"Example {name}" for name in IDS]


def reports():
    values = run()
    return {
        name: tconv_numpy.report(example, *values[:2], *(field[name] for field in values[2:]))
        for name, example in EXAMPLES.items()
    }


def test_no_words_of_the_picture_overlap():
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = tconv_drawing.picture(reports())
    renderer = FigureCanvasAgg(figure).get_renderer()
    whole = figure.bbox
    boxes = [(t.get_text(), t.get_window_extent(renderer)) for t in figure.axes[0].texts if t.get_text()]
    for index, (word, box) in enumerate(boxes):
        assert whole.contains(box.x0, box.y0) and whole.contains(box.x1, box.y1), word
        for other, other_box in boxes[index + 1 :]:
            assert not box.overlaps(other_box), (word, other)


def test_the_committed_picture_is_a_picture_of_ours():
    picture = (ROOT / "docs" / "figures" / "tconv_examples.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and tconv_drawing.PRODUCER.encode() in picture


def test_its_own_picture_is_replaced_and_nobody_elses(capsys, elsewhere):
    default = elsewhere / "out" / "tconv_examples.png"
    assert main([]) == main(["--example", "1"]) == 0
    default.write_bytes(b"holiday")
    capsys.readouterr()
    assert "exists; --overwrite replaces it" in refused([], capsys)
    assert default.read_bytes() == b"holiday"
    assert main(["--no-figure"]) == 0 and default.read_bytes() == b"holiday"
    assert main(["--overwrite", "--example", "1"]) == 0 and default.read_bytes().startswith(b"\x89PNG")


def test_a_file_that_exists_is_not_overwritten_unasked(capsys, elsewhere):
    there = elsewhere / "there.png"
    assert main(["--example", "1", "--figure", "there.png"]) == 0
    before = there.read_bytes()
    assert "there.png exists; --overwrite" in refused(["--example", "4", "--figure", "there.png"], capsys)
    assert there.read_bytes() == before
    assert main(["--example", "4", "--figure", "there.png", "--overwrite"]) == 0
    assert there.read_bytes() != before
    (elsewhere / "folder.png").mkdir()
    assert "folder.png is a directory" in refused(["--figure", "folder.png", "--overwrite"], capsys)


def test_no_place_for_the_picture(capsys, elsewhere):
    (elsewhere / "out").write_text("a file where the directory would be")
    with pytest.raises(SystemExit) as exit:
        main(["--example", "1"])
    captured = capsys.readouterr()
    assert exit.value.code == 2
    assert "1 of 1 match their slides." in captured.out  # the numbers are not lost with the picture
    assert captured.err.count("\n") == 1 and "no picture: " in captured.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unwritable to root")
def test_an_unwritable_directory(capsys, elsewhere):
    (elsewhere / "locked").mkdir(mode=0o500)
    assert "Permission denied" in refused(["--example", "1", "--figure", "locked/p.png"], capsys)


def test_a_picture_that_fails_half_way_leaves_what_was_there(capsys, elsewhere, monkeypatch):
    from matplotlib.figure import Figure

    def full(self, path, **kwargs):
        pathlib.Path(path).write_bytes(b"half")
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr(Figure, "savefig", full)
    argv = ["--example", "1", "--figure", "p.png"]
    assert "no picture: [Errno 28] No space left on device" in refused(argv, capsys)
    assert os.listdir(elsewhere) == []
    (elsewhere / "p.png").write_bytes(b"whole")
    assert "No space left" in refused([*argv, "--overwrite"], capsys)
    assert os.listdir(elsewhere) == ["p.png"] and (elsewhere / "p.png").read_bytes() == b"whole"


# --- as a program


def program(*argv, cwd):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, *argv]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=600)


def test_as_a_script_from_anywhere(elsewhere):
    done = program(str(ROOT / "reproductions" / "tconv_examples.py"), cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("5 of 5 match their slides.\nPicture: out/tconv_examples.png\n")
    assert (elsewhere / "out" / "tconv_examples.png").is_file()
    assert "deprecated" not in done.stderr and "Traceback" not in done.stderr


def test_on_a_terminal_without_unicode(elsewhere, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = program("-m", "reproductions.tconv_examples", "--example", "1", "--no-figure", cwd=elsewhere)
    assert done.returncode == 0 and "1 of 1 match their slides." in done.stdout, done.stderr


def test_as_a_module(elsewhere):
    done = program("-m", "reproductions.tconv_examples", "--json", "--example", "4", cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["examples"]["4"]["verdict"] == "matches"


def test_a_wrong_shape_as_a_program(elsewhere):
    done = program("-m", "reproductions.tconv_examples", "--output-shape", "1,9,9,1", cwd=elsewhere)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.endswith("what works: 4 (--help explains)\n") and done.stderr.count("\n") == 1


def test_help_explains(capsys):
    with pytest.raises(SystemExit) as exit:
        main(["--help"])
    assert exit.value.code == 0
    out = capsys.readouterr().out
    options = "--example --json --stride --padding --output-shape --figure --overwrite --no-figure"
    assert all(option in out for option in options.split())
    assert tconv_examples.DEFAULT_FIGURE in out and "Exit code: 0" in out
