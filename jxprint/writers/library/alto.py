"""ALTO 4.4 (https://www.loc.gov/standards/alto/): a page as blocks, lines, strings and characters with their boxes.

Coordinates are pixels of the page's image. A space is an SP where ALTO lets one stand (behind a String), else a String
of its own, so that CONTENT and spaces one behind another are the copy exactly; a hyphen is an HYP and no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.writers.library.about import SOFTWARE, UNTOLD, VERSION, About
from jxprint.writers.library.alto_styles import Sheet
from jxprint.writers.library.leaf import Block, Figure, Leaf, Part, Region, Row, Word
from jxprint.writers.library.markup import document, said
from jxprint.writers.library.signs import Box

SPACE = "http://www.loc.gov/standards/alto/ns-v4#"
_ZONES = ("TopMargin", "LeftMargin", "RightMargin", "BottomMargin", "PrintSpace")


def alto(leaf: Leaf, about: About = UNTOLD) -> bytes:
    """A page as ALTO. Raises OutputError for what XML cannot say."""
    return document(_Writer(leaf, about).file())


class _Writer:
    def __init__(self, leaf: Leaf, about: About) -> None:
        self._leaf = leaf
        self._about = about
        self._sheet = Sheet(leaf, about)
        # A page has few characters; each is escaped once.
        self._glyphs: dict[str, str] = {}

    def file(self) -> Iterator[str]:
        """The lines of the file."""
        leaf = self._leaf
        yield f'<alto xmlns="{SPACE}" SCHEMAVERSION="4.4">'
        yield from self._description()
        yield from self._sheet.styles()
        yield from self._sheet.tags()
        if leaf.parts:
            yield from _reading_order(leaf)
        label = f' PRINTED_IMG_NR="{said(leaf.label)}"' if leaf.label else ""
        size = f'WIDTH="{leaf.width}" HEIGHT="{leaf.height}" LANG="{said(leaf.language)}"'
        yield f'<Layout>\n<Page ID="P1" PHYSICAL_IMG_NR="{leaf.number}"{label} {size}>'
        for zone in _ZONES:
            parts = [part for part in leaf.parts if part.zone == zone]
            if parts or zone == "PrintSpace":
                box = leaf.print_space if zone == "PrintSpace" else _margin(leaf, zone)
                yield f'<{zone} ID="{zone}" {_box(box)}>'
                for part in parts:
                    yield from self._part(part)
                if zone == "PrintSpace":
                    for at, rule in enumerate(leaf.rules, 1):
                        yield f'<GraphicalElement ID="G{at}" {_box(rule)}/>'
                yield f"</{zone}>"
        yield "</Page>\n</Layout>\n</alto>"

    def _description(self) -> Iterator[str]:
        yield "<Description>\n<MeasurementUnit>pixel</MeasurementUnit>"
        if self._about.image:
            yield f"<sourceImageInformation><fileName>{said(self._about.image)}</fileName></sourceImageInformation>"
        yield '<Processing ID="made">\n<processingCategory>contentGeneration</processingCategory>'
        if self._about.epoch is not None:
            yield f"<processingDateTime>{self._about.time}</processingDateTime>"
        told = f"set from copy; boxes are em boxes in pixels, {self._leaf.dpi:g} to the inch"
        yield f"<processingStepDescription>{told}</processingStepDescription>"
        software = f"<softwareName>{SOFTWARE}</softwareName><softwareVersion>{VERSION}</softwareVersion>"
        yield f"<processingSoftware>{software}</processingSoftware>\n</Processing>\n</Description>"

    def _part(self, part: Part) -> Iterator[str]:
        tags = self._sheet.tags_of(part)
        yield f'<ComposedBlock ID="{part.id}" {_box(part.box)} TYPE="{part.kind}" TAGREFS="{tags}">'
        if part.polygon:
            points = " ".join(f"{x},{y}" for x, y in part.polygon)
            yield f'<Shape><Polygon POINTS="{points}"/></Shape>'
        for item in part.items:
            if isinstance(item, Figure):
                tagged = self._sheet.tags_of_figure(item)
                yield f'<Illustration ID="{item.id}" {_box(item.box)}{tagged}/>'
            else:
                yield from self._block(item)
        yield "</ComposedBlock>"

    def _block(self, block: Block) -> Iterator[str]:
        styles, look = self._sheet.styles_of(block)
        rows = [row for region in block.regions for row in region.rows]
        for at, region in enumerate(block.regions):
            following = block.regions[at + 1].id if at + 1 < len(block.regions) else ""
            onward = f' IDNEXT="{following}"' if following else ""
            tags = self._sheet.tags_of_region(block, region)
            down = _direction(region)
            yield f'<TextBlock ID="{region.id}" {_box(region.box)}{styles} TAGREFS="{tags}"{onward}{down}>'
            yield from self._rows(region, rows, look)
            yield "</TextBlock>"

    def _rows(self, region: Region, rows: Sequence[Row], look: str) -> Iterator[str]:
        for row in region.rows:
            if not row.words:
                continue
            x1, y1, x2, y2 = row.baseline
            yield f'<TextLine ID="{row.id}" {_box(row.box)} BASELINE="{x1},{y1} {x2},{y2}">'
            yield from self._words(row, _parted(rows, row), look)
            yield "</TextLine>"

    def _words(self, row: Row, parted: tuple[str, str], look: str) -> Iterator[str]:
        """The strings and spaces of a line; `parted` are the whole words that its first and last are a part of."""
        before = False  # whether a String stands right before
        last = len(row.words) - 1
        for at, word in enumerate(row.words):
            if word.is_blank and before and not word.inline:
                yield f"<SP {_box(word.box)}/>"
                before = False
                continue
            subs = f' SUBS_TYPE="HypPart2" SUBS_CONTENT="{said(parted[0])}"' if parted[0] and not at else ""
            if parted[1] and at == last:
                subs = f' SUBS_TYPE="HypPart1" SUBS_CONTENT="{said(parted[1])}"'
            yield self._string(word, subs, look)
            before = True
        if row.hyphen is not None:
            yield f'<HYP {_box(row.hyphen)} CONTENT="-"/>'

    def _string(self, word: Word, subs: str, look: str) -> str:
        own = self._sheet.look(word.look)
        styled = f' STYLEREFS="{own}"' if own != look else ""
        tagged = self._sheet.tags_of_word(word)
        spoken = f' LANG="{said(word.language)}"' if word.language != self._leaf.language else ""
        x, y, width, height = word.box
        known = self._glyphs
        glyphs = []
        for char, (left, top, wide, high) in word.signs:
            content = known.get(char)
            if content is None:
                content = known[char] = said(char)
            glyphs.append(
                f'<Glyph CONTENT="{content}" HPOS="{left}" VPOS="{top}" WIDTH="{wide}" HEIGHT="{high}" GC="1"/>'
            )
        other = f'<ALTERNATIVE PURPOSE="shown">{said(word.shown)}</ALTERNATIVE>' if word.shown is not None else ""
        return (
            f'<String CONTENT="{said(word.text)}" HPOS="{x}" VPOS="{y}" WIDTH="{width}" HEIGHT="{height}"'
            f'{styled}{tagged}{spoken}{subs} WC="1">{other}{"".join(glyphs)}</String>'
        )


def _direction(region: Region) -> str:
    """How a block runs. ROTATION is in degrees counterclockwise, and a block that is turned reads as any does once it
    is turned back; of one that is turned in part alone its words' tags tell.
    """
    if region.is_rotated:
        return ' ROTATION="-90" BASEDIRECTION="ltr"'
    return ' BASEDIRECTION="ttb"' if region.is_down else ""


def _box(box: Box) -> str:
    x, y, width, height = box
    return f'HPOS="{x}" VPOS="{y}" WIDTH="{width}" HEIGHT="{height}"'


def _margin(leaf: Leaf, zone: str) -> Box:
    """What of the trimmed page lies beyond the type area on one side; corners belong to head and foot."""
    (left, top, width, height), (x, y, wide, high) = leaf.trim, leaf.print_space
    if zone == "TopMargin":
        return left, top, width, y - top
    if zone == "BottomMargin":
        return left, y + high, width, top + height - y - high
    if zone == "LeftMargin":
        return left, y, x - left, high
    return x + wide, y, left + width - x - wide, high


def _parted(rows: Sequence[Row], row: Row) -> tuple[str, str]:
    """The words that a hyphen parts before and behind a line, whole; empty where none does."""
    at = next(index for index, one in enumerate(rows) if one is row)
    before = rows[at - 1] if at else None
    behind = rows[at + 1] if at + 1 < len(rows) else None
    first = _whole(before, row) if before is not None and before.hyphen is not None else ""
    return first, _whole(row, behind) if row.hyphen is not None and behind is not None else ""


def _whole(one: Row, other: Row) -> str:
    return one.words[-1].text + other.words[0].text if one.words and other.words else ""


def _reading_order(leaf: Leaf) -> Iterator[str]:
    """Articles in the order in which they are read, and in each its blocks."""
    yield '<ReadingOrder>\n<OrderedGroup ID="order">'
    for turn in leaf.turns:
        if len(turn) > 1:
            yield f'<UnorderedGroup ID="free-{turn[0].id}">'
        for part in turn:
            yield from _order_of(part)
        if len(turn) > 1:
            yield "</UnorderedGroup>"
    yield "</OrderedGroup>\n</ReadingOrder>"


def _order_of(part: Part) -> Iterator[str]:
    yield f'<OrderedGroup ID="order-{part.id}" REF="{part.id}">'
    if not part.items:
        yield _ref(part.id)
    for item in part.items:
        regions = item.regions if isinstance(item, Block) else ()
        if len(regions) > 1:
            yield f'<OrderedGroup ID="order-{item.id}">'
            yield from (_ref(region.id) for region in regions)
            yield "</OrderedGroup>"
        else:
            yield _ref(item.id)
    yield "</OrderedGroup>"


def _ref(name: str) -> str:
    return f'<ElementRef ID="ref-{name}" REF="{name}"/>'
