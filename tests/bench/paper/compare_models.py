#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two models on the same images: per image, pooled, and a paired bootstrap interval of the difference."""

import argparse
import hashlib
import math
import sys
from pathlib import Path

from nucleoscope import Nucleoscope
from pictures import MICROMETRES_PER_PIXEL, Picture, link_folder, names_of, pictures_of
from refusal import Refusal, run_or_refuse
from scores import RESAMPLES, SCORES, SEED, Counts, paired_bootstrap, pooled_rates, rates_of
from tables import Table, as_markdown, figure, interval, write_table


def options_of(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path, metavar="A.safetensors")
    parser.add_argument("second", type=Path, metavar="B.safetensors")
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of pairs NAME.png and NAME.labels.png")
    parser.add_argument("--names", type=Path, help="a text file: only the images it names")
    parser.add_argument("--cli", type=Path, help="nucleoscope-cli; otherwise the newest of build/*/app")
    parser.add_argument("--out", type=Path, default=Path("compare_models"), help="folder of tables (compare_models)")
    parser.add_argument("--normalize", default="auto", choices=["auto", "vahadane", "macenko", "none"])
    parser.add_argument("--mpp", type=float, default=MICROMETRES_PER_PIXEL, help="µm per pixel of the images (0.25)")
    parser.add_argument("--threads", type=int, default=0, help="0: nucleoscope-cli decides")
    return parser.parse_args(arguments)


def chosen_pictures(data: Path, names: Path | None) -> list[Picture]:
    pictures = pictures_of(data)
    if names is None:
        return pictures
    if not names.is_file():
        raise Refusal(f"{names} is not a file of names.")
    wanted = set(names.read_text(encoding="utf-8").split())
    unknown = wanted - set(names_of(pictures))
    if unknown or not wanted:
        raise Refusal(f"{names} names {', '.join(sorted(unknown)) or 'no image'}, of which {data} holds none.")
    return [picture for picture in pictures if picture.name in wanted]


def counts_of(nucleoscope: Nucleoscope, model: Path, pictures: list[Picture], folder: Path,
              arguments: list[str]) -> dict[str, Counts]:
    """The counts of each image, and a check that the pooled scores are those of their sums."""
    truth = link_folder(folder / "truth", [picture.labels for picture in pictures])
    found = folder / "found"
    nucleoscope.segment([picture.image for picture in pictures], found, ["--model", str(model), *arguments])
    report = nucleoscope.evaluate(truth, found)
    counts = {name: image["counts"] for name, image in report["images"].items()}
    if sorted(counts) != names_of(pictures):
        raise Refusal(f"evaluate judged {len(counts)} of {len(pictures)} images: empty {folder} and start again.")
    ours, theirs = pooled_rates(counts)["F1"], report["pooled"]["rates"]["f1"]
    if theirs is not None and not math.isnan(ours) and abs(ours - theirs) > 1e-9:
        raise Refusal(f"evaluate pools F1 {theirs}, but its counts give {ours}.")
    return counts


def per_image(first: dict[str, Counts], second: dict[str, Counts]) -> Table:
    header = ["image", *(f"{score} {side}" for score in SCORES for side in "AB")]
    rows = []
    for name in sorted(first):
        before, after = rates_of(first[name]), rates_of(second[name])
        rows.append([name, *(figure(rates[score]) for score in SCORES for rates in (before, after))])
    return Table("Per image", header, rows)


def overall(first: dict[str, Counts], second: dict[str, Counts], notes: list[str]) -> Table:
    before, after = pooled_rates(first), pooled_rates(second)
    intervals = paired_bootstrap(first, second)
    rows = [[score, figure(before[score]), figure(after[score]), figure(after[score] - before[score]),
             interval(intervals[score])] for score in SCORES]
    return Table("Pooled over images", ["score", "A", "B", "B - A", "95 % interval of B - A"], rows, notes)


def model_line(side: str, model: Path) -> str:
    return f"{side}: {model} (SHA-256 {hashlib.sha256(model.read_bytes()).hexdigest()})"


def compare(options: argparse.Namespace) -> None:
    for model in (options.first, options.second):
        if not model.is_file():
            raise Refusal(f"{model} is not a model file.")
    pictures = chosen_pictures(options.data, options.names)
    nucleoscope = Nucleoscope.find(options.cli, options.threads, ["segment", "evaluate"])
    arguments = ["--mpp", str(options.mpp), "--normalize", options.normalize]
    first = counts_of(nucleoscope, options.first, pictures, options.out / "a", arguments)
    second = counts_of(nucleoscope, options.second, pictures, options.out / "b", arguments)
    notes = [model_line("A", options.first), model_line("B", options.second),
             f"{len(pictures)} images of {options.data}, {options.mpp} µm per pixel, normalisation {options.normalize}. "
             f"Counts are summed over images before a rate is taken. Paired bootstrap over images, "
             f"{RESAMPLES} resamples, seed {SEED}. MDR, FDR, USR and OSR: less is better."]
    pooled_table = overall(first, second, notes)
    write_table(pooled_table, options.out, "pooled")
    write_table(per_image(first, second), options.out, "images")
    print(as_markdown(pooled_table))
    print(f"Tables: {options.out}")


if __name__ == "__main__":
    chosen = options_of()
    sys.exit(run_or_refuse(lambda: compare(chosen)))
