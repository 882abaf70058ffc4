"""The systems of `training.py` in PyTorch, eager: same layers, loss, optimizer and batch. Run by `.torch`'s Python.

Prints images/s. Arguments: module, threads, steps, directory of MNIST, then the reproduction's own options.
"""

import argparse
import gzip
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch_homework6
from torch import nn
from torch.nn import functional as F

# x_dim, hidden, z_dim, activation, learning rate, batch: the table of reproductions/lecture13/vae.py
ARCHITECTURES = {
    "a": (784, (128,), 100, nn.ReLU, 1e-3, 64),
    "b": (784, (500, 500), 20, nn.Softplus, 1e-3, 100),
    "c": (2, (5, 6), 1, nn.Softplus, 1e-2, 640),
    "d": (784, (400,), 20, nn.ReLU, 1e-3, 128),
}


def digits(directory):
    """(60000, 784) float32 in [0, 1]."""
    with gzip.open(Path(directory) / "train-images-idx3-ubyte.gz") as f:
        return np.frombuffer(f.read()[16:], np.uint8).reshape(-1, 784).astype(np.float32) / 255


def stack(widths, activation):
    layers = []
    for n, m in zip(widths, widths[1:]):
        layers += [nn.Linear(n, m), activation()]
    return nn.Sequential(*layers)


def vae(options, x):
    """(batch, a step of training) of a VAE."""
    x_dim, hidden, z_dim, activation, rate, batch = ARCHITECTURES[options.architecture]
    encoder, decoder = stack((x_dim, *hidden), activation), stack((z_dim, *hidden[::-1]), activation)
    mu, var = nn.Linear(hidden[-1], z_dim), nn.Linear(hidden[-1], z_dim)
    x_mu, x_var = nn.Linear(hidden[0], x_dim), nn.Linear(hidden[0], x_dim)
    parameters = [p for module in (encoder, decoder, mu, var, x_mu, x_var) for p in module.parameters()]
    optimizer = torch.optim.Adam(parameters, rate)

    def step(rows):
        picked = torch.from_numpy(x[rows]) if x_dim == 784 else torch.from_numpy(curve(batch))
        h = encoder(picked)
        z_mu, z_var = mu(h), var(h)
        z = z_mu + torch.exp(z_var / 2) * torch.randn_like(z_mu)
        h = decoder(z)
        latent = 0.5 * (-1 - z_var + z_mu**2 + z_var.exp()).sum(1)
        if options.architecture == "c":
            recon = (0.5 * x_var(h) + (picked - x_mu(h)) ** 2 / (2 * x_var(h).exp())).sum(1)
        elif options.architecture == "b":
            p = torch.sigmoid(x_mu(h))
            recon = (-picked * torch.log(1e-10 + p) - (1 - picked) * torch.log(1e-10 + 1 - p)).sum(1)
        else:
            recon = F.binary_cross_entropy_with_logits(x_mu(h), picked, reduction="none").sum(1)
        loss = (latent + recon).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    return batch, step


def curve(n):
    """The points of reproductions/lecture13/vae_results.py: (n, 2) float32."""
    t = np.random.uniform(size=n)
    x = np.sqrt(t)[:, None] * np.stack([np.cos(np.pi * t / 4), np.sin(np.pi * t / 4)], axis=1)
    return (x + np.random.normal(size=(n, 2)) * (0.1 * t**2)[:, None]).astype(np.float32)


def dcgan(options, x):
    """(batch, a step of training of both networks) of the DCGAN, 64×64."""
    batch = options.batch_size or 100
    c1, c2, c3, c4 = (int(options.width * c) for c in (1024, 512, 256, 128))

    def up(n, m, *how):
        return [nn.ConvTranspose2d(n, m, 4, *how), nn.BatchNorm2d(m), nn.LeakyReLU(0.2)]

    def down(n, m):
        return [nn.Conv2d(n, m, 4, 2, 1), nn.BatchNorm2d(m), nn.LeakyReLU(0.2)]

    generator = nn.Sequential(
        *up(100, c1, 1, 0), *up(c1, c2, 2, 1), *up(c2, c3, 2, 1), *up(c3, c4, 2, 1),
        nn.ConvTranspose2d(c4, 1, 4, 2, 1), nn.Tanh(),
    )  # fmt: skip
    discriminator = nn.Sequential(
        nn.Conv2d(1, c4, 4, 2, 1), nn.LeakyReLU(0.2), *down(c4, c3), *down(c3, c2), *down(c2, c1), nn.Conv2d(c1, 1, 4)
    )
    D_optim = torch.optim.Adam(discriminator.parameters(), 2e-4, (0.5, 0.999))
    G_optim = torch.optim.Adam(generator.parameters(), 2e-4, (0.5, 0.999))
    loss = nn.BCEWithLogitsLoss()

    def z():
        return torch.from_numpy(np.random.normal(size=(batch, 100, 1, 1)).astype(np.float32))

    def step(rows):
        real = torch.from_numpy(x[rows]).reshape(-1, 1, 28, 28)
        real = (F.interpolate(real, (64, 64), mode="bilinear") - 0.5) / 0.5
        ones, zeros = torch.ones(batch, 1, 1, 1), torch.zeros(batch, 1, 1, 1)
        D_loss = loss(discriminator(real), ones) + loss(discriminator(generator(z()).detach()), zeros)
        D_optim.zero_grad()
        D_loss.backward()
        D_optim.step()
        G_loss = loss(discriminator(generator(z())), ones)
        G_optim.zero_grad()
        G_loss.backward()
        G_optim.step()
        return D_loss.item(), G_loss.item()

    return batch, step


SYSTEMS = {
    "lecture13.vae": vae,
    "lecture13.dcgan": dcgan,
    "homework6.autoencoder": torch_homework6.autoencoder,
    "homework6.denoiser": torch_homework6.autoencoder,
    "homework6.gan": torch_homework6.gan,
    "homework6.keras_vae": torch_homework6.keras_vae,
}


def main():
    module, threads, steps, directory, *arguments = sys.argv[1:]
    parser = argparse.ArgumentParser()
    parser.add_argument("--architecture", default="a")
    parser.add_argument("--width", type=float, default=1.0)
    parser.add_argument("--batch-size", type=int)
    options = parser.parse_args(arguments)
    options.module = module
    torch.set_num_threads(int(threads))
    x = digits(directory)
    batch, step = SYSTEMS[module](options, x)
    order = np.random.permutation(len(x))
    for _ in range(3):
        step(order[:batch])
    start = time.perf_counter()
    for i in range(int(steps)):
        at = i * batch % (len(x) - batch)
        step(order[at : at + batch])
    print(int(steps) * batch / (time.perf_counter() - start))


if __name__ == "__main__":
    main()
