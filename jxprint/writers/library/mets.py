"""METS 1.12 (https://www.loc.gov/standards/mets/): an edition's files, its pages, and its articles with their areas.

Descriptions are MODS: of the edition, of each page, of each article. What was done is told in PREMIS beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

from jxprint.writers.library.about import TOOL
from jxprint.writers.library.kept import FORMATS, Edition, KeptFile
from jxprint.writers.library.markup import document, said
from jxprint.writers.library.signs import corners
from jxprint.writers.library.stories import Whole

_SPACES = 'xmlns="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"'
# What a division is, where our word for the part is not the one that libraries have.
_TYPES = {"story": "article", "picture": "illustration", "quote": "article", "standfirst": "article"}


def mets(edition: Edition, premis: bytes) -> bytes:
    """An edition as METS; `premis` is the file that stands beside it as premis.xml."""
    return document(_lines(edition, premis))


def _lines(edition: Edition, premis: bytes) -> Iterator[str]:
    about = edition.about
    yield f'<mets {_SPACES} TYPE="newspaper issue" OBJID="{said(edition.name)}" LABEL="{said(edition.title)}">'
    made = f' CREATEDATE="{about.time}"' if about.epoch is not None else ""
    yield f'<metsHdr{made}><agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">'
    yield f"<name>{TOOL}</name></agent></metsHdr>"
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
    yield "</mets>"


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
    for whole in edition.articles:
        kind = f"<mods:genre>{_TYPES.get(whole.kind, whole.kind)}</mods:genre>"
        heads = dict.fromkeys(standing.part.heading for standing in whole.parts[1:])
        others = "".join(_title(head, ' type="alternative"') for head in heads if head != whole.heading)
        told = f"{_title(whole.heading)}{others}{kind}{_language(whole.first.leaf.language)}{_extent(whole)}"
        yield _mods(f"DMD{whole.id}", told)


def _mods(name: str, inner: str) -> str:
    wrapped = f'<mods:mods version="3.7">{inner}</mods:mods>'
    return f'<dmdSec ID="{name}"><mdWrap MDTYPE="MODS"><xmlData>{wrapped}</xmlData></mdWrap></dmdSec>'


def _title(title: str, kind: str = "") -> str:
    return f"<mods:titleInfo{kind}><mods:title>{said(title)}</mods:title></mods:titleInfo>"


def _extent(whole: Whole) -> str:
    """The pages of an article that stands on several, by the numbers that readers see."""
    if len(whole.leaves) < 2:
        return ""
    pages = ", ".join(leaf.label or str(leaf.number) for leaf in whole.leaves)
    return f'<mods:part><mods:extent unit="pages"><mods:list>{said(pages)}</mods:list></mods:extent></mods:part>'


def _language(tag: str) -> str:
    term = f'<mods:languageTerm type="code" authority="rfc5646">{said(tag)}</mods:languageTerm>'
    return f"<mods:language>{term}</mods:language>"


def _detail(kind: str, number: str) -> str:
    return f'<mods:part><mods:detail type="{kind}"><mods:number>{said(number)}</mods:number></mods:detail></mods:part>'


def _file(file: KeptFile) -> str:
    about = f'MIMETYPE="{FORMATS[file.use][1]}" SIZE="{len(file.data)}" CHECKSUMTYPE="SHA-256" CHECKSUM="{file.sha256}"'
    order = f' SEQ="{file.page}"' if file.page else ""
    # RFC 3986: what a URI has no sign for is told by its bytes; a page's folder may be called anything.
    place = f'<FLocat LOCTYPE="URL" xlink:href="{said(quote(file.path))}"/>'
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
    for order, whole in enumerate(edition.articles, 1):
        named = f'ID="LOG{whole.id}" TYPE="{_TYPES.get(whole.kind, whole.kind)}" ORDER="{order}"'
        yield f'<div {named} LABEL="{said(whole.heading)}" DMDID="DMD{whole.id}">'
        for areas in (_blocks(edition, whole), _places(edition, whole)):
            if len(areas) == 1:
                yield f"<fptr>{areas[0]}</fptr>"
            elif areas:
                yield f"<fptr><seq>{''.join(areas)}</seq></fptr>"
        yield "</div>"
    yield "</div></structMap>"


def _blocks(edition: Edition, whole: Whole) -> list[str]:
    """Where an article's words stand in the files of its pages: its blocks in ALTO, one after another."""
    found: list[str] = []
    for standing in whole.parts:
        alto = edition.file("alto", standing.leaf.number)
        if alto is not None:
            found.append(f'<area FILEID="{alto.id}" BETYPE="IDREF" BEGIN="{standing.part.id}"/>')
    return found


def _places(edition: Edition, whole: Whole) -> list[str]:
    """Where an article stands on the images of its pages; nothing of another's is in it."""
    found: list[str] = []
    for standing in whole.parts:
        image = edition.file("png", standing.leaf.number)
        if image is None:
            continue
        if standing.part.polygon:
            coords = ",".join(f"{x},{y}" for x, y in standing.part.polygon)
            found.append(f'<area FILEID="{image.id}" SHAPE="POLY" COORDS="{coords}"/>')
            continue
        for tile in standing.part.tiles:
            coords = ",".join(map(str, corners(tile)))
            found.append(f'<area FILEID="{image.id}" SHAPE="RECT" COORDS="{coords}"/>')
    return found


def _links(edition: Edition) -> Iterator[str]:
    yield "<structLink>"
    yield '<smLink xlink:from="LOG" xlink:to="PHYS"/>'
    for whole in edition.articles:
        for leaf in whole.leaves:
            yield f'<smLink xlink:from="LOG{whole.id}" xlink:to="PHYS{leaf.number}"/>'
    yield "</structLink>"
