#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The loss with and without the weight map of Eq. 3."""

import sys

from runs import Trial
from study import TRAINING_REPORT, Setting, Study, main, mod_train, parser_of, split_pictures

VARIANTS = {"with weight map": [], "without weight map": ["--no-weight-map"]}


def study_of(setting: Setting) -> Study:
    pictures = mod_train(setting)
    trials = []
    for number, split in enumerate(setting.held_out_splits(pictures)):
        learn, judged = split_pictures(setting, pictures, split)
        for variant, arguments in VARIANTS.items():
            training = setting.training(f"{variant}-{split.name}", learn, setting.seed_of(number), arguments)
            trials.append(Trial(variant, split.name, judged, [training]))
    return Study("weight_map", "Weight map of the loss", "the weight map of Eq. 3, on and off", TRAINING_REPORT, trials)


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "weight_map"), "weight_map", study_of))
