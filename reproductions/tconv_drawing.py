"""How `tconv_examples.py` shows its examples: text for the terminal, and a picture.

In both, the four input cells are a, b, c, d in reading order. Only the picture needs Matplotlib.
"""

import os
from itertools import zip_longest

# written into the picture's file: a later run knows its own file from somebody else's
PRODUCER = "legacy_tf: reproductions/tconv_examples.py"
SUFFIXES = (".png", ".svg", ".pdf")

AGREE = {  # a report's check -> what agrees
    "scatter_add": "NumPy's scatter-add",
    "Ct_y": "Cᵀ·y",
    "gradient": "the gradient of tf.nn.conv2d",
    "C_x": "C·x with tf.nn.conv2d(x)",
}
VERDICTS = {"matches": "matches the slide", "differs": "DIFFERS from the slide", "no slide": "no slide to match"}

COLOURS = {"a": "#8fbfe8", "b": "#f6c36d", "c": "#90cfa6", "d": "#eaa6c1"}  # the colour-blind tell them apart too
INK, FAINT, EMPTY = "#22303c", "#9aa5ae", "#f1f3f5"
FRAME = {"fill": False, "edgecolor": INK, "linewidth": 1.8, "zorder": 3}
CELLS = {"a": (0, 0), "b": (0, 1), "c": (1, 0), "d": (1, 1)}  # of the input


def text(reports, axes, version):
    """Everything for the terminal; `axes` is what kernel_axes() found, or None."""
    lines = [
        f"tf.nn.conv2d_transpose on TensorFlow {version}; the filter is 3×3 of ones.",
        "    input  1 2    its cells  a b",
        "           3 4               c d",
    ]
    for name, report in reports.items():
        lines += ["", *_example(name, report)]
    lines += ["", *_matrix(*next(iter(reports.items())))]
    if axes:
        lines += ["", *_axes(axes)]
    slides = [report["verdict"] for report in reports.values() if report["slide"]]
    if slides:
        lines += ["", f"{slides.count('matches')} of {len(slides)} match their slides."]
    return "\n".join(lines)


def _example(name, report):
    yield f"Example {name}, slide “{report['slide']}”" if report["slide"] else "Your call"
    yield "  " + report["call"]
    letters = [["".join(a if a in cell else "·" for a in CELLS) for cell in row] for row in report["fed_by"]]
    grids = {"this run": report["result"], "the slide": report["expected"], "fed by": letters}
    columns = [[title, *_grid(matrix)] for title, matrix in grids.items() if matrix is not None]
    for row in zip_longest(*columns, fillvalue=""):
        cells = (cell.ljust(max(map(len, column))) for cell, column in zip(row, columns))
        yield "    " + "     ".join(cells).rstrip()
    wrong = [what for check, what in AGREE.items() if not report["checks"][check]]
    agreement = f"NOT in agreement: {', '.join(wrong)}" if wrong else f"in agreement: {', '.join(AGREE.values())}"
    yield f"  {VERDICTS[report['verdict']]}; {agreement}"
    yield f"  forward again: C·Cᵀ·y = {report['C_Ct_y']}, where y was {report['y']}{_multiple(report['C_Ct'])}"


def _multiple(gram):
    """A remark where C·Cᵀ is a multiple of the identity, so that Cᵀ looks like an inverse from this side."""
    n = gram[0][0]
    multiple = all(value == n * (i == j) for i, row in enumerate(gram) for j, value in enumerate(row))
    return f": {n} times, as no stamps overlap" if multiple else ""


def _matrix(name, report):
    C, result = report["C"], report["result"]
    big = len(C[0])
    yield f"Convolution as a matrix, {'example ' + name if report['slide'] else 'your call'}"
    yield f"  C, 4×{big}, takes {len(result)}×{len(result[0])} down to 2×2; a row for each small cell"
    for letter, row in zip(CELLS, C if big < 57 else ()):  # wider ones are no sight; --json has them
        yield f"    {letter}   " + " ".join(str(value) if value else "·" for value in row)
    yield f"  Cᵀ goes up, but is not the inverse. C·Cᵀ is {report['C_Ct']};"
    yield f"  and Cᵀ·C, {big}×{big}, has rank {report['C_rank']}: {big} numbers don't come back out of 4."


def _axes(axes):
    yield "The filter's axes are (height, width, output channels, input channels); the slides swap the last two"
    yield "  Input channels 1 and 10, output channels' weights (1, 2), (3, 4), (5, 6): the corner is 1·1 + 10·2 = 21, …"
    for case, answer in axes.items():
        said = answer.get("error") or f"{answer['output']}, corner {answer['corner']}"
        yield f"  {case} {answer['filter']}: {said}"


