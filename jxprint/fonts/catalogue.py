"""What comes along: fonts/catalogue.toml as values."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct

from jxprint.resources import fonts_folder

# What may stand in for a weight that a role has no face of, nearest first.
NEAREST = {
    "regular": ("regular", "bold", "black"),
    "bold": ("bold", "black", "regular"),
    "black": ("black", "bold", "regular"),
}


class Carried(Struct, frozen=True):
    """A face that jxprint carries; `marks` names the face that sets its punctuation."""

    id: str
    path: Path
    role: str
    weight: str
    licence: str
    source: str
    sha256: str
    characters: int
    marks: str | None = None
    fallback: bool = False


@cache
def carried_faces() -> dict[str, Carried]:
    """Every face that comes along, by its id, in the catalogue's order."""
    folder = fonts_folder()
    with (folder / "catalogue.toml").open("rb") as file:
        rows = tomllib.load(file)["face"]
    return {
        row["id"]: Carried(
            row["id"],
            folder / row["file"],
            row["role"],
            row["weight"],
            row["licence"],
            row["source"],
            row["sha256"],
            row["characters"],
            row.get("marks"),
            row.get("fallback", False),
        )
        for row in rows
    }


def carried(role: str, weight: str) -> tuple[Carried, ...]:
    """The carried faces of a role, the nearest weight first; empty for a role that has none."""
    faces = [face for face in carried_faces().values() if face.role == role and not face.fallback]
    order = NEAREST[weight]
    return tuple(sorted(faces, key=lambda face: order.index(face.weight)))


def last_resort() -> Carried:
    """The wide face that ends every chain."""
    return next(face for face in carried_faces().values() if face.fallback)
