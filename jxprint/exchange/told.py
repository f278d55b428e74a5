"""What a person is told of a source that was read: every text that is in no story file by its kind, everything that was
cleaned by how often, and what should be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jxprint.errors import Finding, Place, Severity
from jxprint.exchange.cleaning import Debris
from jxprint.exchange.misread import misread_in
from jxprint.exchange.rough import LeftOut
from jxprint.exchange.stories import Incoming
from jxprint.exchange.wire import is_killed

_KINDS: dict[str, tuple[str, Severity]] = {
    "embargo": ("exchange.embargo", "warning"),
    "version": ("exchange.version", "warning"),
    "deleted": ("exchange.deleted", "note"),
    "changed": ("exchange.changed_on_the_way", "warning"),
    "moved": ("exchange.moved", "note"),
    "doctype": ("exchange.doctype", "note"),
    "outside": ("exchange.outside", "warning"),
    "comment": ("exchange.comment", "note"),
    "hidden": ("exchange.hidden", "warning"),
    "symbol": ("exchange.symbol", "warning"),
    "picture": ("exchange.picture", "warning"),
    "body": ("exchange.other_body", "warning"),
    "link": ("exchange.link", "note"),
    "code": ("exchange.code", "note"),
    "header": ("exchange.header", "note"),
    "slug": ("exchange.slug", "note"),
    "end_mark": ("exchange.end_mark", "note"),
    "label": ("exchange.label", "note"),
    "mark": ("exchange.mark", "note"),
    "data": ("exchange.data", "note"),
}
_CLEANED: dict[str, tuple[str, Severity]] = {
    "private": ("exchange.private", "warning"),
    "soft_returns": ("exchange.soft_returns", "note"),
    "empty": ("exchange.empty", "note"),
    "indents": ("exchange.indents", "note"),
    "trailing": ("exchange.trailing", "note"),
    "doubled": ("exchange.doubled", "note"),
    "tabs": ("exchange.tabs", "note"),
    "no_break": ("exchange.no_break", "note"),
    "unseen": ("exchange.unseen", "note"),
    "controls": ("exchange.controls", "note"),
}
# What a document has beside its text, by the names of `jxprint.exchange.word`.
_COUNTED: dict[str, tuple[str, Severity]] = {
    "inserted": ("exchange.inserted", "note"),
    "smartTag": ("exchange.smart_tags", "note"),
    "footnotes": ("exchange.footnotes", "note"),
    "text_boxes": ("exchange.text_boxes", "warning"),
    "rows": ("exchange.rows", "warning"),
    "merged": ("exchange.merged", "warning"),
    "numbered": ("exchange.numbered", "warning"),
    "formulas": ("exchange.formulas", "warning"),
    "struck": ("exchange.struck", "warning"),
    "items": ("exchange.items", "note"),
}
# Copy by how it looked in its source.
_LOOKS: dict[str, tuple[str, Severity]] = {
    "pale": ("exchange.pale", "warning"),
    "capitals": ("exchange.capitals", "warning"),
    "highlighted": ("exchange.highlighted", "warning"),
    "underlined": ("exchange.underlined", "note"),
}
_MOST_SHOWN, _LONGEST_SHOWN = 3, 36


def findings_of(
    file: str, stories: Sequence[Incoming], left_out: Sequence[LeftOut], debris: Debris, counts: Mapping[str, int]
) -> list[Finding]:
    """What is to be told of one source."""
    place = Place(file)
    found = [*_of_stories(place, stories)]
    found += _of_left_out(place, [*left_out, *(one for story in stories for one in story.left_out)])
    for name, (key, severity) in _COUNTED.items():
        if counts.get(name):
            found.append(Finding(key, place, {"count": counts[name]}, severity))
    if debris.counts["damaged"] or debris.counts["halves"]:
        count = debris.counts["damaged"] + debris.counts["halves"]
        found.append(Finding("exchange.damaged", place, {"count": count}, "warning"))
    for name, (key, severity) in _CLEANED.items():
        if debris.counts[name]:
            own = sorted((code, count) for (kind, code), count in debris.codes.items() if kind == name)
            codes = tuple(f"{code} × {count}" if count > 1 else code for code, count in own)
            told = {"codes": codes} if codes else {}
            found.append(Finding(key, place, {"count": debris.counts[name], **told}, severity))
    return found


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one source, the weightiest first."""
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(findings, key=lambda one: order[one.severity])


def looks_told(file: str, looks: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """What is to be told of copy that looked in its source as it cannot here."""
    for look, (key, severity) in _LOOKS.items():
        if texts := looks.get(look):
            told = {"count": len(texts), "shown": _shown(texts), "texts": tuple(texts)}
            yield Finding(key, Place(file), told, severity)


def _shown(texts: Sequence[str]) -> tuple[str, ...]:
    shown = [one if len(one) <= _LONGEST_SHOWN else one[:_LONGEST_SHOWN] + "…" for one in texts[:_MOST_SHOWN]]
    return (*shown, *(("…",) if len(texts) > _MOST_SHOWN else ()))


def _of_stories(place: Place, stories: Sequence[Incoming]) -> Iterator[Finding]:
    for story in stories:
        if (misread := misread_in(story.text)) is not None:
            told = {"story": story.name, "shown": misread[0], "meant": misread[1]}
            yield Finding("exchange.misread", place, told, "warning")
        if story.is_named:
            yield Finding("exchange.no_headline", place, {"story": story.name}, "warning")
        if story.subheads:
            yield Finding("exchange.subheads", place, {"count": story.subheads, "story": story.name}, "note")
        for key in ("pubstatus", "status"):
            if story.data.get(key, "usable").lower() not in ("usable", ""):
                told = {"story": story.name, "status": story.data[key]}
                yield Finding("exchange.not_usable", place, told, "warning")


def _of_left_out(place: Place, left_out: Sequence[LeftOut]) -> Iterator[Finding]:
    for kind, (key, severity) in _KINDS.items():
        texts = [one for one in left_out if one.kind == kind]
        if not texts:
            continue
        told = {
            "count": len(texts),
            "shown": _shown([one.text for one in texts]),
            "texts": tuple(one.text for one in texts),
            "where": tuple(one.where for one in texts),
        }
        line = next((one.line for one in texts if one.line is not None), None)
        if kind == "version" and any(is_killed(one.text) for one in texts):
            key = "exchange.killed"
        yield Finding(key, Place(place.file, line), told, severity)
