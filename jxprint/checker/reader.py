"""The first reader: pikepdf for the file's objects, our own walk for what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from jxprint.checker.content import ContentWalk
from jxprint.checker.frames import is_inside
from jxprint.checker.glyphs import Frame, Glyph, Oddity, ReadPage, by_mcid, frames_of
from jxprint.checker.graphics import Contour, Fonts, TextState, upright
from jxprint.checker.ink import Ink
from jxprint.checker.paint import stray_oddities
from jxprint.checker.parent_tree import parent_tree_oddities
from jxprint.checker.structure import PageTree, read_structure
from jxprint.geometry import Rect
from jxprint.intake.matrices import Box
from jxprint.intake.opening import MALFORMED, plain, refuse

READER = "pikepdf"
# What jxprint writes never maps a CID to another glyph (CIDToGIDMap); what others write may.
_OURS = "jxprint"
# Half a point beyond the trim box is still on the paper: bleed, and the overhang of a glyph.
_OVERHANG_PT = 0.5
# Damaged entries told of one font, pieces out of their frame told of one page.
_TOLD = 20
# A frame is as deep as the ink of its type at the least: a large initial's is as deep as its face's capitals.
_LARGER = 1.6


def read_pages(
    document: Any, file: str, overset: Mapping[int, Sequence[Rect]] = MappingProxyType({}), ink: Ink | None = None
) -> Iterator[tuple[ReadPage, tuple[float, float]]]:
    """Every page of a file with the left and top edge of its trim box (PDF space), page by page. `overset` are regions
    by page (from 0), in points of the trim, in which copy is known to have no room: it may pass the trim and its frame
    there. `ink` looks at the outlines of what is shown.
    """
    trees = read_structure(document, file)
    fonts = Fonts(file)
    told: set[tuple[int, int]] = set()
    is_ours = _producer(document, file).startswith(_OURS)
    language = str(document.Root.get("/Lang", ""))
    for index, (page, tree) in enumerate(zip(document.pages, trees, strict=True)):
        try:
            left, low, right, high = trim = _trim(page)
            printed = upright(page.obj.get("/BleedBox", page.mediabox))
        except MALFORMED as problem:
            refuse("checks.damaged", file, reason=plain(problem))
        origin = _origin(trim)
        figures = {mcid: tree.boxes.get(mcid) for mcid in tree.figures}
        walk = ContentWalk(page.obj, fonts, origin, figures=figures)
        oddities = [*tree.oddities, *walk.marks.oddities]
        with_room = _besides(walk.glyphs, overset.get(index, ()))
        oddities += _off_the_page(with_room, abs(right - left), abs(high - low))
        oddities += stray_oddities(*_printed(walk.state, printed), origin)
        oddities += _unowned(walk.glyphs, tree)
        oddities += _said_instead(walk.glyphs, tree)
        oddities += _called_otherwise(walk.marks.tags, tree) if is_ours else ()
        if document.Root.get("/StructTreeRoot") is not None:
            oddities += parent_tree_oddities(document.Root["/StructTreeRoot"], page.obj, tree.owners, origin)
        oddities += _damaged_codes(fonts, told, is_ours)
        oddities += ink.look(fonts) if ink is not None else ()
        frames = frames_of(tree.boxes, tree.rows, origin)
        oddities += _out_of_frame(with_room, frames)
        articles, alternatives = tuple(tree.articles), tuple(tree.alternatives)
        glyphs, rubies = tuple(walk.glyphs), tuple(tree.rubies)
        enclosed = tuple(walk.enclosed)
        yield (
            ReadPage(
                READER, glyphs, articles, tuple(oddities), frames, alternatives, rubies, enclosed, tree.tags,
                frozenset(tree.languages), tree.spoken, language, tuple(walk.marks.lines.out),
            ),
            origin,
        )  # fmt: skip


def origins(document: Any) -> Iterator[tuple[float, float] | None]:
    """The left and top edge of the trim box of every page (PDF space); None where it is none."""
    for page in document.pages:
        try:
            yield _origin(_trim(page))
        except MALFORMED:
            yield None


def _trim(page: Any) -> tuple[float, float, float, float]:
    """Edges as the file names them: which of two comes first is not said there."""
    left, low, right, high = (float(edge) for edge in page.trimbox)
    return left, low, right, high


def _origin(trim: tuple[float, float, float, float]) -> tuple[float, float]:
    left, low, right, high = trim
    return min(left, right), max(low, high)


def _printed(state: TextState, bled: Box) -> tuple[list[tuple[str, Box]], list[Contour]]:
    """What is painted, without words that are drawn wholly outside the bleed: those are the press's, and cut off."""

    def is_printed(one: Box) -> bool:
        return one[0] < bled[2] and bled[0] < one[2] and one[1] < bled[3] and bled[1] < one[3]

    strays = [(key, box) for key, box in state.strays if key != "checks.drawn_text" or is_printed(box)]
    return strays, [one for one in state.pieces if is_printed(one.box)]


