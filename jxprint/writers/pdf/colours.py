"""Pictures as a profile wants them: each file once a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.errors import Finding
from jxprint.ink import Spot
from jxprint.writers.pdf.lights import Lights
from jxprint.writers.pdf.pictures import Image, entries_of, read_image
from jxprint.writers.pdf.seam import File
from jxprint.writers.pdf.spots import Spots

if TYPE_CHECKING:
    from jxprint.colour import Converted


class Shown(Struct, frozen=True):
    """A picture's file, and how many of its pixels stand on an inch of paper (0: not known)."""

    file: Path
    ppi: float = 0.0


class Colours:
    """Writes the pictures and spot inks of one file; `notes` are what was told of them."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._images: dict[tuple[Path, float], int] = {}
        self._spots = Spots(file)
        self.notes: list[Finding] = []

    def image(self, shown: Shown) -> int:
        """The image of a picture; gives its number. Raises OutputError where it cannot be read."""
        profile = self._file.manner.profile
        is_fine = profile.colour == "screen" and shown.ppi > profile.finest
        key = shown.file, profile.finest / shown.ppi if is_fine else 1.0
        if key not in self._images:
            self._images[key] = self._written(*key)
        return self._images[key]

    def resources(self, spots: tuple[Spot, ...]) -> bytes:
        """What the resources of a page say of colours. Raises OutputError where a plate would have two values."""
        return Lights(self._file).resources(self._spots.entries(spots))

    def _written(self, path: Path, share: float) -> int:
        manner = self._file.manner
        how = manner.profile.colour
        if how == "kept":
            return self._kept(read_image(path))
        from jxprint.colour import convert, newsprint

        press = manner.press or newsprint()
        made = convert(path, how, press, limit=manner.profile.ink_limit, share=share)
        if how == "screen" and (small := self._smaller(path, made)) is not None:
            return self._kept(small)
        self.notes += made.notes
        space = b"/" + made.space.encode("ascii")
        if made.icc:
            space = b"[/ICCBased %d 0 R]" % self._file.icc(made.icc, made.components)
        entries = entries_of(made.width, made.height, space, made.bits)
        return self._file.stream(entries + made.entries, made.data)

    def _kept(self, image: Image) -> int:
        return self._file.stream(image.entries, image.data)

    @staticmethod
    def _smaller(path: Path, made: Converted) -> Image | None:
        """A grey picture as its file has it, where that takes less: a print of few greys is larger as a photograph."""
        if made.untouched or made.notes or made.space != "DeviceGray":
            return None
        image = read_image(path)
        return image if b"/DeviceGray" in image.entries and len(image.data) < len(made.data) else None
