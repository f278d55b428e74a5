"""Articles of an edition: a story that jumps (转版) is one, whose parts stand on several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.writers.library.leaf import Leaf, Part


class Standing(Struct, frozen=True):
    """A part and the leaf on which it stands."""

    leaf: Leaf
    part: Part

    @property
    def id(self) -> str:
        """Its name among all parts of an edition."""
        return f"{self.leaf.number}{self.part.id}"


class Whole(Struct, frozen=True):
    """An article with all its parts, in the order in which they are read; it is called what its first part is."""

    parts: tuple[Standing, ...]

    @property
    def first(self) -> Standing:
        """Where it begins."""
        return self.parts[0]

    @property
    def id(self) -> str:
        """Its name in the edition, which is its first part's."""
        return self.first.id

    @property
    def heading(self) -> str:
        """What a table of contents calls it."""
        return self.first.part.heading

    @property
    def kind(self) -> str:
        """What it is."""
        return self.first.part.kind

    @property
    def leaves(self) -> list[Leaf]:
        """The leaves that it stands on, each once."""
        return list({standing.leaf.number: standing.leaf for standing in self.parts}.values())


def with_jumps(leaves: Sequence[Leaf]) -> list[Leaf]:
    """Leaves whose parts know what they come from and go on in; what is on none of them is not known."""
    going_on = (one for one in _standing(leaves) if one.part.onward)
    precedes = {one.id: named for one in going_on if (named := _named(leaves, one))}
    follows = {there: here for here, there in precedes.items()}
    return [_linked(leaf, follows, precedes) for leaf in leaves]


def articles_of(leaves: Sequence[Leaf]) -> list[Whole]:
    """The articles of some leaves in order, each where its first part stands."""
    standing = {one.id: one for one in _standing(leaves)}
    found: list[Whole] = []
    for one in standing.values():
        if not one.part.follows:
            parts = [one]
            while parts[-1].part.precedes:
                parts.append(standing[parts[-1].part.precedes])
            found.append(Whole(tuple(parts)))
    return found


def _standing(leaves: Sequence[Leaf]) -> Iterator[Standing]:
    return (Standing(leaf, part) for leaf in leaves for part in leaf.parts)


def _named(leaves: Sequence[Leaf], standing: Standing) -> str:
    """The part that a part's address names: `#2:K` on the leaf labelled 2 (or 2-3), `#:K` on its own."""
    number, _, letter = standing.part.onward.removeprefix("#").partition(":")
    there = (leaf for leaf in leaves if number in leaf.label.split("-")) if number else [standing.leaf]
    return next((f"{leaf.number}{part.id}" for leaf in there for part in leaf.parts if part.letter == letter), "")


def _linked(leaf: Leaf, follows: dict[str, str], precedes: dict[str, str]) -> Leaf:
    def linked(part: Part) -> Part:
        """A part with what it comes from and goes on in."""
        name = f"{leaf.number}{part.id}"
        if name not in follows and name not in precedes:
            return part
        return replace(part, follows=follows.get(name, ""), precedes=precedes.get(name, ""))

    return replace(leaf, parts=tuple(linked(part) for part in leaf.parts))
