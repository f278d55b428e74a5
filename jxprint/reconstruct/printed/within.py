"""What stands within the text of a story and is none of it: a dateline, names at the end, a jump line."""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.reconstruct.datelines import end_names, jump_to
from jxprint.reconstruct.found import FoundStory, Piece, Span, Text
from jxprint.reconstruct.printed.paragraphs import Stretch
from jxprint.text.datelines import dateline_length


def with_pieces(story: FoundStory, found: list[Stretch]) -> tuple[FoundStory, list[Stretch]]:
    """The story with its pieces, and what stands within them taken out: a dateline, names at the end, a jump line."""
    if found and (length := dateline_length(found[0].piece.text.text)):
        first = found[0].piece.text
        story = replace(story, dateline=part_of(first, 0, length))
        found[0] = _cut(found[0], length, None)
    if found and (at := jump_to(found[-1].piece.text.text)) >= 0 and found[-1].piece.text.text[at:] != "":
        story = replace(story, jump_to=part_of(found[-1].piece.text, at, None))
        found[-1] = _cut(found[-1], 0, at)
    if found and not story.byline and (at := end_names(found[-1].piece.text.text)) > 0:
        names = part_of(found[-1].piece.text, at, None)
        story = replace(story, byline=(names,), byline_at_end=True)
        found[-1] = _cut(found[-1], 0, at)
    found = [one for one in found if one.piece.text.text]
    if found and found[-1].goes_on:
        found[-1] = replace(found[-1], goes_on=False)
    return replace(story, pieces=tuple(one.piece for one in found)), found


def _cut(one: Stretch, start: int, end: int | None) -> Stretch:
    return Stretch(Piece(part_of(one.piece.text, start, end), one.piece.role), one.goes_on, one.lines)


def part_of(text: Text, start: int, end: int | None) -> Text:
    """Some characters of a text with their places."""
    end = len(text.text) if end is None else end
    spans, at = [], 0
    for span in text.spans:
        length = span.end - span.start
        low, high = max(start, at), min(end, at + length)
        if low < high:
            spans.append(Span(span.line, span.start + low - at, span.start + high - at))
        at += length
    return Text(text.text[start:end].strip(), tuple(spans))
