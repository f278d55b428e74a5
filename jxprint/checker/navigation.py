"""What is laid over a page, and bookmarks: none of them may say what the page's description does not. What leads
elsewhere is `ways`' to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jxprint.checker.active import leads_away
from jxprint.checker.expected import ExpectedPage
from jxprint.checker.glyphs import Oddity
from jxprint.checker.imposed import FilePage
from jxprint.intake.opening import MALFORMED, plain, refuse

_ANNOTATIONS, _BOOKMARKS = 10_000, 100_000
_TOLD = 20


def annotation_oddities(there: Any, file: str) -> Iterator[Oddity]:
    """Annotations that are no links, and links that paint something (`there` is pikepdf's page)."""
    try:
        for one in list(there.obj.get("/Annots", ()))[:_ANNOTATIONS]:
            kind = str(one.get("/Subtype", "")).lstrip("/")
            shown = "" if kind != "Link" else _shown(one)
            if kind != "Link" or shown:
                said = str(one.get("/Contents", ""))
                yield Oddity("checks.annotation", {"what": " ".join(filter(None, (kind, shown))), "text": said[:24]})
    except MALFORMED as problem:
        refuse("checks.damaged", file, reason=plain(problem))


def _shown(link: Any) -> str:
    """By which entry a link is drawn on the page, as an invisible one is not (ISO 32000-1, 12.5.2); empty for none."""
    border, style = link.get("/Border", (0, 0, 1)), link.get("/BS")
    if "/AP" in link:
        return "AP"
    if style is not None:
        return "BS" if float(style.get("/W", 1)) > 0 else ""
    return "Border" if len(border) < 3 or float(border[2]) > 0 else ""


def bookmark_oddities(
    document: Any, file: str, sheets: Sequence[FilePage], expected: Sequence[ExpectedPage]
) -> Iterator[Oddity]:
    """Bookmarks that say what is in no copy, or do more than show a place."""
    said, left, told = _Said(sheets, expected), _BOOKMARKS, 0
    try:
        waiting = [document.Root.get("/Outlines", {}).get("/First")]
        while waiting and left and told < _TOLD:
            one, left = waiting.pop(), left - 1
            if one is None:
                continue
            waiting += [one.get("/Next"), one.get("/First")]
            if (what := leads_away(one)) is not None:
                told += 1
                yield Oddity("checks.active", {"what": what})
            title = str(one.get("/Title", ""))
            if title not in said:
                told += 1
                yield Oddity("checks.bookmark", {"said": title})
    except MALFORMED as problem:
        refuse("checks.damaged", file, reason=plain(problem))


class _Said:
    """All that the pages of a file say, in their copy and of themselves; white and soft breaks left out."""

    def __init__(self, sheets: Sequence[FilePage], expected: Sequence[ExpectedPage]) -> None:
        pages = [page for sheet in sheets for page in sheet.pages]
        told = [sheet.title for sheet in sheets] + [page.title for page in pages]
        told += [part.letter for page in pages for part in page.parts]
        told += [str(getattr(part, name, "") or "") for page in pages for part in page.parts for name in _NAMES]
        passages = [passage for page in expected for passage in page.whole.passages]
        told += [text for passage in passages for text in (passage.text, passage.copy.text, passage.part)]
        self._names = {_bare(one) for one in told}
        self._copy = _bare("".join(passage.text for passage in passages))
        self._plain = _bare("".join(passage.copy.text for passage in passages))

    def __contains__(self, title: str) -> bool:
        said = _bare(title)
        return said in self._names or (bool(said) and (said in self._copy or said in self._plain))


_NAMES = ("name", "alt", "told", "title", "label")


def _bare(text: str) -> str:
    return "".join(text.split())
