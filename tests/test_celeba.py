"""CelebA as the homework's GAN reads it: from files and from TensorFlow Datasets' own builder, whole and damaged."""

import base64
import hashlib
import io
import os
import random
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from unittest import mock

import numpy as np
import pytest
import tensorflow_datasets as tfds
from PIL import Image
from tensorflow_datasets.core import shuffle
from tensorflow_datasets.core.utils import shard_utils
from tensorflow_datasets.datasets.celeb_a import celeb_a_dataset_builder

from legacy_tf.data import celeba, celeba_files, from_tfds
from legacy_tf.data.celeba import CelebA
from legacy_tf.data.errors import DataError

SPLITS = {"train": 7, "validation": 4, "test": 2}
NAMES = [f"{number:06d}.jpg" for number in range(1, 14)]
# 121 x 115 pixels, colours not subsampled, and what Pillow 6.2.2 and NumPy 1.18.5 make of it under Python 3.7
OLD_JPEG = base64.b85decode(
    "|JeWF01!$>Nk#wx0RR9200961|JwjV07EV^Ix;FlIyO2>M?+6!rfg(fTx86Wnt7)2)c*SI)am8_|NsC0|NsBx>Hq)#|NsC0|NsC0|NsC0|NsC0|N"
    "q+nLjgxiOJrAM#B6ND|NrU#|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsBM01*fPa{ze*0TBQK5di}c0sq7"
    "R82|tS0RaI30000000000000330{{dC|HJ?q5CH)J0RaI40000000000000335)mOW|HJ?p0RRI50RaF20000000000000330|W*C!~hr(0RaI40"
    "RR910000000000009vK693u&3<CiG0ucid06zfiB?V0~R&>cy30iWvO6uisV(6;j&D%Px{Bu@Rx;W0Iw*0fHR?v%DML<(X25b%A(~}k#MPMz`ECj"
    "VUWVNR;P?oplQjDvos^Yo(MOIfmjO-0jBRdk+ZOb~9Ybr}><y0@L){(tEHuPz_J7tS*%K%-MkXxkr1-ew^X)c;YYfTC@T<M=s)tY5_7}rV0eMI$D"
    "7<CD0>Pc$lR3)m_!1VOnp{BR0Q+fb;U@aIyXuwNIYf3^@GgDehtf{eLijIP&u;`SvnKW{$CsnJE4@?h3vytd%T%Vz&*Tv3_J5`{zjV4W`G8T<j5j"
    "v?>&PvsKHz>4P7cA{(OLCnrDeEhhQ<SV!RE6-*1H%~fu2}kHO=RarhT}=mp|94mnMRSMD^pa=PLkM#rK@Hp(dg15)k;1ys)g1`awE9XD-qOOJSB="
    "eZve-kYn{)8(ZG)5NkSUSNk)eX($ma@>E=rbO#B!}noa}FCdET^&c(`GOBX6ztt3>a>a>wsL&Iak*I!O-VS#AE!rAJROK_=CYjCJqX@$Y9%CH6ac"
    "xC8$JT%&GAoEDPr&{SgPIR8DNy|ynTCFE7B`M+S3_W!E;}{_}G2<%)@s)3ikcZZ?7+Scb^lFLFV-rfABD1i>MATedPR5a}q2Zplfc4PgZHzFiEvk"
    "{1P&-`Zjg8u;DaP$`9uG!%-=%4{D7_fWCiF1VDYSWS3romcs&p_oT<B|Xev4ay=z22;a8rd+)oCL>le%dm8v~_bV@&{j(xF^4p=`!>f$<iq1&P(j"
    "!%o4F<!4~>tz}!2)Q=-cKLfYXY&bn7xY8ojbs9ua@brd4($nT9(W>PX)s+?)^otb>bXcicQp3~AXs3qG!8G|`Jd?#AqUsp*mg1r6I*ZYvAksX^X="
    "$V_Ef^OE(#6K;tO3$28ZxH_pEU5)l<;AX56cW5SUEJhF{tfPaV;r90aL`Lm<Fd83T+^IR01k!#D#Jf6pCChF$Tfs7eL}$R9r_&TS6*$Nv0x!RT@I"
    "oG=WNr4C-jalDRgKNNpj3v4{WJ"
)
OLD_SHA256 = "8b9f8de47b260abfa09e04c5f77b532f542410d4e8084a9f8af3e4ab20ef6178"
OLD_PIXEL = ["-0x1.e9e9e80000000p-4", "0x1.4949500000000p-4", "-0x1.9f9fa00000000p-2"]  # [0, 14, 3]


