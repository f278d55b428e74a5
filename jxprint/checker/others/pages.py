"""The pages of a file from another program, as both readers have them, one page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.content import ContentWalk
from jxprint.checker.engine import glyphs_by_engine, opened_by_engine
from jxprint.checker.glyphs import Frame, Glyph, Oddity, TaggedArticle, by_mcid
from jxprint.checker.graphics import Fonts
from jxprint.checker.others.columns import Column
from jxprint.checker.others.forged import beside_text, said_by_tree
from jxprint.checker.others.forms import Folded
from jxprint.checker.others.layers import is_over_ink
from jxprint.checker.others.seen import Seen, struck_once, told_by
from jxprint.checker.others.standing import PageMarks, Turned, crop, upright
from jxprint.checker.structure import PageTree, read_structure
from jxprint.intake.opening import MALFORMED, opened, plain, refuse

# What is odd about a page of ours and usual on one of a stranger's: no tags, text that no tag owns, type that was drawn
# out.
_USUAL = ("checks.untagged_text", "checks.stretched", "checks.invisible")
# A page without as much as a piece of this length (folded) of the copy, or a shorter paragraph, holds nothing of it.
GRAM = 6
# As many pages are compared whatever they hold.
_ALWAYS = 4
# A part of a page's glyphs that is hidden and yet its text: a scan with the words that a program recognised.
_LAYER = 0.9
# What is as thin and as long as this (points) is a rule; of a drawing with thousands of paths the first are looked at.
_THIN_PT, _LONG_PT, _PATHS = 4.0, 40.0, 2000
_DEPTH = 8


class OtherPage(Struct, frozen=True):
    """A page: `glyphs` in the content stream's order, those in the structure tree's (None where it has none), and what
    pdfium has. `hidden` are glyphs that cannot be seen; `layer` says that they are the page's text all the same. `told`
    counts glyphs whose text pdfium alone knows, `again` those that are struck twice; `images` and `paths` are what the
    page shows beside text.
    """

    number: int
    glyphs: Sequence[Glyph]
    tagged: Sequence[Glyph] | None
    engine: Sequence[Glyph] = ()
    engine_tagged: Sequence[Glyph] | None = None
    oddities: Sequence[Oddity] = ()
    hidden: Sequence[Glyph] = ()
    layer: bool = False
    told: int = 0
    again: Sequence[Glyph] = ()
    images: int = 0
    paths: int = 0
    is_read: bool = True
    columns: Sequence[Column] = ()
    rules: Sequence[Frame] = ()


class OtherFile(Struct):
    """An open file: its `fonts` fill up while its pages are read; `is_tagged` and `producer` are what it says."""

    document: Any
    fonts: Fonts
    count: int
    is_tagged: bool
    producer: str
    pages: Iterator[OtherPage]


class Opened:
    """Opens a file for both readers; a context. Raises PdfError."""

    def __init__(self, pdf: Path | bytes, name: str, grams: frozenset[str]) -> None:
        self._pdf, self._name, self._grams = pdf, name, grams

    def __enter__(self) -> OtherFile:
        """The file; its pages are read as they are asked for."""
        self._document = opened(self._pdf, self._name)
        document = self._document.__enter__()
        self._engine = opened_by_engine(self._pdf, self._name)
        fonts, trees = Fonts(self._name), read_structure(document, self._name)
        pages = self._read(document, self._engine.__enter__(), fonts, trees)
        is_tagged = any(tree.articles for tree in trees)
        return OtherFile(document, fonts, len(document.pages), is_tagged, _producer(document), pages)

    def __exit__(self, *problem: Any) -> None:
        """Close both."""
        self._engine.__exit__(*problem)
        self._document.__exit__(*problem)

    def _read(self, document: Any, engine: Any, fonts: Fonts, trees: Sequence[PageTree]) -> Iterator[OtherPage]:
        for index, (page, tree) in enumerate(zip(document.pages, trees, strict=True)):
            try:
                left, low, right, high = (float(edge) for edge in page.trimbox)
            except MALFORMED as problem:
                refuse("checks.damaged", self._name, reason=plain(problem))
            origin = min(left, right), max(low, high)
            glyphs: list[Glyph] = []
            marks = PageMarks(glyphs)
            ContentWalk(page.obj, fonts, origin, marks)
            crop(page, glyphs, marks.hidden, origin)
            is_layer = len(marks.hidden) > _LAYER * (len(glyphs) + len(marks.hidden))
            if is_layer and (index < _ALWAYS or self._holds(marks.hidden)):
                is_layer = is_over_ink(engine, index, origin, marks.hidden)
            glyphs = marks.hidden if is_layer else glyphs
            read = OtherPage(
                index + 1,
                glyphs,
                _in_tree(glyphs, tree.articles),
                oddities=[
                    *(one for one in marks.oddities if one.key not in _USUAL),
                    *beside_text(page, marks.turns, glyphs, origin),
                    *said_by_tree(tree, glyphs),
                ],
                hidden=marks.hidden,
                layer=is_layer and bool(glyphs),
            )
            if index >= _ALWAYS and not self._holds(glyphs):
                yield replace(read, glyphs=glyphs[:GRAM], tagged=None, is_read=False)
            else:
                yield self._both(read, engine, index, origin, marks.turned)

    def _holds(self, glyphs: Sequence[Glyph]) -> bool:
        text = Folded("".join([glyph.text for glyph in glyphs])).text
        if any(text[at : at + GRAM] in self._grams for at in range(len(text) - GRAM + 1)):
            return True
        # A shorter paragraph stands on a line of its own; within others a name of two characters is on any page.
        short = [gram for gram in self._grams if len(gram) < GRAM and gram in text]
        return bool(short) and any(line in short for line in Seen("", "", glyphs, [0] * len(glyphs)).lines())

    def _both(
        self, read: OtherPage, engine: Any, index: int, origin: tuple[float, float], turned: Sequence[Turned]
    ) -> OtherPage:
        """The page with what the second reader has of it."""
        second, unseen = glyphs_by_engine(engine, index, origin, self._name)
        # What a program recognised in a scan lies under the picture that shows it.
        blank = set[int]() if read.layer else {id(glyph) for glyph in unseen}
        told = list(told_by(second.stream, read.glyphs))
        glyphs, again = struck_once(read.glyphs)
        other, _ = struck_once([glyph for glyph in second.stream if id(glyph) not in blank])
        images, paths, rules = _shown(engine, index, origin)
        return replace(
            read,
            glyphs=glyphs,
            again=again,
            hidden=read.hidden or ([] if read.layer else unseen),
            told=len(told),
            tagged=None if read.tagged is None else struck_once(read.tagged)[0],
            engine=other,
            engine_tagged=_in_tree(other, second.articles),
            oddities=[one for one in read.oddities if one.key != "checks.no_text" or not told],
            images=images,
            paths=paths,
            columns=upright(glyphs, turned),
            rules=rules,
        )


def _in_tree(glyphs: Sequence[Glyph], articles: Sequence[TaggedArticle]) -> list[Glyph] | None:
    """Glyphs in the order of the structure tree; None where it owns none of them."""
    owned = by_mcid(glyphs)
    tagged = [glyph for article in articles for mcid in article.mcids for glyph in owned.get(mcid, ())]
    return tagged or None


def _producer(document: Any) -> str:
    import pikepdf

    try:
        info = document.trailer.get("/Info", {})
        said = [str(info.get(key, "")) for key in ("/Creator", "/Producer")]
    except (pikepdf.PdfError, *MALFORMED):
        return ""
    return " · ".join(dict.fromkeys(one for one in said if one))[:120]


def _shown(engine: Any, index: int, origin: tuple[float, float]) -> tuple[int, int, list[Frame]]:
    """How many images and paths a page shows, forms unfolded, and those paths that are rules."""
    from pypdfium2 import raw

    page = engine[index]
    images = paths = 0
    rules: list[Frame] = []
    try:
        for shown in page.get_objects(max_depth=_DEPTH):
            images += shown.type == raw.FPDF_PAGEOBJ_IMAGE
            if shown.type == raw.FPDF_PAGEOBJ_PATH:
                paths += 1
                if paths <= _PATHS and shown.level == 0:
                    left, low, right, high = shown.get_bounds()
                    thin, long = sorted((right - left, high - low))
                    if thin <= _THIN_PT and long >= _LONG_PT:
                        rules.append(Frame(left - origin[0], origin[1] - high, right - origin[0], origin[1] - low))
    finally:
        page.close()
    return images, paths, rules
