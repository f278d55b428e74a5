"""What a preflight says: lines for people, a dictionary for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from jxprint.errors import Finding, Place
from jxprint.messages import text, told
from jxprint.preflight.told import Fault

_LABELS = {"error": "", "warning": "preflight.label.warning", "note": "preflight.label.note"}


class PageInk(Struct, frozen=True):
    """The most ink (总墨量) on any area of a page, in per cent, and where that area is: millimetres from the top left
    corner of the trim box, y down.
    """

    page: int
    total: float
    x_mm: float
    y_mm: float

    def as_dict(self) -> dict[str, object]:
        """The row for machines."""
        return {"page": self.page, "total": self.total, "x_mm": self.x_mm, "y_mm": self.y_mm}


class Report(Struct, frozen=True):
    """A file held against a profile: its pages, how many rules were asked, those that it fails, and for a press the
    most ink of each page that can be drawn.
    """

    file: str
    profile: str
    pages: int
    rules: int
    unverified: int
    faults: tuple[Fault, ...]
    inks: tuple[PageInk, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no fault is an error."""
        return not any(fault.rule.severity == "error" for fault in self.faults)

    def lines(self, language: str) -> Iterator[str]:
        """One line a rule and thing, with the pages that fail it, and one that sums up."""
        for fault, *others in self._by_rule():
            label = _LABELS[fault.rule.severity]
            where = self._where(fault, language)
            more = text("preflight.label.more", language, more=fault.count - 1) if fault.count > 1 else ""
            if others:
                more += text("preflight.label.pages", language, pages=_ranges([one.page for one in others]))
            sentence = told(finding_of(fault, self.file), language)
            grave = text(label, language) if label else ""
            yield f"{self.file}: {where}[{fault.rule.id}] {grave}{sentence}{more}"
        errors = sum(fault.rule.severity == "error" for fault in self.faults)
        counts = {"errors": errors, "others": len(self.faults) - errors, "rules": self.rules, "pages": self.pages}
        key = "preflight.label.clean" if self.ok else "preflight.label.failed"
        args = {**counts, "profile": self.profile, "unverified": self.unverified}
        most = max(self.inks, key=lambda row: row.total, default=None)
        ink = "" if most is None else text("preflight.label.ink", language, **most.as_dict())
        yield f"{self.file}: {text(key, language, **args)}{ink}"

    def _by_rule(self) -> Iterator[list[Fault]]:
        """Faults of one rule and one thing together; they differ by their pages."""
        together: dict[tuple[str, str], list[Fault]] = {}
        for fault in self.faults:
            together.setdefault((fault.rule.key, str(fault.args.get("name", ""))), []).append(fault)
        yield from together.values()

    def _where(self, fault: Fault, language: str) -> str:
        if not fault.page:
            return ""
        if fault.spot is None:
            return text("preflight.label.page", language, page=fault.page)
        x, y = fault.spot
        return text("preflight.label.spot", language, page=fault.page, x=f"{x:.1f}", y=f"{y:.1f}")

    def as_dict(self, language: str = "en") -> dict[str, object]:
        """The report for machines; `message` is the sentence that a person would have read."""
        return {
            "ok": self.ok,
            "file": self.file,
            "profile": self.profile,
            "pages": self.pages,
            "rules": self.rules,
            "unverified": self.unverified,
            "ink": [row.as_dict() for row in self.inks],
            "findings": [self._row(fault, language) for fault in self.faults],
        }

    def _row(self, fault: Fault, language: str) -> dict[str, object]:
        rule = fault.rule
        x, y = (None, None) if fault.spot is None else (round(fault.spot[0], 2), round(fault.spot[1], 2))
        return {
            "rule": rule.id,
            "key": rule.key,
            "severity": rule.severity,
            "source": rule.source,
            "page": fault.page or None,
            "x_mm": x,
            "y_mm": y,
            "count": fault.count,
            "args": dict(fault.args),
            "message": told(finding_of(fault, self.file), language),
        }


def _ranges(pages: Sequence[int]) -> str:
    """Page numbers as people write them: 2–5, 8."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)


def finding_of(fault: Fault, file: str) -> Finding:
    """A fault as the house's finding."""
    return Finding(fault.rule.key, Place(file=file), fault.args, fault.rule.severity)


def ids(faults: Sequence[Fault]) -> list[str]:
    """The rules that are failed, each once, in order."""
    return list(dict.fromkeys(fault.rule.id for fault in faults))
