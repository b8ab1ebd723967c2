# SPDX-License-Identifier: GPL-3.0-or-later
"""Images with truth: pairs NAME.png and NAME.labels.png, linked and never copied."""

from dataclasses import dataclass
from pathlib import Path

from refusal import Refusal

LABELS = ".labels.png"
MICROMETRES_PER_PIXEL = 0.25  # of mod (40x); of dsb nobody knows: it is taken as it is


@dataclass(frozen=True)
class Picture:
    image: Path
    labels: Path

    @property
    def name(self) -> str:
        return self.image.stem


def pictures_of(folder: Path) -> list[Picture]:
    """All pairs of a folder, by name."""
    labels = sorted(folder.glob(f"*{LABELS}")) if folder.is_dir() else []
    pairs = [Picture(path.with_name(path.name.removesuffix(LABELS) + ".png"), path) for path in labels]
    if not pairs:
        raise Refusal(f"{folder} holds no pairs NAME.png and NAME{LABELS}.")
    for pair in pairs:
        if not pair.image.is_file():
            raise Refusal(f"{pair.labels} has no image {pair.image.name} beside it.")
    return pairs


def names_of(pictures: list[Picture]) -> list[str]:
    return [picture.name for picture in pictures]


def named(pictures: list[Picture], names: list[str]) -> list[Picture]:
    """The pictures of these names, in their order."""
    by_name = {picture.name: picture for picture in pictures}
    missing = [name for name in names if name not in by_name]
    if missing:
        raise Refusal(f"No image is called {', '.join(missing)}.")
    return [by_name[name] for name in names]


def link_folder(folder: Path, files: list[Path]) -> Path:
    """A folder of links to exactly these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for link in folder.iterdir():
        link.unlink()
    for path in files:
        (folder / path.name).symlink_to(path.resolve())
    return folder


def link_pairs(folder: Path, pictures: list[Picture]) -> Path:
    return link_folder(folder, [path for picture in pictures for path in (picture.image, picture.labels)])
