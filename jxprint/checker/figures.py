"""The figures of a check: how many characters are wrong, under which fold, and how many findings there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.errors import Finding
from jxprint.messages import text

KINDS = ("missing", "extra", "altered", "moved")
_FOLDS = {
    "width": "report.fold.width",
    "punctuation": "report.fold.punctuation",
    "compatibility": "report.fold.compatibility",
    "all": "report.fold.all",
}
_KINDS = {
    "missing": "report.count.missing",
    "extra": "report.count.extra",
    "altered": "report.count.altered",
    "moved": "report.count.moved",
}

Errors = Sequence[tuple[str, int]]


def kind_of(finding: Finding) -> str:
    """What kind of difference from the copy a finding is; empty where it is none."""
    kind = finding.key.removeprefix("checks.")
    return kind if kind in KINDS else ""


def counts(findings: Sequence[Finding]) -> dict[str, dict[str, int]]:
    """By kind how many findings there are, and of how many characters."""
    found = {kind: {"findings": 0, "characters": 0} for kind in KINDS}
    for one in findings:
        kind = kind_of(one)
        if kind:
            said = one.args["read" if kind == "extra" else "expected"]
            places = 1 + int(str(one.args.get("more", 0)))
            found[kind]["findings"] += places
            found[kind]["characters"] += len(str(said)) * places
    return found


def rates(errors: Errors, characters: int) -> dict[str, float | None]:
    """The character error rate by fold; None where there is no copy."""
    return {fold: count / characters if characters else None for fold, count in errors}


def percent(count: int, characters: int) -> str:
    """A rate in hundredths, as exact as a person wants it."""
    if not count:
        return "0"
    share = 100 * count / max(1, characters)
    return f"{share:.3f}" if share >= 0.001 else "<0.001"


def figure_lines(errors: Errors, characters: int, findings: Sequence[Finding], language: str) -> Iterator[str]:
    """The error rate, what of it is left under each fold that takes something away, and the counts; nothing where no
    text differs.
    """
    exact = dict(errors).get("exact", 0)
    if errors and (exact or any(map(kind_of, findings))):
        rate = percent(exact, characters)
        said = text("report.rate", language, errors=f"{exact:,}", characters=f"{characters:,}", percent=rate)
        folded = list(_folded(errors, exact, characters, language))
        if folded:
            join = text("report.join", language)
            said += text("report.folded", language, folds=join.join(folded))
        yield said
    told = [
        text(_KINDS[kind], language, **{name: f"{value:,}" for name, value in row.items()})
        for kind, row in counts(findings).items()
        if row["findings"]
    ]
    if told:
        yield text("report.counts", language, counts=text("report.join", language).join(told))


def _folded(errors: Errors, exact: int, characters: int, language: str) -> Iterator[str]:
    """What is left under folds; compatibility takes in width, and all takes in everything: told where that is more."""
    left = dict(errors)
    least = {"compatibility": left.get("width", exact), "all": min(left[fold] for fold in left if fold != "all")}
    for fold, count in errors:
        if fold in _FOLDS and count < least.get(fold, exact):
            what = text(_FOLDS[fold], language)
            rate = percent(count, characters)
            yield text("report.fold_rate", language, fold=what, errors=f"{count:,}", percent=rate)
