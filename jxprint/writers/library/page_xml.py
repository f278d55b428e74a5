"""PAGE XML 2019-07-15 (https://github.com/PRImA-Research-Lab/PAGE-XML): regions, lines, words and glyphs with their
outlines, in pixels of the page's image.

A line says its text exactly; words are what of it stands between spaces. The format has no element for an article: it
is a group of the reading order, of the type `article`, with its heading for a caption.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.placed import Role
from jxprint.writers.library.about import TOOL, UNDATED, UNTOLD, About
from jxprint.writers.library.leaf import Align, Block, Figure, Leaf, Part, Region, Row, Word
from jxprint.writers.library.markup import document, said
from jxprint.writers.library.signs import Box, corners

SPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
# The format's own words (TextTypeSimpleType); what has none is a paragraph or something else.
_TYPES: dict[Role, str] = {
    "masthead": "heading",
    "nameplate": "heading",
    "kicker": "heading",
    "headline": "heading",
    "deck": "heading",
    "subhead": "heading",
    "caption": "caption",
    "credit": "credit",
    "byline": "credit",
    "folio": "header",
    "table_header": "other",
    "table_cell": "other",
    "label": "other",
    "jump": "other",
}
_ALIGNED: dict[Align, str] = {"Left": "left", "Right": "right", "Center": "centre", "Block": "justify"}
# Languages by their first subtag, as the format names them (LanguageSimpleType).
_LANGUAGES = {
    "zh": "Chinese",
    "en": "English",
    "ja": "Japanese",
    "ko": "Korean",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
    "la": "Latin",
}


def page_xml(leaf: Leaf, about: About = UNTOLD) -> bytes:
    """A page as PAGE XML. Raises OutputError for what XML cannot say."""
    return document(_Writer(leaf, about).file())


class _Writer:
    def __init__(self, leaf: Leaf, about: About) -> None:
        self._leaf = leaf
        self._about = about

    def file(self) -> Iterator[str]:
        """The lines of the file."""
        leaf = self._leaf
        made = self._about.time or UNDATED
        yield f'<PcGts xmlns="{SPACE}">'
        yield f"<Metadata><Creator>{TOOL}</Creator>"
        yield f"<Created>{made}</Created><LastChange>{made}</LastChange></Metadata>"
        size = f'imageFilename="{said(self._about.image)}" imageWidth="{leaf.width}" imageHeight="{leaf.height}"'
        fine = f'imageXResolution="{leaf.dpi:g}" imageYResolution="{leaf.dpi:g}" imageResolutionUnit="PPI"'
        kept = f'custom="number {{value:{leaf.number};}}"'
        yield f"<Page {size} {fine} {kept}{_language(leaf.language, 'primaryLanguage')}>"
        yield f"<PrintSpace>{_coords(leaf.print_space)}</PrintSpace>"
        turns = [tuple(part for part in turn if part.items) for turn in leaf.turns]
        if any(turns):
            yield from _reading_order([turn for turn in turns if turn])
        for part in leaf.parts:
            for item in part.items:
                if isinstance(item, Figure):
                    told = f' comments="{said(item.alt)}"' if item.alt else ""
                    yield f'<ImageRegion id="{item.id}"{told}>{_coords(item.box)}</ImageRegion>'
                else:
                    yield from self._block(item)
        for at, rule in enumerate(leaf.rules, 1):
            yield f'<SeparatorRegion id="G{at}">{_coords(rule)}</SeparatorRegion>'
        yield "</Page>\n</PcGts>"

    def _block(self, block: Block) -> Iterator[str]:
        kind = _TYPES.get(block.role, "paragraph")
        for region in block.regions:
            goes_on = ' continuation="true"' if region is not block.regions[0] else ""
            about = f'type="{"drop-capital" if region.is_cap else kind}"{_direction(region)}{_standing(block)}'
            yield f'<TextRegion id="{region.id}" {about} custom="structure {{type:{block.role};}}"{goes_on}>'
            yield _coords(region.box)
            yield from self._rows(region)
            yield "</TextRegion>"

    def _rows(self, region: Region) -> Iterator[str]:
        for row in region.rows:
            if not row.words:
                continue
            x1, y1, x2, y2 = row.baseline
            yield f'<TextLine id="{row.id}">{_coords(row.box)}<Baseline points="{x1},{y1} {x2},{y2}"/>'
            for at, word in enumerate(row.words, 1):
                if not word.text.isspace():
                    yield self._word(f"{row.id}W{at}", word)
            yield f"{_equiv(row.text)}{self._style(row)}</TextLine>"

    def _word(self, name: str, word: Word) -> str:
        glyphs = [
            f'<Glyph id="{name}C{at}">{_coords(box)}{_equiv(char)}</Glyph>'
            for at, (char, box) in enumerate(word.signs, 1)
        ]
        spoken = _language(word.language, "language") if word.language != self._leaf.language else ""
        own = {"inline": word.inline, "turn": word.turn}
        told = " ".join(f"{key} {{type:{value};}}" for key, value in own.items() if value)
        custom = f' custom="{told}"' if told else ""
        across = ' readingDirection="left-to-right"' if word.turn == "across" else ""
        told = _equiv(word.text)
        if word.shown is not None:
            told += f'<TextEquiv index="1" comments="as shown"><Unicode>{said(word.shown)}</Unicode></TextEquiv>'
        return f'<Word id="{name}"{spoken}{across}{custom}>{_coords(word.box)}{"".join(glyphs)}{told}</Word>'

    def _style(self, row: Row) -> str:
        look = max((word for word in row.words), key=lambda word: len(word.text)).look
        face = self._about.face(look.face)
        serif = f' serif="{"true" if face.kind == "serif" else "false"}"' if face.kind else ""
        bold = ' bold="true"' if face.is_bold else ""
        red, green, blue = bytes.fromhex(look.colour)
        colour = f' textColourRgb="{red + (green << 8) + (blue << 16)}"'
        return f'<TextStyle fontFamily="{said(face.family)}"{serif} fontSize="{look.size:g}"{colour}{bold}/>'


def _direction(region: Region) -> str:
    """How a region's text runs. One that lies on its side reads as any does once it is turned, clockwise by the angle
    of `readingOrientation`.
    """
    if region.is_rotated:
        return ' readingOrientation="-90" readingDirection="left-to-right" textLineOrder="top-to-bottom"'
    return ' readingDirection="top-to-bottom" textLineOrder="right-to-left"' if region.is_down else ""


def _standing(block: Block) -> str:
    """How lines stand in a block and how far apart; the format says of an indent that there is one."""
    leading = f' leading="{block.leading}"' if block.leading else ""
    indented = ' indented="true"' if block.indent > 0 else ""
    return f'{leading}{indented} align="{_ALIGNED[block.align]}"'


def _language(tag: str, attribute: str) -> str:
    named = _LANGUAGES.get(tag.partition("-")[0].lower())
    return f' {attribute}="{named}"' if named else ""


def _equiv(text: str) -> str:
    return f"<TextEquiv><Unicode>{said(text)}</Unicode></TextEquiv>"


def _coords(box: Box) -> str:
    left, top, right, foot = corners(box)
    return f'<Coords points="{left},{top} {right},{top} {right},{foot} {left},{foot}"/>'


def _reading_order(turns: Sequence[tuple[Part, ...]]) -> Iterator[str]:
    """Articles in the order in which they are read."""
    yield '<ReadingOrder>\n<OrderedGroup id="order">'
    for at, turn in enumerate(turns):
        if len(turn) > 1:
            yield f'<UnorderedGroupIndexed id="free-{turn[0].id}" index="{at}">'
            for part in turn:
                yield from _order_of(part, None)
            yield "</UnorderedGroupIndexed>"
        else:
            yield from _order_of(turn[0], at)
    yield "</OrderedGroup>\n</ReadingOrder>"


def _order_of(part: Part, index: int | None) -> Iterator[str]:
    tag, place = ("OrderedGroup", "") if index is None else ("OrderedGroupIndexed", f' index="{index}"')
    told = f'custom="structure {{type:{part.kind};}}"'
    yield f'<{tag} id="order-{part.id}"{place} type="article" caption="{said(part.heading)}" {told}>'
    for at, item in enumerate(part.items):
        regions = item.regions if isinstance(item, Block) else ()
        if len(regions) > 1:
            yield f'<OrderedGroupIndexed id="order-{item.id}" index="{at}" type="paragraph">'
            yield from (_ref(region.id, number) for number, region in enumerate(regions))
            yield "</OrderedGroupIndexed>"
        else:
            yield _ref(item.id, at)
    yield f"</{tag}>"


def _ref(name: str, index: int) -> str:
    return f'<RegionRefIndexed regionRef="{name}" index="{index}"/>'
