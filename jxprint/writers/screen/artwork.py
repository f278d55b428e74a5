"""Artwork for a browser: drawings stay paths, with their gradients, clips and opacity; a page of a PDF is drawn by
pdfium and comes as pixels, for a browser shows no PDF within a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from jxprint.artwork import Artwork, Clip, Colour, Gradient, Group, Matrix, Paint, Path, PdfPage, Stroke, Tiling
from jxprint.errors import Finding, OutputError, Place
from jxprint.geometry import Rect
from jxprint.intake.drawable import check_drawable
from jxprint.writers.screen.marks import fine, n, path_data
from jxprint.writers.screen.pictures import Pixels, png_uri

_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")
# What a screen shows of a broadsheet at twice its size.
_DPI = 200


class Artist:
    """Writes artwork as elements; what they refer to by name stands before them, and no name twice in a file."""

    def __init__(self, pixels: Pixels) -> None:
        self._names = 0
        self._pixels = pixels

    def show(self, artwork: Artwork, whole: Rect, frame: Rect) -> str:
        """Artwork whose whole stands in `whole`, seen through a frame."""
        if isinstance(artwork, PdfPage):
            inner = self._pixels.image((artwork.file, artwork.page), whole, "", lambda: _drawn(artwork))
        else:
            scale = fine(whole.width / artwork.width)
            inner = f'<g transform="scale({scale})">{"".join(self._group(artwork.group))}</g>'
        size = f'x="{n(frame.x)}" y="{n(frame.y)}" width="{n(frame.width)}" height="{n(frame.height)}"'
        left, top = frame.x - whole.x, frame.y - whole.y
        return f'<svg {size} viewBox="{n(left)} {n(top)} {n(frame.width)} {n(frame.height)}">{inner}</svg>'

    def _group(self, group: Group) -> Iterator[str]:
        about = f' opacity="{fine(group.opacity)}"' if group.opacity < 1 else ""
        if group.clip is not None:
            name = self._name()
            yield _clip(group.clip, name)
            about += f' clip-path="url(#{name})"'
        yield f"<g{about}>"
        for item in group.items:
            yield from self._path(item) if isinstance(item, Path) else self._group(item)
        yield "</g>"

    def _path(self, path: Path) -> Iterator[str]:
        fill, stroke = "none", ""
        if path.fill is not None:
            gradient, fill = self._paint(path.fill)
            yield gradient
        if path.stroke is not None:
            gradient, paint = self._paint(path.stroke.paint)
            yield gradient
            stroke = _stroke(path.stroke, paint)
        rule = ' fill-rule="evenodd"' if path.even_odd else ""
        opacity = f' fill-opacity="{fine(path.opacity)}"' if path.opacity < 1 else ""
        about = f'transform="{_matrix(path.matrix)}" fill="{fill}"{rule}{opacity}{stroke}'
        yield f'<path {about} d="{path_data(path.commands)}"/>'

    def _paint(self, paint: Paint) -> tuple[str, str]:
        """What has to stand before, and how it is referred to."""
        if isinstance(paint, Colour):
            return "", _colour(paint)
        name = self._name()
        if isinstance(paint, Tiling):
            x, y, width, height = map(fine, paint.cell)
            about = f'x="{x}" y="{y}" width="{width}" height="{height}" patternTransform="{_matrix(paint.matrix)}"'
            inner = "".join(self._group(Group(paint.items)))
            return f'<pattern id="{name}" patternUnits="userSpaceOnUse" {about}>{inner}</pattern>', f"url(#{name})"
        return _gradient(paint, name), f"url(#{name})"

    def _name(self) -> str:
        self._names += 1
        return f"a{self._names}"


def _clip(clip: Clip, name: str) -> str:
    rule = ' clip-rule="evenodd"' if clip.even_odd else ""
    outlines = "".join(
        f'<path transform="{_matrix(matrix)}"{rule} d="{path_data(commands)}"/>' for matrix, commands in clip.outlines
    )
    return f'<clipPath id="{name}">{outlines}</clipPath>'


def _stroke(stroke: Stroke, paint: str) -> str:
    about = f' stroke="{paint}" stroke-width="{fine(stroke.width)}" stroke-linecap="{_CAPS[stroke.cap]}"'
    about += f' stroke-linejoin="{_JOINS[stroke.join]}" stroke-miterlimit="{fine(stroke.miter)}"'
    if stroke.dash:
        about += f' stroke-dasharray="{" ".join(map(fine, stroke.dash))}" stroke-dashoffset="{fine(stroke.dash_start)}"'
    return about + (f' stroke-opacity="{fine(stroke.opacity)}"' if stroke.opacity < 1 else "")


def _gradient(gradient: Gradient, name: str) -> str:
    names = ("x1", "y1", "x2", "y2") if gradient.kind == "linear" else ("fx", "fy", "fr", "cx", "cy", "r")
    points = " ".join(f'{key}="{fine(value)}"' for key, value in zip(names, gradient.points, strict=True))
    seen = [f' stop-opacity="{fine(one)}"' for one in gradient.opacities] or [""] * len(gradient.stops)
    stops = "".join(
        f'<stop offset="{fine(at)}" stop-color="{_colour(colour)}"{opacity}/>'
        for (at, colour), opacity in zip(gradient.stops, seen, strict=True)
    )
    about = f'id="{name}" gradientUnits="userSpaceOnUse" gradientTransform="{_matrix(gradient.matrix)}" {points}'
    return f"<{gradient.kind}Gradient {about}>{stops}</{gradient.kind}Gradient>"


def _matrix(matrix: Matrix) -> str:
    return f"matrix({' '.join(map(fine, matrix))})"


def _colour(colour: Colour) -> str:
    return "#" + "".join(f"{round(255 * one):02x}" for one in (colour.red, colour.green, colour.blue))


def _drawn(page: PdfPage) -> str:
    """A page of a PDF, trimmed, as a PNG. Raises OutputError or PdfError where it cannot be drawn."""
    import pypdfium2

    name = str(page.file)
    check_drawable(page.file, name, page.page - 1)
    try:
        document = pypdfium2.PdfDocument(page.file)
        try:
            one = document[page.page - 1]
            one.set_cropbox(*one.get_trimbox())
            file = BytesIO()
            one.render(scale=_DPI / 72).to_pil().save(file, "PNG")
        finally:
            document.close()
    except (pypdfium2.PdfiumError, OSError) as error:
        raise OutputError(Finding("output.picture_unreadable", Place(file=name), {"reason": str(error)})) from error
    return png_uri(file.getvalue())
