"""Why a unit was taken for what it is: the kinds of signs that speak for its role against the next likely one."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.reconstruct.found import Decision
from jxprint.reconstruct.labels import Label
from jxprint.reconstruct.roles import ROLES
from jxprint.reconstruct.units import Unit, text_of
from jxprint.reconstruct.weights import weights

# Signs by how their names begin (# is a figure), and the key of what they say. The first that fits counts.
_FAMILIES = (
    ("page- led- heads shaped again kin-", "page"),
    ("coheres over under says told", "shared"),
    ("i# r#", "run"),
    ("last- has= opens= closes=", "words"),
    ("at# last within", "place"),
    ("names# named all-named ends-named", "names"),
    ("dateline", "dateline"),
    ("credit", "credit"),
    ("jump from comes", "jump"),
    ("folio masthead", "furniture"),
    ("note remark", "note"),
    ("caption shown", "caption"),
    ("column", "column"),
    ("item numbered bullet bracket label spoken cells", "form"),
    ("inset nudged flush", "indent"),
    ("large", "size"),
    ("w#", "width"),
    ("e#", "ends"),
    ("pw pe# pnames pdateline pcredit pcaption pdash p-", "neighbours"),
    ("nw ne# nnames ndateline ncredit ncaption ndash n-", "neighbours"),
)
_KINDS = tuple(
    (tuple(one.replace("#", figure) for one in names.split() for figure in ("0123456789" if "#" in one else "0")), key)
    for names, key in _FAMILIES
)
_MOST, _LEAST = 3, 0.4


def decisions(
    units: Sequence[Unit], signs: Sequence[Sequence[str]], kinds: Sequence[tuple[str, str]], labels: Sequence[Label]
) -> tuple[Decision, ...]:
    """What each unit was taken for, and why."""
    found = []
    before = None
    for unit, own, kind, label in zip(units, signs, kinds, labels, strict=True):
        reasons = _reasons(own, kind, label, before)
        if label.why:
            reasons = (label.why, *reasons[: _MOST - 1])
        found.append(Decision(text_of(unit), ROLES[label.role], round(label.sure, 3), ROLES[label.other], reasons))
        before = label
    return tuple(found)


def _reasons(signs: Sequence[str], kind: tuple[str, str], label: Label, before: Label | None) -> tuple[str, ...]:
    table = weights()
    known, role, other = table.signs, label.role, label.other
    gains: dict[str, float] = {}
    for sign in signs:
        if row := known[sign]:
            key = _FAMILY_OF[sign]
            gains[key] = gains.get(key, 0.0) + row[other] - row[role]
    if before is not None:
        for key, name in (("gap", kind[0]), ("before", kind[1])):
            rows = table.step(name).get(before.role)
            if rows is not None:
                gains[key] = rows[other] - rows[role]
    best = sorted(gains, key=lambda key: -gains[key])[:_MOST]
    return tuple(key for key in best if gains[key] >= _LEAST)


class _Families(dict[str, str]):
    """The key of what a sign says; the same for all pages, so each is looked up once."""

    def __missing__(self, sign: str) -> str:
        key = self[sign] = next((key for names, key in _KINDS if sign.startswith(names)), "words")
        return key


_FAMILY_OF = _Families()
