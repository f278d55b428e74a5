"""What was found, as it is gathered: one fault of a rule, a page and a thing, and how often."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from jxprint.preflight.rule import Rule
from jxprint.preflight.rules import RULES

# Things told apart for a rule on a page (fonts, inks, names); more of them are counted.
_APART = 20


class Fault(Struct):
    """A rule that a file fails. `page` counts from 1 (0: the file as a whole); `spot` is millimetres from the top left
    corner of the trim box, y down; `count` is how often, on that page.
    """

    rule: Rule
    page: int = 0
    spot: tuple[float, float] | None = None
    args: Mapping[str, object] = field(default_factory=dict)
    count: int = 1


class Told:
    """Gathers faults of the rules that are asked."""

    def __init__(self, standards: frozenset[str]) -> None:
        self.asked = [rule for rule in RULES.values() if not standards.isdisjoint(rule.standards)]
        self._keys = {rule.key for rule in self.asked}
        self._faults: dict[tuple[str, int, str], Fault] = {}
        self._apart: dict[tuple[str, int], int] = {}

    def asks(self, key: str) -> bool:
        """Whether anybody wants to know."""
        return key in self._keys

    def is_told(self, page: int, *keys: str) -> bool:
        """Whether a page fails one of some rules already."""
        return any(fault.page == page and fault.rule.key in keys for fault in self._faults.values())

    def tell(self, key: str, page: int = 0, spot: tuple[float, float] | None = None, **args: object) -> None:
        """A rule is failed; what is called `name` among the arguments is told apart."""
        rule = RULES[key]
        if key not in self._keys:
            return
        name = str(args.get("name", ""))
        if known := self._faults.get((key, page, name)):
            known.count += 1
            return
        apart = self._apart[key, page] = self._apart.get((key, page), 0) + 1
        if apart > _APART:
            next(one for one in self._faults.values() if (one.rule.key, one.page) == (key, page)).count += 1
            return
        self._faults[key, page, name] = Fault(rule, page, spot, args)

    def faults(self) -> tuple[Fault, ...]:
        """All of them: by page, then in the order of the table."""
        order = {rule.key: at for at, rule in enumerate(self.asked)}
        return tuple(sorted(self._faults.values(), key=lambda one: (one.page, order[one.rule.key])))
