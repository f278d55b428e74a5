"""From one colour space to another by ICC profiles: relative colorimetric with black point compensation throughout.

White becomes the paper, black the darkest that there is, and what both can show stays what it is (ISO 18619). Pillow
and its Little CMS are loaded when the first picture is converted.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image

_MODES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK"}
# Two spaces are taken for one where none of these colours comes out farther off than so many steps of 255.
_PROBES = (0, 51, 102, 153, 204, 255)
_SAME = 2


class Turning(Protocol):
    """What changes the numbers of a picture; strips may come from several threads at once."""

    def apply(self, picture: Image) -> Image:
        """A new picture of the same size."""

    def __hash__(self) -> int:
        """Each is itself."""


class Transform:
    """Turns pictures of one mode into another; b"" stands for the profile of Lab (D50). Of a photograph no pixel is
    looked for in the one before it: it is hardly ever the same, and looking takes a sixth of the time.
    """

    def __init__(self, source: bytes, target: bytes, modes: tuple[str, str], *, photograph: bool = False) -> None:
        from PIL import ImageCms

        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        self._made: Any = ImageCms.buildTransform(
            _opened(source),
            _opened(target),
            *modes,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=flags | ImageCms.Flags.NOCACHE if photograph else flags,
        )

    def apply(self, picture: Image) -> Image:
        """A new picture of the same size."""
        from PIL import Image

        made = Image.new(self._made.output_mode, picture.size, None)
        # Pillow's own `apply` writes the whole profile out beside every strip.
        self._made.transform.apply(picture.getim(), made.getim())
        return made


@lru_cache(maxsize=8)
def transform(source: bytes, target: bytes, modes: tuple[str, str], *, photograph: bool = False) -> Transform:
    """The transform between two sound profiles, kept: an edition's pictures mostly come by the same. `modes` are
    Pillow's; for a `photograph` it is quicker, and the numbers are the same.
    """
    return Transform(source, target, modes, photograph=photograph)


def opens(data: bytes, space: str, *, both_ways: bool = False) -> bool:
    """Whether Little CMS can turn a profile's colours into Lab, and with `both_ways` Lab into its colours."""
    from PIL import ImageCms

    ways = [(data, b"", (_MODES[space], "LAB"))]
    if both_ways:
        ways.append((b"", data, ("LAB", _MODES[space])))
    try:
        for way in ways:
            Transform(*way)
    except (ImageCms.PyCMSError, OSError, ValueError, KeyError):
        return False
    return True


@lru_cache(maxsize=32)
def same_colours(one: bytes, other: bytes) -> bool:
    """Whether two profiles of RGB mean the same colours: sRGB is about in many spellings."""
    from PIL import Image, ImageChops

    colours = bytes(part for r in _PROBES for g in _PROBES for b in _PROBES for part in (r, g, b))
    probes = Image.frombytes("RGB", (len(colours) // 3, 1), colours)
    turned = transform(one, other, ("RGB", "RGB")).apply(probes)
    return all(most <= _SAME for _, most in ImageChops.difference(probes, turned).getextrema())  # type: ignore[misc]


def _opened(data: bytes) -> Any:
    from io import BytesIO

    from PIL import ImageCms

    if not data:
        return ImageCms.createProfile("LAB")
    return ImageCms.ImageCmsProfile(BytesIO(data))
