"""The placed page as stable text: the form in which layout is read, reviewed and compared.

Points from the top left corner of the trim box, two decimals. A block says its role, its number in the copy, its face
and size, and a frame for each leg. A line says leg, x and y of its baseline, width as set and measure, what
justification did (`=` marks a line that fills its measure), and its text; a run that is set otherwise than the
block's first says so before its text, and a line that does not keep all rules says behind it which rescue it is.

    story C  秀洲：引才聚才  20.00 260.00 722.00 × 330.00
      body 0  song 10.00  20.00 260.00 164.00 × 126.00 | 192.00 260.00 164.00 × 126.00
        0    40.00   268.80  144.00/164.00   +0.42 =  开年以来，…
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.artwork import PdfPage
from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.placed import (
    Article,
    Box,
    GlyphRun,
    PlacedPage,
    PlacedPicture,
    Rule,
    Shape,
    TextBlock,
    TextLine,
)


def dump(page: PlacedPage) -> str:
    """The whole page, in reading order, ending with a newline."""
    return "\n".join(_page(page)) + "\n"


def _page(page: PlacedPage) -> Iterator[str]:
    grid = page.grid
    bleed = f"  bleed {_n(page.bleed)}" if page.bleed else ""
    bleed += f"  slug {_n(page.slug)}" if page.slug else ""
    yield f"page {page.name}  {page.title}  {page.language}  {_n(page.width)} × {_n(page.height)}{bleed}"
    yield f"print space  {_rect(page.print_space)}"
    yield f"grid  first baseline {_n(grid.first_baseline)}  pitch {_n(grid.pitch)}  body {_n(grid.body_pt)}"
    yield f"columns  {_n(grid.column_width)} wide at {' '.join(_n(x) for x in grid.column_xs)}"
    if page.under:
        yield "under"
        yield from _shapes(page.under, "  ")
    if page.ornaments:
        yield "ornaments"
        for ornament in page.ornaments:
            yield from _picture(ornament)
    for article in page.articles:
        yield from _article(article)
    if page.over:
        yield "over"
        yield from _shapes(page.over, "  ")
    if page.marks:
        yield "marks"
        yield from _shapes(page.marks, "  ")


def _article(article: Article) -> Iterator[str]:
    yield ""
    yield f"{article.kind} {article.part}  {article.label}  {_rect(article.frame)}"
    for block in article.blocks:
        if isinstance(block, PlacedPicture):
            yield from _picture(block)
        else:
            yield from _block(block)


def _picture(picture: PlacedPicture) -> Iterator[str]:
    file = picture.file.name if picture.file is not None else "no file"
    crop = ""
    if picture.crop is not None:
        part = picture.crop
        crop = f"  crop {_n(part.x)} {_n(part.y)} {_n(part.width)} × {_n(part.height)}"
    if picture.artwork is not None:
        page = f" page {picture.artwork.page}" if isinstance(picture.artwork, PdfPage) else ""
        file += f"{page}  vectors"
    turned = f"  orientation {picture.orientation}" if picture.orientation != 1 else ""
    yield f"  picture  {file}{turned}{crop}  {_rect(picture.frame)}  alt: {picture.alt}"
    yield from _shapes(picture.shapes, "    ")


def _block(block: TextBlock) -> Iterator[str]:
    first = next((run for line in block.lines for run in line.runs), None)
    setting = _setting(first) if first is not None else "empty"
    frames = " | ".join(_rect(frame) for frame in block.frames)
    yield f"  {block.role} {block.index}  {setting}  {frames}"
    for line in block.lines:
        yield _line(line, setting)


def _line(line: TextLine, setting: str) -> str:
    text = ""
    for run in line.runs:
        own = _setting(run)
        text += run.text if own == setting else f"⟨{own}⟩{run.text}⟨⟩"
        if run.shown is not None:
            text += f"⟨shown {run.shown}⟩"
    if line.rescues:
        text += f"⟨rescued: {', '.join(line.rescues)}⟩"
    adjusted = f"{line.adjustment:+.2f}" if abs(line.adjustment) >= 0.005 else ""
    fills = "=" if line.justified else " "
    measures = f"{_n(_set_width(line))}/{_n(line.measure)}"
    return f"    {line.leg} {_n(line.x):>8} {_n(line.y):>8}  {measures:>13} {adjusted:>7} {fills}  {text}"


def _set_width(line: TextLine) -> float:
    """From the line's start to where its last pen ends, along its way; a reading over it does not make it shorter."""
    if line.length is not None or not line.runs:
        return line.length or 0.0
    last = next(run for run in reversed(line.runs) if run.inline != "reading")
    start = last.x - line.x if last.orientation == "horizontal" else last.y - line.y
    return start + sum(last.advances)


def _setting(run: GlyphRun) -> str:
    parts = [run.face, _n(run.size)]
    if run.orientation != "horizontal":
        parts.append(run.orientation)
    if run.ink.cmyk != (0.0, 0.0, 0.0, 1.0):
        parts.append(_ink(run.ink))
    return " ".join(parts)


def _shapes(shapes: tuple[Shape, ...], indent: str) -> Iterator[str]:
    """Each shape on a line; outlines one after another (the letters of a label) are told as one."""
    outlines: list[Rect] = []
    fill = ""
    for shape in shapes:
        if isinstance(shape, Box):
            paint = f"  fill {_ink(shape.fill)}" if shape.fill is not None else ""
            if shape.stroke is not None:
                paint += f"  stroke {_n(shape.stroke_pt)} {_ink(shape.stroke)}"
            yield f"{indent}box  {_rect(shape.frame)}{paint}"
        elif isinstance(shape, Rule):
            ends = f"{_n(shape.x1)} {_n(shape.y1)} to {_n(shape.x2)} {_n(shape.y2)}"
            yield f"{indent}rule  {ends}  {_n(shape.width_pt)} {_ink(shape.ink)}"
        else:
            outlines.append(_bounds(shape.commands))
            fill = _ink(shape.fill)
    if outlines:
        left, top = min(one.x for one in outlines), min(one.y for one in outlines)
        right, bottom = max(one.right for one in outlines), max(one.bottom for one in outlines)
        box = Rect(left, top, right - left, bottom - top)
        yield f"{indent}{len(outlines)} outlines  {_rect(box)}  fill {fill}"


def _bounds(commands: tuple[tuple[str | float, ...], ...]) -> Rect:
    """The box of a path's points, control points as well."""
    numbers = [float(value) for command in commands for value in command[1:]] or [0.0, 0.0]
    xs, ys = numbers[::2], numbers[1::2]
    # Commands hold pairs, so the pairs of all of them alternate as those of one do.
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _ink(ink: Ink) -> str:
    amounts = " ".join(f"{amount * 100:.4g}" for amount in ink.cmyk)
    return f"{ink.name} {amounts}%"


def _rect(frame: Rect) -> str:
    return f"{_n(frame.x)} {_n(frame.y)} {_n(frame.width)} × {_n(frame.height)}"


def _n(value: float) -> str:
    """Two decimals, and never a minus before nought."""
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text
