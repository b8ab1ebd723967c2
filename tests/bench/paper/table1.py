#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Table I: the NB model by random splits and by k-fold cross-validation on all 20 images of mod."""

import sys

from pictures import names_of, pictures_of
from runs import Trial
from splits import k_folds, random_splits
from study import Setting, Study, main, mod_train, parser_of, split_pictures

JUDGED_SHARE = 0.4  # 8 of 20, as mod itself is split


def study_of(setting: Setting) -> Study:
    options = setting.options
    pictures = mod_train(setting)
    if not options.only_train:
        pictures = pictures + pictures_of(setting.data / "mod" / "test")
    names = names_of(pictures)
    kinds = {"random splits": random_splits(names, round(JUDGED_SHARE * len(names)), options.splits, options.seed),
             f"{options.folds}-fold": k_folds(names, options.folds, options.seed)}
    trials = []
    for kind, splits in kinds.items():
        for number, split in enumerate(splits):
            learn, judged = split_pictures(setting, pictures, split)
            training = setting.training(split.name, learn, setting.seed_of(number))
            trials.append(Trial(kind, split.name, judged, [training]))
    return Study("table1", "NB model on mod, random splits and cross-validation", "Table I",
                 f"{len(names)} images of mod/{'train' if options.only_train else 'train and mod/test together'}; "
                 "these figures report and must choose nothing", trials)


if __name__ == "__main__":
    parser = parser_of(__doc__, "table1", splits=5)
    parser.add_argument("--folds", type=int, default=5, help="of the cross-validation (5)")
    parser.add_argument("--only-train", action="store_true", help="only the 12 images of mod/train")
    sys.exit(main(parser, "table1", study_of))
