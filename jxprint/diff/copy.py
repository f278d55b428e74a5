"""Copy that changed: paragraph by paragraph, and within a paragraph character by character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.alignment import Hunk, align
from jxprint.diff.mates import mates_of
from jxprint.diff.splits import Split, splits, without
from jxprint.diff.spots import is_running, known_of, number_of, where
from jxprint.diff.stories import Piece, Story
from jxprint.errors import Finding, Place
from jxprint.model import SeenBlock

# A finding, with the place of its page among the pairs of pages.
Told = tuple[int, Finding]
# Characters shown on either side of a change, and of a passage.
_AROUND = 6
_SHOWN = 30
# A paragraph that keeps less than this share of its characters was written anew.
_KEPT = 0.3
# A shorter passage that stands elsewhere may be there by chance.
_SHORTEST = 6


class Passage(Struct, frozen=True):
    """A block of one proof that has no counterpart in its story's other version; `is_new`: it is of the new proof."""

    story: Story
    block: SeenBlock
    is_new: bool

    @property
    def piece(self) -> Piece:
        """The part of its story that it stands in."""
        first = self.block.lines[0]
        return self.story.piece(first) if self.is_new else self.story.old_piece(first)

    @property
    def is_told(self) -> bool:
        """Whether it is to be told by itself, not with its part: a story that is new or gone is told whole, and so is
        the head of a part that is.
        """
        part = self.block.lines[0].part
        if self.story.old is None or self.story.new is None:
            return False
        both_have_part = self.story.mates[part] is not None if self.is_new else part in self.story.mates
        return both_have_part or is_running(self.block)


def copy_changes(story: Story) -> tuple[list[Told], list[Passage], list[Passage]]:
    """The changes within paragraphs of a story, and the paragraphs that are gone and new. What a whole part brings or
    takes along is told with the part, but for passages that stood or stand in another one.
    """
    old = story.old.blocks if story.old is not None else ()
    new = story.new.blocks if story.new is not None else ()
    mates = mates_of(old, new)
    parted = splits(old, new, mates)
    made_one = splits(new, old, [mates.index(at) if at in mates else None for at in range(len(old))])
    findings: list[Told] = []
    come: list[Passage] = []
    kept: set[int] = {one.piece for one in made_one}
    for at, (block, mate) in enumerate(zip(new, mates, strict=True)):
        if any(one.piece == at for one in parted):
            continue
        before = None if mate is None else _as_broken_now(mate, old, new, (parted, made_one))
        if mate is None or before is None or not _is_version(before, block):
            come.append(Passage(story, block, True))
            continue
        kept.add(mate)
        findings += _within(story, before, block)
    findings += (_parted(story, new, one) for one in parted)
    findings += (_made_one(story, old, new, one) for one in made_one)
    gone = [Passage(story, block, False) for at, block in enumerate(old) if at not in kept]
    return findings, gone, come


def _as_broken_now(
    at: int, old: Sequence[SeenBlock], new: Sequence[SeenBlock], breaks: tuple[Sequence[Split], Sequence[Split]]
) -> SeenBlock:
    """An old paragraph without what is one of its own now, and with what no longer is."""
    parted, made_one = breaks
    block = old[at]
    for one in parted:
        if one.whole == at:
            block = without(block, new[one.piece].text, is_first=one.is_first)
    for one in made_one:
        if one.rest == at:
            first, second = (old[one.piece], block) if one.is_first else (block, old[one.piece])
            block = replace(block, lines=first.lines + second.lines)
    return block


def _parted(story: Story, new: Sequence[SeenBlock], split: Split) -> Told:
    first, second = (new[at] for at in sorted((split.piece, split.rest)))
    piece = story.piece(second.lines[0])
    args = {"part": piece.said, "where": where(second, second), **_around(first.text, second.text)}
    place = Place(part=story.name, paragraph=second.number, offset=0)
    return piece.page, Finding("checks.diff.paragraph_split", place, args, "note")


def _made_one(story: Story, old: Sequence[SeenBlock], new: Sequence[SeenBlock], split: Split) -> Told:
    block, piece = new[split.whole], old[split.piece].text
    at = len(piece) if split.is_first else len(block.text) - len(piece)
    its = story.at(block, at)
    args = {"part": its.said, "where": where(block, block), "at": at + 1}
    place = Place(part=story.name, paragraph=block.number, offset=at)
    about = args | _around(block.text[:at], block.text[at:])
    return its.page, Finding("checks.diff.paragraphs_joined", place, about, "note")


def _around(before: str, after: str) -> dict[str, str]:
    return {"before": before[-_AROUND:], "after": after[:_AROUND]}