def jpeg(number=0, size=(178, 218), mode="RGB", **options):
    """The bytes of a JPEG of `mode`, another for each number."""
    channels = {"L": (), "RGB": (3,), "CMYK": (4,)}[mode]
    noise = np.random.default_rng(number).integers(0, 256, (20, 16, *channels), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise, mode).resize(size, Image.Resampling.BICUBIC).save(file, "JPEG", **options)
    return file.getvalue()


def expected(data, size=28, crop=108):
    """The homework's arithmetic by other means: the square is cut out of the decoded array."""
    pixels = Image.open(io.BytesIO(data))
    top, left = (pixels.height - crop) // 2, (pixels.width - crop) // 2
    square = np.asarray(pixels)[top : top + crop, left : left + crop]
    small = Image.fromarray(square, pixels.mode).resize((size, size), Image.Resampling.BILINEAR).convert("RGB")
    return np.asarray(small).astype(np.float32) / np.float32(255) - np.float32(0.5)


def fill(folder, images):
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in images.items():
        (folder / name).write_bytes(data)
    return folder


IMAGES = {name: jpeg(number) for number, name in enumerate(NAMES)}
EXPECTED = np.stack([expected(IMAGES[name]) for name in NAMES])


@pytest.fixture(autouse=True)
def small_set(monkeypatch):
    """No LEGACY_TF_DATA of the user's, and a set of 13 faces where the real one has 202 599."""
    monkeypatch.delenv("LEGACY_TF_DATA", raising=False)
    monkeypatch.setattr(celeba_files, "SPLITS", SPLITS)


@pytest.fixture
def no_tfds(monkeypatch):
    """TensorFlow Datasets as without a network."""
    monkeypatch.setattr(from_tfds, "is_prepared", lambda name, data_dir=None: False)

    def prepare(name, data_dir=None):
        raise DataError(f"{name} can't be downloaded")

    monkeypatch.setattr(from_tfds, "prepare", prepare)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return fill(tmp_path_factory.mktemp("faces"), IMAGES)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    """celeb_a as TensorFlow Datasets' builder writes it from CelebA's five files; only their download is replaced."""
    there = tmp_path_factory.mktemp("downloads")
    with zipfile.ZipFile(there / "img_align_celeba.zip", "w") as archive:
        for name in random.Random(1).sample(NAMES, len(NAMES)):
            archive.writestr(f"img_align_celeba/{name}", IMAGES[name])
    parts = [str(part) for part, count in enumerate(SPLITS.values()) for _ in range(count)]
    rows = {
        "list_eval_partition": ([], dict(zip(NAMES, parts))),
        "list_attr_celeba": (celeb_a_dataset_builder.ATTR_HEADINGS, dict.fromkeys(NAMES, " 1 -1" * 20)),
        "landmarks_celeba": (celeb_a_dataset_builder.LANDMARK_HEADINGS, dict.fromkeys(NAMES, " 7" * 10)),
        "identity_celeba": ([], dict.fromkeys(NAMES, "5")),
    }
    for name, (headings, values) in rows.items():
        lines = [f"{key} {value}" for key, value in values.items()]
        head = [str(len(lines)), " ".join(headings)] if headings else []
        (there / name).write_text("\n".join([*head, *lines, ""]))
    downloaded = {"img_align_celeba": there / "img_align_celeba.zip"} | {name: there / name for name in rows}
    into = tmp_path_factory.mktemp("tfds")
    with (
        mock.patch.object(tfds.download.DownloadManager, "download", lambda manager, urls: downloaded),
        # as the real set, that of 1.4 GB: sorted by way of files, and stored in several of them
        mock.patch.object(shuffle, "MAX_MEM_BUFFER_SIZE", 20_000),
        mock.patch.object(shard_utils.ShardConfig, "get_number_shards", lambda config, size, count: 2),
    ):
        tfds.builder("celeb_a", data_dir=into).download_and_prepare()
    return into


