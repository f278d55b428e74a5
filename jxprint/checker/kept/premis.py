"""PREMIS read back: what made the files, when and with which type; who is named in its events, and who is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jxprint.checker.kept.forms.wanted import quoted
from jxprint.checker.kept.seen import Facts
from jxprint.errors import Finding, Place
from jxprint.intake.xml_tree import Element

_UNDATED = "unknown"


def premis_facts(root: Element) -> Iterator[Facts]:
    """What the file says of the edition: the program by its agent and of each object, the time of each event."""
    for event in root.named("event"):
        made = _text(event, "eventDateTime")
        yield {("", "made"): "" if made == _UNDATED else made}
    for one in root.named("object"):
        made_by = f"{_text(one, 'creatingApplicationName')} {_text(one, 'creatingApplicationVersion')}"
        yield {("", "software"): made_by.strip()}
        path = _text(one, "objectIdentifierValue")
        for name in ("objectIdentifierValue", "originalName"):
            yield {(path, "path"): _text(one, name)}
    for agent in root.named("agent"):
        if _kind(agent) == "software":
            name, own = _text(agent, "agentIdentifierValue"), _text(agent, "agentName")
            yield {(name, "agent"): name}
            yield {(name, "agent"): own}
    first = next((agent for agent in root.named("agent") if _kind(agent) == "software"), None)
    if first is not None:
        yield {("", "software"): f"{_text(first, 'agentName')} {_text(first, 'agentVersion')}".strip()}


def premis_findings(root: Element, file: str) -> Iterator[Finding]:
    """Two objects of one path; who is named in an event and is not there, or is there and in no event that made files,
    told once where one is named for the other; the same of objects.
    """
    paths = Counter(_text(one, "objectIdentifierValue") for one in root.named("object"))
    for one in root.named("object"):
        path = _text(one, "objectIdentifierValue")
        if path and paths[path] > 1:
            told = {"what": "objectIdentifierValue", "said": quoted(path), "name": path, "more": ""}
            yield Finding("library.form_twice", Place(file, one.line), told)
            return
    dead: dict[tuple[str, str, str], Finding] = {}
    agents = {(_kind(one), _text(one, "agentIdentifierValue")): one.line for one in root.named("agent")}
    objects = {("", _text(one, "objectIdentifierValue")): one.line for one in root.named("object")}
    for event in root.named("event"):
        for tag, known in (("linkingAgentIdentifier", agents), ("linkingObjectIdentifier", objects)):
            named = {}
            for one in event.named(tag):
                kind = _text(one, f"{tag}Type") if tag == "linkingAgentIdentifier" else ""
                named[kind, _text(one, f"{tag}Value")] = one.line
            strange = [(key, line) for key, line in named.items() if key not in known and key[1]]
            for key, line in strange:
                told = {"what": tag, "said": quoted(key[1]), "name": _text(event, "eventType"), "more": ""}
                dead.setdefault((tag, *key), Finding("library.form_dead", Place(file, line), told))
            is_whole = tag == "linkingObjectIdentifier" or _text(event, "eventType") == "creation"
            unnamed = [(key, line) for key, line in known.items() if key not in named and key[1]] if is_whole else []
            # One that is named otherwise than it is called is wrong once.
            for key, line in unnamed[len(strange) :]:
                told = {"what": f"{_text(event, 'eventType')}/{tag} {key[1]}", "name": key[1], "more": ""}
                yield Finding("library.form_missing", Place(file, line), told)
    yield from dead.values()


def fonts_of(root: Element) -> set[str]:
    """The names of the faces that are told of."""
    return {_text(one, "agentName") for one in root.named("agent") if _kind(one) == "font"}


def _kind(agent: Element) -> str:
    return _text(agent, "agentIdentifierType")


def _text(element: Element, name: str) -> str:
    """The first text of an element's elements of some name."""
    return next((one.text for one in element.all(name)), "")
