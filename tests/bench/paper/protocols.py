# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a model is taught: a quick proof that a script runs, a scaled study, or the paper's own."""

from dataclasses import dataclass

QUICK_NOTE = "This proves that the script runs, not what the paper's study finds."


@dataclass(frozen=True)
class Protocol:
    """patches_per_second is of training on 2 idle cores; it serves the estimate only.

    Width is chosen only from nothing: a model that is taught further keeps its own.
    """

    name: str
    width: list[str]
    arguments: list[str]
    samples: int
    patches_per_second: float
    note: str

    def hours_of_training(self) -> float:
        return self.samples / self.patches_per_second / 3600


QUICK = Protocol(
    "quick", ["--width", "8"], ["--epochs", "2", "--patches-per-epoch", "64", "--patch", "128", "--batch", "8", "--averaging", "0"],
    128, 100.0, QUICK_NOTE)
SCALED = Protocol(
    "scaled", ["--width", "16"], ["--epochs", "20", "--patches-per-epoch", "800", "--patch", "192", "--batch", "8", "--lr", "0.001"],
    16_000, 33.0,
    "Scaled protocol: width 16, 20 epochs of 800 samples of 192×192, batch 8, Adam 1e-3 with warm-up and cosine, "
    "class weights 1:2:1, averaged weights. The paper's has 300 epochs of 12,000 samples of 128×128.")
PAPER = Protocol(
    "paper", [], ["--paper"], 300 * 12_000, 4.5,
    "The paper's protocol: 300 epochs of 12,000 patches of 128×128, width 32, batch 16, Adam 1e-4, dropout 0.2.")


def hours(value: float) -> str:
    """A plain length of time."""
    if value < 1 / 30:
        return "about 2 minutes or less"
    if value < 1:
        return f"about {round(value * 60)} minutes"
    if value < 48:
        return f"about {value:.1f} hours"
    return f"about {value:.0f} hours ({value / 24:.0f} days)"
