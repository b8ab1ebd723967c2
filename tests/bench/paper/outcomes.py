# SPDX-License-Identifier: GPL-3.0-or-later
"""A variant's counts over its splits, and the tables that compare variants."""

from dataclasses import dataclass
from functools import cached_property

from plots import Bar
from scores import (RESAMPLES, SCORES, SEED, Counts, Rates, bootstrap, mean_and_deviation, paired_bootstrap, pooled_rates)
from tables import Table, figure, interval


@dataclass(frozen=True)
class Outcome:
    """Counts by split and image."""

    variant: str
    splits: dict[str, dict[str, Counts]]

    def images(self) -> dict[str, Counts]:
        """All judged images, named with their split."""
        return {f"{split}/{name}": counts for split, images in self.splits.items() for name, counts in images.items()}

    def rates_by_split(self) -> list[Rates]:
        return [pooled_rates(images) for images in self.splits.values()]

    def over_splits(self, score: str) -> tuple[float, float]:
        return mean_and_deviation([rates[score] for rates in self.rates_by_split()])

    @cached_property
    def bars(self) -> dict[str, Bar]:
        """Mean with its deviation over splits; with one split the bootstrap interval over images."""
        if len(self.splits) == 1:
            rates, ends = pooled_rates(self.images()), bootstrap(self.images())
            return {score: Bar(rates[score], *ends[score]) for score in SCORES}
        bars = {}
        for score in SCORES:
            mean, deviation = self.over_splits(score)
            bars[score] = Bar(mean, mean - deviation, mean + deviation)
        return bars


def summary(title: str, outcomes: list[Outcome], notes: list[str]) -> Table:
    """Mean ± deviation over splits, or value and interval where there is one split."""
    rows = [[outcome.variant, str(len(outcome.splits)), str(len(outcome.images())), *_cells(outcome)]
            for outcome in outcomes]
    explained = ("Several splits: mean ± standard deviation of the splits' pooled scores. One split: the pooled score and its "
                 f"95 % bootstrap interval over images ({RESAMPLES} resamples, seed {SEED}).")
    return Table(title, ["variant", "splits", "judged images", *SCORES], rows, [*notes, explained])


def _cells(outcome: Outcome) -> list[str]:
    bars = outcome.bars
    if len(outcome.splits) == 1:
        return [f"{figure(bars[score].value)} ({interval((bars[score].low, bars[score].high))})" for score in SCORES]
    return [" ± ".join(figure(value) for value in outcome.over_splits(score)) for score in SCORES]


def pooled_table(outcomes: list[Outcome], notes: list[str]) -> Table:
    """Plain figures from the counts of all judged images of all splits."""
    rows = []
    for outcome in outcomes:
        rates = pooled_rates(outcome.images())
        rows.append([outcome.variant, *(figure(rates[score]) for score in SCORES)])
    return Table("Pooled", ["variant", *SCORES], rows,
                 [*notes, "Counts summed over all judged images of all splits, then one rate."])


def differences(outcomes: list[Outcome], notes: list[str]) -> Table:
    """Each variant against the first, where both judged the same images of the same splits."""
    first = outcomes[0]
    rows = []
    for other in outcomes[1:]:
        if other.images().keys() == first.images().keys():
            rows.append([other.variant, *_difference_cells(first, other)])
    explained = ("One split: with the paired 95 % bootstrap interval over images. Several: mean ± standard deviation of the "
                 "splits' differences. Variants that judged other images have no row.")
    return Table(f"Difference to {first.variant}", ["variant", *SCORES], rows, [*notes, explained])


def _difference_cells(first: Outcome, other: Outcome) -> list[str]:
    pairs = list(zip(first.rates_by_split(), other.rates_by_split()))
    if len(pairs) == 1:
        ends = paired_bootstrap(first.images(), other.images())
        return [f"{figure(pairs[0][1][score] - pairs[0][0][score])} ({interval(ends[score])})" for score in SCORES]
    return [" ± ".join(figure(value) for value in mean_and_deviation([b[score] - a[score] for a, b in pairs]))
            for score in SCORES]
