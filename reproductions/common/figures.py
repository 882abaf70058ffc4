"""Pictures: grids of images, their animation, and matplotlib's figures, all written whole or not at all."""

import io
import os

import numpy as np

from reproductions.common.files import whole

GAP = 2  # pixels between the images of a grid


def grid(images, columns, scale=2):
    """Images side by side, row by row.

    images: (n, rows, cols), (n, rows, cols, 1) or (n, rows, cols, 3), float in [0, 1]; what lies outside is cut off.
    Returns uint8 (height, width) or (height, width, 3), enlarged `scale` times; grey between and after the images.
    """
    images = np.asarray(images)
    if images.ndim == 3:
        images = images[..., None]
    n, h, w, channels = images.shape
    rows = -(-n // columns)
    sheet = np.full((rows * (h + GAP) - GAP, columns * (w + GAP) - GAP, channels), 0.5)
    for i, image in enumerate(np.clip(images, 0.0, 1.0)):
        top, left = i // columns * (h + GAP), i % columns * (w + GAP)
        sheet[top : top + h, left : left + w] = image
    sheet = np.rint(sheet * 255).astype(np.uint8).repeat(scale, axis=0).repeat(scale, axis=1)
    return sheet[..., 0] if channels == 1 else sheet


def png(picture):
    """PNG bytes of a uint8 array (height, width[, 3]) or of a matplotlib figure."""
    from PIL import Image  # here: building a graph with TensorFlow 1.15.5 needs no pictures

    out = io.BytesIO()
    if isinstance(picture, np.ndarray):
        Image.fromarray(picture).save(out, "PNG")
    else:
        picture.savefig(out, format="png", dpi=110, bbox_inches="tight")
    return out.getvalue()


def save(path, picture):
    """Writes a picture (see `png`), or PNG bytes, under its name; the folder is made."""
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with whole(path, "wb") as f:
        f.write(picture if isinstance(picture, bytes) else png(picture))


def save_all(folder, pictures):
    """Writes {name: picture} as <name>.png each (see `save`)."""
    for name, picture in pictures.items():
        save(os.path.join(folder, name + ".png"), picture)


def animate(paths, path, seconds=12.0, most=120):
    """Writes the pictures at `paths` as an animated GIF of about `seconds`; of more than `most`, every so many-th."""
    from PIL import Image

    if not paths:
        return
    paths = paths[:: -(-len(paths) // most)]
    frames = []
    for each in paths:
        with Image.open(each) as image:
            frames.append(image.convert("P"))
    durations = [max(20, int(1000 * seconds / len(frames)))] * (len(frames) - 1) + [2000]
    with whole(path, "wb") as f:
        frames[0].save(f, "GIF", save_all=True, append_images=frames[1:], duration=durations, loop=0)


def new_figure(width, height):
    """A matplotlib figure (inches) that needs no screen and no pyplot state."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height))
    FigureCanvasAgg(figure)
    return figure
