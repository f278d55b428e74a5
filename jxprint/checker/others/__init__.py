"""Pages that other programs made, against copy that is a plain text file.

Nothing is known of the page: no articles, no frames, no faces. Both readers have it in the order of its content stream
and of its structure tree where it has one; where glyphs stand on paper is a third order, of nobody's making.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.checker.others.report import OtherReport
from jxprint.checker.others.rules import Rules

if TYPE_CHECKING:
    from jxprint.checker.faces import FontFile
    from jxprint.checker.glyphs import Glyph
    from jxprint.checker.ink import Ink
    from jxprint.checker.others.copy import Paragraph
    from jxprint.checker.others.likely import Likely
    from jxprint.checker.others.pages import OtherFile, OtherPage
    from jxprint.checker.others.seen import Seen
    from jxprint.errors import Finding

__all__ = ["OtherReport", "Rules", "check_other"]


def check_other(
    pdf: Path | str | bytes, copy: Sequence[Path | bytes], rules: Rules | None = None, faces: Sequence[FontFile] = ()
) -> OtherReport:
    """Compare a PDF of any program with the paragraphs of plain text files; `faces` are known besides those that come
    along. Raises PdfError for a file that cannot be read, DescriptionError for copy that cannot.
    """
    from jxprint.checker.ink import Ink
    from jxprint.checker.others import odd
    from jxprint.checker.others.copy import name_of, read_copy
    from jxprint.checker.others.judged import judged
    from jxprint.checker.others.likely import Likely
    from jxprint.checker.others.pages import Opened
    from jxprint.checker.others.paper import paper_findings

    rules = Rules() if rules is None else rules
    paragraphs, findings = read_copy(copy)
    name = "<pdf>" if isinstance(pdf, bytes) else str(pdf)
    pages: list[OtherPage] = []
    ink, likely, unlike = Ink(name, faces), Likely(), set[str]()
    with Opened(pdf if isinstance(pdf, bytes) else Path(pdf), name, _grams(paragraphs)) as file:
        for page in file.pages:
            pages.append(page)
            if page.is_read:
                findings += odd.page_findings(page, odd.by_ink(ink.look(file.fonts), unlike), rules.whole)
                likely.gather(file.fonts, page.number)
            for font in file.fonts.known.values():
                font.met.clear()  # what was looked at, and what stands on pages that are not
        beside = list(odd.file_findings(pages))
        findings += [*beside, *odd.spoken_findings(pages), *odd.deed_findings(file.document, name)]
        absent, told = odd.missing_programs(file.document, file.fonts, likely.shown)
        findings += [*told, *likely.findings(file.document, file.fonts, {*ink.unproven, *unlike} - absent)]
        findings += odd.strange_faces(unlike.intersection(likely.unproven))
    readings = _readings(paragraphs, pages)
    if any(page.glyphs for page in pages) or not beside:
        findings += judged(paragraphs, readings, rules)
    findings += paper_findings(paragraphs, readings, pages)
    return _report(name, [name_of(one) for one in copy], paragraphs, file, readings, findings, (ink, likely))


def _grams(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Pieces by which a page is known to hold something of the copy."""
    from jxprint.checker.others.pages import GRAM

    texts = [one.text.text for one in paragraphs]
    whole = {text for text in texts if len(text) < GRAM}
    return frozenset(whole.union(text[at : at + GRAM] for text in texts for at in range(len(text) - GRAM + 1)))


def _readings(paragraphs: Sequence[Paragraph], pages: Sequence[OtherPage]) -> list[Seen]:
    """What is compared: each reader's stream, its structure tree, and an order from positions; the second reader's
    where its stream has something in another order or not at all.
    """
    from jxprint.checker.engine import READER as ENGINE
    from jxprint.checker.others.paper import read_by_position
    from jxprint.checker.reader import READER

    read = [page for page in pages if page.is_read]
    found = [_seen(READER, "stream", [(page.number, page.glyphs) for page in read])]
    if any(page.tagged for page in read):
        found.append(_seen(READER, "structure", [(page.number, page.tagged or ()) for page in read]))
    found.append(_seen(READER, "geometry", [(page.number, read_by_position(page)) for page in read]))
    found.append(_seen(ENGINE, "stream", [(page.number, page.engine) for page in read]))
    if any(one.text.text not in found[-1].folded.text for one in paragraphs):
        found.append(_seen(ENGINE, "geometry", [(page.number, read_by_position(page, page.engine)) for page in read]))
    if any(page.engine_tagged for page in read):
        found.append(_seen(ENGINE, "structure", [(page.number, page.engine_tagged or ()) for page in read]))
    return found


def _seen(reader: str, order: str, pages: Iterable[tuple[int, Sequence[Glyph]]]) -> Seen:
    from jxprint.checker.others.seen import Seen

    both = [(glyph, number) for number, glyphs in pages for glyph in glyphs]
    return Seen(reader, order, [glyph for glyph, _ in both], [number for _, number in both])


def _report(
    name: str, copy: Sequence[str], paragraphs: Sequence[Paragraph], file: OtherFile, readings: Sequence[Seen],
    findings: Sequence[Finding], looked: tuple[Ink, Likely],
) -> OtherReport:  # fmt: skip
    ink, likely = looked
    return OtherReport(
        name,
        tuple(copy),
        file.count,
        paragraphs[-1].story,
        len(paragraphs),
        sum(len(paragraph.text.text) for paragraph in paragraphs),
        tuple(dict.fromkeys(seen.reader for seen in readings)),
        tuple(dict.fromkeys(seen.order for seen in readings)),
        file.producer,
        file.is_tagged,
        tuple(sorted(findings, key=lambda one: ("error", "warning", "note").index(one.severity))),
        ink.compared,
        tuple(likely.unproven),
        likely.judged,
    )
