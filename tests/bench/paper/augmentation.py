#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fig. 10: data augmentation, none against each kind alone against all."""

import sys

from study import TRAINING_REPORT, Setting, Study, compared, main, parser_of

OF_THE_PAPER = ["elastic", "rescale", "affine", "shift", "flip", "rotate"]
OURS = ["stain", "blur"]
CHOICES = {"none": "none", **{kind: kind for kind in [*OF_THE_PAPER, *OURS]}, "all of the paper": ",".join(OF_THE_PAPER), "all": "all"}


def study_of(setting: Setting) -> Study:
    trials = compared(setting, {variant: ["--augment", kinds] for variant, kinds in CHOICES.items()})
    return Study("augmentation", "Data augmentation", "Fig. 10 (stain and blur are ours)", TRAINING_REPORT, trials)


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "augmentation"), "augmentation", study_of))
