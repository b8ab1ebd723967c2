# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line that the studies are made with."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from refusal import Refusal

REPOSITORY = Path(__file__).resolve().parents[3]
NEEDED_OPTIONS = {
    "train": ["--data", "--rehearse", "--from", "--normalize", "--mpp", "--input", "--targets", "--augment",
              "--no-weight-map", "--paper", "--resume", "--log", "--json"],
    "segment": ["--model", "--boundary-model", "--vote", "--normalize", "--patch", "--stride", "--mpp"],
    "evaluate": ["--truth", "--prediction", "--json"],
}


def built_program() -> Path | None:
    """The newest nucleoscope-cli of the build folders, if there is one."""
    built = list(REPOSITORY.glob("build/*/app/nucleoscope-cli"))
    return max(built, key=lambda path: path.stat().st_mtime, default=None)


@dataclass(frozen=True)
class Nucleoscope:
    """nucleoscope-cli; threads = 0 leaves the number to it."""

    program: Path
    threads: int = 0

    @staticmethod
    def find(program: Path | None, threads: int, commands: list[str]) -> "Nucleoscope":
        """The program, which must know all that the commands are asked here."""
        found = program or built_program()
        if found is None or not found.is_file():
            raise Refusal(f"There is no nucleoscope-cli at {found or REPOSITORY / 'build'}: build it, or name it with --cli.")
        nucleoscope = Nucleoscope(found.resolve(), threads)
        for command in commands:
            known = nucleoscope.run([command, "--help"])
            missing = [option for option in NEEDED_OPTIONS[command] if option not in known]
            if missing:
                raise Refusal(f"{found} {command} does not know {', '.join(missing)}: build it anew.")
        return nucleoscope

    def run(self, arguments: list[str]) -> str:
        """Its standard output; what it says on the way is shown only if it fails."""
        command = [str(self.program), *arguments]
        try:
            done = subprocess.run(command, text=True, capture_output=True, check=False)
        except OSError as error:
            raise Refusal(f"{self.program} cannot be started: {error.strerror}.") from error
        if done.returncode != 0:
            said = (done.stderr.strip() or f"exit status {done.returncode}").splitlines()[-1]
            raise Refusal(f"nucleoscope-cli {arguments[0]} failed: {said}")
        return done.stdout

    def version(self) -> str:
        return self.run(["--version"]).strip()

    def train(self, arguments: list[str]) -> dict:
        """What `train --json` reports of the model."""
        return json.loads(self.run(["train", *arguments, *self._threads(), "--json"]))

    def segment(self, images: list[Path], output: Path, arguments: list[str]) -> None:
        """One GeoJSON of each image in the folder output."""
        output.mkdir(parents=True, exist_ok=True)
        self.run(["segment", *map(str, images), "-o", f"{output}/", "--overwrite", *arguments, *self._threads()])

    def evaluate(self, truth: Path, prediction: Path) -> dict:
        """What `evaluate --json` reports of two folders, or of two files."""
        return json.loads(self.run(["evaluate", "--truth", str(truth), "--prediction", str(prediction), "--json"]))

    def _threads(self) -> list[str]:
        return ["--threads", str(self.threads)] if self.threads else []
