"""An archive (馆藏包): a PDF and what is kept beside it, as files by their paths, wrapped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from io import BytesIO
from struct import unpack

from msgspec import Struct
from msgspec.structs import replace

from jxprint.fonts import Library
from jxprint.placed import PlacedPage
from jxprint.writers.library.about import About
from jxprint.writers.library.faces import types_of
from jxprint.writers.library.kept import FORMATS, Edition, KeptFile, Use
from jxprint.writers.library.leaf import Leaf
from jxprint.writers.library.leaves import leaf_of
from jxprint.writers.library.stories import with_jumps

# What may be asked for, in the order in which it is made; the last two wrap the others.
KINDS = ("pdf", "png", "alto", "page", "hocr", "text", "json", "articles", "iiif", "mets")
DPI = 300.0
# By use: the module and the function that writes a page; each is loaded when its kind is asked for.
_WRITERS: dict[Use, tuple[str, str]] = {
    "alto": ("jxprint.writers.library.alto", "alto"),
    "page": ("jxprint.writers.library.page_xml", "page_xml"),
    "hocr": ("jxprint.writers.library.hocr", "hocr"),
    "text": ("jxprint.writers.library.words", "plain_text"),
    "json": ("jxprint.writers.library.words", "articles_json"),
}


class Wanted(Struct, frozen=True):
    """What is to be kept: kinds, the image's resolution, the archive's address (empty: no manifest can be made), the
    time of making, the profile's title, and whether all is put into a bag.
    """

    kinds: frozenset[str] = frozenset(KINDS)
    dpi: float = DPI
    base: str = ""
    epoch: int | None = None
    profile: str = ""
    bag: bool = False


class Issued(Struct, frozen=True):
    """The pages that are kept, with the names that their files have, and what they are pages of (see kept.Edition)."""

    pages: Sequence[PlacedPage]
    names: Sequence[str]
    name: str
    title: str
    paper: str = ""
    day: str = ""
    number: str = ""


def kept_edition(
    issued: Issued, pdf: bytes, library: Library, wanted: Wanted, told: Callable[[str], None] | None = None
) -> Edition:
    """The edition with all its files; `told` hears which page is drawn. Raises JxprintError where one is not made."""
    faces = types_of(issued.pages, library)
    leaves = with_jumps([leaf_of(page, wanted.dpi, at) for at, page in enumerate(issued.pages, 1)])
    files = [KeptFile("pdf", f"pdf/{issued.name}.pdf", pdf)] if "pdf" in wanted.kinds else []
    for at, name in enumerate(issued.names):
        image = f"{name}.png" if "png" in wanted.kinds else ""
        if image:
            if told is not None:
                told(name)
            drawn = _drawn(pdf, wanted.dpi, at)
            files.append(KeptFile("png", f"png/{image}", drawn, at + 1))
            width, height = unpack(">II", drawn[16:24])  # PNG 11.2.2, IHDR: what was drawn is the measure
            leaves[at] = replace(leaves[at], width=width, height=height)
        for use, data in _written(
            leaves[at], About(f"../png/{image}" if image else "", wanted.epoch, faces), wanted.kinds
        ):
            files.append(KeptFile(use, f"{use}/{name}{FORMATS[use][0]}", data, at + 1))
    edition = Edition(
        issued.name,
        issued.title,
        issued.pages[0].language,
        leaves,
        files,
        About("", wanted.epoch, faces),
        issued.paper,
        issued.day,
        issued.number,
        wanted.base,
        wanted.profile,
    )
    return _by_article(edition) if "articles" in wanted.kinds else edition


def _by_article(edition: Edition) -> Edition:
    """The edition with the files that say its words by article."""
    from jxprint.writers.library.articles import articles_json, articles_text

    words = KeptFile("articles_text", "articles.txt", articles_text(edition))
    return replace(
        edition, files=(*edition.files, KeptFile("articles", "articles.json", articles_json(edition)), words)
    )


def archived(edition: Edition, wanted: Wanted) -> dict[str, bytes]:
    """The files of an archive by their paths, with what wraps them."""
    if "iiif" in wanted.kinds and wanted.base:
        from jxprint.writers.library.iiif import iiif

        # It leads to the METS by its name alone, so the METS can have its digest.
        edition = replace(
            edition, files=(*edition.files, KeptFile("iiif", "manifest.json", iiif(edition, "mets" in wanted.kinds)))
        )
    files = {file.path: file.data for file in edition.files}
    if "mets" in wanted.kinds or wanted.bag:
        from jxprint.writers.library.premis import premis

        files["premis.xml"] = premis(edition)
    if "mets" in wanted.kinds:
        from jxprint.writers.library.mets import mets

        files["mets.xml"] = mets(edition, files["premis.xml"])
    if wanted.bag:
        from jxprint.writers.library.bag import bagged

        return bagged(files, edition)
    return files


def _drawn(pdf: bytes, dpi: float, page: int) -> bytes:
    """The image of a page (from 0)."""
    from jxprint.writers.png import render_png

    image = BytesIO()
    render_png(pdf, image, dpi=dpi, page=page)
    return image.getvalue()


def _written(leaf: Leaf, about: About, kinds: frozenset[str]) -> Iterator[tuple[Use, bytes]]:
    """The files of a page that say its words."""
    for use, (module, function) in _WRITERS.items():
        if use in kinds:
            write: Callable[[Leaf, About], bytes] = getattr(import_module(module), function)
            yield use, write(leaf, about)
