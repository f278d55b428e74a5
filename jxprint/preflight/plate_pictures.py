"""Pictures as the light that some plates leave of them, no finer than it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jxprint.preflight.colours import PROCESS
from jxprint.preflight.sampling import opened
from jxprint.preflight.steps import Picture
from jxprint.preflight.survey import filters_of
from jxprint.preflight.tints import carried, light_space
from jxprint.preflight.values import is_true

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels that pdfium is given to turn one by one; a picture in four inks is made small before.
_PIXELS = 20_000_000
# Pixels to the point that are enough for what is looked at (`jxprint.preflight.plates`).
_FINE = 1.0
# What pdfium unfolds within the bounds of a picture's sides.
_FILTERS = frozenset(("/FlateDecode", "/DCTDecode", "/CCITTFaxDecode"))
_SIDES = ("/Width", "/Height")
_MASKS = ("/SMask", "/Mask")


class PicturePrinter:
    """Makes pictures into what three plates leave of them. `pdf` is the file that they go into."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        # Pictures in four inks, made small; each is decoded once for all plates.
        self._reduced: dict[tuple[tuple[int, int], int], Image] = {}

    def printed(self, step: Picture, plates: Sequence[str]) -> Any:
        """The picture for three plates; None where nothing is known of its inks, or it lays none there: paper, in its
        shape.
        """
        image = step.image
        width, height = (int(image.get(side, 0)) for side in _SIDES)
        if not 0 < width * height <= _PIXELS or len(filters_of(image)) > 1 or set(filters_of(image)) - _FILTERS:
            return self._small(step, plates) if width * height > 0 else None
        if is_true(image.get("/ImageMask")):
            return self._kept(image, None)
        if step.space.components == 4 and step.space.family in ("/DeviceCMYK", "/ICCBased"):
            return self._small(step, plates)
        space = light_space(self._pdf, step.space, plates)
        return None if space is None else self._kept(image, space)

    def _kept(self, image: Any, space: Any) -> Any:
        """The same samples, of another space."""
        entries = {key: carried(self._pdf, value) for key, value in image.items() if key not in ("/Length", "/OPI")}
        if space is not None:
            entries["/ColorSpace"] = space
        return self._pdf.make_stream(image.read_raw_bytes(), entries)

    def _small(self, step: Picture, plates: Sequence[str]) -> Any:
        import pikepdf
        from PIL import Image as Pillow

        picture = self._reduce(step)
        if picture is None:
            return None
        inks = dict(zip(PROCESS, picture.split(), strict=True))
        size = picture.size
        full = Pillow.new("L", size, 0)
        light = Pillow.merge("RGB", [inks.get(plate, full) for plate in (*plates, "", "")[:3]])
        made = self._pdf.make_stream(light.point(lambda ink: 255 - ink).tobytes(), Subtype=pikepdf.Name.Image)
        made.Width, made.Height = size
        made.ColorSpace, made.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
        for key in _MASKS:
            if isinstance(mask := step.image.get(key), pikepdf.Stream):
                made[key] = carried(self._pdf, mask)
        return made

    def _reduce(self, step: Picture) -> Image | None:
        """A picture's inks, no finer than is looked at; None where they are not known."""
        image = step.image
        across, down = (max(1.0, points * _FINE) for points in step.size)
        width, height = (int(image.get(side, 0)) for side in _SIDES)
        key = image.objgen, max(1, int(min(width / across, height / down)))
        if key not in self._reduced:
            picture = opened(image)
            if picture is None:
                return None
            self._reduced[key] = picture.reduce(key[1]) if key[1] > 1 else picture
        return self._reduced[key]
