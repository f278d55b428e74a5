"""The dump given back by a restored page: its copy folded again, with the stored joints and exceptions of
`jxprint/reconstruct/evidence_file.py`, byte for byte. A page whose copy a person has changed gives back a dump with
that change in it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jxprint.description import read_page
from jxprint.description.evidence import EVIDENCE_FILE
from jxprint.description.toml_files import open_toml
from jxprint.errors import DescriptionError, Finding, Place, in_order
from jxprint.intake.refusals import reason
from jxprint.reconstruct.decoding import Decoded, codec_of, encoded
from jxprint.reconstruct.evidence_file import SOURCE_FILE, Places
from jxprint.reconstruct.recipe import CopyLine, Fold, others, passages_of
from jxprint.reconstruct.turning import rows_of

_ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_PIECE = re.compile(r"(?P<name>.+? \d+)(?: (?P<start>\d+)-(?P<end>\d+))?(?: !(?P<kept>\d+(?:,\d+)*))?")


def refolded(folder: Path | str) -> bytes:
    """The dump that a restored page gives back. Raises DescriptionError where evidence.toml has no recipe, or one that
    the page's copy does not know.
    """
    folder = Path(folder)
    findings: list[Finding] = []
    file = folder / EVIDENCE_FILE
    table = open_toml(file, str(file), findings)
    if table is None:
        raise DescriptionError(*in_order(findings))
    if "dump" not in table.values and isinstance(kept := table.values.get("source"), dict):
        raise DescriptionError(Finding("sources.no_dump", Place(str(file)), {"file": str(kept.get("file"))}))
    page = read_page(folder)
    try:
        return _given_back(table.values, {one.name: one for one in passages_of(page)})
    except (KeyError, TypeError, ValueError, IndexError) as error:
        what = str(error.args[0]) if error.args else ""
        raise DescriptionError(Finding("dump.no_recipe", Place(str(file)), {"what": what})) from error


def _given_back(values: Any, passages: dict[str, CopyLine]) -> bytes:
    """The bytes by a recipe; raises what Python raises of values that are not what they should be."""
    recipe = values["dump"]
    fold = Fold(bool(recipe["folded"]), bool(recipe.get("stops", False)), bool(recipe.get("quotes", False)))
    cuts: dict[str, list[int]] = {}
    for joint in values.get("joint", ()):
        cuts.setdefault(f"{joint['copy']} {joint['paragraph']}", []).append(int(joint["offset"]))
    places = Places({name: sorted(offsets) for name, offsets in cuts.items()})
    lines = [
        "".join(_said(one, passages, places, fold) for one in ([line] if isinstance(line, str) else line))
        for line in recipe["lines"]
    ]
    rows = rows_of(lines, recipe["blocks"]) if "blocks" in recipe else lines
    ends = [_end(recipe["end"])] * (len(rows) - 1) + [""]
    for number, end in recipe.get("ends", ()):
        ends[number - 1] = _end(end)
    text = "".join(row + end for row, end in zip(rows, ends, strict=True))
    own = tuple((int(at), bytes.fromhex(piece)) for at, piece in recipe.get("bytes", ()))
    encoding = recipe["encoding"]
    if codec_of(encoding) is None:
        raise ValueError(encoding)
    return encoded(Decoded(text, encoding, bool(recipe.get("mark", False)), own))


def _end(end: str) -> str:
    if end not in _ENDS:
        raise ValueError(end)
    return end


def _said(piece: str, passages: dict[str, CopyLine], places: Places, fold: Fold) -> str:
    if piece[:1] in ("", "="):
        return piece[1:]
    match = _PIECE.fullmatch(piece)
    if match is None:
        raise ValueError(piece)
    passage = passages[match["name"]]
    start, end = places.span(passage) if match["start"] is None else (int(match["start"]), int(match["end"]))
    places.reached[passage.name] = end
    text = passage.text[start:end]
    usual = text.translate(fold.table())
    if match["kept"] is None:
        return usual
    other = others(text, usual, fold)
    kept = {int(at) for at in match["kept"].split(",")}
    return "".join(other[k] if k in kept else char for k, char in enumerate(usual))


def verify(folder: Path | str) -> list[Finding]:
    """Where a restored page and its dump part, if they do: the first line that its copy does not give back."""
    folder = Path(folder)
    source = folder / SOURCE_FILE
    given = refolded(folder)
    try:
        data = source.read_bytes()
    except OSError as error:
        raise DescriptionError(Finding("copy.unreadable", Place(str(source)), {"reason": reason(error)})) from error
    if given == data:
        return []
    both = list(zip(given.split(b"\n"), data.split(b"\n"), strict=False))
    line = next((k for k, (one, other) in enumerate(both, 1) if one != other), len(both))
    return [Finding("dump.not_given_back", Place(str(source), line))]
