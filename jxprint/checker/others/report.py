"""What a check of a stranger's page found, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.report import finding_as_dict, listed, sentence
from jxprint.errors import Finding
from jxprint.messages import text

# Sentences of one severity that `lines` tells; `as_dict` has them all.
_TOLD = 40
_PAIRS = 8
_ORDERS = {
    "stream": "checks.order.stream",
    "structure": "checks.order.structure",
    "geometry": "checks.order.geometry",
}
FORMS = {
    "radical": "checks.form.radical",
    "compatibility": "checks.form.compatibility",
    "vertical": "checks.form.vertical",
    "width": "checks.form.width",
    "ligature": "checks.form.ligature",
    "presentation": "checks.form.presentation",
    "selector": "checks.form.selector",
    "soft_hyphen": "checks.form.soft_hyphen",
    "invisible": "checks.form.invisible",
    "normal": "checks.form.normal",
    "twin": "checks.form.twin",
    "form": "checks.form.form",
}
_LABELS = {"error": "", "warning": "command.label.warning", "note": "command.label.note"}


class OtherReport(Struct, frozen=True):
    """The outcome: what was compared, how, and everything that differs. Errors alone make it not `ok`; warnings and
    notes are told beside. `ink` counts the outlines that were compared with their faces, `likely` those of unknown
    faces that were compared with what characters look like, `unproven` names fonts of which neither could be.
    """

    file: str
    copy: tuple[str, ...]
    pages: int
    stories: int
    paragraphs: int
    characters: int
    readers: tuple[str, ...]
    orders: tuple[str, ...]
    producer: str
    is_tagged: bool
    findings: tuple[Finding, ...] = ()
    ink: int = 0
    unproven: tuple[str, ...] = ()
    likely: int = 0

    @property
    def ok(self) -> bool:
        """Whether every paragraph is there as the copy has it, and nothing else is wrong."""
        return not any(finding.severity == "error" for finding in self.findings)

    def as_dict(self) -> dict[str, object]:
        """For machines: plain values only."""
        return {
            "ok": self.ok,
            "file": self.file,
            "copy": list(self.copy),
            "pages": self.pages,
            "stories": self.stories,
            "paragraphs": self.paragraphs,
            "characters": self.characters,
            "readers": list(self.readers),
            "orders": list(self.orders),
            "producer": self.producer,
            "tagged": self.is_tagged,
            "ink": self.ink,
            "likely": self.likely,
            "unproven": list(self.unproven),
            "findings": [{"severity": one.severity, **finding_as_dict(_worded(one, "en"))} for one in self.findings],
        }

    def lines(self, language: str) -> list[str]:
        """For people: what was compared, then a line a finding, errors first."""
        counts: dict[str, object] = {
            "characters": f"{self.characters:,}",
            "paragraphs": self.paragraphs,
            "orders": listed([text(_ORDERS[order], language) for order in self.orders], language),
            "readers": listed(self.readers, language),
            "producer": self.producer or "—",
            "count": sum(one.severity == "error" for one in self.findings),
        }
        lines = [text("checks.other.exact" if self.ok else "checks.other.differs", language, **counts)]
        for severity in ("error", "warning", "note"):
            lines += self._told(severity, language)
        if self.ink or self.likely:
            lines.append(text("checks.other.ink", language, ink=f"{self.ink:,}", likely=f"{self.likely:,}"))
        if self.unproven:
            lines.append(text("checks.other.unproven", language, fonts=listed(self.unproven, language)))
        return lines

    def _told(self, severity: str, language: str) -> Iterator[str]:
        of = [one for one in self.findings if one.severity == severity]
        label = text(_LABELS[severity], language) if _LABELS[severity] else ""
        for finding in of[:_TOLD]:
            yield label + sentence(_worded(finding, language), language)
        if len(of) > _TOLD:
            yield text("checks.more", language, count=len(of) - _TOLD)


def _worded(finding: Finding, language: str) -> Finding:
    """A finding with its form and its pairs in words."""
    args = dict(finding.args)
    if isinstance(pairs := args.get("pairs"), tuple):
        args["form"] = text(FORMS[str(args["form"])], language)
        args["listed"] = _pairs(pairs, language)
    return replace(finding, args=args)


def _pairs(pairs: Sequence[tuple[str, str, int]], language: str) -> str:
    """Characters with the form in which they stand, and how often."""
    comma, opening, closing = ("、", "（", "）") if language == "zh" else (", ", " (", ")")
    told = [f"{_char(one)} → {_char(two)}{opening}{count}{closing}" for one, two, count in pairs[:_PAIRS]]
    return comma.join(told) + ("…" if len(pairs) > _PAIRS else "")


def _char(spelt: str) -> str:
    codes = " ".join(f"U+{ord(char):04X}" for char in spelt)
    shown = "".join(char for char in spelt if char.isprintable())
    return f"{shown} {codes}" if spelt else "—"
