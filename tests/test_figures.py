"""reproductions/common/figures.py and files.py: grids, PNG, GIF, and files that are whole or not there."""

import io
import json

import numpy as np
import pytest
from PIL import Image

from reproductions.common import figures
from reproductions.common.files import read_json, whole, write_json


def test_grid_of_grey_images():
    images = np.stack([np.zeros((3, 4)), np.ones((3, 4)), np.full((3, 4), 0.2)])
    sheet = figures.grid(images, 2, scale=1)
    assert sheet.dtype == np.uint8 and sheet.shape == (3 + 2 + 3, 4 + 2 + 4)
    assert (sheet[:3, :4] == 0).all() and (sheet[:3, 6:] == 255).all() and (sheet[5:, :4] == 51).all()
    assert (sheet[:3, 4:6] == 128).all() and (sheet[5:, 6:] == 128).all()  # between, and where the fourth would be


def test_grid_enlarges_cuts_off_and_takes_colours():
    image = np.zeros((1, 2, 2, 3))
    image[0, 0, 1] = -1.0, 0.5, 7.0
    sheet = figures.grid(image, 1, scale=3)
    assert sheet.shape == (6, 6, 3) and (sheet[:3, 3:] == (0, 128, 255)).all() and sheet.sum() == 9 * (128 + 255)
    np.testing.assert_array_equal(figures.grid(image[..., :1], 1), figures.grid(image[..., 0], 1))


def test_png_of_an_array_and_of_a_figure(tmp_path):
    picture = np.arange(12, dtype=np.uint8).reshape(3, 4)
    figures.save(tmp_path / "new" / "a.png", picture)
    np.testing.assert_array_equal(np.asarray(Image.open(tmp_path / "new" / "a.png")), picture)
    figure = figures.new_figure(2, 1)
    figure.add_subplot().plot([1, 2])
    assert Image.open(io.BytesIO(figures.png(figure))).width > 100


def test_animation(tmp_path):
    paths = [tmp_path / f"{i:02d}.png" for i in range(10)]
    for i, path in enumerate(paths):
        figures.save(path, np.full((4, 4), 20 * i, np.uint8))
    figures.animate(paths, tmp_path / "all.gif", seconds=5.0)
    with Image.open(tmp_path / "all.gif") as gif:
        assert gif.n_frames == 10 and gif.info["duration"] == 500 and gif.info["loop"] == 0
        gif.seek(9)
        assert gif.info["duration"] == 2000 and np.asarray(gif.convert("L"))[0, 0] == 180
    figures.animate(paths, tmp_path / "few.gif", most=4)
    with Image.open(tmp_path / "few.gif") as gif:
        assert gif.n_frames == 4  # of steps 0, 3, 6 and 9
    figures.animate([], tmp_path / "none.gif")
    assert not (tmp_path / "none.gif").exists()


def test_a_file_is_whole_or_not_there(tmp_path):
    path = tmp_path / "a.json"
    write_json(path, {"b": np.float32(0.5), "a": 1})
    assert read_json(path) == {"a": 1, "b": 0.5}
    with pytest.raises(RuntimeError), whole(str(path)) as f:
        f.write("half")
        raise RuntimeError
    assert json.loads(path.read_text())["a"] == 1 and [p.name for p in tmp_path.iterdir()] == ["a.json"]