def _is_version(old: SeenBlock, new: SeenBlock) -> bool:
    """Whether one text came out of the other; short ones (a name, a head, a line of an ear) did where they stand in one
    place. Of a folder and a file the folder knows what is none of the text.
    """
    is_one_role = old.role == new.role or not (old.role and new.role)
    is_short = min(len(old.text), len(new.text)) < 2 * _SHOWN
    if old.text == new.text or (is_one_role and known_of(old, new).role != "body" and is_short):
        return True
    lost = sum(max(hunk.end - hunk.start, hunk.read_end - hunk.read_start) for hunk in align(old.text, new.text))
    return lost <= (1 - _KEPT) * max(len(old.text), len(new.text))


def _within(story: Story, old: SeenBlock, new: SeenBlock) -> Iterator[Told]:
    for hunk in align(old.text, new.text):
        piece = story.at(new, hunk.read_start)
        yield piece.page, _changed(story.name, piece, (old, new), hunk)


def _changed(name: str, piece: Piece, blocks: tuple[SeenBlock, SeenBlock], hunk: Hunk) -> Finding:
    """One change, at its place in the new text."""
    old, new = blocks
    gone, come = old.text[hunk.start : hunk.end], new.text[hunk.read_start : hunk.read_end]
    place = Place(part=name, paragraph=number_of(old, new), offset=hunk.read_start)
    args: dict[str, object] = {
        "part": piece.said,
        "where": where(old, new),
        "at": hunk.read_start + 1,
        "before": new.text[max(0, hunk.read_start - _AROUND) : hunk.read_start],
        "after": new.text[hunk.read_end : hunk.read_end + _AROUND],
    }
    if hunk.kind == "moved":
        return Finding("checks.diff.text_moved", place, {**args, "text": come, "old_at": hunk.start + 1}, "note")
    if not gone:
        return Finding("checks.diff.text_inserted", place, {**args, "text": come}, "note")
    if not come:
        return Finding("checks.diff.text_deleted", place, {**args, "text": gone}, "note")
    return Finding("checks.diff.text_replaced", place, {**args, "old": gone, "new": come}, "note")


def passages_moved(gone: Sequence[Passage], come: Sequence[Passage]) -> Iterator[Told]:
    """Paragraphs that are gone here and new there are one move; the others are told as what they are."""
    left = list(gone)
    come, new_rows = _without_rows(come)
    for passage in come:
        text = passage.block.text
        before = next((one for one in left if one.block.text == text and len(text) >= _SHORTEST), None)
        if before is not None:
            left.remove(before)
            yield passage.piece.page, _moved(before, passage)
        elif passage.is_told:
            yield passage.piece.page, _whole("checks.diff.paragraph_new", passage)
    left, old_rows = _without_rows(left)
    for key, rows in (("checks.diff.row_new", new_rows), ("checks.diff.row_gone", old_rows)):
        for row in rows:
            yield row[0].piece.page, _row(key, row)
    for passage in left:
        if passage.is_told:
            yield passage.piece.page, _whole("checks.diff.paragraph_gone", passage)


def _without_rows(passages: Sequence[Passage]) -> tuple[list[Passage], list[list[Passage]]]:
    """Passages without those that are whole rows of a table both proofs have, and these row by row."""
    rows: dict[tuple[int, int], list[Passage]] = {}
    for passage in passages:
        cell = passage.block.cell
        if cell is not None and passage.is_told:
            rows.setdefault((id(passage.story), cell[0]), []).append(passage)
    whole = [row for row in rows.values() if len(row) > 1]
    taken = {id(passage) for row in whole for passage in row}
    return [passage for passage in passages if id(passage) not in taken], whole


def _row(key: str, row: Sequence[Passage]) -> Finding:
    block = row[0].block
    text = _shown("\u3000".join(one.block.text for one in row))
    args = {"part": row[0].piece.said, "row": block.cell[0] if block.cell is not None else 0, "text": text}
    return Finding(key, Place(part=row[0].story.name, paragraph=block.number), args, "note")


def _whole(key: str, passage: Passage) -> Finding:
    block = passage.block
    place = Place(part=passage.story.name, paragraph=block.number)
    text = _shown(block.text)
    args = {
        "part": passage.piece.said,
        "where": where(block, block),
        "text": text,
        "characters": len(block.text),
    }
    return Finding(key, place, args, "note")


def _moved(before: Passage, after: Passage) -> Finding:
    args = {
        "part": after.piece.said,
        "where": where(after.block, after.block),
        "old_part": before.piece.said,
        "old_where": where(before.block, before.block),
        "text": _shown(after.block.text),
    }
    place = Place(part=after.story.name, paragraph=after.block.number)
    return Finding("checks.diff.paragraph_moved", place, args, "note")


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
