"""evidence.toml written and read: joints, and the recipe by which a restored page gives its dump back byte for byte.

A piece is spelled `01.txt 3` (the third paragraph of that file, from where its last piece ended to its next joint),
`01.txt 3 0-15` (these characters of it), with `!2,7` behind it for offsets at which the dump does not fold as it does
elsewhere; `=` begins what no passage has.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from jxprint.description import read_page
from jxprint.description.toml_files import open_toml
from jxprint.errors import DescriptionError, Finding, Place, in_order
from jxprint.model import Page
from jxprint.reconstruct.decoding import Decoded, codec_of, encoded
from jxprint.reconstruct.dump import laid_out
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.proposal import Joint
from jxprint.reconstruct.recipe import CopyLine, Cuts, Fold, Part, Pieces, cut_by, fold_of, others, passages_of
from jxprint.reconstruct.turning import rows_of
from jxprint.reconstruct.widths import folds_stops

EVIDENCE_FILE, SOURCE_FILE = "evidence.toml", "source.txt"
_ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_PIECE = re.compile(r"(?P<name>.+? \d+)(?: (?P<start>\d+)-(?P<end>\d+))?(?: !(?P<kept>\d+(?:,\d+)*))?")


class CopyJoint(Struct, frozen=True):
    """A joint with its place in the copy: its file there, and its paragraph from 1."""

    copy: str
    paragraph: int
    joint: Joint


class _Places(Struct):
    """Where in its passages a dump has arrived, going by its joints."""

    cuts: Cuts
    reached: dict[str, int] = field(default_factory=dict)

    def span(self, passage: CopyLine) -> tuple[int, int]:
        """The stretch that goes on in a passage."""
        start = self.reached.get(passage.name, 0)
        cuts = self.cuts.get(passage.name, ())
        return start, next((cut for cut in cuts if start < cut < len(passage.text)), len(passage.text))


def evidence_toml(evidence: Evidence, page: Page, joints: Sequence[CopyJoint]) -> str:
    """The text of evidence.toml for a page as it is read back from its folder."""
    lines = ["format = 1"]
    for one in joints:
        lines += ["", "[[joint]]", f"copy = {_quoted(one.copy)}", f"paragraph = {one.paragraph}"]
        lines += [f"offset = {one.joint.offset}", f"context = {_quoted(one.joint.context)}"]
        lines += [f"kind = {_quoted(one.joint.kind)}"]
    cuts: dict[str, list[int]] = {}
    for one in joints:
        cuts.setdefault(f"{one.copy} {one.paragraph}", []).append(one.joint.offset)
    return "\n".join([*lines, "", *_recipe(evidence, passages_of(page), cuts)]) + "\n"


def _recipe(evidence: Evidence, passages: Sequence[CopyLine], cuts: Cuts) -> Iterator[str]:
    laid = laid_out(evidence.data, evidence.encoding)
    text = laid.decoded
    texts = [row for row, _ in laid.rows] if laid.turned is None else [line for _, line in laid.turned.lines]
    fold = fold_of(passages, text.text, stops=folds_stops(text.text))
    yield "[dump]"
    yield f"file = {_quoted(SOURCE_FILE)}"
    yield f"sha256 = {_quoted(hashlib.sha256(evidence.data).hexdigest())}"
    yield f"encoding = {_quoted(evidence.encoding)}"
    yield from ["mark = true"] if text.mark else []
    yield f"folded = {str(fold.marks).lower()}"
    yield from ["stops = true"] if fold.stops else []
    ends = [end for _, end in laid.rows[:-1]]
    usual = Counter(ends).most_common(1)[0][0] if ends else "\n"
    yield f"end = {_quoted(usual)}"
    strange = [f"[{number}, {_quoted(end)}]" for number, end in enumerate(ends, 1) if end != usual]
    yield from [f"ends = [{', '.join(strange)}]"] if strange else []
    own = [f'[{at}, "{piece.hex()}"]' for at, piece in text.own_bytes]
    yield from [f"bytes = [{', '.join(own)}]"] if own else []
    if laid.turned is not None:
        yield f"blocks = {[list(block) for block in laid.turned.blocks]}"
    places = _Places(cuts)
    yield "lines = ["
    for pieces in cut_by(passages, texts, fold):
        yield f"  {_spelled(pieces, passages, places)},"
    yield "]"


def _spelled(pieces: Pieces, passages: Sequence[CopyLine], places: _Places) -> str:
    spelled = [f"={one}" if isinstance(one, str) else _piece(one, passages[one.passage], places) for one in pieces]
    if len(spelled) == 1:
        return _quoted(spelled[0])
    return f"[{', '.join(map(_quoted, spelled))}]" if spelled else '""'


def _piece(part: Part, passage: CopyLine, places: _Places) -> str:
    said = "" if (part.start, part.end) == places.span(passage) else f" {part.start}-{part.end}"
    places.reached[passage.name] = part.end
    kept = f" !{','.join(map(str, part.kept))}" if part.kept else ""
    return f"{passage.name}{said}{kept}"


def _quoted(text: str) -> str:
    """A basic string of TOML; what is not seen is written by its code."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in '\\"':
        return "\\" + char
    if char.isprintable():
        return char
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char) or (
        f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}"
    )


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
    page = read_page(folder)
    try:
        return _given_back(table.values, {one.name: one for one in passages_of(page)})
    except (KeyError, TypeError, ValueError, IndexError) as error:
        reason = str(error.args[0]) if error.args else ""
        raise DescriptionError(Finding("dump.no_recipe", Place(str(file)), {"what": reason})) from error


def _given_back(values: Any, passages: dict[str, CopyLine]) -> bytes:
    """The bytes by a recipe; raises what Python raises of values that are not what they should be."""
    recipe = values["dump"]
    fold = Fold(bool(recipe["folded"]), bool(recipe.get("stops", False)))
    cuts: dict[str, list[int]] = {}
    for joint in values.get("joint", ()):
        cuts.setdefault(f"{joint['copy']} {joint['paragraph']}", []).append(int(joint["offset"]))
    places = _Places({name: sorted(offsets) for name, offsets in cuts.items()})
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


def _said(piece: str, passages: dict[str, CopyLine], places: _Places, fold: Fold) -> str:
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
    given, data = refolded(folder), source.read_bytes()
    if given == data:
        return []
    both = list(zip(given.split(b"\n"), data.split(b"\n"), strict=False))
    line = next((k for k, (one, other) in enumerate(both, 1) if one != other), len(both))
    return [Finding("dump.not_given_back", Place(str(source), line))]