def said(capsys):
    return [line for line in capsys.readouterr().err.splitlines() if line.startswith("legacy_tf")]


def worker_threads():
    return [thread for thread in threading.enumerate() if thread.name.startswith("celeba")]


def test_the_batches_of_the_homework(folder):
    faces = CelebA(folder)
    assert faces.num_examples == 13
    batches = list(faces.batches(4))
    assert [(batch.shape, batch.dtype) for batch in batches] == [((4, 28, 28, 3), np.float32)] * 3  # 13th left out
    assert np.concatenate(batches).tobytes() == EXPECTED[:12].tobytes()
    assert -0.5 <= min(map(np.min, batches)) < -0.4 and 0.4 < max(map(np.max, batches)) <= 0.5


def test_the_bits_of_the_pillow_and_numpy_of_that_time(tmp_path):
    (batch,) = CelebA(fill(tmp_path, {"000001.jpg": OLD_JPEG})).batches(1)
    assert [float(value).hex() for value in batch[0, 14, 3]] == OLD_PIXEL
    assert hashlib.sha256(batch.tobytes()).hexdigest() == OLD_SHA256


def test_every_epoch_begins_anew(folder):
    batches = list(CelebA(folder).batches(5, epochs=3))
    assert len(batches) == 6
    assert np.concatenate(batches).tobytes() == np.concatenate([EXPECTED[:10]] * 3).tobytes()
    assert len(list(CelebA(folder).batches(13, epochs=2))) == 2
    assert list(CelebA(folder).batches(epochs=0, batch_size=1)) == []


def test_other_sizes(folder, tmp_path):
    (batch,) = CelebA(folder, size=64, crop=120).batches(13)
    assert batch.tobytes() == np.stack([expected(IMAGES[name], 64, 120) for name in NAMES]).tobytes()
    # an image of the size that is wanted is not cropped, though it is smaller than the crop
    small = jpeg(size=(28, 28))
    (batch,) = CelebA(fill(tmp_path, {"a.jpg": small})).batches(1)
    whole = np.asarray(Image.open(io.BytesIO(small))).astype(np.float32)
    assert batch[0].tobytes() == (whole / 255 - 0.5).astype(np.float32).tobytes()
    for wrong in (dict(size=0), dict(crop=-1)):
        with pytest.raises(DataError, match="both are sides in pixels"):
            CelebA(folder, **wrong)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_cmyk_become_rgb_last(tmp_path, mode):
    data = jpeg(mode=mode)
    (batch,) = CelebA(fill(tmp_path, {"a.jpg": data})).batches(1)
    assert batch[0].tobytes() == expected(data).tobytes()
    if mode == "CMYK":
        first = io.BytesIO()
        Image.open(io.BytesIO(data)).convert("RGB").save(first, "PNG")
        assert batch[0].tobytes() != expected(first.getvalue()).tobytes()


def test_sources_in_order(folder, tmp_path, monkeypatch, capsys, no_tfds):
    one = {"000001.jpg": jpeg()}
    above = fill(tmp_path / "all" / "celeba" / "img_align_celeba", one).parent.parent
    monkeypatch.setenv("LEGACY_TF_DATA", str(above))
    assert CelebA(str(folder)).num_examples == 13
    assert CelebA(above / "celeba").num_examples == 1
    assert CelebA().num_examples == 1
    fill(above / "img_align_celeba", one | {"000002.jpg": jpeg()})
    assert CelebA().num_examples == 2
    assert said(capsys) == [
        f"legacy_tf: CelebA from {folder}, 13 of 13 images",
        f"legacy_tf: CelebA from {above}/celeba/img_align_celeba, 1 of 13 images",
        f"legacy_tf: CelebA from {above}/celeba/img_align_celeba, 1 of 13 images",
        f"legacy_tf: CelebA from {above}/img_align_celeba, 2 of 13 images",
    ]


