# SPDX-License-Identifier: GPL-3.0-or-later
"""What all studies share: their options, their run folder, and from trials to tables and plots."""

import argparse
import fcntl
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nucleoscope import REPOSITORY, Nucleoscope
from outcomes import Outcome, differences, pooled_table, summary
from pictures import Picture, named, names_of, pictures_of
from plots import NO_PLOTS, can_plot, plot_bars
from protocols import PAPER, QUICK, SCALED, Protocol, hours
from refusal import Refusal, run_or_refuse
from runs import Runs, Training, Trial, keep_request
from scores import Counts
from splits import Split, random_splits
from tables import as_markdown, write_table, write_whole

QUICK_LEARN = 4  # images at most
QUICK_JUDGE = 2
SECONDS_PER_JUDGED_IMAGE = 1.5  # 1 megapixel on 2 cores, with evaluate
TRAINING_REPORT = "learnt from mod/train, judged on images of mod/train that were held out; mod/test was not looked at"


@dataclass(frozen=True)
class Study:
    """extra_plot draws what bars cannot show."""

    name: str
    title: str
    repeats: str
    data_note: str
    trials: list[Trial]
    extra_plot: Callable[[list[Outcome], str, Path], None] | None = None


@dataclass(frozen=True)
class Setting:
    """Options of a script after they were checked."""

    options: argparse.Namespace
    protocol: Protocol
    nucleoscope: Nucleoscope = field(repr=False)

    @property
    def quick(self) -> bool:
        return self.protocol is QUICK

    @property
    def data(self) -> Path:
        return self.options.data

    def training(self, name: str, learn: list[Picture], seed: int, arguments: list[str] | None = None,
                 rehearse: list[Picture] | None = None, parent: Path | None = None) -> Training:
        """With the protocol's arguments before its own; from nothing where there is no parent."""
        start = ["--from", str(parent)] if parent else self.protocol.width
        limit = QUICK_LEARN if self.quick else None
        return Training(name.replace(" ", "_"), learn[:limit],
                        [*start, *self.protocol.arguments, "--seed", str(seed), *(arguments or [])], (rehearse or [])[:limit])

    def judged(self, pictures: list[Picture]) -> list[Picture]:
        return pictures[:QUICK_JUDGE] if self.quick else pictures

    def held_out_splits(self, pictures: list[Picture]) -> list[Split]:
        """A third is held out, --splits times."""
        return random_splits(names_of(pictures), len(pictures) // 3, self.options.splits, self.options.seed)

    def seed_of(self, position: int) -> int:
        return self.options.seed + position


def parser_of(description: str, name: str, splits: int = 1) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--quick", action="store_true", help="minutes: proves that the script runs, not what it finds")
    length.add_argument("--paper", action="store_true", help="the paper's 300 epochs of 12,000 patches: days for each model")
    parser.add_argument("--out", type=Path, help=f"run folder; goes on with what is there (paper-runs/{name}-PROTOCOL)")
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data", help="folder of mod and dsb")
    parser.add_argument("--cli", type=Path, help="nucleoscope-cli; otherwise the newest of build/*/app")
    parser.add_argument("--threads", type=int, default=0, help="0: nucleoscope-cli decides")
    parser.add_argument("--seed", type=int, default=1, help="of splits and trainings (1)")
    parser.add_argument("--splits", type=int, default=splits, help=f"how many random splits ({splits})")
    return parser


def setting_of(options: argparse.Namespace, name: str) -> Setting:
    if options.splits < 1 or options.seed < 0 or options.threads < 0:
        raise Refusal("--splits must be at least 1, --seed and --threads at least 0.")
    protocol = QUICK if options.quick else PAPER if options.paper else SCALED
    options.out = options.out or Path("paper-runs") / f"{name}-{protocol.name}"
    if options.out.resolve().is_relative_to(options.data.resolve()):
        raise Refusal(f"{options.out} lies in the data: choose another --out.")
    return Setting(options, protocol, Nucleoscope.find(options.cli, options.threads, ["train", "segment", "evaluate"]))


def mod_train(setting: Setting) -> list[Picture]:
    return pictures_of(setting.data / "mod" / "train")


def compared(setting: Setting, variants: dict[str, list[str]], segment: dict[str, list[str]] | None = None) -> list[Trial]:
    """Each variant's arguments of train (and of segment) on the same splits of mod/train."""
    pictures = mod_train(setting)
    trials = []
    for number, split in enumerate(setting.held_out_splits(pictures)):
        learn, judged = split_pictures(setting, pictures, split)
        for variant, arguments in variants.items():
            training = setting.training(f"{variant}-{split.name}", learn, setting.seed_of(number), arguments)
            trials.append(Trial(variant, split.name, judged, [training], (segment or {}).get(variant, [])))
    return trials


def split_pictures(setting: Setting, pictures: list[Picture], split: Split) -> tuple[list[Picture], list[Picture]]:
    """Those to learn from, and those to judge."""
    return named(pictures, split.learn), setting.judged(named(pictures, split.judge))


def estimate(study: Study, runs: Runs, protocol: Protocol) -> str:
    """What is left to do, in words."""
    trainings = {training.name for trial in study.trials for training in trial.trainings
                 if not runs.trial_path(trial).exists() and not runs.model_path(training).exists()}
    left = [trial for trial in study.trials if not runs.trial_path(trial).exists()]
    judging = sum(len(trial.judged) for trial in left) * SECONDS_PER_JUDGED_IMAGE / 3600
    total = len(trainings) * protocol.hours_of_training() + judging
    return (f"{len(trainings)} trainings and {len(left)} of {len(study.trials)} trials are left: "
            f"{hours(total)} on 2 idle cores (an estimate).") if left else "All trials are finished."


def run_study(study: Study, setting: Setting) -> None:
    """Runs what is missing, then writes tables and plots."""
    folder = setting.options.out
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Refusal(f"Another script is at work in {folder}.") from error
        keep_request(folder / "protocol.json", {"study": study.name, "protocol": setting.protocol.name,
                                                "seed": setting.options.seed, "data": str(setting.data.resolve())})
        outcomes = _outcomes(study, Runs(folder, setting.nucleoscope), setting.protocol)
        _report(study, setting, outcomes)


def _outcomes(study: Study, runs: Runs, protocol: Protocol) -> list[Outcome]:
    print(f"{study.title} ({study.repeats}). {protocol.note}", flush=True)
    print(estimate(study, runs, protocol), flush=True)
    by_variant: dict[str, dict[str, dict[str, Counts]]] = {}
    for number, trial in enumerate(study.trials, 1):
        print(f"[{number}/{len(study.trials)}] {trial.variant}, {trial.split}", flush=True)
        by_variant.setdefault(trial.variant, {})[trial.split] = runs.counts_of(trial)
    return [Outcome(variant, splits) for variant, splits in by_variant.items()]


def _report(study: Study, setting: Setting, outcomes: list[Outcome]) -> None:
    folder = setting.options.out
    notes = [setting.protocol.note, f"Repeats {study.repeats}. Data: {study.data_note}.",
             f"nucleoscope-cli {setting.nucleoscope.version()}, seed {setting.options.seed}. Weights after the last step; "
             "no judged image had a say in a training. MDR, FDR, USR and OSR: less is better."]
    tables = [summary(study.title, outcomes, notes), pooled_table(outcomes, notes[:1])]
    if len(outcomes) > 1:
        tables.append(differences(outcomes, notes[:1]))
    for table, name in zip(tables, ("summary", "pooled", "differences")):
        write_table(table, folder, name)
    write_whole(folder / "report.md", "\n".join(as_markdown(table) for table in tables))
    print(as_markdown(tables[0]))
    if can_plot():
        plot_bars({outcome.variant: outcome.bars for outcome in outcomes}, study.title, notes[0], folder / "scores")
        if study.extra_plot:
            study.extra_plot(outcomes, notes[0], folder)
    else:
        print(NO_PLOTS, file=sys.stderr)
    print(f"{setting.protocol.note}\nTables and plots: {folder}")


def main(parser: argparse.ArgumentParser, name: str, study_of: Callable[[Setting], Study]) -> int:
    """The exit status of a study's script."""
    options = parser.parse_args()

    def study() -> None:
        setting = setting_of(options, name)
        try:
            planned = study_of(setting)
        except ValueError as error:
            raise Refusal(f"The splits cannot be made: {error}.") from error
        run_study(planned, setting)

    return run_or_refuse(study)
