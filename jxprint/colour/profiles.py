"""Profiles of colour: of the press that a page is meant for, of the screen, and those that picture files carry."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import NoReturn

from msgspec import Struct

from jxprint.colour.headers import Header, description, lacking, read_header, registered
from jxprint.colour.transforms import opens
from jxprint.errors import DescriptionError, Finding, Phrase, Place
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason
from jxprint.resources import profiles_folder

# The largest press profiles that are about come to 4 MiB.
_MOST_BYTES = 16 << 20
# What a picture carries is written into every page that shows it.
_MOST_EMBEDDED = 4 << 20
# ISO 19005-2, 6.2.4.2 takes what PDF 1.7 takes: profiles of version 2 and 4.
_NEWEST = 4
_OUTPUT = "prtr"
# ISO 32000-1, 8.6.5.5: the classes that an ICCBased space may be of.
_EMBEDDED = frozenset(("scnr", "mntr", "prtr", "spac"))
_KINDS = {
    "scnr": "colour.kind_input",
    "mntr": "colour.kind_display",
    "link": "colour.kind_link",
    "spac": "colour.kind_space",
    "abst": "colour.kind_abstract",
    "nmcl": "colour.kind_named",
}


class OutputProfile(Struct, frozen=True):
    """An ICC profile that is sound: its bytes, `name` (the file's without ending), its own description, its colour
    space (`CMYK`, `RGB`), device class (`prtr`, `mntr`) and version. `registered` is the ICC registry's name for the
    measurements it is made from (`CGATS TR 002`), empty where it tells none; `sha256` is that of `data`, in hex.
    """

    data: bytes
    name: str
    description: str
    space: str
    kind: str
    version: tuple[int, int]
    registered: str
    sha256: str


@cache
def newsprint() -> OutputProfile:
    """Coldset printing on newsprint, 240 % of ink in one place at most: the profile that comes along."""
    return _ours("newsprint")


@cache
def srgb() -> OutputProfile:
    """The space of screens and of pictures that do not say theirs (IEC 61966-2-1), as a profile of version 2."""
    return _ours("srgb")


def read_output_profile(path: Path) -> OutputProfile:
    """A plant's own profile. Raises DescriptionError where the file cannot be read, is no sound profile, or is none of
    a press that prints with four inks.
    """
    data = _read(path)
    header = read_header(data)
    if header is None:
        _refuse(path, "colour.profile_damaged")
    if header.version[0] > _NEWEST:
        _refuse(path, "colour.profile_version", version="{}.{}".format(*header.version))
    if header.space != "CMYK":
        _refuse(path, "colour.profile_space", space=header.space)
    if header.kind != _OUTPUT:
        _refuse(path, "colour.profile_class", kind=Phrase(_KINDS.get(header.kind, "colour.kind_unknown")))
    data = data[: header.size]
    if missing := lacking(data, header):
        _refuse(path, "colour.profile_tags", tags=missing)
    if not opens(data, "CMYK", both_ways=True):
        _refuse(path, "colour.profile_damaged")
    return _profile(data, header, path)


def embedded_profile(data: bytes, space: str) -> tuple[bytes, Phrase | None]:
    """The profile that a picture of `space` (`GRAY`, `RGB`, `CMYK`) carries, as far as it goes, and why it is not
    taken: then the bytes are empty, and the picture is read as one without.
    """
    header = read_header(data)
    if header is not None and header.space != space:
        return b"", Phrase("colour.other_space", {"space": header.space})
    if header is None or len(data) > _MOST_EMBEDDED or header.version[0] > _NEWEST or header.kind not in _EMBEDDED:
        return b"", Phrase("colour.unsound")
    if not opens(data[: header.size], space):
        return b"", Phrase("colour.unsound")
    return data[: header.size], None


def _ours(name: str) -> OutputProfile:
    """A profile that comes along: sound, as the tests say, so that no page waits for Little CMS to be loaded."""
    path = profiles_folder() / f"{name}.icc"
    data = path.read_bytes()
    header = read_header(data)
    assert header is not None, path
    return _profile(data, header, path)


def _profile(data: bytes, header: Header, path: Path) -> OutputProfile:
    return OutputProfile(
        data=data,
        name=path.stem,
        description=description(data, header) or path.stem,
        space=header.space,
        kind=header.kind,
        version=header.version,
        registered=registered(data, header),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _read(path: Path) -> bytes:
    """All of a file, and no more than a profile may have."""
    if kind := no_file(path):
        _refuse(path, "colour.profile_unreadable", reason=kind)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        _refuse(path, "colour.profile_unreadable", reason=reason(error))
    if len(data) > _MOST_BYTES:
        _refuse(path, "colour.profile_too_large", most=f"{_MOST_BYTES >> 20} MiB")
    return data


def _refuse(path: Path, key: str, **args: object) -> NoReturn:
    raise DescriptionError(Finding(key, Place(file=str(path)), args))
