#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network sees: RGB against the haematoxylin channel."""

import sys

from study import TRAINING_REPORT, Setting, Study, compared, main, parser_of

INPUTS = {"RGB": ["--input", "rgb"], "haematoxylin": ["--input", "haematoxylin"]}


def study_of(setting: Setting) -> Study:
    return Study("stain_input", "RGB against haematoxylin", "RGB against the haematoxylin channel", TRAINING_REPORT,
                 compared(setting, INPUTS))


if __name__ == "__main__":
    sys.exit(main(parser_of(__doc__, "stain_input"), "stain_input", study_of))
