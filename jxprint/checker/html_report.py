"""A check's report as one HTML file: the page with every finding marked on it, and beside it what each finding says and
the copy with the same marks.

It needs nothing else, neither net nor script: pictures are in it, and what belongs together lights up by the style
sheet. Where nothing can be drawn or read the report says that, with the copy as it was to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from msgspec import Struct

from jxprint.checker.expected import ExpectedPage, expected_page
from jxprint.checker.figures import figure_lines
from jxprint.checker.html_copy import Numbered, Span, copy_shown, spans_of
from jxprint.checker.html_findings import finding_shown
from jxprint.checker.html_marks import picture_shown
from jxprint.checker.html_style import LOOKS, sheet
from jxprint.checker.imposed import FilePage, Given, file_pages
from jxprint.checker.pictured import Pictured, pictured
from jxprint.checker.report import CheckReport
from jxprint.errors import Finding
from jxprint.messages import render, text
from jxprint.model import Page
from jxprint.web_page import web_page

# Findings that are marked on one page; behind these only their number is told, and --json has them all.
_MARKED = 300


class _Shown(Struct, frozen=True):
    """What one page's part of a report is made of."""

    number: int
    title: str
    copy: ExpectedPage | None
    findings: Sequence[Numbered]
    more: int
    picture: Pictured | None


def html_report(
    report: CheckReport, pdf: Path | bytes, pages: Sequence[Given], language: str, besides: Sequence[str] = ()
) -> str:
    """The report of a check of `pages`; `besides` are lines that are told with the verdict."""
    sheets, by_page = file_pages(pages), _by_page(report.findings)
    marked = frozenset(page - 1 for page in by_page if page)
    count = min(report.pages, max(len(report.copy), *by_page, 0))
    pictures = [*pictured(pdf, report.file, marked, count), *[None] * len(report.copy)]
    shown = [
        _Shown(at + 1, _title(sheets, at), copy, *_kept(by_page.get(at + 1, ())), pictures[at])
        for at, copy in enumerate(report.copy)
    ]
    verdict = [*besides, *report.lines(language)[:1]]
    if not report.ok:
        verdict += figure_lines(report.errors, report.characters, report.findings, language)
    body = [*_head(report.file, verdict, report.ok, language), *_of_file(by_page.get(0, ()), language)]
    for one in shown:
        body += _page(one, language)
    return _whole(report.file, body, sum(len(one) for one in by_page.values()), language)


def html_refusal(name: str, findings: Sequence[Finding], pages: Sequence[Page], language: str) -> str:
    """The report about a file that cannot be read back at all."""
    verdict = [text("report.unreadable", language), *(render(one, language) for one in findings)]
    body = list(_head(name, verdict, False, language))
    for at, page in enumerate(pages):
        body += _page(_Shown(at + 1, page.title, expected_page(page), (), 0, None), language)
    return _whole(name, body, 0, language)


def _whole(name: str, body: Sequence[str], numbers: int, language: str) -> str:
    title = text("report.title", language, name=Path(name).name)
    return web_page(title, sheet(min(numbers, 2000)), "\n".join(body), language, pictures=True)


def _by_page(findings: Sequence[Finding]) -> dict[int, list[Numbered]]:
    """Findings by page (0: of the file), numbered in the order of the report: page by page."""
    found: dict[int, list[Finding]] = {}
    for one in findings:
        found.setdefault(Numbered(0, one).page, []).append(one)
    numbered: dict[int, list[Numbered]] = {}
    at = 0
    for page in sorted(found):
        ordered = sorted(found[page], key=_down_the_page)
        numbered[page] = [Numbered(number, one) for number, one in enumerate(ordered, at + 1)]
        at += len(found[page])
    return numbered


def _down_the_page(one: Finding) -> tuple[float, float]:
    """What has no place comes first."""
    y, x = one.args.get("y_mm"), one.args.get("x_mm")
    return (float(y), float(x)) if isinstance(y, (int, float)) and isinstance(x, (int, float)) else (-1e9, 0.0)


def _kept(findings: Sequence[Numbered]) -> tuple[Sequence[Numbered], int]:
    return findings[:_MARKED], max(0, len(findings) - _MARKED)


def _title(pages: Sequence[FilePage], at: int) -> str:
    return pages[at].title if at < len(pages) else ""


def _head(name: str, verdict: Sequence[str], ok: bool, language: str) -> Iterator[str]:
    yield f"<h1>{escape(text('report.title', language, name=Path(name).name))}</h1>"
    said = "".join(f"<p>{escape(line)}</p>" for line in verdict)
    word = text("report.good" if ok else "report.bad", language)
    yield f'<div class="verdict {"good" if ok else "bad"}"><p><b>{escape(word)}</b></p>{said}</div>'
    if not ok:
        rows = (
            f'<li class="k-{kind}"><b>{sign}</b> {escape(text(_KINDS[kind], language))}</li>'
            for kind, (_, _, sign) in LOOKS.items()
        )
        yield f'<ul class="legend">{"".join(rows)}</ul>'
        yield f'<p class="small">{escape(text("report.how", language))}</p>'


_KINDS = {
    "missing": "report.kind.missing",
    "extra": "report.kind.extra",
    "altered": "report.kind.altered",
    "moved": "report.kind.moved",
    "other": "report.kind.other",
}


def _of_file(findings: Sequence[Numbered], language: str) -> Iterator[str]:
    if findings:
        yield f"<h2>{escape(text('report.of_file', language))}</h2>\n" + '<ol class="findings">'
        yield from (finding_shown(one, None, 0, is_marked=False, language=language) for one in findings)
        yield "</ol>"


def _page(shown: _Shown, language: str) -> Iterator[str]:
    heading = text("report.page", language, page=shown.number, title=shown.title)
    yield f'<section class="page" id="p{shown.number}"><h2>{escape(heading)}</h2>'
    if shown.picture is None:
        yield f'<div class="sheet none">{escape(text("report.no_picture", language))}</div>'
    else:
        yield f'<div class="sheet">{picture_shown(shown.picture, shown.number, shown.findings)}</div>'
    yield '<div class="beside">'
    spans: list[Span] = []
    if shown.copy is not None:
        spans = spans_of(shown.copy, shown.findings)
    if shown.findings:
        yield f"<h3>{escape(text('report.findings', language, count=len(shown.findings) + shown.more))}</h3>"
        in_copy = {span.one.number for span in spans}
        yield '<ol class="findings">'
        for one in shown.findings:
            yield finding_shown(one, shown.picture, shown.number, is_marked=one.number in in_copy, language=language)
        yield "</ol>"
    if shown.more:
        yield f"<p>{escape(text('checks.more', language, count=shown.more))}</p>"
    if shown.copy is not None:
        yield f"<h3>{escape(text('report.copy', language))}</h3>"
        yield from copy_shown(shown.copy, spans)
    yield "</div></section>"
