"""The one loader of what the wheel carries beside code: fonts, house styles, the words of heads, the weights of
reconstruction and colour profiles.

In an installed package they stand in `jxprint/_data`; in a checkout at the top of the tree (`fonts/`,
`layout/styles/`, `words/`, `assets/icc/`). They are files on disk in both cases, because HarfBuzz maps a face into
memory instead of reading it: jxprint does not run out of a zip archive.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def fonts_folder() -> Path:
    """Where the faces, their licences and catalogue.toml stand."""
    return _found(_PACKAGE / "_data" / "fonts", _PACKAGE.parent / "fonts")


@cache
def styles_folder() -> Path:
    """Where the house styles stand, one TOML file each."""
    return _found(_PACKAGE / "_data" / "styles", _PACKAGE.parent / "layout" / "styles")


@cache
def words_file() -> Path:
    """The words by which heads are broken."""
    return _found(_PACKAGE / "_data" / "words", _PACKAGE.parent / "words") / "words.txt"


@cache
def roles_file() -> Path:
    """The weights by which the lines of a source page are given their roles."""
    return words_file().with_name("roles.txt")


@cache
def joints_file() -> Path:
    """What facts of a break say together; see jxprint.reconstruct.deciding."""
    return words_file().with_name("joints.txt")


@cache
def breaks_file() -> Path:
    """The weights by which breaks of a source are taken for ends of columns."""
    return words_file().with_name("breaks.txt")


@cache
def sentences_file() -> Path:
    """The weights by which sentences of a source are taken for those of one paragraph."""
    return words_file().with_name("sentences.txt")


@cache
def profiles_folder() -> Path:
    """Where the colour profiles (newsprint.icc, srgb.icc) and their catalogue stand."""
    return _found(_PACKAGE / "_data" / "icc", _PACKAGE.parent / "assets" / "icc")


def style_names() -> list[str]:
    """The house styles that come along, by name."""
    return sorted(file.stem for file in styles_folder().glob("*.toml"))


def style_file(name: str) -> Path:
    """The file of a house style that comes along. Raises KeyError where there is none of that name."""
    if name not in style_names():
        raise KeyError(name)
    return styles_folder() / f"{name}.toml"


def _found(installed: Path, checkout: Path) -> Path:
    return installed if installed.is_dir() else checkout
