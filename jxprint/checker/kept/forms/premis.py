"""What stands in PREMIS 3 as an archive has it. Objects are called by the folder of their path, agents and events by
their kind.
"""

from __future__ import annotations

import re

from jxprint.checker.kept.forms import Form, Row, row
from jxprint.checker.kept.forms.values import SHA_256, TEXT, TIME, USES
from jxprint.intake.xml_tree import Element


def _said(element: Element, *way: str) -> str:
    """The text of what is found by the first of each name, empty where there is none."""
    for name in way:
        found = element.first(name)
        if found is None:
            return ""
        element = found
    return element.text


def _called(element: Element) -> str:
    if element.name == "object":
        path = _said(element, "objectIdentifier", "objectIdentifierValue")
        return "object." + next((name for name, use in USES.items() if re.fullmatch(use.path, path)), "")
    kind = {
        "event": ("eventType",),
        "agent": ("agentIdentifier", "agentIdentifierType"),
        "linkingAgentIdentifier": ("linkingAgentIdentifierType",),
    }.get(element.name)
    return element.name if kind is None else f"{element.name}.{_said(element, *kind)}"


def _objects() -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for name, use in USES.items():
        way = f"object.{name}"
        told = f"{use.media}; {use.address}" if use.address else use.media
        rows[way] = row("objectIdentifier objectCharacteristics originalName", type="premis:file")
        rows[f"{way}/originalName"] = row("", use.path)
        form = f"{way}/objectCharacteristics/format"
        rows[f"{form}/formatNote"] = row("", re.escape(told))
        rows[f"{form}/formatDesignation"] = row("formatName formatVersion" if use.version else "formatName")
        rows[f"{form}/formatDesignation/formatName"] = row("", use.name)
        rows[f"{form}/formatDesignation/formatVersion"] = row("", re.escape(use.version))
    return rows


def _identified(what: str, kind: str) -> dict[str, Row]:
    tag = f"{what}Identifier"
    return {tag: row(f"{tag}Type {tag}Value"), f"{tag}Type": row("", kind), f"{tag}Value": row("", TEXT)}


def _linked(kind: str, role: str) -> dict[str, Row]:
    tag = "linkingAgentIdentifier"
    return {
        f"{tag}.{kind}": row(f"{tag}Type {tag}Value linkingAgentRole"),
        f"{tag}.{kind}/{tag}Type": row("", kind),
        f"{tag}.{kind}/{tag}Value": row("", TEXT),
        f"{tag}.{kind}/linkingAgentRole": row("", role),
    }


_EVENT = "eventIdentifier eventType eventDateTime eventDetailInformation eventOutcomeInformation"
_LINKS = "linkingAgentIdentifier.software+ linkingAgentIdentifier.font* linkingObjectIdentifier+"
_READ_BACK = "read back and compared with the copy, character by character"

PREMIS = Form(
    rows={
        "premis": row(
            " ".join(f"object.{name}*" for name in USES)
            + " event.creation event.validation? agent.software+ agent.font*",
            version=r"3\.0",
        ),
        **_objects(),
        **_identified("object", "path"),
        "objectCharacteristics": row("compositionLevel fixity size format creatingApplication"),
        "compositionLevel": row("", "0"),
        "fixity": row("messageDigestAlgorithm messageDigest"),
        "messageDigestAlgorithm": row("", "SHA-256"),
        "messageDigest": row("", SHA_256),
        "size": row("", r"\d+"),
        "format": row("formatDesignation formatNote"),
        "creatingApplication": row("creatingApplicationName creatingApplicationVersion"),
        "creatingApplicationName": row("", TEXT),
        "creatingApplicationVersion": row("", TEXT),
        "event.creation": row(f"{_EVENT} {_LINKS}"),
        "event.validation": row(f"{_EVENT} linkingAgentIdentifier.software linkingObjectIdentifier+"),
        **_identified("event", "local"),
        "eventIdentifierValue": row("", "creation|validation"),
        "eventType": row("", "creation|validation"),
        "event.creation/eventIdentifier/eventIdentifierValue": row("", "creation"),
        "event.validation/eventIdentifier/eventIdentifierValue": row("", "validation"),
        "eventDateTime": row("", f"{TIME}|unknown"),
        "eventDetailInformation": row("eventDetail"),
        "event.creation/eventDetailInformation/eventDetail": row("", "set from the page's files"),
        "event.validation/eventDetailInformation/eventDetail": row("", _READ_BACK),
        "eventOutcomeInformation": row("eventOutcome"),
        "event.creation/eventOutcomeInformation/eventOutcome": row("", "success"),
        "event.validation/eventOutcomeInformation/eventOutcome": row("", "exact"),
        **_linked("software", "executing program"),
        **_linked("font", "typeface"),
        "linkingObjectIdentifier": row(
            "linkingObjectIdentifierType linkingObjectIdentifierValue linkingObjectRole"
        ),
        "linkingObjectIdentifierType": row("", "path"),
        "linkingObjectIdentifierValue": row("", TEXT),
        "event.creation/linkingObjectIdentifier/linkingObjectRole": row("", "outcome"),
        "event.validation/linkingObjectIdentifier/linkingObjectRole": row("", "source"),
        "agent.software": row("agentIdentifier agentName agentType agentVersion?"),
        "agent.font": row("agentIdentifier agentName agentType agentVersion? agentNote?"),
        **_identified("agent", "software|font"),
        "agentName": row("", TEXT),
        "agentType": row("", "software"),
        "agentVersion": row("", TEXT),
        "agentNote": row("", f"SHA-256 {SHA_256}"),
    },
    called=_called,
    spaces=("http://www.loc.gov/premis/v3",),
    records=("object", "agent", "linkingAgentIdentifier", "linkingObjectIdentifier"),
)  # fmt: skip
