# SPDX-License-Identifier: GPL-3.0-or-later
"""What does not fit, said in one sentence."""

import sys
from collections.abc import Callable


class Refusal(Exception):
    """Its text is one sentence for the person who started the script."""


def run_or_refuse(study: Callable[[], None]) -> int:
    """The exit status: 0, 2 after a refusal, 130 after Ctrl+C."""
    try:
        study()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped; the same command goes on from here.", file=sys.stderr)
        return 130
    return 0