def test_other_files_in_the_folder(tmp_path):
    others = {"._000001.jpg": b"a Mac's", "list_attr.txt": b"", "000001.png": b""}
    assert CelebA(fill(tmp_path, {"000002.jpg": jpeg(), "000001.jpg": jpeg()} | others)).num_examples == 2


def test_nothing_anywhere(tmp_path, monkeypatch, capsys, no_tfds):
    monkeypatch.setenv("LEGACY_TF_DATA", str(tmp_path))
    with pytest.raises(DataError) as error:
        CelebA()
    text = str(error.value)
    assert "img_align_celeba" in text and "LEGACY_TF_DATA" in text and "http" in text and "\n" not in text
    assert text.endswith("celeb_a can't be downloaded")
    monkeypatch.delenv("LEGACY_TF_DATA")
    with pytest.raises(DataError):
        CelebA()
    assert said(capsys) == [
        f"legacy_tf: no CelebA in LEGACY_TF_DATA, {tmp_path}: TensorFlow Datasets is to download its 1.4 GB, once",
        "legacy_tf: no CelebA in LEGACY_TF_DATA, which is not set: TensorFlow Datasets is to download its 1.4 GB, once",
    ]


def test_a_folder_without_faces(tmp_path, monkeypatch, folder, no_tfds):
    """What the script names is not replaced by something else."""
    monkeypatch.setenv("LEGACY_TF_DATA", str(folder))
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    for name, message in (("", "holds no .jpg"), ("gone", "holds no .jpg"), ("file", "Not a dir"), ("loop", "symbol")):
        with pytest.raises(DataError, match=message) as error:
            CelebA(tmp_path / name)
        assert str(error.value).startswith(str(tmp_path / name)) and "\n" not in str(error.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything can be read by root")
def test_a_folder_that_may_not_be_read(tmp_path):
    tmp_path.chmod(0)
    try:
        with pytest.raises(DataError, match="Permission denied"):
            CelebA(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_tensorflow_datasets_gives_the_same_bits_in_file_order(data_dir, tf, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LEGACY_TF_DATA", str(tmp_path))  # which has none, so the search goes on
    before = np.random.get_state(), random.getstate()
    faces = CelebA(data_dir=data_dir)
    batches = list(faces.batches(4))
    assert np.concatenate(batches).tobytes() == EXPECTED[:12].tobytes()
    assert next(faces.batches(13)).tobytes() == EXPECTED.tobytes()
    assert tf.get_default_graph().get_operations() == []
    assert random.getstate() == before[1] and np.random.get_state()[2] == before[0][2]
    assert np.array_equal(np.random.get_state()[1], before[0][1])
    assert said(capsys) == [f"legacy_tf: CelebA from TensorFlow Datasets in {data_dir}/celeb_a/2.1.0, 13 of 13 images"]


def test_the_set_of_tensorflow_datasets_is_shuffled(data_dir):
    """Otherwise the test above says nothing about the order; and there is more than one file to look through."""
    files = sorted((data_dir / "celeb_a" / "2.1.0").glob("celeb_a-train.tfrecord-*"))
    stored = [place for file in files for place in celeba_files._jpegs(str(file))]
    jpegs = [celeba_files.Face(path, "", offset, length).read() for path, offset, length in stored]
    assert len(files) == 2 and sorted(jpegs) == sorted(IMAGES[name] for name in NAMES[:7])
    assert jpegs != [IMAGES[name] for name in NAMES[:7]]


def test_in_an_eager_process(data_dir):
    script = f"""
import hashlib, sys
from legacy_tf.data import celeba, celeba_files
celeba_files.SPLITS = {SPLITS}
(batch,) = celeba.CelebA(data_dir={str(data_dir)!r}).batches(13)
import tensorflow as tf
print(tf.executing_eagerly(), len(tf.compat.v1.get_default_graph().get_operations()))
print(hashlib.sha256(batch.tobytes()).hexdigest())
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert run.stdout.split() == ["True", "0", hashlib.sha256(EXPECTED.tobytes()).hexdigest()], run.stderr


def test_files_need_no_tensorflow(folder):
    script = f"""
import sys
from legacy_tf.data.celeba import CelebA
next(CelebA({str(folder)!r}).batches(2))
assert not {{"tensorflow", "tensorflow_datasets"}} & set(sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def flip(path):
    data = bytearray(path.read_bytes())
    data[3000] ^= 1  # within a JPEG, which Pillow may well decode
    path.write_bytes(data)


@pytest.mark.parametrize(
    "damage, message",
    [
        (flip, "00001-of-00002 can't be read or is damaged: corrupted record"),
        (lambda path: path.write_bytes(path.read_bytes()[:-20]), "00001-of-00002 can't be read or is damaged"),
        (lambda path: path.write_bytes(path.read_bytes() + b"12345"), "00001-of-00002 can't be read or is damaged"),
        (lambda path: path.write_bytes(b""), r"2.1.0 has \d images in train, not 7"),
        (lambda path: path.unlink(), "00001-of-00002 can't be read or is damaged"),
    ],
)
def test_damaged_records(data_dir, tmp_path, damage, message):
    shutil.copytree(data_dir, tmp_path, dirs_exist_ok=True)
    (path,) = tmp_path.glob("celeb_a/*/celeb_a-train.tfrecord-00001-of-00002")
    damage(path)
    with pytest.raises(DataError, match=message) as error:
        CelebA(data_dir=tmp_path)
    assert str(error.value).startswith(str(path.parent)) and "Delete " in str(error.value)
    assert "\n" not in str(error.value)


def test_records_that_change_later(data_dir, tmp_path):
    shutil.copytree(data_dir, tmp_path, dirs_exist_ok=True)
    faces = CelebA(data_dir=tmp_path)
    for path in tmp_path.glob("celeb_a/*/celeb_a-validation.tfrecord-*"):
        path.write_bytes(b"")
    batches = faces.batches(1)
    assert np.concatenate([next(batches) for _ in range(7)]).tobytes() == EXPECTED[:7].tobytes()
    with pytest.raises(DataError, match="^000008.jpg in .*celeb_a-validation.* is empty: get it again"):
        next(batches)


def cut(data, at):
    return data[: int(len(data) * at)]


@pytest.mark.parametrize(
    "data, message",
    [
        (cut(IMAGES[NAMES[8]], 0.7), "can't be read or is damaged: "),
        (cut(IMAGES[NAMES[8]], 0.02), "can't be read or is damaged: |is no JPEG: "),
        (b"\n<!DOCTYPE html><title>Quota exceeded</title>", "is a web page: get it again"),
        (b"\x89PNG\r\n\x1a\n and so on", "is no JPEG: get it again"),
        (b"", "is empty: get it again"),
        (jpeg(size=(107, 218)), "is 107 x 218, too small to cut 108 x 108 out of it"),
        (jpeg(size=(178, 100)), "is 178 x 100, too small to cut 108 x 108 out of it"),
        (None, "can't be read or is damaged: Is a directory"),
    ],
)
def test_an_image_that_cannot_be_used(tmp_path, data, message):
    """The batches before it arrive; then the error names the file."""
    path = fill(tmp_path, IMAGES) / NAMES[8]
    path.unlink()
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    batches = CelebA(tmp_path).batches(4)
    assert np.concatenate([next(batches), next(batches)]).tobytes() == EXPECTED[:8].tobytes()
    with pytest.raises(DataError, match=message) as error:
        next(batches)
    assert str(error.value).startswith(f"{path} ") and "\n" not in str(error.value)
    assert worker_threads() == [] and next(batches, None) is None


def test_a_png_is_no_jpeg(tmp_path):
    Image.new("RGB", (178, 218)).save(tmp_path / "a.jpg", "PNG")
    with pytest.raises(DataError, match="a.jpg is no JPEG"):
        list(CelebA(tmp_path).batches(1))


def test_every_cut_is_noticed(tmp_path):
    """Pillow fills up what is missing with grey if it is let."""
    data = jpeg(size=(116, 116), quality=20)
    for length in range(0, len(data) - 2, 29):
        with pytest.raises(DataError, match="a.jpg"):
            celeba.decode(celeba_files.Face(str(fill(tmp_path, {"a.jpg": data[:length]}) / "a.jpg"), "a.jpg"))


def test_a_file_that_goes_away(tmp_path):
    faces = CelebA(fill(tmp_path, IMAGES))
    (tmp_path / NAMES[1]).unlink()
    with pytest.raises(DataError, match="000002.jpg can't be read or is damaged: No such file"):
        list(faces.batches(1))


@pytest.mark.parametrize("batch_size", [14, 0, -1])
def test_a_batch_size_that_gives_no_batch(folder, batch_size):
    """Said where `batches` is called, not where its first batch is taken."""
    with pytest.raises(DataError, match=f"batch_size={batch_size} gives no batch of the 13 images of .*from 1 to 13"):
        CelebA(folder).batches(batch_size)


def test_the_order_is_that_of_the_files_whoever_is_faster(folder, monkeypatch):
    decode = celeba.decode

    def slow(face, size, crop):
        time.sleep(random.Random(face.name).random() / 50)
        return decode(face, size, crop)

    monkeypatch.setattr(celeba, "decode", slow)
    assert (
        np.concatenate(list(CelebA(folder).batches(1, epochs=2))).tobytes() == np.tile(EXPECTED, (2, 1, 1, 1)).tobytes()
    )


def test_decoding_goes_ahead_so_far_and_no_farther(folder, monkeypatch):
    decoded, decode = [], celeba.decode

    def counted(face, size, crop):
        decoded.append(face.name)
        return decode(face, size, crop)

    monkeypatch.setattr(celeba, "decode", counted)
    batches = CelebA(folder).batches(2, epochs=50)
    assert decoded == [] and worker_threads() == []  # nothing before the first batch is asked for
    next(batches)
    until = time.monotonic() + 20
    while len(decoded) < 2 * (1 + celeba.AHEAD) and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.1)
    assert len(decoded) == 2 * (1 + celeba.AHEAD)
    batches.close()
    assert worker_threads() == []


def test_no_thread_is_left(folder):
    faces = CelebA(folder)
    for _ in faces.batches(2, epochs=1000):
        assert 1 <= len(worker_threads()) <= celeba.WORKERS
        break
    assert worker_threads() == []

    def fails():
        for _ in faces.batches(2, epochs=1000):
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert worker_threads() == []
    list(faces.batches(2))
    assert worker_threads() == []


def test_a_process_that_ends_in_the_middle(folder):
    script = f"""
from legacy_tf.data.celeba import CelebA
batches = CelebA({str(folder)!r}).batches(1, epochs=10**6)
next(batches)
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=600)
    assert run.returncode == 0 and run.stderr == f"legacy_tf: CelebA from {folder}, 13 of 202599 images\n"


def test_two_loops_at_once(folder):
    faces = CelebA(folder)
    for one, other in zip(faces.batches(3), faces.batches(3)):
        assert one is not other and one.tobytes() == other.tobytes()
        one[...] = 0  # a batch is the consumer's own


def test_the_real_sets_numbers(monkeypatch):
    monkeypatch.undo()
    count = sum(celeba_files.SPLITS.values())
    assert count == 202_599 and list(celeba_files.SPLITS) == ["train", "validation", "test"]
    black = np.zeros((28, 28, 3), np.uint8)
    monkeypatch.setattr(celeba, "decode", lambda face, size, crop: black)
    monkeypatch.setattr(celeba_files, "find", lambda directory, data_dir: ([None] * count, "nowhere"))
    assert sum(1 for _ in CelebA().batches(32)) == 6331
