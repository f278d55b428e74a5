"""What becomes of pictures' colours: each file once a document, as the profile wants it."""

from __future__ import annotations

from pathlib import Path

from jxprint.writers.pdf.pictures import read_image
from jxprint.writers.pdf.seam import File


class Colours:
    """Writes the pictures of one file."""

    def __init__(self, file: File) -> None:
        self._file = file
        self.defaults = b""

    def image(self, path: Path) -> int:
        """The image of a picture's file; gives its number. Raises OutputError where it cannot be read."""
        image = read_image(path)
        return self._file.stream(image.entries, image.data)
