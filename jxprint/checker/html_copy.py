"""The copy in a report, with the same marks as the page: what each finding speaks of, in the words of the copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from msgspec import Struct

from jxprint.checker.expected import ExpectedPage, ExpectedPassage, ExpectedText
from jxprint.checker.figures import kind_of
from jxprint.errors import Finding


class Numbered(Struct, frozen=True):
    """A finding with its number in the report."""

    number: int
    finding: Finding

    @property
    def kind(self) -> str:
        """What its marks look like."""
        return kind_of(self.finding) or "other"

    @property
    def page(self) -> int:
        """The page that it is of, from 1; 0 where it is of the file."""
        page = self.finding.args.get("page")
        return page if isinstance(page, int) else 0


class Span(Struct, frozen=True):
    """A stretch of a page's copy that a finding speaks of; empty between two characters."""

    start: int
    end: int
    one: Numbered


def spans_of(copy: ExpectedPage, findings: Sequence[Numbered]) -> list[Span]:
    """Where in the copy of a page its findings are, in order."""
    starts: dict[tuple[str, str, int], list[tuple[int, ExpectedPassage]]] = {}
    for start, passage in zip(copy.whole.starts, copy.whole.passages, strict=True):
        starts.setdefault((passage.part, passage.role, passage.number), []).append((start, passage))
    found: list[Span] = []
    for one in findings:
        place = one.finding.place
        key = str(place.part), str(one.finding.args.get("role")), place.paragraph or 0
        wanted = one.finding.args["read"] if one.kind == "extra" else _said(one)
        for start, passage in starts.get(key, ())[:1]:
            at = start + _offset(passage, place.offset or 0)
            length = 0 if one.kind == "extra" else len(str(wanted))
            found.append(Span(at, min(at + length, len(copy.whole.text)), one))
    return sorted(found, key=lambda span: (span.start, span.end))


def _said(one: Numbered) -> str:
    args = one.finding.args
    if one.kind != "other":
        return str(args.get("expected", ""))
    return str(args.get("text", "")).rstrip("…") or "."


def _offset(passage: ExpectedPassage, offset: int) -> int:
    if passage.origins is not None and offset in passage.origins:
        return passage.origins.index(offset)
    return min(offset, len(passage.text))


def copy_shown(copy: ExpectedPage, spans: Sequence[Span]) -> Iterator[str]:
    """The articles of a page's copy as markup, `spans` marked."""
    at = 0
    told: set[int] = set()
    yield '<div class="copy">'
    for article in copy.articles:
        yield "<article>"
        yield from _passages(article, at, spans, told, len(copy.whole.text))
        yield "</article>"
        at += len(article.text)
    yield "</div>"


def _passages(article: ExpectedText, at: int, spans: Sequence[Span], told: set[int], foot: int) -> Iterator[str]:
    for start, passage in zip(article.starts, article.passages, strict=True):
        begin, end = at + start, at + start + len(passage.text)
        here = [span for span in spans if span.start <= end and (span.end > begin or span.start >= begin)]
        marked = _marked(passage.text, begin, here, told, is_last=end == foot)
        yield f'<p class="{passage.role}">{"".join(marked)}</p>'


def _marked(text: str, begin: int, spans: Sequence[Span], told: set[int], *, is_last: bool) -> Iterator[str]:
    """A passage cut wherever a mark begins or ends; `is_last` of its page."""
    end = begin + len(text)
    cuts = {begin, end, *(edge for span in spans for edge in (span.start, span.end) if begin < edge < end)}
    ordered = sorted(cuts)
    for left, right in zip(ordered, [*ordered[1:], end + 1], strict=True):
        # What stands between two passages stands before the second.
        if left < end or is_last:
            yield from (_inserted(span.one, told) for span in spans if span.start == span.end == left)
        inside = [span.one for span in spans if span.start <= left and span.end >= right]
        if left < end:
            said = visible(text[left - begin : right - begin])
            yield _mark(said, inside, told) if inside else said


def _mark(said: str, inside: Sequence[Numbered], told: set[int]) -> str:
    """The last finding gives the colour; all have their numbers."""
    for one in inside:
        is_new = one.number not in told
        told.add(one.number)
        place = f' id="c{one.number}"' if is_new else ""
        sup = f'<sup data-n="{one.number}"></sup>' if is_new else ""
        said = f'<mark{place} class="k-{one.kind} f{one.number}"><a href="#f{one.number}">{said}{sup}</a></mark>'
    return said


def _inserted(one: Numbered, told: set[int]) -> str:
    if one.number in told:
        return ""
    told.add(one.number)
    said = visible(str(one.finding.args.get("read", "")))[:200]
    return (
        f'<ins id="c{one.number}" class="k-{one.kind} f{one.number}"><a href="#f{one.number}">{said}'
        f'<sup data-n="{one.number}"></sup></a></ins>'
    )


def visible(said: str) -> str:
    """Text as markup, what cannot be seen as what it is."""
    return "".join(
        escape(char) if char.isprintable() or char == "\u3000" else f"&lt;{ord(char):04X}&gt;" for char in said
    )
