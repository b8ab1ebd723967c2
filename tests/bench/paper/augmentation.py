#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fig. 10: data augmentation, none against each kind alone against all."""

import sys

from runs import Trial
from study import TRAINING_REPORT, Setting, Study, main, mod_train, parser_of, split_pictures

OF_THE_PAPER = ["elastic", "rescale", "affine", "shift", "flip", "rotate"]
OURS = ["stain", "blur"]


def study_of(setting: Setting) -> Study:
    pictures = mod_train(setting)
    choices = {"none": "none", **{kind: kind for kind in [*OF_THE_PAPER, *OURS]},
               "all of the paper": ",".join(OF_THE_PAPER), "all": "all"}
    trials = []
    for number, split in enumerate(setting.held_out_splits(pictures)):
        learn, judged = split_pictures(setting, pictures, split)
        for variant, kinds in choices.items():
            training = setting.training(f"{variant}-{split.name}", learn, setting.seed_of(number), ["--augment", kinds])
            trials.append(Trial(variant, split.name, judged, [training]))
    return Study("augmentation", "Data augmentation", "Fig. 10 (stain and blur are ours)", TRAINING_REPORT, trials)


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "augmentation"), "augmentation", study_of))