def _grid(matrix):
    width = max(len(str(value)) for row in matrix for value in row)
    return [" ".join(str(value).rjust(width) for value in row) for row in matrix]


def check_path(path, overwrite, replace_own):
    """Raises a ValueError of one line where the picture can't or mustn't go to `path`."""
    if not path.lower().endswith(SUFFIXES):
        raise ValueError(f"{path}: a picture's name ends in {', '.join(SUFFIXES)}")
    if os.path.isdir(path):
        raise ValueError(f"{path} is a directory")
    if os.path.exists(path) and not overwrite and not (replace_own and _is_own(path)):
        raise ValueError(f"{path} exists; --overwrite replaces it, --figure PATH draws elsewhere")


def _is_own(path):
    with open(path, "rb") as file:
        return PRODUCER.encode() in file.read()


def save(path, reports):
    """Draws to a temporary name and renames, so that no half picture is ever found at `path`."""
    figure = picture(reports)
    folder, name = os.path.split(path)
    os.makedirs(folder or ".", exist_ok=True)
    temporary = os.path.join(folder, f".{os.getpid()}.{name}")
    suffix = os.path.splitext(path)[1].lower()
    metadata = {".png": {"Software": PRODUCER}, ".svg": {"Creator": PRODUCER, "Date": None}}
    try:
        figure.savefig(temporary, metadata=metadata.get(suffix, {"Creator": PRODUCER, "CreationDate": None}))
        os.replace(temporary, path)
    finally:
        if os.path.exists(temporary):
            os.remove(temporary)


BIG = 1.5  # an output cell's side, where a stamp's cell has 1
GAP = 1.8  # between the stamps
LEGEND, TITLE = 7, 3.4  # height above all, and above each row


def picture(reports):
    """A Matplotlib figure, a row per example: the four stamps, the output that they add up to, how many meet where."""
    from matplotlib.figure import Figure

    spans = [_span(report) for report in reports.values()]
    slot = max(end - first for span in spans for first, end in span)  # side of a stamp's panel
    columns = max(len(report["result"][0]) for report in reports.values())
    talls = [max(end - first, BIG * len(r["result"])) for ((first, end), _), r in zip(spans, reports.values())]
    sums = 4 * slot + 3 * GAP + 2.2  # where the outputs begin
    counts = sums + BIG * columns + 2
    width, height = counts + columns, LEGEND + sum(talls) + TITLE * len(reports) + 1

    figure = Figure(figsize=((width + 2) * 0.27, height * 0.27), dpi=120, facecolor="white")
    ax = figure.add_axes([0, 0, 1, 1])
    ax.set(xlim=(-1, width + 1), ylim=(height, 0))  # in cells, downwards as in a matrix
    ax.axis("off")
    _legend(ax, next(iter(reports.values()))["y"])
    top = LEGEND
    for (name, report), span, tall in zip(reports.items(), spans, talls):
        _title(ax, name, report, top, width)
        middle = top + TITLE + tall / 2
        for index, letter in enumerate(CELLS):
            left = index * (slot + GAP)
            _stamp(ax, letter, report, span, left + slot / 2, middle)
            _words(ax, left + slot + (GAP / 2 if index < 3 else 1.1), middle, "+++="[index], 16, ha="center")
        _sum(ax, report, sums, middle)
        _counts(ax, report, counts, middle)
        top += TITLE + tall
    return figure


def _span(report):
    """((first row, end row), (first column, end column)) of output and stamps: under SAME the stamps reach beyond."""
    sizes = len(report["result"]), len(report["result"][0])
    return [(min(0, first), max(size, first + report["stride"] + 3)) for first, size in zip(report["offset"], sizes)]


