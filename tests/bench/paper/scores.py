# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores from counts. Pooled means: counts summed over images, then one rate; never a mean of rates."""

import math
import random
from collections.abc import Iterable

Counts = dict[str, float]
Rates = dict[str, float]

SCORES = ["F1", "precision", "recall", "Dice", "AJI", "PQ", "MDR", "FDR", "USR", "OSR"]
RESAMPLES = 10_000
SEED = 20180308


def _ratio(part: float, whole: float) -> float:
    """nan where there is nothing to take a part of."""
    return part / whole if whole else math.nan


def pooled(images: Iterable[Counts]) -> Counts:
    """The sums of all counts."""
    total: Counts = {}
    for counts in images:
        for key, value in counts.items():
            total[key] = total.get(key, 0) + value
    return total


def rates_of(c: Counts) -> Rates:
    """The scores of evaluate, from its counts."""
    return {
        "F1": _ratio(2 * c["TP"], 2 * c["TP"] + c["FN"] + c["FP"]),
        "precision": _ratio(c["TP"], c["TP"] + c["FP"]),
        "recall": _ratio(c["TP"], c["TP"] + c["FN"]),
        "Dice": _ratio(c["dice_sum"], c["TP"]),
        "AJI": _ratio(c["aji_inter"], c["aji_union"]),
        "PQ": _ratio(2 * c["pq_iou"], c["truth"] + c["pred"]),
        "MDR": _ratio(c["MD"], c["truth"]),
        "FDR": _ratio(c["FD"], c["pred"]),
        "USR": _ratio(c["US"], c["truth"] - c["MD"]),
        "OSR": _ratio(c["OS"], c["pred"] - c["FD"]),
    }


def pooled_rates(images: dict[str, Counts]) -> Rates:
    return rates_of(pooled(images.values()))


def middle_95(values: list[float]) -> tuple[float, float]:
    """From the 2.5th to the 97.5th percentile; what is undefined is left out."""
    known = sorted(value for value in values if not math.isnan(value))
    if not known:
        return math.nan, math.nan
    cut = int(0.025 * len(known))
    return known[cut], known[-1 - cut]


def _resamples(names: list[str], resamples: int) -> Iterable[list[str]]:
    draw = random.Random(SEED)
    return (draw.choices(names, k=len(names)) for _ in range(resamples))


def bootstrap(images: dict[str, Counts], resamples: int = RESAMPLES) -> dict[str, tuple[float, float]]:
    """95 % interval over images of each pooled score."""
    drawn = [rates_of(pooled(images[name] for name in names)) for names in _resamples(sorted(images), resamples)]
    return {score: middle_95([rates[score] for rates in drawn]) for score in SCORES}


def paired_bootstrap(first: dict[str, Counts], second: dict[str, Counts],
                     resamples: int = RESAMPLES) -> dict[str, tuple[float, float]]:
    """95 % interval of second - first, both of the same images drawn together."""
    if first.keys() != second.keys():
        raise ValueError("a paired bootstrap needs the same images on both sides")
    differences: dict[str, list[float]] = {score: [] for score in SCORES}
    for names in _resamples(sorted(first), resamples):
        before = rates_of(pooled(first[name] for name in names))
        after = rates_of(pooled(second[name] for name in names))
        for score in SCORES:
            differences[score].append(after[score] - before[score])
    return {score: middle_95(values) for score, values in differences.items()}


def mean_and_deviation(values: list[float]) -> tuple[float, float]:
    """Mean and sample standard deviation; nan where there are too few values."""
    known = [value for value in values if not math.isnan(value)]
    if not known:
        return math.nan, math.nan
    mean = math.fsum(known) / len(known)
    if len(known) < 2:
        return mean, math.nan
    return mean, math.sqrt(math.fsum((value - mean) ** 2 for value in known) / (len(known) - 1))
