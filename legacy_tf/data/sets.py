"""The sets of images that are known: their files, how many images, and the checksums by which a file is known whole."""

from typing import NamedTuple

NAMES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")


class IdxSet(NamedTuple):
    """Images and labels in four IDX files."""

    name: str  # of TensorFlow Datasets' builder, too
    title: str
    url: str  # folder of the four .gz files
    aliases: tuple  # of the url: other hosts of the very same files
    train: int  # images
    test: int
    gz_sha256: dict  # file name (of NAMES) -> checksum of its .gz
    sha256: dict  # file name -> checksum of what is in it; empty where it is not known

    def hosts(self):
        """Where its files can be found: host and folder."""
        return [url.split("://")[1].rstrip("/") for url in (self.url, *self.aliases)]


MNIST = IdxSet(
    "mnist",
    "MNIST, handwritten digits",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    ("http://yann.lecun.com/exdb/mnist/", "https://ossci-datasets.s3.amazonaws.com/mnist/"),
    60_000,
    10_000,
    {
        "train-images-idx3-ubyte": "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "train-labels-idx1-ubyte": "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "t10k-images-idx3-ubyte": "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "t10k-labels-idx1-ubyte": "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    },
    {
        "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    },
)

FASHION_MNIST = IdxSet(
    "fashion_mnist",
    "Fashion-MNIST, pieces of clothing",
    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
    (),
    60_000,
    10_000,
    {
        "train-images-idx3-ubyte": "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        "train-labels-idx1-ubyte": "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        "t10k-images-idx3-ubyte": "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        "t10k-labels-idx1-ubyte": "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
    },
    {},
)

IDX_SETS = {known.name: known for known in (MNIST, FASHION_MNIST)}
