"""What a user names, as files that can be compared: PDFs and PNGs, folders of them, pages and editions that are built
first, and from Python bytes, pictures and placed pages as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jxprint.errors import DescriptionError, Finding, Place, UsageError
from jxprint.golden.sheets import Pdf, Picture, opened_source

_KINDS = (".pdf", ".png")


def named_files(given: Sequence[Path]) -> list[tuple[str, Path]]:
    """Files and page folders with the names that their baselines have: their own, without the end. Raises
    DescriptionError for a folder with nothing in it, UsageError where two have one name.
    """
    found: list[tuple[str, Path]] = []
    empty: list[Finding] = []
    for path in given:
        its = [path] if not path.is_dir() or is_page(path) else _within(path)
        found += [(one.resolve().name if one.is_dir() else one.stem, one) for one in its]
        if not its:
            empty.append(Finding("golden.nothing_here", Place(file=str(path))))
    if empty:
        raise DescriptionError(*empty)
    first: dict[str, Path] = {}
    twice = [
        Finding("golden.same_name", Place(file=str(path)), {"name": name, "other": str(first[name])})
        for name, path in found
        if first.setdefault(name, path) is not path
    ]
    if twice:
        raise UsageError(*twice)
    return found


def is_page(folder: Path) -> bool:
    """Whether a folder is a page or an edition, to be built."""
    from jxprint.description.orders import EDITION_FILE

    return any((folder / name).exists() for name in ("page.toml", EDITION_FILE))


def _within(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _KINDS and path.is_file())


def source_of(given: object, dpi: float, name: str = "") -> Pdf | Picture:
    """A file, a folder, bytes, a picture, or one or several placed pages, set in the faces that come along, as what
    can be compared. Raises JxprintError; TypeError for anything else.
    """
    if isinstance(given, (str, Path)):
        path = Path(given)
        if path.is_dir():
            return Pdf(_built(path), name or str(path), dpi)
        return opened_source(path, name or str(path), dpi)
    if isinstance(given, (bytes, bytearray, memoryview)):
        return opened_source(bytes(given), name or "<bytes>", dpi)
    from PIL import Image

    from jxprint.placed import PlacedPage

    if isinstance(given, Image.Image):
        return Picture(given, name or "<picture>", None)
    pages = [given] if isinstance(given, PlacedPage) else list(given) if isinstance(given, (list, tuple)) else []
    if not pages or not all(isinstance(one, PlacedPage) for one in pages):
        raise TypeError(f"no page: {type(given).__name__}")
    return Pdf(_written(pages), name or pages[0].name, dpi)


def _built(folder: Path) -> bytes:
    if not is_page(folder):
        raise DescriptionError(Finding("golden.no_page", Place(file=str(folder))))
    from jxprint.edition import make_edition

    return make_edition([folder]).pdf


def _written(pages: Sequence[object]) -> bytes:
    from io import BytesIO

    from jxprint.fonts import open_library
    from jxprint.placed import PlacedPage
    from jxprint.writers.pdf import write_pdf

    sink = BytesIO()
    write_pdf([one for one in pages if isinstance(one, PlacedPage)], open_library(), sink)
    return sink.getvalue()


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files hold the same."""
    import filecmp

    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError:
        return False
