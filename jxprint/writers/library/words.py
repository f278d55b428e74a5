"""A page's words without its looks: plain text, a paragraph a line, and JSON by article, with places."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from jxprint.writers.library.about import TOOL, UNTOLD, About
from jxprint.writers.library.leaf import Block, Figure, Leaf, Part, Region, Row, Word

FORMAT, FORM = "jxprint articles", 1

Json = dict[str, object]


def plain_text(leaf: Leaf, about: About = UNTOLD) -> bytes:
    """A paragraph, head line or cell a line, a blank line between articles; what says nothing is left out. Readings
    stand behind what they are over. No line ends are in copy, so the lines together are the copy exactly.
    """
    return parted(part.text for part in leaf.parts)


def articles_json(leaf: Leaf, about: About = UNTOLD) -> bytes:
    """The page as JSON: articles, each with its blocks and pictures; boxes are [left, top, width, height] in pixels of
    the page's image. The words are what stands in `text`; a line has its text and box, and one box a character.
    """
    page = page_facts(leaf, about.image) | {"trim": leaf.trim, "print_space": leaf.print_space}
    page |= {"statement": leaf.statement} if leaf.statement else {}
    return json_file(FORMAT, FORM, about, {"page": page, "articles": [_article(part) for part in leaf.parts]})


def parted(articles: Iterable[str]) -> bytes:
    """Articles as plain text, a blank line between them."""
    return "".join(f"{text}\n" for text in "\n\n".join(text for text in articles if text).split("\n")).encode("utf-8")


def json_file(name: str, form: int, about: About, told: Json) -> bytes:
    """A JSON file behind what all of ours say of themselves: the name and version of the format, who wrote it, when."""
    head: Json = {"format": name, "version": form, "software": TOOL}
    head |= {"created": about.time} if about.epoch is not None else {}
    return (json.dumps(head | told, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def page_facts(leaf: Leaf, image: str) -> Json:
    """What a page is; `image` is the name of its image, empty where none is kept."""
    told: Json = {"number": leaf.number, "label": leaf.label, "name": leaf.name, "title": leaf.title}
    told |= {"language": leaf.language, "width": leaf.width, "height": leaf.height, "dpi": leaf.dpi}
    return told | ({"image": image} if image else {})


def _article(part: Part) -> Json:
    return {
        "id": part.id,
        "part": part.letter,
        "kind": part.kind,
        "label": part.label,
        "heading": part.heading,
        "box": part.box,
        **({"edge": part.edge} if part.edge else {}),
        **({"continued_from": part.follows} if part.follows else {}),
        **({"continues": part.precedes} if part.precedes else {}),
        "items": [_figure(item) if isinstance(item, Figure) else _block(item) for item in part.items],
    }


def _figure(figure: Figure) -> Json:
    return {"id": figure.id, "role": "figure", "alt": figure.alt, "file": figure.file, "box": figure.box}


def source_of(block: Block) -> Json:
    """What of the copy a block is: its role, its field and number there, its cell of a table."""
    told: Json = {"role": block.role, "field": block.field, "number": block.number}
    return told | ({"cell": block.cell} if block.cell is not None else {})


def _block(block: Block) -> Json:
    """`indent` and `leading` are pixels, left out where there are none."""
    look: Json = {"align": block.align.lower()}
    look |= ({"indent": block.indent} if block.indent else {}) | ({"leading": block.leading} if block.leading else {})
    regions = [_region(region) for region in block.regions]
    return {"id": block.id, **source_of(block), **look, "text": block.text, "regions": regions}


def _region(region: Region) -> Json:
    cap = {"drop_cap": True} if region.is_cap else {}
    return {"id": region.id, "box": region.box, **cap, "lines": [_line(row) for row in region.rows]}


def _line(row: Row) -> Json:
    told: Json = {"id": row.id, "text": row.text, "box": row.box}
    told |= {"down": True} if row.down else {}
    above = _numbers(row, lambda word: word.inline == "reading")
    told |= {"readings": above} if above else {}
    rotated = _numbers(row, lambda word: word.turn == "rotated")
    across = _numbers(row, lambda word: word.turn == "across")
    told |= ({"rotated": rotated} if rotated else {}) | ({"across": across} if across else {})
    told |= {"hyphen": row.hyphen} if row.hyphen is not None else {}
    shown = "".join(word.text if word.shown is None else word.shown for word in row.words)
    told |= {"shown": shown} if shown != row.text else {}
    return told | {"characters": [box for word in row.words for _, box in word.signs]}


def _numbers(row: Row, has: Callable[[Word], bool]) -> list[int]:
    """The numbers, from 0, of a line's characters that are in some words."""
    return [at for at, word in enumerate(word for word in row.words for _ in word.signs) if has(word)]
