#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fine-tuning against training from nothing, on the 12 images that dsb/finetune.txt names, judged on the others."""

import sys
from pathlib import Path

from pictures import Picture, pictures_of
from refusal import Refusal
from runs import Trial
from study import Setting, Study, main, mod_train, parser_of

PLAIN = ["--normalize", "none"]
REHEARSAL = ["--rehearse-share", "0.2"]


def parted(setting: Setting) -> tuple[list[Picture], list[Picture]]:
    """Those to learn from, and those to judge."""
    pictures = pictures_of(setting.data / "dsb")
    listed = setting.data / "dsb" / "finetune.txt"
    if not listed.is_file():
        raise Refusal(f"{listed} is missing: it names the images to learn from.")
    names = set(listed.read_text(encoding="utf-8").split())
    return [p for p in pictures if p.name in names], setting.judged([p for p in pictures if p.name not in names])


def study_of(setting: Setting) -> Study:
    learn, judged = parted(setting)
    parent = (setting.options.parent or setting.data.parent / "models" / "nb16.safetensors").resolve()
    if not parent.is_file():
        raise Refusal(f"{parent} is not a model file: name the parent with --parent.")
    rehearse = mod_train(setting)
    from_nothing, fine_tuned, rehearsed, untouched = [], [], [], []
    for number in range(setting.options.splits):
        seed, name = setting.seed_of(number), f"seed{setting.seed_of(number)}"
        trainings = [setting.training(f"nothing-{name}", learn, seed, PLAIN),
                     setting.training(f"tuned-{name}", learn, seed, PLAIN, parent=parent),
                     setting.training(f"rehearsed-{name}", learn, seed, [*PLAIN, *REHEARSAL], rehearse, parent)]
        from_nothing.append(Trial("from nothing", name, judged, trainings[:1], PLAIN))
        fine_tuned.append(Trial("fine-tuned", name, judged, trainings[1:2], PLAIN))
        rehearsed.append(Trial("fine-tuned with rehearsal", name, judged, trainings[2:], PLAIN))
        # The same for every seed, so that it pairs with each of them.
        untouched.append(Trial("parent as it was", name, judged, [], ["--model", str(parent), *PLAIN]))
    return Study("fine_tuning", "Fine-tuning against training from nothing", "fine-tuning against training from nothing",
                 "learnt from the 12 images of dsb/finetune.txt (rehearsal: mod/train, one sample in five), judged on the "
                 "other images of dsb; here splits are seeds. Forgetting on mod is not judged: that would need mod/test",
                 [*from_nothing, *fine_tuned, *rehearsed, *untouched])


if __name__ == "__main__":
    parser = parser_of(__doc__, "fine_tuning", splits=3)
    parser.add_argument("--parent", type=Path, help="model to start from (DATA/../models/nb16.safetensors)")
    sys.exit(main(parser, "fine_tuning", study_of))
