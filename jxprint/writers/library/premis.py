"""PREMIS 3 (https://www.loc.gov/standards/premis/v3/): what files there are, what made them, with which faces.

Faces and libraries are agents, each with its version; of a face the SHA-256 of its file as well, so that it can be told
whether a later setting has the same type.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from jxprint.writers.library.about import SOFTWARE, VERSION, Type
from jxprint.writers.library.faces import without_files
from jxprint.writers.library.kept import FORMATS, Edition, KeptFile
from jxprint.writers.library.markup import document, said

_SPACES = 'xmlns:premis="http://www.loc.gov/premis/v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
# What writes and draws: the shaper, the PDF's writer, the image's.
_TOOLS = ("uharfbuzz", "reportlab", "fonttools", "pypdfium2", "pillow")
# Where nobody gave a date (EDTF): the clock is never read.
_NO_DATE = "unknown"


def premis(edition: Edition) -> bytes:
    """The objects, events and agents of an archive."""
    return document(_lines(edition))


def _lines(edition: Edition) -> Iterator[str]:
    faces = without_files(edition.about.faces)
    tools = [(name, found) for name in _TOOLS if (found := _version(name))]
    yield f'<premis:premis {_SPACES} version="3.0">'
    for file in edition.files:
        yield from _object(edition, file)
    yield from _event(edition, "creation", faces, tools)
    if edition.checked:
        yield from _event(edition, "validation", faces, tools)
    yield from _agent("software", SOFTWARE, VERSION)
    for name, found in tools:
        yield from _agent("software", name, found)
    for face in faces:
        yield from _agent("font", face.name or face.family, face.version, face.family, face.sha256)
    yield "</premis:premis>"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # one that was put in by other means
        return ""


def _object(edition: Edition, file: KeptFile) -> Iterator[str]:
    _, media, name, edition_of, uri = FORMATS[file.use]
    if file.use == "pdf":
        name, edition_of = edition.profile or name, ""
    yield '<premis:object xsi:type="premis:file">'
    yield _identifier("object", "path", file.path)
    yield "<premis:objectCharacteristics><premis:compositionLevel>0</premis:compositionLevel>"
    yield "<premis:fixity><premis:messageDigestAlgorithm>SHA-256</premis:messageDigestAlgorithm>"
    yield f"<premis:messageDigest>{file.sha256}</premis:messageDigest></premis:fixity>"
    yield f"<premis:size>{len(file.data)}</premis:size>"
    numbered = f"<premis:formatVersion>{edition_of}</premis:formatVersion>" if edition_of else ""
    yield f"<premis:format><premis:formatDesignation><premis:formatName>{said(name)}</premis:formatName>{numbered}"
    note = said(f"{media}; {uri}" if uri else media)
    yield f"</premis:formatDesignation><premis:formatNote>{note}</premis:formatNote></premis:format>"
    made = f"<premis:creatingApplicationName>{SOFTWARE}</premis:creatingApplicationName>"
    made += f"<premis:creatingApplicationVersion>{VERSION}</premis:creatingApplicationVersion>"
    yield f"<premis:creatingApplication>{made}</premis:creatingApplication>"
    yield f"</premis:objectCharacteristics>\n<premis:originalName>{said(file.path)}</premis:originalName>"
    yield "</premis:object>"


def _event(edition: Edition, kind: str, faces: list[Type], tools: list[tuple[str, str]]) -> Iterator[str]:
    """The making of all files, or that they were read back and are the copy."""
    is_check = kind == "validation"
    detail = "read back and compared with the copy, character by character" if is_check else "set from the page's files"
    yield "<premis:event>"
    yield _identifier("event", "local", kind)
    yield f"<premis:eventType>{kind}</premis:eventType>"
    yield f"<premis:eventDateTime>{edition.about.time or _NO_DATE}</premis:eventDateTime>"
    yield f"<premis:eventDetailInformation><premis:eventDetail>{detail}</premis:eventDetail>"
    yield "</premis:eventDetailInformation>"
    outcome = "exact" if is_check else "success"
    yield f"<premis:eventOutcomeInformation><premis:eventOutcome>{outcome}</premis:eventOutcome>"
    yield "</premis:eventOutcomeInformation>"
    yield _linking_agent("software", SOFTWARE, "executing program")
    if not is_check:
        yield from (_linking_agent("software", name, "executing program") for name, _ in tools)
        yield from (_linking_agent("font", face.name or face.family, "typeface") for face in faces)
    for file in edition.files:
        role = "source" if is_check else "outcome"
        tag = "premis:linkingObjectIdentifier"
        told = f"<{tag}Type>path</{tag}Type><{tag}Value>{said(file.path)}</{tag}Value>"
        yield f"<{tag}>{told}<premis:linkingObjectRole>{role}</premis:linkingObjectRole></{tag}>"
    yield "</premis:event>"


def _agent(kind: str, name: str, found: str, told: str = "", digest: str = "") -> Iterator[str]:
    yield "<premis:agent>"
    yield _identifier("agent", kind, name)
    yield f"<premis:agentName>{said(told or name)}</premis:agentName><premis:agentType>software</premis:agentType>"
    if found:
        yield f"<premis:agentVersion>{said(found)}</premis:agentVersion>"
    if digest:
        yield f"<premis:agentNote>SHA-256 {digest}</premis:agentNote>"
    yield "</premis:agent>"


def _identifier(what: str, kind: str, value: str) -> str:
    tag = f"premis:{what}Identifier"
    return f"<{tag}><{tag}Type>{kind}</{tag}Type><{tag}Value>{said(value)}</{tag}Value></{tag}>"


def _linking_agent(kind: str, name: str, role: str) -> str:
    tag = "premis:linkingAgentIdentifier"
    told = f"<{tag}Type>{kind}</{tag}Type><{tag}Value>{said(name)}</{tag}Value>"
    return f"<{tag}>{told}<premis:linkingAgentRole>{role}</premis:linkingAgentRole></{tag}>"