def _producer(document: Any, file: str) -> str:
    try:
        return str(document.trailer.get("/Info", {}).get("/Producer", ""))
    except MALFORMED as problem:
        refuse("checks.damaged", file, reason=plain(problem))


def _damaged_codes(fonts: Fonts, told: set[tuple[int, int]], is_ours: bool) -> Iterator[Oddity]:
    """Codes whose ToUnicode entry is no text, and in a file of ours glyphs that are not the codes', once a font."""
    for key, font in fonts.known.items():
        if key not in told:
            told.add(key)
            if is_ours and font.is_remapped:
                yield Oddity("checks.remapped", {"font": font.name})
            for code, target in sorted(font.problems.items())[:_TOLD]:
                yield Oddity("checks.bad_entry", {"font": font.name, "code": f"<{code:04X}>", "entry": f"<{target}>"})


def _besides(glyphs: list[Glyph], overset: Sequence[Rect]) -> list[Glyph]:
    """Glyphs whose pens do not stand in a region, an em about it counted in."""
    if not overset:
        return glyphs
    return [
        glyph
        for glyph in glyphs
        if not any(
            one.x - glyph.size <= glyph.x <= one.right + glyph.size
            and one.y - glyph.size <= glyph.y <= one.bottom + glyph.size
            for one in overset
        )
    ]


def _off_the_page(glyphs: list[Glyph], width: float, height: float) -> Iterator[Oddity]:
    off = [
        glyph
        for glyph in glyphs
        if not (-_OVERHANG_PT - glyph.size <= glyph.x <= width and 0 <= glyph.y <= height + _OVERHANG_PT)
    ]
    if off:
        text = "".join(glyph.text for glyph in off)
        yield Oddity("checks.off_page", {"text": text[:24], "count": len(text)}, (off[0].x, off[0].y))


def _fits(glyph: Glyph, frame: Frame) -> bool:
    """Whether a glyph stands in a frame that is large enough for it."""
    across = frame.right - frame.left if glyph.down else frame.bottom - frame.top
    return is_inside(glyph, frame) and (glyph.size <= _LARGER * across or glyph.text.isspace())


def _out_of_frame(glyphs: list[Glyph], frames: Mapping[int, Frame]) -> Iterator[Oddity]:
    """Text that does not stand where its element says it does, told once an element's piece."""
    out: dict[int, list[Glyph]] = {}
    mcid, frame = None, None
    for glyph in glyphs:
        if glyph.mcid != mcid:
            mcid = glyph.mcid
            frame = None if mcid is None else frames.get(mcid)
        if frame is not None and mcid is not None and not _fits(glyph, frame):
            out.setdefault(mcid, []).append(glyph)
    for owned in list(out.values())[:_TOLD]:
        text = "".join(glyph.text for glyph in owned)
        yield Oddity("checks.out_of_frame", {"text": text[:24], "count": len(text)}, (owned[0].x, owned[0].y))


def _called_otherwise(tags: Mapping[int, str], tree: PageTree) -> Iterator[Oddity]:
    """Marked content that is called something else than its element: jxprint calls both alike."""
    for mcid, tag in tags.items():
        if mcid in tree.tags and tree.tags[mcid][-1] != tag:
            yield Oddity("checks.mark_tag", {"tag": tag, "wanted": tree.tags[mcid][-1], "mcid": mcid})
            return


def _said_instead(glyphs: list[Glyph], tree: PageTree) -> Iterator[Oddity]:
    """Texts that elements say instead of their content, and that are not its own."""
    if not tree.said:
        return
    owned = by_mcid(glyphs)
    for key, said, content in tree.said:
        shown = [glyph for mcid in content for glyph in owned.get(mcid, ())]
        text = "".join(glyph.text for glyph in shown)
        if said != text:
            at = (shown[0].x, shown[0].y) if shown else None
            yield Oddity("checks.actual_text_in_tree", {"entry": key, "actual": said[:24], "text": text[:24]}, at)


def _unowned(glyphs: list[Glyph], tree: PageTree) -> Iterator[Oddity]:
    if not tree.articles and glyphs:
        yield Oddity("checks.untagged")
        return
    owned = {mcid for article in tree.articles for mcid in article.mcids}
    lost = [glyph for glyph in glyphs if glyph.mcid is not None and glyph.mcid not in owned]
    if lost:
        text = "".join(glyph.text for glyph in lost)
        yield Oddity("checks.unowned", {"text": text[:24], "count": len(text)}, (lost[0].x, lost[0].y))
