"""evidence.toml drawn: joints, and the recipe by which a restored page gives its dump back byte for byte.

A piece is spelled `01.txt 3` (the third paragraph of that file, from where its last piece ended to its next joint),
`01.txt 3 0-15` (these characters of it), with `!2,7` behind it for offsets at which the dump does not fold as it does
elsewhere; `=` begins what no passage has.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from jxprint.model import Page
from jxprint.reconstruct.doubts import UNSEEN
from jxprint.reconstruct.dump import Laid, laid_out
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.proposal import Joint
from jxprint.reconstruct.recipe import CopyLine, Cuts, Fold, Part, Pieces, cut_by, fold_of, passages_of

SOURCE_FILE = "source.txt"
# The untouched source by its kind, and what its name ends with.
_ENDINGS = {"dump": "txt", "pdf": "pdf", "docx": "docx", "hocr": "hocr"}


def source_file(evidence: Evidence) -> str:
    """What the untouched source is called in a page's folder."""
    return f"source.{_ENDINGS.get(evidence.kind, 'xml')}"


class CopyJoint(Struct, frozen=True):
    """A joint with its place in the copy: its file there, and its paragraph from 1."""

    copy: str
    paragraph: int
    joint: Joint


class Places(Struct):
    """Where in its passages a dump has arrived, going by its joints."""

    cuts: Cuts
    reached: dict[str, int] = field(default_factory=dict)

    def span(self, passage: CopyLine) -> tuple[int, int]:
        """The stretch that goes on in a passage."""
        start = self.reached.get(passage.name, 0)
        cuts = self.cuts.get(passage.name, ())
        return start, next((cut for cut in cuts if start < cut < len(passage.text)), len(passage.text))


class Recipe(Struct, frozen=True):
    """How a dump is made of a page's passages: the dump as it was laid out, its fold, and the pieces of each line."""

    evidence: Evidence
    laid: Laid
    passages: tuple[CopyLine, ...]
    fold: Fold
    lines: tuple[Pieces, ...]
    joints: tuple[CopyJoint, ...]

    def left_out(self) -> list[tuple[int, str]]:
        """What the page does not have, by line of the dump: neither blanks nor what no paper shows. Where copy repeats
        itself a recipe may spell out what the page has elsewhere; a page has what it has as often as the dump.
        """
        said = [
            (number, "".join(UNSEEN.sub("", one).split()))
            for number, pieces in enumerate(self.lines, 1)
            for one in pieces
            if isinstance(one, str) and not one.isspace()
        ]
        if not said:
            return []
        table = self.fold.all().table()
        wanting = Counter(self.laid.decoded.text.translate(table))
        wanting.subtract(Counter("".join(one.text for one in self.passages).translate(table)))
        return [(number, text) for number, text in said if any(wanting[char] > 0 for char in text.translate(table))]


def recipe_of(evidence: Evidence, page: Page, joints: Sequence[CopyJoint]) -> Recipe:
    """The recipe of a dump for a page as it is read back from its folder."""
    laid = laid_out(evidence.data, evidence.encoding)
    text = laid.decoded.text
    passages = passages_of(page)
    texts = [row for row, _ in laid.rows] if laid.turned is None else [line for _, line in laid.turned.lines]
    fold = fold_of(passages, text)
    return Recipe(
        evidence, laid, tuple(passages), fold, tuple(cut_by(passages, texts, fold, _cuts(joints))), tuple(joints)
    )


def _cuts(joints: Sequence[CopyJoint]) -> Cuts:
    """Offsets of joints by the names of their passages."""
    cuts: dict[str, list[int]] = {}
    for one in joints:
        cuts.setdefault(f"{one.copy} {one.paragraph}", []).append(one.joint.offset)
    return cuts


def evidence_toml(recipe: Recipe) -> str:
    """The text of evidence.toml."""
    return "\n".join([*joint_tables(recipe.joints), "", "[dump]", *_dump(recipe), *_lines(recipe)]) + "\n"


def joint_tables(joints: Sequence[CopyJoint]) -> list[str]:
    """What evidence.toml begins with: its format and its joints."""
    lines = ["format = 1"]
    for one in joints:
        lines += ["", "[[joint]]", f"copy = {quoted(one.copy)}", f"paragraph = {one.paragraph}"]
        lines += [f"offset = {one.joint.offset}", f"context = {quoted(one.joint.context)}"]
        lines += [f"kind = {quoted(one.joint.kind)}"]
    return lines


def _dump(recipe: Recipe) -> Iterator[str]:
    """What is said of the dump as a whole."""
    evidence, laid, text = recipe.evidence, recipe.laid, recipe.laid.decoded
    yield f"file = {quoted(SOURCE_FILE)}"
    yield f"sha256 = {quoted(hashlib.sha256(evidence.data).hexdigest())}"
    yield f"encoding = {quoted(evidence.encoding)}"
    yield from ["mark = true"] if text.mark else []
    yield f"folded = {str(recipe.fold.marks).lower()}"
    yield from ["stops = true"] if recipe.fold.stops else []
    yield from ["quotes = true"] if recipe.fold.quotes else []
    ends = [end for _, end in laid.rows[:-1]]
    usual = Counter(ends).most_common(1)[0][0] if ends else "\n"
    yield f"end = {quoted(usual)}"
    strange = [f"[{number}, {quoted(end)}]" for number, end in enumerate(ends, 1) if end != usual]
    yield from [f"ends = [{', '.join(strange)}]"] if strange else []
    own = [f'[{at}, "{piece.hex()}"]' for at, piece in text.own_bytes]
    yield from [f"bytes = [{', '.join(own)}]"] if own else []
    if laid.turned is not None:
        yield f"blocks = {[list(block) for block in laid.turned.blocks]}"


def _lines(recipe: Recipe) -> Iterator[str]:
    places = Places(_cuts(recipe.joints))
    yield "lines = ["
    for pieces in recipe.lines:
        yield f"  {_spelled(pieces, recipe.passages, places)},"
    yield "]"


def _spelled(pieces: Pieces, passages: Sequence[CopyLine], places: Places) -> str:
    spelled = [f"={one}" if isinstance(one, str) else _piece(one, passages[one.passage], places) for one in pieces]
    if len(spelled) == 1:
        return quoted(spelled[0])
    return f"[{', '.join(map(quoted, spelled))}]" if spelled else '""'


def _piece(part: Part, passage: CopyLine, places: Places) -> str:
    said = "" if (part.start, part.end) == places.span(passage) else f" {part.start}-{part.end}"
    places.reached[passage.name] = part.end
    kept = f" !{','.join(map(str, part.kept))}" if part.kept else ""
    return f"{passage.name}{said}{kept}"


def quoted(text: str) -> str:
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
