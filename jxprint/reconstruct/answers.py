"""What a person answered by editing the layout: story files that were changed say which line of the dump is what, where
stories begin, and which pieces are one paragraph.

Nothing is asked of how a file was changed. Its passages are looked for in the dump as the recipe looks for them, and
what is found there is taken as said: the first line of its headline is the head of a story, its paragraphs are text,
two pieces in one paragraph are one paragraph.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.reconstruct import roles as role_of
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.found import FoundStory
from jxprint.reconstruct.legs import Piece as LegPiece
from jxprint.reconstruct.recipe import CopyLine, Part, cut_by, fold_of
from jxprint.reconstruct.units import Unit

# What a line has in common with a passage tells something from so many characters on, or from this share of the line.
_TELLING, _MOST_OF_LINE = 8, 0.6
# Between two pieces of one paragraph a person may have mended so many characters.
_MENDED = 3
# The price of what a person said is not so.
_NEVER = 50.0
_FIRST = role_of.BODY - {role_of.TEXT, role_of.SUBHEAD, role_of.JUMP}
_LATER = role_of.BODY - {role_of.LEAD, role_of.LEAD_BARE, role_of.SUBHEAD}
_ROLES = {
    "kicker": role_of.KICKER, "headline": role_of.HEAD, "deck": role_of.DECK, "byline": role_of.BYLINE,
    "subhead": role_of.SUBHEAD,
}  # fmt: skip


class Said(Struct, frozen=True):
    """A stretch of a line of the dump (code points from `start` to `end`), and the roles that it may have."""

    start: int
    end: int
    roles: frozenset[int]


class Answers(Struct, frozen=True):
    """By line of the dump: what stretches of it are, whether the text goes on behind it in the same paragraph, and
    which file it stands in (of all files, changed or not).
    """

    said: Mapping[int, tuple[Said, ...]] = field(default_factory=dict)
    goes_on: Mapping[int, bool] = field(default_factory=dict)
    files: Mapping[int, str] = field(default_factory=dict)

    def fixed(self, units: Sequence[Unit]) -> list[frozenset[int] | None] | None:
        """The roles that each unit may have; None where nothing was said of it, or of any."""
        return [self._of(unit) for unit in units] if self.said else None

    def _of(self, unit: Unit) -> frozenset[int] | None:
        _, line, start, _ = unit.places[0]
        return next((one.roles for one in self.said.get(line, ()) if one.start <= start < one.end), None)

    def settled(self, story: FoundStory, pieces: Sequence[LegPiece]) -> list[LegPiece]:
        """A story's pieces, their ends as a person said."""
        return [
            one if one.text is None or (on := self._goes_on(found.text.spans)) is None else _with_end(one, on)
            for one, found in zip(pieces, story.pieces, strict=True)
        ]

    def _goes_on(self, spans: Sequence[object]) -> bool | None:
        return self.goes_on.get(spans[-1].line) if spans else None  # type: ignore[attr-defined]


NONE = Answers()


def _with_end(piece: LegPiece, goes_on: bool) -> LegPiece:
    return replace(piece, end=_NEVER, joint=0.0) if goes_on else replace(piece, end=0.0, joint=_NEVER)


class _Passage(Struct, frozen=True):
    """A passage of a story file: what it is there, and whether it is the first of its kind."""

    file: str
    role: str
    first: bool
    text: str


