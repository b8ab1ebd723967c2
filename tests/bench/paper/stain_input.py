#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network sees: RGB against the haematoxylin channel."""

import sys

from runs import Trial
from study import TRAINING_REPORT, Setting, Study, main, mod_train, parser_of, split_pictures

INPUTS = {"RGB": "rgb", "haematoxylin": "haematoxylin"}


def study_of(setting: Setting) -> Study:
    pictures = mod_train(setting)
    trials = []
    for number, split in enumerate(setting.held_out_splits(pictures)):
        learn, judged = split_pictures(setting, pictures, split)
        for variant, seen in INPUTS.items():
            training = setting.training(f"{seen}-{split.name}", learn, setting.seed_of(number), ["--input", seen])
            trials.append(Trial(variant, split.name, judged, [training]))
    return Study("stain_input", "RGB against haematoxylin", "RGB against the haematoxylin channel", TRAINING_REPORT, trials)


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "stain_input"), "stain_input", study_of))
