"""The rows."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import Finding, UsageError

# What becomes of colour: `kept` as the files have it; `screen`: RGB and grey; `press`: the output profile's inks and
# grey; `archive`: inks with the output profile as their meaning, RGB with its own profile.
Colour = Literal["kept", "screen", "press", "archive"]

_A2_FILES = "ISO 19005-2, 6.8"
_A4_FILES = "ISO 19005-4, 6.9"
# Associated files come with PDF 2.0 and PDF/A-3; PDF/X is made of PDF 1.4 and 1.6.
_X_FILES = "ISO 32000-2, 14.13"


class Profile(Struct, frozen=True):
    """A kind of PDF. Standards are named as the file says them: `pdfx` GTS_PDFXVersion, `pdfa` part and conformance,
    `pdfua` its part (0: none claimed), `wtpdf` the two declarations of Well-Tagged PDF.

    `version` is the header's. `packed` lets objects stand in object streams, `informed` keeps the information
    dictionary (PDF/A-4 forbids it, ISO 19005-4, 6.1.3), `dated` demands dates, `transparent` allows what lets its
    ground through, `based` colours by ICC profiles, `linked` annotations within the trim box. `forbids_files` is the
    clause that forbids the file to carry others, empty where none does; `sealed`: it carries a seal, asked for or not.
    `needs_alt` refuses a picture without a description. `judged`: a finished file is held against it where it shows a
    page of another program, of which nothing was known before; else nothing is claimed where such a page has text.
    `coarsest` and `finest` are the pixels to the inch between which a picture is printed well (0: not asked),
    `ink_limit` is the most ink in one place in per cent.
    """

    name: str
    title: str
    version: tuple[int, int] = (1, 7)
    pdfx: str = ""
    pdfa: str = ""
    pdfua: int = 1
    wtpdf: bool = False
    colour: Colour = "kept"
    packed: bool = True
    informed: bool = True
    dated: bool = False
    transparent: bool = True
    based: bool = True
    linked: bool = True
    forbids_files: str = ""
    sealed: bool = False
    needs_alt: bool = False
    judged: bool = True
    coarsest: int = 0
    finest: int = 0
    ink_limit: int = 0

    @property
    def has_intent(self) -> bool:
        """Whether the file says for which press its inks are meant (an output intent)."""
        return self.colour in ("press", "archive")


# Newspapers ask for 150 to 200 pixels to the inch at size and for 220 to 240 % of ink (published printers' sheets);
# three times as many pixels only make a file large.
_PRESS = Profile(
    "", "", pdfua=0, colour="press", dated=True, linked=False, coarsest=150, finest=450, ink_limit=240,
    forbids_files=_X_FILES,
)  # fmt: skip
_ARCHIVE = Profile("", "", colour="archive", dated=True, needs_alt=True)
_A4 = replace(_ARCHIVE, version=(2, 0), pdfua=2, wtpdf=True, informed=False)

_ROWS = (
    Profile("pdf", "PDF 1.7, PDF/UA-1", judged=False),
    Profile("web", "PDF 1.7, PDF/UA-1, RGB", colour="screen", finest=150),
    replace(
        _PRESS, name="press-x1a", title="PDF/X-1a:2003", version=(1, 4), pdfx="PDF/X-1a:2003", packed=False,
        transparent=False, based=False,
    ),
    replace(_PRESS, name="press-x4", title="PDF/X-4", version=(1, 6), pdfx="PDF/X-4"),
    replace(_ARCHIVE, name="archive-a2", title="PDF/A-2a, PDF/UA-1", pdfa="2A", forbids_files=_A2_FILES),
    replace(_ARCHIVE, name="archive-a3", title="PDF/A-3a, PDF/UA-1", pdfa="3A", sealed=True),
    replace(_A4, name="archive-a4", title="PDF/A-4, PDF/UA-2, WTPDF", pdfa="4", forbids_files=_A4_FILES),
    replace(_A4, name="archive-a4f", title="PDF/A-4f, PDF/UA-2, WTPDF", pdfa="4F", sealed=True),
    replace(
        _PRESS, name="press-archive", title="PDF/X-4, PDF/A-2a, PDF/UA-1", version=(1, 6), pdfx="PDF/X-4", pdfa="2A",
        pdfua=1, needs_alt=True, forbids_files=_A2_FILES,
    ),
)  # fmt: skip

PROFILES = {row.name: row for row in _ROWS}
USUAL = PROFILES["pdf"]


def profile_named(name: str) -> Profile:
    """A row by its name. Raises UsageError where there is none."""
    try:
        return PROFILES[name]
    except KeyError:
        raise UsageError(Finding("profile.unknown", args={"name": name, "known": tuple(PROFILES)})) from None
