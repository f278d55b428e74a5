"""Files of an archive as far as they can be read: a damaged one is told, and the others are read all the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ParamSpec, TypeVar

from msgspec import Struct, field

from jxprint.errors import DescriptionError, Finding, JxprintError, PdfError, Place

_Read = TypeVar("_Read")
_Asked = ParamSpec("_Asked")
# What fills a file that was never written through.
_BLANK = b"\0 \t\r\n"


class Sound(Struct):
    """What was found damaged: by its path, why it cannot be read; and how the first of it was refused."""

    damaged: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    refusal: type[JxprintError] = DescriptionError

    def tried(
        self, path: str, read: Callable[_Asked, _Read], *asked: _Asked.args, **said: _Asked.kwargs
    ) -> _Read | None:
        """What a reader says of a file, None where it refuses it, or is known to; the refusal is kept."""
        if path in self.damaged:
            return None
        try:
            return read(*asked, **said)
        except (DescriptionError, PdfError) as error:
            self.refusal = self.refusal if self.damaged else type(error)
            self.damaged.setdefault(path, error.findings)
            return None

    def empty(self, files: Mapping[str, bytes], speaks: Callable[[str], bool]) -> None:
        """Take note of files that say nothing, of those that have to: their name was written, and what they held was
        not.
        """
        for path, data in files.items():
            if not data.strip(_BLANK) and speaks(path):
                self.damaged[path] = (Finding("library.empty_file", Place(path), {"size": len(data)}),)

    @property
    def findings(self) -> list[Finding]:
        """Why what cannot be read cannot, file after file."""
        return [one for found in self.damaged.values() for one in found]
