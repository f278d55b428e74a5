"""What a file declares beside its text: that it is tagged, its title, what its pictures show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from jxprint.checker.glyphs import Enclosed, Oddity, ReadPage
from jxprint.checker.imposed import FilePage
from jxprint.intake.opening import MALFORMED, decoded, plain, refuse
from jxprint.model import Advertisement, Ornament, Page, Part, Picture

# dc:title of an XMP packet as an element; a packet that says it in another way is not judged.
_XMP_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.S)
_XMP_DESCRIPTION = re.compile(r"<dc:description>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.S)
_WHITE = 0.05
_DRAWN = ("checks.stray_form", "checks.stray_picture")
_FIGURES = (Picture, Advertisement, Ornament)


def document_oddities(
    document: Any, file: str, wanted: str, statement: str = "", languages: Sequence[str] = ()
) -> Iterator[Oddity]:
    """What the catalog and the metadata say; `wanted` is the file's title, `statement` what re-set pages say, and
    `languages` are those of its pages.
    """
    import pikepdf

    try:
        mark = document.Root.get("/MarkInfo", {})
        if mark.get("/Marked") is not True or mark.get("/Suspects") is True:
            yield Oddity("checks.unmarked")
        language = str(document.Root.get("/Lang", ""))
        if languages and language not in languages:
            yield Oddity("checks.language", {"said": language, "wanted": languages[0]})
        # PDF 2.0 leaves what its information dictionary said to the packet (ISO 32000-2, 14.3.3).
        informed = "/Info" in document.trailer or document.pdf_version < "2.0"
        title = str(document.trailer.get("/Info", {}).get("/Title", ""))
        if title != wanted and informed:
            yield Oddity("checks.title", {"source": "Info", "said": title, "wanted": wanted})
        subject = str(document.trailer.get("/Info", {}).get("/Subject", ""))
        if subject != statement and informed:
            yield Oddity("checks.statement", {"source": "Info", "said": subject, "wanted": statement})
        packet = document.Root.get("/Metadata")
        if packet is None and not informed:
            yield Oddity("checks.title", {"source": "XMP", "said": "", "wanted": wanted})
        if packet is not None:
            told = decoded(packet, file).decode("utf-8", "replace")
            said = _said(_XMP_TITLE, told)
            if said != wanted and (said is not None or not informed):
                yield Oddity("checks.title", {"source": "XMP", "said": said or "", "wanted": wanted})
            said = _said(_XMP_DESCRIPTION, told) or ""
            if said != statement:
                yield Oddity("checks.statement", {"source": "XMP", "said": said, "wanted": statement})
    except (pikepdf.PdfError, *MALFORMED) as problem:
        refuse("checks.damaged", file, reason=plain(problem))


def _said(pattern: re.Pattern[str], packet: str) -> str | None:
    """What a packet says in one place, None where it says nothing there."""
    from html import unescape  # a table of entities that most commands have no use for

    found = pattern.search(packet)
    return None if found is None else unescape(found[1])


def title_of(document: Any, file: str) -> str:
    """What a file is called: by its information dictionary, or by its packet where it has none."""
    title = str(document.trailer.get("/Info", {}).get("/Title", ""))
    packet = document.Root.get("/Metadata")
    if title or packet is None:
        return title
    return _said(_XMP_TITLE, decoded(packet, file).decode("utf-8", "replace")) or ""


def statement_of(pages: Sequence[Page]) -> str:
    """What a file of some pages says of those that are re-settings, each sentence once."""
    said = [page.resetting.statement(page.language) for page in pages if page.resetting is not None]
    return "\n".join(dict.fromkeys(said))


def label_oddities(document: Any, file: str, sheets: Sequence[FilePage]) -> Iterator[tuple[int, Oddity]]:
    """Page labels that are not the pages' numbers in their edition, each with its page's index."""
    import pikepdf

    try:
        for at, (sheet, there) in enumerate(zip(sheets, document.pages, strict=False)):
            # A page without a number is called by its place in the file, as in a file that names none.
            wanted = sheet.label or str(at + 1)
            if there.label != wanted and (sheet.label or "/PageLabels" in document.Root):
                yield at, Oddity("checks.page_label", {"said": there.label, "wanted": wanted})
    except (pikepdf.PdfError, *MALFORMED) as problem:
        refuse("checks.damaged", file, reason=plain(problem))


def page_oddities(sheet: FilePage, read: ReadPage, is_proof: bool = False) -> list[Oddity]:
    """The oddities of a page, but for white text where the style has a white ink, and those of its pictures; the words
    of a proof are drawn.
    """
    reverses = any(max(ink.cmyk) <= _WHITE for page in sheet.pages for ink in page.style.inks.values())
    oddities = [oddity for oddity in read.oddities if not (reverses and oddity.key == "checks.white")]
    if is_proof:
        oddities = [one for one in oddities if one.key != "checks.drawn_text"]
    if not read.articles:
        oddities = [one for one in oddities if one.key not in (*_DRAWN, "checks.drawn_text")]
    # Ornaments that say nothing are in no figure.
    parts = [part for page in sheet.pages for part in page.parts]
    bare = sum(isinstance(part, Ornament) and _is_decoration(part) for part in parts)
    drawn = sum(int(str(one.args["count"])) for one in oddities if one.key in _DRAWN)
    oddities = [one for one in oddities if one.key not in _DRAWN or drawn > bare]
    if not read.articles:
        return oddities
    return [*oddities, *picture_oddities(parts, read.enclosed), *alternative_oddities(parts, read.alternatives)]


def picture_oddities(parts: Sequence[Part], enclosed: Sequence[Enclosed]) -> Iterator[Oddity]:
    """Fewer pictures of pixels in figures than the page's description has."""
    wanted, shown = sum(map(_of_pixels, parts)), sum(not one.is_form for one in enclosed)
    if shown < wanted:
        yield Oddity("checks.picture_count", {"shown": shown, "wanted": wanted})


