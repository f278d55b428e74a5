"""Files spoiled on purpose, and what the checker tells of them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from msgspec.structs import replace

import jxprint
from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.model import Page
from jxprint.placed import Article, Block, GlyphRun, PlacedPage, TextBlock

Spoil = Callable[[pikepdf.Pdf], None]


def pdf_of(placed: PlacedPage, library: Library) -> bytes:
    """A page as a file in memory."""
    sink = BytesIO()
    jxprint.write([placed], library, sink)
    return sink.getvalue()


def spoiled(pdf: bytes, spoil: Spoil) -> bytes:
    """The file after `spoil` has been at it."""
    sink = BytesIO()
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        spoil(document)
        document.save(sink)
    return sink.getvalue()


def with_runs(placed: PlacedPage, change: Callable[[GlyphRun], GlyphRun]) -> PlacedPage:
    """The page after `change` has been at every run."""

    def changed(block: Block) -> Block:
        if not isinstance(block, TextBlock):
            return block
        lines = tuple(replace(line, runs=tuple(map(change, line.runs))) for line in block.lines)
        return replace(block, lines=lines)

    articles: list[Article] = [
        replace(article, blocks=tuple(map(changed, article.blocks))) for article in placed.articles
    ]
    return replace(placed, articles=tuple(articles))


def told(pdf: bytes, page: Page) -> list[Finding]:
    """What is told beside text out of its frame or on other text: some, and all of it by both readers from positions
    alone.
    """
    beside = ("checks.out_of_frame", "checks.overlapping")
    findings = [one for one in jxprint.check(pdf, page).findings if one.key not in beside]
    assert findings
    seen: set[str] = set()
    for finding in findings:
        by: Any = finding.args["readings"]
        seen.update(by)
    assert seen == {"pikepdf:geometry", "pdfium:geometry"}
    return findings
