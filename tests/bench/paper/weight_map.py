#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The loss with and without the weight map of Eq. 3."""

import sys

from study import TRAINING_REPORT, Setting, Study, compared, main, parser_of

VARIANTS = {"with weight map": [], "without weight map": ["--no-weight-map"]}


def study_of(setting: Setting) -> Study:
    return Study("weight_map", "Weight map of the loss", "the weight map of Eq. 3, on and off", TRAINING_REPORT,
                 compared(setting, VARIANTS))


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "weight_map"), "weight_map", study_of))
