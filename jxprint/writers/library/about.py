"""What all formats say of themselves: who wrote them and when, of which file and with which faces."""

from __future__ import annotations

import time
from collections.abc import Mapping

from msgspec import Struct

from jxprint import __version__

SOFTWARE, VERSION = "jxprint", __version__
TOOL = f"{SOFTWARE} {VERSION}"
# 1 January 1980: what formats say that will not do without a date where nobody gave one (as PDFs of ours do).
UNDATED = "1980-01-01T00:00:00Z"


class Type(Struct, frozen=True):
    """A face as a library is told of it: its family's name, its kind (serif, sans-serif or unknown), whether it is
    bold, its own name, the version that its file says, and the SHA-256 of that file.
    """

    family: str
    kind: str = ""
    is_bold: bool = False
    name: str = ""
    version: str = ""
    sha256: str = ""


class About(Struct, frozen=True):
    """What stands beside a leaf: the name of its image (empty where none is kept), the time in seconds since 1970
    (None: nobody gave one), and the faces by id.
    """

    image: str = ""
    epoch: int | None = None
    faces: Mapping[str, Type] = {}

    @property
    def time(self) -> str:
        """The time as ISO 8601, empty where nobody gave one."""
        return "" if self.epoch is None else time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.epoch))

    def face(self, id_: str) -> Type:
        """A face; one that nobody described has its id for a name."""
        return self.faces.get(id_) or Type(id_)


# Nothing but the leaf itself is told.
UNTOLD = About()
