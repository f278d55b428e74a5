"""Pictures as data URIs (RFC 2397): JPEG and PNG that a browser shows as they are, everything else as PNG."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from jxprint.errors import Finding, OutputError, Place
from jxprint.geometry import Rect
from jxprint.intake.jpeg import read_jpeg_header
from jxprint.intake.refusals import reason
from jxprint.writers.screen.marks import fine, n

_PNG = b"\x89PNG\r\n\x1a\n"


class Pixels:
    """Pictures of pixels as elements. What is seen twice in a file is in it once: the second time it is referred to."""

    def __init__(self) -> None:
        self._known: dict[object, tuple[str, Rect]] = {}

    def image(self, key: object, whole: Rect, about: str, href: Callable[[], str]) -> str:
        """The picture that `key` stands for, as large as `whole`, at the origin."""
        if key in self._known:
            name, first = self._known[key]
            scale = f"{fine(whole.width / first.width)} {fine(whole.height / first.height)}"
            return f'<use href="#{name}" transform="scale({scale})"/>'
        name = f"p{len(self._known) + 1}"
        self._known[key] = name, whole
        return f'<image id="{name}" width="{n(whole.width)}" height="{n(whole.height)}"{about} href="{href()}"/>'


def data_uri(path: Path, *, turned: bool) -> str:
    """A picture's file; one that is `turned` (EXIF) is written upright, for not every viewer turns it. Raises
    OutputError where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, reason(error)) from error
    header = read_jpeg_header(data)
    if not turned and header is not None and header.bits == 8 and header.components in (1, 3):
        return _uri("jpeg", data)
    if not turned and data.startswith(_PNG):
        return png_uri(data)
    return png_uri(_as_png(path, data))


def png_uri(data: bytes) -> str:
    """The bytes of a PNG."""
    return _uri("png", data)


def _as_png(path: Path, data: bytes) -> bytes:
    from PIL import Image as Pillow
    from PIL import ImageOps

    # Pixels were bounded when the page's description was read, by the page's own limit.
    limit, Pillow.MAX_IMAGE_PIXELS = Pillow.MAX_IMAGE_PIXELS, None
    try:
        with Pillow.open(BytesIO(data)) as opened:
            picture = ImageOps.exif_transpose(opened)
            if picture.mode.startswith("I"):
                picture = picture.point(lambda value: value / 256).convert("L")
            mode = "RGBA" if picture.has_transparency_data else "RGB"
            file = BytesIO()
            picture.convert(mode).save(file, "PNG")
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _unreadable(path, str(error)) from error
    finally:
        Pillow.MAX_IMAGE_PIXELS = limit
    return file.getvalue()


def _uri(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"


def _unreadable(path: Path, told: str) -> OutputError:
    return OutputError(Finding("output.picture_unreadable", Place(file=str(path)), {"reason": told}))
