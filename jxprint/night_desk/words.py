"""What the words of one page tell: advertisements, the folio, one story twice, the nameplate."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.geometry import around
from jxprint.model import Advertisement, Story
from jxprint.night_desk.dated import dated_of, folio_area
from jxprint.night_desk.dates import folio_slips
from jxprint.night_desk.issue import is_unmarked, larger_than_nameplate, twice
from jxprint.night_desk.marks import Mark
from jxprint.night_desk.view import Stand, View


def advertisements(view: View) -> Iterator[Mark]:
    """An advertisement says 广告 where a reader sees it: in its label. Where its editor says that the artwork has the
    word (`labelled`), that is so: nobody reads artwork.
    """
    for stand in view.of_kinds(("advertisement",)):
        if isinstance(stand.part, Advertisement) and stand.part.label is None:
            continue
        if is_unmarked([line.text for block in stand.article.text_blocks() for line in block.lines]):
            yield Mark("unmarked-advertisement", (stand.letter,), stand.frame, {"one": stand.letter})


def folios(view: View) -> Iterator[Mark]:
    """A folio's weekday is that of its date, and so is one of a nameplate's lines. What the edition says is asked by
    whoever has one.
    """
    folio = next((one.frame for one in view.placed.articles if one.kind == "folio"), None)
    frames = {stand.letter: stand.frame for stand in view.of_kinds(("nameplate",))}
    for dated in dated_of(view.page):
        box = frames.get(dated.letter) if dated.letter else folio
        for slip in folio_slips([piece.text for piece in dated.pieces]):
            yield dated.mark(slip, box or folio_area(view.page), slip.what)


def stories_twice(view: View) -> Iterator[Mark]:
    """The same story stands once on a page."""
    stands = {stand.letter: stand for stand in view.of_kinds(("story",))}
    copy = {
        letter: [paragraph.text for paragraph in stand.part.paragraphs]
        for letter, stand in stands.items()
        if isinstance(stand.part, Story) and stand.part.jump_from is None
    }
    if len(copy) < 2:
        return
    for one, other, share in twice(copy):
        first, second = stands[one], stands[other]
        args = {"one": first.name, "other": second.name, "share": round(100 * share)}
        yield Mark("twice", (one, other), around((first.frame, second.frame)), args)


def nameplates(view: View) -> Iterator[Mark]:
    """On a page that has a nameplate (报头) nothing is set larger."""
    plates = view.of_kinds(("nameplate",))
    if not plates:
        return
    plate = max(_size(stand) for stand in plates)
    others = {stand.letter: _size(stand) for stand in view.stands if stand.kind not in ("nameplate", "advertisement")}
    for letter in larger_than_nameplate(plate, others) if plate else ():
        stand = next(one for one in view.stands if one.letter == letter)
        args = {"one": stand.name, "size": f"{others[letter]:g}", "plate": f"{plate:g}"}
        yield Mark("nameplate", (letter,), stand.frame, args)


def _size(stand: Stand) -> float:
    """The largest type of a part, in points; 0 where it has none."""
    sizes = (run.size for block in stand.article.text_blocks() for line in block.lines[:1] for run in line.runs)
    return max(sizes, default=0.0)
