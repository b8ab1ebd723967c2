#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colour normalisation in training and segmentation: Vahadane against Macenko, and none."""

import sys

from study import TRAINING_REPORT, Setting, Study, compared, main, parser_of

METHODS = {name: ["--normalize", name.lower()] for name in ("Vahadane", "Macenko", "none")}


def study_of(setting: Setting) -> Study:
    return Study("normalization", "Vahadane against Macenko", "Vahadane against Macenko normalisation",
                 f"{TRAINING_REPORT}. Its authors had normalised these images already, so differences are smaller than on "
                 "slides as they come", compared(setting, METHODS, METHODS))


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "normalization"), "normalization", study_of))
