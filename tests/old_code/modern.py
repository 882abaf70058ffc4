"""Nothing of TensorFlow 1.x: a script that uses NumPy alone."""

import numpy as np


def main():
    print(np.linspace(0, 1, 5))


if __name__ == "__main__":
    main()
