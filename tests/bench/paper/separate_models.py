#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fig. 12: one nucleus-boundary model against a nucleus model and a boundary model."""

import sys

from runs import Trial
from study import TRAINING_REPORT, Setting, Study, main, mod_train, parser_of, split_pictures

VARIANTS = {"NB model": ["nb"], "nucleus and boundary models": ["nucleus", "boundary"], "nucleus model alone": ["nucleus"]}


def study_of(setting: Setting) -> Study:
    pictures = mod_train(setting)
    trials = []
    for number, split in enumerate(setting.held_out_splits(pictures)):
        learn, judged = split_pictures(setting, pictures, split)
        taught = {target: setting.training(f"{target}-{split.name}", learn, setting.seed_of(number), ["--targets", target])
                  for target in ("nb", "nucleus", "boundary")}
        for variant, targets in VARIANTS.items():
            trials.append(Trial(variant, split.name, judged, [taught[target] for target in targets]))
    return Study("separate_models", "One model against two", "Fig. 12", TRAINING_REPORT, trials)


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "separate_models"), "separate_models", study_of))
