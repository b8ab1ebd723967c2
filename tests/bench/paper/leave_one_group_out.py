#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Table II: leave one group of images out, learn from the others.

Without --groups the groups are clusters of look-alikes: no file says from which organ an image is.
"""

import sys
from pathlib import Path

from groups import groups_of_file, look_alikes, write_groups
from pictures import pictures_of
from runs import Trial
from splits import leave_one_group_out
from study import Setting, Study, main, mod_train, parser_of, split_pictures


def study_of(setting: Setting) -> Study:
    options = setting.options
    pictures = mod_train(setting)
    if not options.only_train:
        pictures = pictures + pictures_of(setting.data / "mod" / "test")
    if options.groups:
        group_of = groups_of_file(options.groups, pictures)
        origin = f"groups of {options.groups}"
    else:
        group_of = look_alikes(setting.nucleoscope, pictures, options.clusters)
        origin = (f"{options.clusters} clusters by mean area and number of the true nuclei, NOT organs: which organ an "
                  "image is from is not recorded with the data")
    write_groups(options.out / "groups.csv", group_of)
    trials = []
    for number, split in enumerate(leave_one_group_out(group_of)):
        learn, judged = split_pictures(setting, pictures, split)
        training = setting.training(f"without {split.name}", learn, setting.seed_of(number))
        trials.append(Trial(f"{split.name} left out", split.name, judged, [training]))
    return Study("leave_one_group_out", "NB model on groups it has not seen", "Table II",
                 f"{len(pictures)} images of mod/{'train' if options.only_train else 'train and mod/test together'}; "
                 f"{origin}; see groups.csv", trials)


if __name__ == "__main__":
    parser = parser_of(__doc__, "leave_one_group_out")
    parser.add_argument("--groups", type=Path, help="CSV with the columns image,group")
    parser.add_argument("--clusters", type=int, default=4, help="how many groups of look-alikes, without --groups (4)")
    parser.add_argument("--only-train", action="store_true", help="only the 12 images of mod/train")
    sys.exit(main(parser, "leave_one_group_out", study_of))
