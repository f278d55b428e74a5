"""What is wrong with a file of artwork: keys of messages with the line and what else their sentences say."""

from __future__ import annotations

from msgspec import Struct, field

# As many are told of one file; one that an office programme wrote has thousands of a kind.
_TOLD = 20


class Faults(Struct):
    """Gathers faults, each kind of thing once, at the first line that has it."""

    found: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def add(self, key: str, line: int, **args: object) -> None:
        """Note a fault; `what` tells things of one kind apart."""
        known = any(one == key and told.get("what") == _short(args.get("what")) for one, told in self.found)
        if not known and len(self.found) < _TOLD:
            self.found.append((key, {"line": line, **{name: _short(value) for name, value in args.items()}}))

    @property
    def in_order(self) -> list[tuple[str, dict[str, object]]]:
        """The faults as they stand in the file; some are found when it is read, others when it is drawn."""
        return sorted(self.found, key=lambda one: int(str(one[1]["line"])))


def _short(value: object) -> object:
    if not isinstance(value, str):
        return value
    value = " ".join(value.split())
    return value if len(value) <= 60 else f"{value[:60]}…"
