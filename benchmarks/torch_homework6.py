"""Homework 6's systems in PyTorch, eager: same layers, loss, optimizer and batch. See torch_systems.py."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

# widths of the encoder's three convolutions, and of the decoder's
AUTOENCODERS = {
    "homework6.autoencoder": ((16, 8, 8), (8, 8, 16)),
    "homework6.denoiser": ((32, 32, 16), (16, 32, 32)),
}


def conv(n, m, stride=1):
    """3×3 convolution with padding "same" and ReLU."""
    return [nn.Conv2d(n, m, 3, stride, 1), nn.ReLU()]


def autoencoder(options, x):
    """(batch, a step of training) of the autoencoder, or of the denoiser with conv5 read."""
    (e1, e2, e3), (d1, d2, d3) = AUTOENCODERS[options.module]
    batch = options.batch_size or 200

    def pool():
        return nn.MaxPool2d(2, ceil_mode=True)

    network = nn.Sequential(
        *conv(1, e1), pool(), *conv(e1, e2), pool(), *conv(e2, e3), pool(),
        nn.Upsample((7, 7)), *conv(e3, d1), nn.Upsample((14, 14)), *conv(d1, d2), nn.Upsample((28, 28)),
        *conv(d2, d3), nn.Conv2d(d3, 1, 3, 1, 1),
    )  # fmt: skip
    optimizer = torch.optim.Adam(network.parameters(), 1e-3)
    noisy = options.module == "homework6.denoiser"

    def step(rows):
        clean = x[rows].reshape(-1, 1, 28, 28)
        inputs = np.clip(clean + 0.5 * np.random.randn(*clean.shape), 0, 1).astype(np.float32) if noisy else clean
        loss = F.binary_cross_entropy_with_logits(network(torch.from_numpy(inputs)), torch.from_numpy(clean))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    return batch, step


class Generator(nn.Module):
    """(batch, 100) -> (batch, 1, 28, 28)."""

    def __init__(self):
        super().__init__()
        self.dense = nn.Linear(100, 4 * 4 * 512)
        self.up = nn.ModuleList(
            nn.ConvTranspose2d(n, m, 5, 2, 2, output_padding=1) for n, m in ((512, 256), (256, 128), (128, 1))
        )
        self.norm = nn.ModuleList(nn.BatchNorm2d(n) for n in (512, 256, 128))

    def forward(self, z):
        h = self.dense(z).reshape(-1, 512, 4, 4)
        for i in range(3):
            h = F.dropout(F.leaky_relu(self.norm[i](h), 0.2), 0.1)
            h = self.up[i](h)
            if i == 0:
                h = F.interpolate(h, (7, 7))
        return torch.tanh(h)


class Discriminator(nn.Module):
    """(batch, 1, 28, 28) -> logits (batch, 1)."""

    def __init__(self):
        super().__init__()
        self.down = nn.ModuleList(nn.Conv2d(n, m, 5, 2, 2) for n, m in ((1, 64), (64, 128), (128, 256)))
        self.norm = nn.ModuleList([nn.Identity(), nn.BatchNorm2d(128), nn.BatchNorm2d(256)])
        self.dense = nn.Linear(4 * 4 * 256, 1)

    def forward(self, h):
        for down, norm in zip(self.down, self.norm):
            h = F.dropout(F.leaky_relu(norm(down(h)), 0.2), 0.1)
        return self.dense(h.flatten(1))


def gan(options, x):
    """(batch, a step of training of both networks) of the GAN on digits, both runs with the same codes."""
    batch = options.batch_size or 32
    generator, discriminator = Generator(), Discriminator()
    d_opt, g_opt = (torch.optim.Adam(n.parameters(), 2e-4, (0.5, 0.999)) for n in (discriminator, generator))

    def loss(logits, label):
        return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, label))

    def step(rows):
        real = torch.from_numpy(x[rows].reshape(-1, 1, 28, 28) - 0.5)
        z = torch.from_numpy(np.random.uniform(-1, 1, (batch, 100)).astype(np.float32))
        d_loss = loss(discriminator(real), 0.9) + loss(discriminator(generator(z).detach()), 0.05)
        d_opt.zero_grad()
        d_loss.backward()
        d_opt.step()
        g_loss = loss(discriminator(generator(z)), 1.0)
        g_opt.zero_grad()
        g_loss.backward()
        g_opt.step()
        return d_loss.item(), g_loss.item()

    return batch, step


def keras_vae(options, x):
    """(batch, a step of training) of the Keras VAE; RMSprop's epsilon outside of the root, as Keras has it."""
    batch = options.batch_size or 16
    encoder = nn.Sequential(*conv(1, 32), nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(32, 64, 3, 2), nn.ReLU())
    encoder.extend([*conv(64, 64), *conv(64, 64), nn.Flatten(), nn.Linear(12544, 32), nn.ReLU()])
    mu, log_sigma = nn.Linear(32, 2), nn.Linear(32, 2)
    decoder = nn.Sequential(
        nn.Linear(2, 12544), nn.ReLU(), nn.Unflatten(1, (64, 14, 14)),
        nn.ConvTranspose2d(64, 32, 3, 2, 1, output_padding=1), nn.ReLU(), nn.Conv2d(32, 1, 3, 1, 1), nn.Sigmoid(),
    )  # fmt: skip
    parameters = [p for module in (encoder, mu, log_sigma, decoder) for p in module.parameters()]
    optimizer = torch.optim.RMSprop(parameters, 1e-3, alpha=0.9, eps=1e-7)

    def step(rows):
        inputs = torch.from_numpy(x[rows].reshape(-1, 1, 28, 28))
        h = encoder(inputs)
        z_mu, z_log_sigma = mu(h), log_sigma(h)
        z = z_mu + torch.exp(z_log_sigma / 2) * torch.randn_like(z_mu)
        decoded = decoder(z).clamp(1e-7, 1 - 1e-7)
        kl = -5e-4 * (1 + z_log_sigma - z_mu**2 - z_log_sigma.exp()).mean(1)
        loss = (F.binary_cross_entropy(decoded, inputs) + kl).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    return batch, step