def answers_of(evidence: Evidence, files: Mapping[str, bytes], changed: frozenset[str]) -> Answers:
    """What the story files of a folder say of a dump; only those that a person changed are answers."""
    passages = [one for name, data in files.items() for one in _passages(name, data)]
    named = [CopyLine(f"{one.file} {k}", one.text) for k, one in enumerate(passages)]
    lines = [line.text for line in evidence.lines]
    said: dict[int, tuple[Said, ...]] = {}
    where: dict[int, str] = {}
    goes_on: dict[int, bool] = {}
    seen: set[int] = set()
    opened: set[str] = set()
    headed: set[str] = set()
    before: tuple[int, Part] | None = None
    for line, pieces in zip(evidence.lines, cut_by(named, lines, fold_of(named, "\n".join(lines)), {}), strict=True):
        parts = list(_telling(pieces, len(line.text.strip())))
        for start, part in parts:
            one = passages[part.passage]
            where.setdefault(line.number, one.file)
            if one.file in changed:
                roles = _out_of_order(one, headed) or _roles(one, part.passage not in seen, one.file in opened)
                said[line.number] = (*said.get(line.number, ()), Said(start, start + part.end - part.start, roles))
            seen.add(part.passage)
            opened.add(one.file)
            if one.role == "headline":
                headed.add(one.file)
        if before is not None and parts:
            _end_of(before, parts[0][1], passages, changed, goes_on)
        before = (line.number, parts[-1][1]) if parts else None
    return Answers(said, goes_on, where)


def _telling(pieces: Sequence[Part | str], length: int) -> Iterator[tuple[int, Part]]:
    """The stretches of a line that say for sure which passage they are of, each with where it begins in the line."""
    at = 0
    for piece in pieces:
        if isinstance(piece, str):
            at += len(piece)
            continue
        wide = piece.end - piece.start
        if wide >= min(_TELLING, _MOST_OF_LINE * length):
            yield at, piece
        at += wide


def _end_of(
    before: tuple[int, Part],
    after: Part,
    passages: Sequence[_Passage],
    changed: frozenset[str],
    goes_on: dict[int, bool],
) -> None:
    """What a file says of the end of one line, by the places of this line and the next."""
    number, part = before
    one, other = passages[part.passage], passages[after.passage]
    if one.file not in changed or one.file != other.file or "body" not in (one.role, other.role):
        return
    if part.passage == after.passage:
        if 0 <= after.start - part.end <= _MENDED:
            goes_on[number] = True
    elif one.role == "body" and other.role in ("body", "subhead"):
        goes_on[number] = False


def _out_of_order(one: _Passage, headed: Container[str]) -> frozenset[int]:
    """The roles in a head of a line that a person put elsewhere than the dump has it: it stays with its story as what
    may stand there. None where it stands where such a line does; `headed` are the files whose headline came before.
    """
    if one.role == "kicker" and one.file in headed:
        return frozenset((role_of.DECK, role_of.BYLINE))
    if one.role in ("deck", "byline") and one.file not in headed:
        return frozenset((role_of.KICKER, _ROLES[one.role]))
    return frozenset()


def _roles(one: _Passage, begins: bool, opened: bool) -> frozenset[int]:
    """The roles that a line of the dump may have which stands as this passage (it `begins` there) or as more of it. A
    story whose head a person wrote, and not the dump, is `opened` by its text.
    """
    if one.role == "headline":
        return frozenset((role_of.HEAD if one.first and begins else role_of.HEAD_LINE,))
    if one.role in ("body", "dateline"):
        if not opened:
            return frozenset((role_of.LEAD_BARE,))
        return _FIRST if one.role == "dateline" or (one.first and begins) else _LATER
    return frozenset((_ROLES[one.role],))


def _passages(name: str, data: bytes) -> Iterator[_Passage]:
    """The passages of a story file in the order of a dump; none of any other file."""
    if PurePath(name).suffix != ".txt" or name.startswith("source."):
        return
    from jxprint.description.stories import read_story

    story = read_story(data.decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n"), name, [])
    if "headline" not in story.header:
        return
    for key in ("kicker", "headline", "deck", "byline", "dateline"):
        for k, line in enumerate(story.lines(key)):
            yield _Passage(name, key, k == 0, line.text)
    first = not story.lines("dateline")
    for paragraph in story.paragraphs:
        yield _Passage(name, paragraph.kind, first and paragraph.kind == "body", paragraph.text)
        first = first and paragraph.kind != "body"
