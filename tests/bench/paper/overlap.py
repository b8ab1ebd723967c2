#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fig. 11: overlap of the squares, and how they vote: weighted or uniform."""

import sys
from pathlib import Path

from outcomes import Outcome
from plots import Bar, plot_lines
from runs import Trial
from study import TRAINING_REPORT, Setting, Study, main, mod_train, parser_of, split_pictures

PATCH = 128  # pixels, the paper's
STRIDES = [128, 96, 64, 32]  # pixels; 128: no overlap
VOTES = ["weighted", "uniform"]


def variant_of(vote: str, stride: int) -> str:
    return f"{vote} {stride} px"


def plot_overlap(outcomes: list[Outcome], note: str, folder: Path) -> None:
    """F1 over the overlap in percent, a line for each vote."""
    by_variant: dict[str, Bar] = {outcome.variant: outcome.bars["F1"] for outcome in outcomes}
    lines = {vote: {100 * (1 - stride / PATCH): by_variant[variant_of(vote, stride)] for stride in STRIDES}
             for vote in VOTES}
    plot_lines(lines, "overlap of neighbouring squares, % of their side", "Overlap and vote", note, folder / "overlap")


def study_of(setting: Setting) -> Study:
    pictures = mod_train(setting)
    trials = []
    for number, split in enumerate(setting.held_out_splits(pictures)):
        learn, judged = split_pictures(setting, pictures, split)
        training = setting.training(f"nb-{split.name}", learn, setting.seed_of(number))
        for vote in VOTES:
            for stride in STRIDES:
                segment = ["--patch", str(PATCH), "--stride", str(stride), "--vote", vote]
                trials.append(Trial(variant_of(vote, stride), split.name, judged, [training], segment))
    return Study("overlap", "Overlap and vote", "Fig. 11", TRAINING_REPORT, trials, plot_overlap)


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "overlap"), "overlap", study_of))
