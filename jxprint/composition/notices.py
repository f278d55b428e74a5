"""The notice of a re-setting (重排说明): a line or two in the foot margin of a page that was set anew."""

from __future__ import annotations

from jxprint.composition.desk import Desk
from jxprint.composition.frame import EM_TOP
from jxprint.composition.lines import SetLine, set_paragraph
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model.resetting import label_of
from jxprint.placed import Article, TextBlock

NOTICE = "resetting"
# Paper within this of the trim is not for text: it may be cut off.
_SAFE_PT = 3 * PT_PER_MM
# Between the em boxes of two lines, in ems.
_LEADING_EM = 1.4


def notice_article(desk: Desk) -> Article | None:
    """The notice under the type area, as far below it as the folio stands above; None where the page has none."""
    lines = _lines(desk)
    if not lines:
        return None
    frame = desk.frame
    size, top = lines[0].size_pt, _top(desk, lines)
    placed = tuple(
        line.at(frame.left, top + (row * _LEADING_EM + EM_TOP) * size, part=NOTICE, field="note", index=0)
        for row, line in enumerate(lines)
    )
    box = Rect(frame.left, top, frame.width(frame.columns), _depth(lines))
    block = TextBlock("folio", "note", 0, placed, (box,))
    return Article(NOTICE, "folio", label_of(desk.page.language), box, (block,))


def notice_over(desk: Desk) -> list[Finding]:
    """The notice where the foot margin has no room for it."""
    lines = _lines(desk)
    room = desk.page.sheet.height_pt - _SAFE_PT - desk.frame.print_space.bottom
    past = _depth(lines) - room
    if not lines or past <= 0.01:
        return []
    resetting = desk.page.resetting
    assert resetting is not None
    args = {"lines": len(lines), "room": f"{max(0.0, room) / PT_PER_MM:.1f}", "over": f"{past / PT_PER_MM:.1f}"}
    return [Finding("composition.notice_over", resetting.place, args)]


def _lines(desk: Desk) -> tuple[SetLine, ...]:
    page = desk.page
    notice = None if page.resetting is None else page.resetting.notice(page.language)
    if notice is None:
        return ()
    return set_paragraph(notice.text, desk.setting(NOTICE, desk.frame.width(desk.frame.columns)))


def _top(desk: Desk, lines: tuple[SetLine, ...]) -> float:
    """As far under the type area as the folio stands above it, or as far as the margin has room."""
    bottom = desk.frame.print_space.bottom
    spare = desk.page.sheet.height_pt - _SAFE_PT - bottom - _depth(lines)
    return bottom + max(0.0, min(1.5 * desk.frame.pitch - lines[0].size_pt, spare))


def _depth(lines: tuple[SetLine, ...]) -> float:
    return ((len(lines) - 1) * _LEADING_EM + 1) * lines[0].size_pt if lines else 0.0