def _of_pixels(part: Part) -> int:
    """How many pictures of pixels figures show of a part; an ornament that says nothing is in no figure."""
    if isinstance(part, Picture):
        return sum(shot.file is not None and shot.artwork is None for shot in part.shots)
    if not isinstance(part, (Advertisement, Ornament)) or _is_decoration(part):
        return 0
    return int(part.artwork is None)


def alternative_oddities(parts: Sequence[Part], alternatives: Sequence[str]) -> Iterator[Oddity]:
    """Alternative texts beside what the page says of its pictures: `alt`, else the caption; a placeholder may add that
    it is one, a group where one of its pictures is. Which figure is which is told by the texts; their order is the
    tree's affair.
    """
    left = list(alternatives)
    pictures = [part for part in parts if isinstance(part, _FIGURES) and not _is_decoration(part)]
    lacking: list[tuple[str, str]] = []
    # The longest first: a placeholder that nobody describes takes any text that is left.
    for picture in sorted(pictures, key=lambda one: -len(_told(one))):
        told = _told(picture)
        shots = picture.shots if isinstance(picture, Picture) else ()
        is_whole = all(shot.file is not None or shot.alt is not None for shot in shots)
        fitting = [said for said in left if said == told or (not is_whole and said and said.startswith(told))]
        if fitting:
            left.remove(fitting[0])
        else:
            lacking.append((picture.letter, told))
    for letter, told in lacking:
        said = left.pop(0) if left else ""
        key = "checks.alternative" if said else "checks.no_alternative"
        yield Oddity(key, {"letter": letter, "wanted": told, "said": said})
    for said in left:
        yield Oddity("checks.figures", {"said": said})


def _is_decoration(part: Picture | Advertisement | Ornament) -> bool:
    return isinstance(part, Ornament) and not part.alt


def _told(picture: Picture | Advertisement | Ornament) -> str:
    """What is said of a picture; of a group what is said of each, behind the label by which the caption calls it."""
    if isinstance(picture, Advertisement):
        return picture.told
    if isinstance(picture, Ornament):
        return picture.alt or ""
    caption = picture.caption.text if picture.caption else ""
    if not picture.group:
        return picture.alt or caption
    return "；".join(filter(None, told_each(picture))) or caption


def told_each(picture: Picture) -> list[str]:
    """What is said of each picture of a group, behind its label; nothing of one of which nothing is said."""
    each = [(shot.label.text if shot.label else "", shot.alt or "") for shot in picture.group]
    return ["：".join(filter(None, one)) for one in each]
