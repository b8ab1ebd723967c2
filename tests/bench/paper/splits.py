# SPDX-License-Identifier: GPL-3.0-or-later
"""Which images are learnt from and which are judged; the same for the same seed, and never both."""

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Split:
    name: str
    learn: list[str]
    judge: list[str]


def _split(name: str, names: list[str], judge: list[str]) -> Split:
    return Split(name, sorted(set(names) - set(judge)), sorted(judge))


def random_splits(names: list[str], judged: int, count: int, seed: int) -> list[Split]:
    """Each draws `judged` images anew; an image can be judged in several of them."""
    if not 0 < judged < len(names):
        raise ValueError(f"{judged} of {len(names)} images cannot be held out")
    draw = random.Random(seed)
    return [_split(f"random{i + 1}", names, draw.sample(sorted(names), judged)) for i in range(count)]


def k_folds(names: list[str], folds: int, seed: int) -> list[Split]:
    """Each image is judged in exactly one fold."""
    if not 2 <= folds <= len(names):
        raise ValueError(f"{len(names)} images do not make {folds} folds")
    shuffled = sorted(names)
    random.Random(seed).shuffle(shuffled)
    return [_split(f"fold{i + 1}", names, shuffled[i::folds]) for i in range(folds)]


def leave_one_group_out(group_of: dict[str, str]) -> list[Split]:
    """For each group: learn from all others, judge it."""
    groups = sorted(set(group_of.values()))
    if len(groups) < 2:
        raise ValueError("one group leaves nothing to learn from")
    names = list(group_of)
    return [_split(group, names, [name for name in names if group_of[name] == group]) for group in groups]
