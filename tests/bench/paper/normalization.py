#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colour normalisation in training and segmentation: Vahadane against Macenko, and none."""

import sys

from runs import Trial
from study import TRAINING_REPORT, Setting, Study, main, mod_train, parser_of, split_pictures

METHODS = {"Vahadane": "vahadane", "Macenko": "macenko", "none": "none"}


def study_of(setting: Setting) -> Study:
    pictures = mod_train(setting)
    trials = []
    for number, split in enumerate(setting.held_out_splits(pictures)):
        learn, judged = split_pictures(setting, pictures, split)
        for variant, method in METHODS.items():
            chosen = ["--normalize", method]
            training = setting.training(f"{method}-{split.name}", learn, setting.seed_of(number), chosen)
            trials.append(Trial(variant, split.name, judged, [training], chosen))
    return Study("normalization", "Vahadane against Macenko", "Vahadane against Macenko normalisation",
                 f"{TRAINING_REPORT}. Its authors had normalised these images already, so differences are smaller than on "
                 "slides as they come", trials)


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "normalization"), "normalization", study_of))
