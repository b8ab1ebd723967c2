# SPDX-License-Identifier: GPL-3.0-or-later
"""Trainings and trials in a run folder. What is finished is never done again; a half training goes on.

FOLDER/trainings/NAME: request.json, model.safetensors (and its .training checkpoint on the way), log.csv, training.json.
FOLDER/trials/NAME.json: the counts of each image.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from nucleoscope import Nucleoscope
from pictures import MICROMETRES_PER_PIXEL, Picture, link_folder, link_pairs, names_of
from refusal import Refusal
from scores import Counts
from tables import write_whole

MPP = ["--mpp", str(MICROMETRES_PER_PIXEL)]


@dataclass(frozen=True)
class Training:
    name: str
    learn: list[Picture]
    arguments: list[str]
    rehearse: list[Picture] = field(default_factory=list)

    def request(self) -> dict:
        return {"learn": names_of(self.learn), "rehearse": names_of(self.rehearse), "arguments": self.arguments}


@dataclass(frozen=True)
class Trial:
    """A variant of a study on one split. Two trainings: the nucleus model and the boundary model."""

    variant: str
    split: str
    judged: list[Picture]
    trainings: list[Training]
    segment: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.variant}-{self.split}".replace(" ", "_").replace("/", "_")

    def request(self) -> dict:
        return {"judged": names_of(self.judged), "segment": self.segment,
                "trainings": {training.name: training.request() for training in self.trainings}}


def read_json(path: Path) -> dict:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refusal(f"{path} cannot be read ({error}): remove it, and what it stood for is done again.") from error


def write_json(path: Path, value: dict) -> None:
    write_whole(path, json.dumps(value, indent=1) + "\n")


def keep_request(path: Path, request: dict) -> None:
    """Written at first; later it must be the same, or the folder would mix two settings."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_json(path, request)
    elif read_json(path) != request:
        raise Refusal(f"{path} was made with other settings: choose another --out, or the settings it was made with.")


@dataclass(frozen=True)
class Runs:
    folder: Path
    nucleoscope: Nucleoscope

    def model_path(self, training: Training) -> Path:
        return self.folder / "trainings" / training.name / "model.safetensors"

    def trial_path(self, trial: Trial) -> Path:
        return self.folder / "trials" / f"{trial.name}.json"

    def model_of(self, training: Training) -> Path:
        """The trained model; trains it, or goes on with its training, where it is not there yet."""
        model = self.model_path(training)
        keep_request(model.with_name("request.json"), training.request())
        if model.exists():
            return model
        arguments = ["--data", str(link_pairs(model.parent / "learn", training.learn)), "-o", str(model),
                     "--log", str(model.with_name("log.csv")), *MPP, *training.arguments]
        if training.rehearse:
            arguments += ["--rehearse", str(link_pairs(model.parent / "rehearse", training.rehearse))]
        if Path(f"{model}.training").exists():
            arguments.append("--resume")
        report = self.nucleoscope.train(arguments)
        write_json(model.with_name("training.json"), {"request": training.request(), "report": report})
        return model

    def counts_of(self, trial: Trial) -> dict[str, Counts]:
        """The counts of each judged image."""
        path = self.trial_path(trial)
        if path.exists():
            done = read_json(path)
            if done["request"] != trial.request():
                raise Refusal(f"{path} was made with other settings: choose another --out.")
            return done["images"]
        models = [self.model_of(training) for training in trial.trainings]
        chosen = [text for pair in zip(("--model", "--boundary-model"), models) for text in (pair[0], str(pair[1]))]
        folder = path.with_suffix("")
        truth = link_folder(folder / "truth", [picture.labels for picture in trial.judged])
        self.nucleoscope.segment([picture.image for picture in trial.judged], folder / "found",
                                 [*chosen, *MPP, *trial.segment])
        report = self.nucleoscope.evaluate(truth, folder / "found")
        images = {name: image["counts"] for name, image in report["images"].items()}
        if sorted(images) != sorted(names_of(trial.judged)):
            raise Refusal(f"evaluate judged {len(images)} of {len(trial.judged)} images in {folder}.")
        write_json(path, {"request": trial.request(), "images": images})
        return images
