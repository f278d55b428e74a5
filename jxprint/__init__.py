"""jxprint takes a Chinese broadsheet page apart and sets it again, and the page it prints can prove itself.

The public API is what this module names:

    page = jxprint.read_page(Path("layout/jiaxing"))
    library = jxprint.open_library(page.style.fonts, base=Path("layout/jiaxing"))
    placed = jxprint.compose(page, library)
    jxprint.write([placed], library, Path("out/jiaxing.pdf"))
    assert jxprint.check(Path("out/jiaxing.pdf"), page).ok

Everything that jxprint refuses is raised as a JxprintError; its `findings` say what, where and the way out. A name is
loaded from its room when it is first used, so that `import jxprint` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from jxprint.checker import CheckReport as CheckReport
    from jxprint.checker import check as check
    from jxprint.composition import compose as compose
    from jxprint.description import read_page as read_page
    from jxprint.errors import CheckFailed as CheckFailed
    from jxprint.errors import DescriptionError as DescriptionError
    from jxprint.errors import Finding as Finding
    from jxprint.errors import FontError as FontError
    from jxprint.errors import JxprintError as JxprintError
    from jxprint.errors import MakeupError as MakeupError
    from jxprint.errors import OutputError as OutputError
    from jxprint.errors import OversetError as OversetError
    from jxprint.errors import PdfError as PdfError
    from jxprint.errors import Place as Place
    from jxprint.errors import ProfileError as ProfileError
    from jxprint.errors import UsageError as UsageError
    from jxprint.fonts import Library as Library
    from jxprint.fonts import open_library as open_library
    from jxprint.model import Page as Page
    from jxprint.placed import PlacedPage as PlacedPage
    from jxprint.writers.pdf import write_pdf

    write = write_pdf

# Public name: the room that has it, and its name there.
_ROOMS = {
    "CheckFailed": ("jxprint.errors", "CheckFailed"),
    "CheckReport": ("jxprint.checker", "CheckReport"),
    "DescriptionError": ("jxprint.errors", "DescriptionError"),
    "Finding": ("jxprint.errors", "Finding"),
    "FontError": ("jxprint.errors", "FontError"),
    "JxprintError": ("jxprint.errors", "JxprintError"),
    "Library": ("jxprint.fonts", "Library"),
    "MakeupError": ("jxprint.errors", "MakeupError"),
    "OutputError": ("jxprint.errors", "OutputError"),
    "OversetError": ("jxprint.errors", "OversetError"),
    "Page": ("jxprint.model", "Page"),
    "PdfError": ("jxprint.errors", "PdfError"),
    "Place": ("jxprint.errors", "Place"),
    "ProfileError": ("jxprint.errors", "ProfileError"),
    "PlacedPage": ("jxprint.placed", "PlacedPage"),
    "UsageError": ("jxprint.errors", "UsageError"),
    "check": ("jxprint.checker", "check"),
    "compose": ("jxprint.composition", "compose"),
    "open_library": ("jxprint.fonts", "open_library"),
    "read_page": ("jxprint.description", "read_page"),
    "write": ("jxprint.writers.pdf", "write_pdf"),
}


def __getattr__(name: str) -> object:
    """Load a public name from its room (PEP 562)."""
    from importlib import import_module

    if name not in _ROOMS:
        raise AttributeError(f"module 'jxprint' has no attribute {name!r}")
    room, there = _ROOMS[name]
    value: object = getattr(import_module(room), there)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*_ROOMS, "__version__"])
