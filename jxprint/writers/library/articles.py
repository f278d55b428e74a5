"""An edition by article, for whoever makes an e-paper (电子报) of it: words, pictures, and their places on every page.

A story that jumps is one article with a part for each place. Places are pixels of the page's image, and millimetres
from the top left corner of the trimmed page, which are the page's own and owe nothing to the pixels.
"""

from __future__ import annotations

from jxprint.geometry import PT_PER_MM
from jxprint.writers.library.kept import Edition
from jxprint.writers.library.leaf import Figure, Frame, Leaf
from jxprint.writers.library.stories import Standing, Whole
from jxprint.writers.library.words import Json, json_file, page_facts, parted, source_of

FORMAT, FORM = "jxprint edition", 1


def articles_text(edition: Edition) -> bytes:
    """A paragraph, head line or cell a line, a blank line between articles, each whole where it begins."""
    return parted("\n".join(one.part.text for one in whole.parts if one.part.text) for whole in edition.articles)


def articles_json(edition: Edition) -> bytes:
    """The edition as JSON: its pages, and its articles in order. Boxes are [left, top, width, height], edges loops of
    points; an article's `tiles` are boxes that are all of its own room, and of no other's.
    """
    told: Json = {"name": edition.name, "title": edition.title, "language": edition.language}
    facts = {"paper": edition.paper, "date": edition.day, "issue": edition.number}
    told |= {key: value for key, value in facts.items() if value}
    told["pages"] = [_page(edition, leaf) for leaf in edition.leaves]
    told["articles"] = [_article(whole) for whole in edition.articles]
    return json_file(FORMAT, FORM, edition.about, told)


def _page(edition: Edition, leaf: Leaf) -> Json:
    image = edition.file("png", leaf.number)
    facts = page_facts(leaf, "" if image is None else image.path)
    return facts | {"trim": leaf.trim, "trim_mm": _mm((0.0, 0.0, *leaf.size))}


def _article(whole: Whole) -> Json:
    parts = [_part(standing) for standing in whole.parts]
    return {"id": whole.id, "kind": whole.kind, "heading": whole.heading, "parts": parts}


def _part(standing: Standing) -> Json:
    leaf, part = standing.leaf, standing.part
    order = leaf.parts.index(part) + 1
    told: Json = {"page": leaf.number, "order": order, "id": part.id, "part": part.letter, "label": part.label}
    told |= {"box": part.box, "box_mm": _mm(part.frame)}
    told |= {"tiles": part.tiles, "tiles_mm": [_mm(tile) for tile in part.frames]}
    if part.edge:
        told["edge"] = part.edge
        told["edge_mm"] = [[(_length(x), _length(y)) for x, y in loop] for loop in part.outline]
    items: list[Json] = []
    for item in part.items:
        places = [item] if isinstance(item, Figure) else item.regions
        said: Json = {
            "id": item.id,
            "boxes": [one.box for one in places],
            "boxes_mm": [_mm(one.frame) for one in places],
        }
        if isinstance(item, Figure):
            said |= {"role": "figure", "alt": item.alt, "file": item.file}
        else:
            said |= source_of(item) | {"text": item.text}
        items.append(said)
    return told | {"items": items}


def _mm(frame: Frame) -> tuple[float, ...]:
    return tuple(_length(value) for value in frame)


def _length(points: float) -> float:
    """Points as millimetres, to the hundredth; no minus before nought."""
    return round(points / PT_PER_MM, 2) + 0.0
