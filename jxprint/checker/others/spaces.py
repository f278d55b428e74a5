"""Spaces between Latin words and figures, hyphens at line ends, and what is not seen: the rules of white.

1. White at the ends of lines, indents and white beside Han are setting, and no text.
2. Between Latin letters or figures a space of the copy is white, a gap or a line's end on the page; and no white stands
   there where the copy has none.
3. A hyphen at the end of a line between Latin letters is the setting's (`is_hyphenation`), and so is a soft hyphen.
4. Variation selectors are told where one side alone has them; soft hyphens within a line and zero-width characters
   where the page has them, since in copy they are wishes for the setting.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from jxprint.checker.alignment import Hunk
from jxprint.checker.others.copy import Paragraph
from jxprint.checker.others.forms import kind_of
from jxprint.checker.others.seen import CLOSE, NEW_LINE, Seen

_HYPHEN = "-"

# Offset in a paragraph, in the text read, length; both are alike there once folded.
Piece = tuple[int, int, int]


def is_hyphenation(seen: Seen, hunk: Hunk) -> bool:
    """Whether what is extra is a hyphen where a line ends within a Latin word."""
    text, at = seen.folded.text, hunk.read_start
    if hunk.kind != "extra" or text[at : hunk.read_end] != _HYPHEN or not 0 < at < len(text) - 1:
        return False
    before, behind = text[at - 1], text[at + 1]
    return seen.joints[at + 1] == NEW_LINE and before.isascii() and before.isalpha() and behind.isalpha()


def amiss(paragraph: Paragraph, seen: Seen, pieces: Sequence[Piece]) -> Iterator[tuple[str, int, int]]:
    """Where white between Latin words differs: the message's key, the offsets in paragraph and text (both folded)."""
    copy, read = paragraph.text, seen.folded
    for start, there, size in pieces:
        for own, other in zip(range(start + 1, start + size), range(there + 1, there + size), strict=True):
            if not (_is_latin(copy.text[own]) and _is_latin(copy.text[own - 1])):
                continue
            wanted = any(char.isspace() for char in copy.raw[copy.at[own - 1] + 1 : copy.at[own]])
            has_white = any(char.isspace() for char in read.raw[read.at[other - 1] + 1 : read.at[other]])
            if wanted and seen.joints[other] == CLOSE and not has_white:
                yield "checks.other.space_missing", own, other
            elif not wanted and has_white and seen.joints[other] != NEW_LINE:
                yield "checks.other.space_extra", own, other


def unseen(paragraph: Paragraph, seen: Seen, pieces: Sequence[Piece]) -> Iterator[tuple[str, str, str, int, int]]:
    """What is not seen and stands on one side alone: the kind, both spellings, and the offsets as above."""
    copy, read = paragraph.text, seen.folded
    for start, there, size in pieces:
        shown = read.unseen(there, there + size)
        own = [char for at in copy.unseen(start, start + size) if (char := copy.raw[at]) and _is_selector(char)]
        if not shown and not own:
            continue
        other = [read.raw[at] for at in shown if not _is_setting(seen, at)]
        for char in sorted({*own, *other}):
            if own.count(char) != other.count(char):
                kind = kind_of(char) or "invisible"
                sides = (char, "") if own.count(char) > other.count(char) else ("", char)
                yield kind, *sides, start, there


def _is_selector(char: str) -> bool:
    return kind_of(char) == "selector"


def _is_setting(seen: Seen, at: int) -> bool:
    """A soft hyphen where a line ends."""
    if kind_of(seen.folded.raw[at]) != "soft_hyphen":
        return False
    behind = bisect_right(seen.folded.at, at)
    return behind == len(seen.folded.at) or seen.joints[behind] == NEW_LINE


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
