"""CelebA's 202 599 aligned faces as the homework's GAN reads them: in file order, in batches of 28 x 28 pixels.

One deviation, outside of this code: Pillow's wheels of TF 1.x's time (5.4.1 to 7.1.2 were measured; 9.5.0 is as
today's) have another libjpeg, which spreads colours that a JPEG stores at half resolution in another way: on a
portrait, 39 % of a batch's values differ, by 0.5 of 255 on average and 5 at most. Without such colours all bits agree.
"""

import io
import itertools
from collections import deque
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from PIL import Image, UnidentifiedImageError

from legacy_tf.data import celeba_files
from legacy_tf.data.errors import DataError
from legacy_tf.data.sources import say

WORKERS = 4  # threads that decode: Pillow does most of it without Python's lock
AHEAD = 8  # batches decoded or being decoded before they are asked for


class CelebA:
    """The faces of the first source that has them. Only where they lie is held in memory, not they themselves.

    Sources: `directory` alone where it is given, else $LEGACY_TF_DATA (img_align_celeba in it, or in its celeba), else
    TensorFlow Datasets. Which one it is, is said in one line on stderr.

    Args:
      directory: path of a folder of .jpg files, or of one that holds img_align_celeba.
      data_dir: where TensorFlow Datasets keeps its sets, if not in its usual place.
      size: side of the images in a batch. An image of this very size is taken as it is.
      crop: side of the square that is cut out of the middle of all others.

    Attributes:
      num_examples: number of images.
      source: where they are, in words.

    Raises:
      DataError: there are no faces in `directory`, or anywhere; or what TensorFlow Datasets keeps is damaged.
    """

    def __init__(self, directory=None, data_dir=None, size=28, crop=108):
        if min(size, crop) < 1:
            raise DataError(f"size={size} and crop={crop} of CelebA's images: both are sides in pixels, from 1 on")
        self._size, self._crop = size, crop
        self._faces, self.source = celeba_files.find(directory, data_dir)
        self.num_examples = len(self._faces)
        say(f"CelebA from {self.source}, {self.num_examples} of {sum(celeba_files.SPLITS.values())} images")

    def batches(self, batch_size=32, epochs=1):
        """The full batches of every epoch, always in file order; what is left at the end of an epoch is left out.

        They are decoded by threads, a few batches ahead. The threads end with the generator: at its end, at an error,
        when it is closed or forgotten.

        Returns:
          Generator of float32 [batch_size, size, size, 3], from -0.5 to 0.5.

        Raises:
          DataError: at once for a batch_size that gives no batch; from the generator, when the turn of its batch
            comes, for an image that can't be used.
        """
        if not 1 <= batch_size <= self.num_examples:
            raise DataError(
                f"batch_size={batch_size} gives no batch of the {self.num_examples} images of {self.source}: "
                f"choose one from 1 to {self.num_examples}"
            )
        return self._batches(batch_size, epochs)

    def _batches(self, batch_size, epochs):
        starts = range(0, self.num_examples - batch_size + 1, batch_size)
        todo = itertools.chain.from_iterable(itertools.repeat(starts, epochs))
        pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="celeba")
        try:
            ahead = deque(pool.submit(self._batch, start, batch_size) for start in itertools.islice(todo, AHEAD))
            while ahead:
                batch = ahead.popleft().result()
                ahead.extend(pool.submit(self._batch, start, batch_size) for start in itertools.islice(todo, 1))
                yield batch
        finally:
            pool.shutdown(cancel_futures=True)

    def _batch(self, start, batch_size):
        images = [decode(face, self._size, self._crop) for face in self._faces[start : start + batch_size]]
        return np.stack(images).astype(np.float32) / 255 - 0.5  # each step in float32, as the homework did it


def decode(face, size=28, crop=108):
    """One image, in the homework's order: crop, resize, then RGB (in another order grey and CMYK give other bits).

    Args:
      face: celeba_files.Face.

    Returns:
      uint8 [size, size, 3].

    Raises:
      DataError: it can't be read, is no JPEG, is cut short or damaged, or is smaller than the crop.
    """
    try:
        data = face.read()
        image = Image.open(io.BytesIO(data), formats=["JPEG"])
        if image.size != (size, size):
            left, top = (image.width - crop) // 2, (image.height - crop) // 2
            if min(left, top) < 0:  # Pillow would fill up with black, and the GAN would learn it
                raise DataError(
                    f"{face} is {image.width} x {image.height}, too small to cut {crop} x {crop} out of it: take it "
                    f"away, or choose a smaller crop"
                )
            image = image.crop((left, top, left + crop, top + crop))
            image = image.resize((size, size), Image.Resampling.BILINEAR)
        return np.asarray(image.convert("RGB"))
    except UnidentifiedImageError as error:
        what = "a web page" if data.lstrip().startswith(b"<") else "no JPEG" if data else "empty"
        raise DataError(f"{face} is {what}: get it again") from error
    except (OSError, Image.DecompressionBombError) as error:
        why = getattr(error, "strerror", None) or error  # without the path, which is said already
        raise DataError(f"{face} can't be read or is damaged: {why}. Get it again") from error
