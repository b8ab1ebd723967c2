# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups of images: from a table, or clusters by the look of their true nuclei."""

import csv
import io
import math
from pathlib import Path
from tempfile import TemporaryDirectory

from nucleoscope import Nucleoscope
from pictures import Picture, link_folder, names_of
from refusal import Refusal
from tables import write_whole

Point = tuple[float, ...]


def groups_of_file(path: Path, pictures: list[Picture]) -> dict[str, str]:
    """The table image,group, which must name every image."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        group_of = {row["image"]: row["group"] for row in rows}
    except (OSError, KeyError) as error:
        raise Refusal(f"{path} is not a CSV file with the columns image,group.") from error
    missing = [name for name in names_of(pictures) if not group_of.get(name)]
    if missing:
        raise Refusal(f"{path} gives no group to {', '.join(missing)}.")
    return {name: group_of[name] for name in names_of(pictures)}


def write_groups(path: Path, group_of: dict[str, str]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("image", "group"), *sorted(group_of.items())])
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.getvalue())


def look_alikes(nucleoscope: Nucleoscope, pictures: list[Picture], clusters: int) -> dict[str, str]:
    """Clusters by the logarithms of mean area (px) and number of the true nuclei, which evaluate counts."""
    with TemporaryDirectory() as folder:
        truth = link_folder(Path(folder) / "truth", [picture.labels for picture in pictures])
        images = nucleoscope.evaluate(truth, truth)["images"]
    points = {}
    for name in names_of(pictures):
        counts = images[name]["counts"]
        if not counts["truth"]:
            raise Refusal(f"{name} has no nuclei to be grouped by: give the groups with --groups.")
        points[name] = (math.log(counts["pix_t"] / counts["truth"]), math.log(counts["truth"]))
    return cluster(points, clusters)


def _standardised(points: dict[str, Point]) -> dict[str, Point]:
    columns = list(zip(*points.values()))
    means = [math.fsum(column) / len(column) for column in columns]
    spreads = [math.sqrt(math.fsum((x - mean) ** 2 for x in column) / len(column)) or 1.0
               for column, mean in zip(columns, means)]
    return {name: tuple((x - mean) / spread for x, mean, spread in zip(point, means, spreads))
            for name, point in points.items()}


def _centre(members: list[Point]) -> Point:
    return tuple(math.fsum(column) / len(members) for column in zip(*members))


def _ward(a: list[Point], b: list[Point]) -> float:
    """By how much the squared distances to the centres grow if both become one."""
    return len(a) * len(b) / (len(a) + len(b)) * math.dist(_centre(a), _centre(b)) ** 2


def cluster(points: dict[str, Point], count: int) -> dict[str, str]:
    """Ward's agglomeration of standardised points; names group1.. in order of the first coordinate."""
    if not 2 <= count <= len(points):
        raise ValueError(f"{len(points)} images do not make {count} groups")
    scaled = _standardised(points)
    clusters = [[name] for name in sorted(points)]
    while len(clusters) > count:
        pairs = ((i, j) for j in range(len(clusters)) for i in range(j))
        i, j = min(pairs, key=lambda pair: _ward(*([scaled[name] for name in clusters[k]] for k in pair)))
        clusters[i] += clusters.pop(j)
    clusters.sort(key=lambda names: _centre([scaled[name] for name in names]))
    return {name: f"group{number}" for number, names in enumerate(clusters, 1) for name in names}
