"""Joints of printed pages (断栏处): what a faithful build cost, leg by leg, and how free setting stands to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, tell
from jxprint.cli.composed import composed
from jxprint.cli.session import Session
from jxprint.cli.tabular import table_lines
from jxprint.errors import Finding
from jxprint.messages import render, text

if TYPE_CHECKING:
    from jxprint.edition.joints import PageJoints

_COLUMNS = (
    "evidence.column.story",
    "evidence.column.leg",
    "evidence.column.lines",
    "evidence.column.foot",
    "evidence.column.gap",
    "evidence.column.squeeze",
    "evidence.column.squeezed",
    "evidence.column.worst",
)
_FEET = {
    "joint": "evidence.foot.joint",
    "paragraph": "evidence.foot.paragraph",
    "parted": "evidence.foot.parted",
    "text": "evidence.foot.text",
}


def leg_table(session: Session, pages: Sequence[PageJoints]) -> Iterator[str]:
    """Every leg of every story: its lines, what ends at its foot, the widest gap, the most that a line is squeezed, how
    many lines are, and the worst line.
    """
    rows = [[text(key, session.language) for key in _COLUMNS]]
    for page in pages:
        for story in page.stories:
            for one in story.costs():
                foot = text(_FEET[one.foot], session.language)
                amounts = [f"{one.gap_em:.3f}", f"{one.squeezed_em:.3f}", str(one.squeezed)]
                worst = "" if one.worst is None else one.worst.text
                rows.append([story.story, str(one.leg), str(one.lines), foot, *amounts, worst])
    yield from table_lines(rows)


def show_joints(session: Session, folder: Path) -> None:
    """Compose the pages freely and list their joints: which of them are the foot of a leg all the same."""
    from jxprint.description.editions import orders_of
    from jxprint.description.evidence import with_joints
    from jxprint.edition.looking_for_joints import page_joints, with_manners
    from jxprint.fonts import open_library

    with Progress() as progress:
        orders = orders_of([folder])

        def told(key: str, number: int, of: int) -> None:
            progress.step(text(key, session.language, number=number, of=of))

        placed, notes = composed(orders, told)
    found: list[PageJoints] = []
    said: list[Finding] = list(notes)
    for order, one in zip(orders.pages, placed, strict=True):
        page, more = with_joints(order.read()[0])
        said += more
        library = open_library(page.style.fonts, base=order.folder, places=page.style.font_places)
        found.append(with_manners(page, page_joints(page, one), library))
    if session.json:
        answer_json({"pages": [one.as_dict() for one in found], "findings": as_dicts(session, said)})
        return
    tell(session, said)
    for told_of in found:
        for finding in told_of.listed():
            answer(render(finding, session.language))
