"""The source in a review: its lines coloured by what each was taken for, with the joints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from msgspec.structs import replace

from jxprint.messages import text
from jxprint.reconstruct.figures import SURE
from jxprint.reconstruct.review_places import LOOK_OF, Stretch
from jxprint.reconstruct.reviewed import Reviewed, percent, role_key

# No more blank lines than these are shown in a row.
_BLANKS = 3


def source_shown(page: Reviewed) -> Iterator[str]:
    """The source, line by line."""
    yield f"<h2>{page.say('review.dump')}</h2>"
    used = {one.role for row in page.rows.values() for one in row}
    yield '<ul class="legend">'
    for role, look in LOOK_OF.items():
        if role in used:
            yield f'<li class="role plain {look}">{page.role(role)}</li>'
    yield f'</ul>\n<p class="small">{page.say("review.marks")}</p>\n<div class="dump">'
    story: int | None = None
    for at, line in enumerate(page.found.evidence.lines, 1):
        yield from ('<div class="l gap"><p></p></div>' for _ in range(min(line.gap, _BLANKS)))
        row = page.rows.get(line.number, ())
        here = next((one.story for one in row if one.story is not None), None)
        if here is not None and here != story:
            story = here
            yield f'<div class="story" data-s="{escape(page.files[here])}"></div>'
        said = _line(page, line.text, row) + _end(page, line.number)
        yield f'<div class="l" id="L{at}" data-n="{line.number}"><p>{said}</p></div>'
    yield "</div>"


def _line(page: Reviewed, said: str, row: Sequence[Stretch]) -> str:
    """A line of the source, its stretches marked."""
    pieces: list[str] = []
    at = 0
    for one in _run_together(said, row):
        if one.start < at or one.end > len(said):
            continue
        pieces.append(escape(said[at : one.start]))
        pieces.append(_stretch(page, said[one.start : one.end], one))
        at = one.end
    pieces.append(escape(said[at:]))
    return "".join(pieces)


def _run_together(said: str, row: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches of a line, those that only blanks part and that are the same (names in a row) as one."""
    last: Stretch | None = None
    for one in row:
        same = last is not None and (last.role, last.decision) == (one.role, one.decision)
        if last is not None and same and not said[last.end : one.start].strip():
            last = replace(last, end=one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _stretch(page: Reviewed, said: str, one: Stretch) -> str:
    look, told = LOOK_OF.get(one.role, "text"), ""
    doubtful = one.decision is not None and one.decision.sure < SURE
    if one.decision is not None:
        told = page.say("review.taken", role=text(role_key(one.role), page.language), sure=percent(one.decision.sure))
        told = f' title="{told} {page.because(one.decision.reasons)}"'
    sure = f" {percent(one.decision.sure)} %" if doubtful and one.decision is not None else ""
    kind = " doubt" if doubtful else " plain" if one.role == "text" else ""
    return f'<span class="role {look}{kind}" data-r="{page.role(one.role)}{sure}"{told}>{escape(said)}</span>'


def _end(page: Reviewed, line: int) -> str:
    """The mark of a column's end behind a line."""
    one = page.ends.get(line)
    if one is None:
        return ""
    seen = one.kind == "joint" and "review.because.looks_ended" not in one.reasons
    kind = "seen" if seen else "inferred" if one.kind == "joint" else "end"
    said = page.say(f"review.mark_{kind}", sure=percent(one.sure))
    doubt = " doubt" if one.sure < SURE else ""
    return f'<i class="j {kind}{doubt}" data-j="{said}" title="{page.because(one.reasons)}"></i>'
