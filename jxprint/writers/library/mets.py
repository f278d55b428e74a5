"""METS 1.12 (https://www.loc.gov/standards/mets/): an edition's files, its pages, and its articles with their areas.

Descriptions are MODS: of the edition, of each page, of each article. What was done is told in PREMIS beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from jxprint.writers.library.about import SOFTWARE, VERSION
from jxprint.writers.library.kept import FORMATS, Edition, KeptFile
from jxprint.writers.library.leaf import Leaf, Part
from jxprint.writers.library.markup import said

_SPACES = 'xmlns="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"'
# What a division is, where our word for the part is not the one that libraries have.
_TYPES = {"story": "article", "picture": "illustration", "quote": "article", "standfirst": "article"}


def mets(edition: Edition, premis: bytes) -> bytes:
    """An edition as METS; `premis` is the file that stands beside it as premis.xml."""
    return "\n".join(_lines(edition, premis)).encode("utf-8")


def _lines(edition: Edition, premis: bytes) -> Iterator[str]:
    about = edition.about
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<mets {_SPACES} TYPE="newspaper issue" OBJID="{said(edition.name)}" LABEL="{said(edition.title)}">'
    made = f' CREATEDATE="{about.time}"' if about.epoch is not None else ""
    yield f'<metsHdr{made}><agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">'
    yield f"<name>{SOFTWARE} {VERSION}</name></agent></metsHdr>"
    yield from _descriptions(edition)
    yield '<amdSec ID="AMD"><digiprovMD ID="PREMIS"><mdRef LOCTYPE="URL" xlink:href="premis.xml" MDTYPE="PREMIS"'
    digest = sha256(premis).hexdigest()
    yield f' MIMETYPE="application/xml" SIZE="{len(premis)}" CHECKSUMTYPE="SHA-256" CHECKSUM="{digest}"/>'
    yield "</digiprovMD></amdSec>"
    yield "<fileSec>"
    for use in FORMATS:
        files = [file for file in edition.files if file.use == use]
        if files:
            yield f'<fileGrp USE="{use.upper()}">'
            yield from map(_file, files)
            yield "</fileGrp>"
    yield "</fileSec>"
    yield from _physical(edition)
    yield from _logical(edition)
    yield from _links(edition)
    yield "</mets>\n"


def _descriptions(edition: Edition) -> Iterator[str]:
    issued = ""
    if edition.day:
        day = f'<mods:dateIssued encoding="w3cdtf" keyDate="yes">{said(edition.day)}</mods:dateIssued>'
        issued = f"<mods:originInfo>{day}<mods:issuance>serial</mods:issuance></mods:originInfo>"
    number = _detail("issue", edition.number) if edition.number else ""
    title = _title(edition.paper or edition.title)
    kind = f'<mods:genre authority="marcgt">newspaper</mods:genre>{issued}{_language(edition.language)}'
    yield _mods("DMD", f"{title}<mods:typeOfResource>text</mods:typeOfResource>{kind}{number}")
    for leaf in edition.leaves:
        numbered = _detail("page number", leaf.label) if leaf.label else ""
        note = f"<mods:note>{said(leaf.statement)}</mods:note>" if leaf.statement else ""
        yield _mods(f"DMD{leaf.number}", f"{_title(leaf.title)}{_language(leaf.language)}{note}{numbered}")
        for part in leaf.parts:
            kind = f"<mods:genre>{_TYPES.get(part.kind, part.kind)}</mods:genre>"
            yield _mods(f"DMD{leaf.number}{part.id}", f"{_title(part.heading)}{kind}{_language(leaf.language)}")


def _mods(name: str, inner: str) -> str:
    wrapped = f'<mods:mods version="3.7">{inner}</mods:mods>'
    return f'<dmdSec ID="{name}"><mdWrap MDTYPE="MODS"><xmlData>{wrapped}</xmlData></mdWrap></dmdSec>'


def _title(title: str) -> str:
    return f"<mods:titleInfo><mods:title>{said(title)}</mods:title></mods:titleInfo>"


def _language(tag: str) -> str:
    term = f'<mods:languageTerm type="code" authority="rfc5646">{said(tag)}</mods:languageTerm>'
    return f"<mods:language>{term}</mods:language>"


def _detail(kind: str, number: str) -> str:
    return f'<mods:part><mods:detail type="{kind}"><mods:number>{said(number)}</mods:number></mods:detail></mods:part>'


def _file(file: KeptFile) -> str:
    about = f'MIMETYPE="{FORMATS[file.use][1]}" SIZE="{len(file.data)}" CHECKSUMTYPE="SHA-256" CHECKSUM="{file.sha256}"'
    order = f' SEQ="{file.page}"' if file.page else ""
    place = f'<FLocat LOCTYPE="URL" xlink:href="{said(file.path)}"/>'
    return f'<file ID="{file.id}"{order} {about}>{place}</file>'


def _physical(edition: Edition) -> Iterator[str]:
    yield '<structMap TYPE="PHYSICAL"><div ID="PHYS" TYPE="physSequence" DMDID="DMD">'
    for file in edition.of(0):
        yield f'<fptr FILEID="{file.id}"/>'
    for leaf in edition.leaves:
        label = f' ORDERLABEL="{said(leaf.label)}"' if leaf.label else ""
        yield f'<div ID="PHYS{leaf.number}" TYPE="page" ORDER="{leaf.number}"{label} DMDID="DMD{leaf.number}">'
        yield from (f'<fptr FILEID="{file.id}"/>' for file in edition.of(leaf.number))
        yield "</div>"
    yield "</div></structMap>"


def _logical(edition: Edition) -> Iterator[str]:
    yield f'<structMap TYPE="LOGICAL"><div ID="LOG" TYPE="issue" LABEL="{said(edition.title)}" DMDID="DMD">'
    order = 0
    for leaf in edition.leaves:
        for part in leaf.parts:
            order += 1
            named = f'ID="LOG{leaf.number}{part.id}" TYPE="{_TYPES.get(part.kind, part.kind)}" ORDER="{order}"'
            yield f'<div {named} LABEL="{said(part.heading)}" DMDID="DMD{leaf.number}{part.id}">'
            yield from _areas(edition, leaf, part)
            yield "</div>"
    yield "</div></structMap>"


def _areas(edition: Edition, leaf: Leaf, part: Part) -> Iterator[str]:
    """An article in the files of its page: its block in ALTO, its place on the image."""
    alto, png = edition.file("alto", leaf.number), edition.file("png", leaf.number)
    if alto is not None:
        yield f'<fptr><area FILEID="{alto.id}" BETYPE="IDREF" BEGIN="{part.id}"/></fptr>'
    if png is not None:
        points = part.edge[0] if len(part.edge) == 1 else ()
        x, y, width, height = part.box
        shape, coords = "RECT", f"{x},{y},{x + width},{y + height}"
        if points:
            shape, coords = "POLY", ",".join(f"{one},{other}" for one, other in points)
        yield f'<fptr><area FILEID="{png.id}" SHAPE="{shape}" COORDS="{coords}"/></fptr>'


def _links(edition: Edition) -> Iterator[str]:
    links = [
        f'<smLink xlink:from="LOG{leaf.number}{part.id}" xlink:to="PHYS{leaf.number}"/>'
        for leaf in edition.leaves
        for part in leaf.parts
    ]
    yield "<structLink>"
    yield '<smLink xlink:from="LOG" xlink:to="PHYS"/>'
    yield from links
    yield "</structLink>"