def _legend(ax, y):
    _words(ax, 0, 1.5, "Transposed convolution, cell by cell", 17, weight="bold")
    for letter, (i, j) in CELLS.items():
        _cell(ax, BIG * j, 3 + BIG * i, BIG, COLOURS[letter], y[i][j], size=13, weight="bold")
    _words(ax, BIG, 6.5, "input", 9, ha="center")
    for p in range(9):
        _cell(ax, 4.4 + p % 3, 3 + p // 3, 1, "white", 1)
    _words(ax, 5.9, 6.5, "filter", 9, ha="center")
    sentences = (
        "Each cell of the input stamps its value, times the filter, onto the output.",
        "The stride is the distance from stamp to stamp. Where stamps meet, they add up:",
        "an output cell wears the colours of the input cells that feed it.",
        "Dashed: what slips outside the output under SAME padding, and is cut off.",
    )
    for line, sentence in enumerate(sentences):
        _words(ax, 9, 3.2 + 0.98 * line, sentence, 10.5)


def _title(ax, name, report, y, width):
    ax.plot([0, width], [y + 1.1] * 2, color="#d5dade", linewidth=0.8)
    title = f"Example {name}" if report["slide"] else "Your call"
    _words(ax, 0, y + 2.25, title, 13, weight="bold")
    size = f"{len(report['result'])}×{len(report['result'][0])}"
    _words(ax, 8, y + 2.25, f"stride {report['stride']},  {report['padding']},  output {size}", 11)
    if report["slide"]:
        colour, mark = ("#2b7a4b", "✓") if report["verdict"] == "matches" else ("#b3261e", "✗")
        _words(ax, width, y + 2.25, f"{report['verdict']} {mark}", 11, ha="right", color=colour)


def _stamp(ax, letter, report, span, centre, middle):
    """One input cell's stamp on the empty output, with what SAME cuts off."""
    (row, end_row), (column, end_column) = span
    rows, columns = len(report["result"]), len(report["result"][0])
    x, y = centre - (column + end_column) / 2, middle - (row + end_row) / 2  # the output's corner
    for r in range(rows):
        for c in range(columns):
            _cell(ax, x + c, y + r, 1, EMPTY)
    i, j = CELLS[letter]
    for p in range(3):
        for q in range(3):
            r, c = report["offset"][0] + i * report["stride"] + p, report["offset"][1] + j * report["stride"] + q
            if 0 <= r < rows and 0 <= c < columns:
                _cell(ax, x + c, y + r, 1, COLOURS[letter], report["y"][i][j])
            else:
                _cell(ax, x + c, y + r, 1, "white", report["y"][i][j], color=FAINT, dashed=True)
    _box(ax, x, y, columns, rows, **FRAME)


def _sum(ax, report, x, middle):
    """The output: each cell is divided among the input cells that feed it, in their own order."""
    rows, columns = len(report["result"]), len(report["result"][0])
    y = middle - BIG * rows / 2
    for r, cells in enumerate(report["fed_by"]):
        for c, letters in enumerate(cells):
            up, across = (sorted({CELLS[letter][axis] for letter in letters}) for axis in (0, 1))
            _cell(ax, x + BIG * c, y + BIG * r, BIG, EMPTY)
            for letter in letters:
                i, j = up.index(CELLS[letter][0]), across.index(CELLS[letter][1])
                w, h = BIG / len(across), BIG / len(up)
                _box(ax, x + BIG * c + j * w, y + BIG * r + i * h, w, h, facecolor=COLOURS[letter])
            _box(ax, x + BIG * c, y + BIG * r, BIG, BIG, fill=False, edgecolor="white", linewidth=2.6)
            value = report["result"][r][c]
            _words(ax, x + BIG * (c + 0.5), y + BIG * (r + 0.5), value, 12, ha="center", weight="bold")
    _box(ax, x, y, BIG * columns, BIG * rows, **FRAME)


def _counts(ax, report, x, middle):
    rows, columns = len(report["result"]), len(report["result"][0])
    y = middle - rows / 2
    for r, cells in enumerate(report["fed_by"]):
        for c, letters in enumerate(cells):
            _cell(ax, x + c, y + r, 1, str(0.98 - 0.09 * len(letters)), len(letters))
    _box(ax, x, y, columns, rows, **FRAME)
    _words(ax, x + columns / 2, y - 0.55, "stamps per cell", 8.5, ha="center", color="#5c6873")


def _cell(ax, x, y, side, colour, words="", size=9, dashed=False, **text):
    edge = {"edgecolor": FAINT, "linestyle": (0, (2, 2))} if dashed else {"edgecolor": "#c9d0d6"}
    _box(ax, x, y, side, side, facecolor=colour, linewidth=0.7, **edge)
    _words(ax, x + side / 2, y + side / 2, words, size, ha="center", **text)


def _box(ax, x, y, width, height, **style):
    from matplotlib.patches import Rectangle

    ax.add_patch(Rectangle((x, y), width, height, **style))


def _words(ax, x, y, words, size, color=INK, ha="left", weight="normal"):
    ax.text(x, y, words, fontsize=size, color=color, ha=ha, va="center_baseline", weight=weight, zorder=4)
