# SPDX-License-Identifier: GPL-3.0-or-later
"""Plots, where matplotlib is installed; the tables do not need it."""

import math
from dataclasses import dataclass
from pathlib import Path

try:
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
except ImportError:
    pyplot = None

NO_PLOTS = ("No plots, only tables: matplotlib is missing. On Debian: apt-get install python3-matplotlib, "
            "then the same command with /usr/bin/python3 draws them without training again.")
DOTS_PER_INCH = 150
PLOTTED = ["F1", "Dice", "AJI", "PQ"]


@dataclass(frozen=True)
class Bar:
    """A value with its lower and upper end; nan where there is none."""

    value: float
    low: float
    high: float

    def error(self) -> tuple[float, float]:
        ends = (self.value - self.low, self.high - self.value)
        return tuple(0.0 if math.isnan(end) else max(0.0, end) for end in ends)


def can_plot() -> bool:
    return pyplot is not None


def _save(figure: "pyplot.Figure", note: str, path: Path) -> None:
    figure.text(0.01, 0.01, note, fontsize=7, color="#444444", wrap=True)
    figure.tight_layout(rect=(0, 0.06, 1, 1))
    for ending in (".png", ".svg"):
        figure.savefig(path.with_suffix(ending), dpi=DOTS_PER_INCH)
    pyplot.close(figure)


def plot_bars(rows: dict[str, dict[str, Bar]], title: str, note: str, path: Path) -> None:
    """Groups of bars: a group for each variant, a bar for each of PLOTTED."""
    figure, axes = pyplot.subplots(figsize=(max(7.0, 1.1 * len(rows) + 2), 4.6))
    thickness = 0.8 / len(PLOTTED)
    for number, score in enumerate(PLOTTED):
        bars = [row[score] for row in rows.values()]
        places = [place + (number - (len(PLOTTED) - 1) / 2) * thickness for place in range(len(rows))]
        errors = list(zip(*(bar.error() for bar in bars)))
        axes.bar(places, [bar.value for bar in bars], thickness, yerr=errors, capsize=2, label=score)
    axes.set_xticks(range(len(rows)), list(rows), rotation=25, ha="right")
    axes.set_ylim(0, 1)
    axes.set_ylabel("score")
    axes.set_title(title)
    axes.legend(ncols=len(PLOTTED), fontsize=8)
    _save(figure, note, path)


def plot_lines(lines: dict[str, dict[float, Bar]], axis: str, title: str, note: str, path: Path) -> None:
    """F1 over a setting, a line for each name."""
    figure, axes = pyplot.subplots(figsize=(7.0, 4.6))
    for name, points in lines.items():
        places = sorted(points)
        errors = list(zip(*(points[place].error() for place in places)))
        axes.errorbar(places, [points[place].value for place in places], yerr=errors, marker="o", capsize=3, label=name)
    axes.set_xlabel(axis)
    axes.set_ylabel("F1")
    axes.set_title(title)
    axes.legend(fontsize=8)
    _save(figure, note, path)
