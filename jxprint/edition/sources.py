"""The files that pages were made from, so that no output takes the place of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jxprint.fonts import open_library
from jxprint.model import (
    Advertisement,
    DataTable,
    Ear,
    Headline,
    ItemList,
    Ornament,
    Page,
    Picture,
    Standfirst,
    Story,
)


def sources(pages: Sequence[Page], base: Path, edition: str = "") -> Iterator[Path]:
    """edition.toml (`edition`), page.toml, copy, pictures, the house style and a newsroom's own font files, which
    `base` is the folder of.
    """
    named: dict[str, None] = {edition: None}
    for page in pages:
        named[page.file] = named[page.style.file] = None
        for part in page.parts:
            named.update(dict.fromkeys(_files(part)))
    yield from (Path(name) for name in named if name)
    fonts = pages[0].style.fonts
    library = open_library(fonts, base=base)
    for key in fonts:
        role, _, weight = key.partition(".")
        yield from (face.path for face in library.own(role, weight or "regular"))


def _files(part: object) -> Iterator[str]:
    if isinstance(part, Picture):
        yield from (str(shot.file or "") for shot in part.shots)
    elif isinstance(part, (Advertisement, Ornament)):
        yield str(part.file or "")
    elif isinstance(part, Headline):
        yield from (line.place.file or "" for line in part.lines)
    elif isinstance(part, DataTable):
        yield from (cell.place.file or "" for row in part.cells for cell in row)
    elif isinstance(part, (Ear, ItemList)):
        yield from (line.place.file or "" for line in (part.lines if isinstance(part, Ear) else part.items))
    elif isinstance(part, (Story, Standfirst)):
        yield from (paragraph.passage.place.file or "" for paragraph in part.paragraphs)
        if isinstance(part, Story):
            yield from (line.place.file or "" for line in part.headline)
            yield from (joint.place.file or "" for joint in part.joints)
