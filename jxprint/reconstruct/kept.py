"""What notes.md says of what was kept as it stands, and of what the page could not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from jxprint.errors import Finding
from jxprint.lint.doubled import doubled_marks
from jxprint.lint.lines import Fault, Line, Role
from jxprint.lint.pairing import pairing
from jxprint.messages import text, told
from jxprint.reconstruct import Reconstruction
from jxprint.reconstruct.misprints import misprints

# So many lines of the dump are named for a character; and so much is shown about a place.
_MOST_LINES, _AROUND = 12, 6


class Missing(Struct, frozen=True):
    """What a page has not: the characters for which 〓 stands, and by line of the dump what is in none of its texts."""

    faceless: frozenset[str] = frozenset()
    left_out: tuple[tuple[int, str], ...] = ()


class _Passage(Struct, frozen=True):
    """A text and what a person calls its place."""

    place: str
    line: Line


def kept(found: Reconstruction, missing: Missing, language: str) -> Iterator[str]:
    """Sentences, one for each thing."""
    for one in found.page.unplaced:
        yield text("notes.unplaced", language, text=one.text, line=one.spans[0].line if one.spans else 0)
    yield from _characters(found, missing, language)
    for number, said in missing.left_out:
        if not set(said) <= {*"".join(missing.faceless), "\ufffd"}:
            yield text("notes.left_out", language, text=said, line=number)
    yield from _misprints(found, language)


def _characters(found: Reconstruction, missing: Missing, language: str) -> Iterator[str]:
    """Characters that no face has, and those of private use, with the lines of the dump that have them."""
    wanted = sorted({*"".join(missing.faceless), *_private(found)})
    for char in wanted:
        lines = [line.number for line in found.evidence.lines if char in line.text]
        shown = text("notes.join", language).join(map(str, lines[:_MOST_LINES])) + ("…" if lines[_MOST_LINES:] else "")
        key = "notes.faceless" if any(char in one for one in missing.faceless) else "notes.private_use"
        yield text(key, language, char=char, code=f"U+{ord(char):04X}", lines=shown)


def _private(found: Reconstruction) -> set[str]:
    chars: set[str] = set().union(*(line.text for line in found.evidence.lines))
    return {char for char in chars if "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"}


def _misprints(found: Reconstruction, language: str) -> Iterator[str]:
    """Likely misprints of the original, with place and reason."""
    passages = list(_passages(found, language))
    for number, one in enumerate(passages):
        for slip in misprints(one.line.text):
            reason = text(f"notes.{slip.reason}", language)
            yield text("notes.misprint", language, place=one.place, context=slip.context, reason=reason)
        for fault in doubled_marks(one.line):
            yield _fault(passages, number, fault, language)
    for fault in pairing(tuple(one.line for one in passages)):
        yield _fault(passages, fault.line, fault, language)


def _fault(passages: Sequence[_Passage], number: int, fault: Fault, language: str) -> str:
    one = passages[number]
    shown = one.line.text[max(0, fault.start - _AROUND) : fault.start + _AROUND]
    reason = told(Finding(fault.key, args=fault.args), language).partition("；提示" if language == "zh" else "; hint")[
        0
    ]
    return text("notes.misprint", language, place=one.place, context=shown, reason=reason)


def _passages(found: Reconstruction, language: str) -> Iterator[_Passage]:
    """All words of the page; paragraphs by their numbers in their stories."""
    counted: Counter[str] = Counter()
    for number, (part, role, head, said) in enumerate(_texts(found)):
        counted[head + role] += 1
        key = "notes.place" if role == "body" else "notes.place_in_head"
        place = text(key, language, story=head, paragraph=counted[head + role])
        yield _Passage(place, Line(number, part, role, said))


def _texts(found: Reconstruction) -> Iterator[tuple[int, Role, str, str]]:
    page = found.page
    head = page.headline[0].text if page.headline else ""
    for one in (*page.kicker, *page.headline, *page.deck):
        yield 0, "headline", head, one.text
    for piece in page.standfirst:
        yield 1, "body", head, piece.text.text
    for picture in page.pictures:
        yield 2, "caption", picture.caption.text, picture.caption.text
    for part, (story, restored) in enumerate(zip(page.stories, found.stories, strict=True), 3):
        head = story.headline[0].text if story.headline else str(part - 2)
        for one in (*story.kicker, *story.headline, *story.deck):
            yield part, "headline", head, one.text
        for paragraph in restored.paragraphs:
            yield part, "body", head, paragraph.text
