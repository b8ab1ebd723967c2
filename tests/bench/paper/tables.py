# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables for people (Markdown) and for programs (CSV)."""

import csv
import io
import math
import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Table:
    title: str
    header: list[str]
    rows: list[list[str]]
    notes: list[str] = field(default_factory=list)


def write_whole(path: Path, text: str) -> None:
    """The file is there whole or not at all."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def figure(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.4f}"


def interval(bounds: tuple[float, float]) -> str:
    return f"{figure(bounds[0])} to {figure(bounds[1])}"


def as_markdown(table: Table) -> str:
    lines = [f"## {table.title}", ""]
    lines += [f"{note}\n" for note in table.notes]
    lines += [_row(table.header), _row(["---"] * len(table.header))]
    lines += [_row(row) for row in table.rows]
    return "\n".join(lines) + "\n"


def as_csv(table: Table) -> str:
    """Notes are lines that begin with #."""
    text = io.StringIO()
    for note in table.notes:
        text.write(f"# {note}\n")
    csv.writer(text, lineterminator="\n").writerows([table.header, *table.rows])
    return text.getvalue()


def write_table(table: Table, folder: Path, name: str) -> None:
    """NAME.csv and NAME.md."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / f"{name}.csv", as_csv(table))
    write_whole(folder / f"{name}.md", as_markdown(table))


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
