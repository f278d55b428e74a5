"""Where the edges of a dummy can stand: a system of difference constraints, solved by longest paths.

Each constraint says that one edge stands at least so many rows below another: a part's foot below its head, a part's
head below the foot of what stands over it. The longest path from the head of the page is the earliest row of an edge;
the longest path to the foot of the page tells the latest. An edge whose earliest row lies behind its bound closes a
positive cycle: the parts on its longest path are those that fight, and by how many rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from jxprint.composition.capacity import Columns, columns_of
from jxprint.composition.drawing import Area, Drawing

# Below every row of any page.
_NOWHERE = 1_000_000


class Constraints:
    """The constraints of one make-up; `demand` deepens, `bound` pins, and every answer is in rows of the grid."""

    def __init__(
        self, drawing: Drawing, deep: Callable[[str], int], gap: Callable[[str, str], int], depth: int
    ) -> None:
        self.drawing = drawing
        self.depth = depth
        count = len(drawing.edges)
        self._into: list[dict[int, int]] = [{} for _ in range(count)]
        self._out: list[dict[int, int]] = [{} for _ in range(count)]
        self._least = [0] * count
        self._most = {edge: depth for edge, one in enumerate(drawing.edges) if one.is_foot}
        self._columns: dict[str, Columns] = {}
        # Feet that go down where nothing else does: what stands under them has no use for a low head.
        self.held: frozenset[int] = frozenset()
        self._limits: list[tuple[str, int, int, int]] = []
        for letter, pieces in drawing.pieces.items():
            rows = deep(letter)
            for piece in pieces:
                self.demand(piece.top, piece.foot, rows)
        for foot, top in drawing.under:
            self.demand(foot, top, gap(drawing.edges[foot].letter, drawing.edges[top].letter))

    def demand(self, upper: int, lower: int, rows: int) -> None:
        """The edge `lower` stands at least `rows` below `upper`; an earlier demand is replaced."""
        self._into[lower][upper] = rows
        self._out[upper][lower] = rows

    def demand_also(self, upper: int, lower: int, rows: int) -> None:
        """The edge `lower` stands at least `rows` below `upper`, and no less than was demanded before."""
        self.demand(upper, lower, max(rows, self._into[lower].get(upper, rows)))

    def demanded(self, upper: int, lower: int) -> int:
        """What is demanded between two edges, 0 where nothing is."""
        return self._into[lower].get(upper, 0)

    def below(self, edge: int) -> Mapping[int, int]:
        """The edges that stand below one, and by how many rows at the least."""
        return self._out[edge]

    def above(self, edge: int) -> Mapping[int, int]:
        """The edges that stand above one, and by how many rows at the least."""
        return self._into[edge]

    def pin(self, edge: int, row: int) -> None:
        """The edge stands in this row."""
        self._least[edge] = row
        self._most[edge] = row

    def within(self, edge: int, least: int, most: int) -> None:
        """The edge stands no higher than one row and no lower than another."""
        self._least[edge] = max(self._least[edge], least)
        self._most[edge] = min(self._most.get(edge, most), most)

    def limit(self, letter: str, upper: int, lower: int, rows: int) -> None:
        """The part's edge `lower` should stand at most `rows` below `upper`; `exceeding` tells where it does not."""
        self._limits.append((letter, upper, lower, rows))

    def exceeding(self, at: list[int]) -> dict[str, int]:
        """The parts that are deeper than their limit, and by how many rows."""
        found: dict[str, int] = {}
        for letter, upper, lower, rows in self._limits:
            if (more := at[lower] - at[upper] - rows) > 0:
                found[letter] = max(more, found.get(letter, 0))
        return found

    def wish(self, edge: int, row: int) -> None:
        """The edge stands no higher than this row, for looks."""
        self._least[edge] = max(self._least[edge], row)

    def earliest(self) -> list[int]:
        """The highest row of each edge."""
        at: list[int] = []
        for least, above in zip(self._least, self._into, strict=True):
            for upper, rows in above.items():
                if (row := at[upper] + rows) > least:
                    least = row
            at.append(least)
        return at

    def lowered(self, at: list[int], edge: int, row: int) -> list[int]:
        """The highest row of each edge where one goes down to `row`, and pushes what stands below it."""
        then, out = at.copy(), self._out
        then[edge] = max(row, at[edge])
        # Every edge is numbered behind those that stand above it: each is looked at once, and pushed for good by then.
        for upper in range(edge, len(then)):
            if (row := then[upper]) > at[upper] or upper == edge:
                for lower, rows in out[upper].items():
                    if row + rows > then[lower]:
                        then[lower] = row + rows
        return then

    def latest(self) -> list[int]:
        """The lowest row of each edge on a page that holds all."""
        at = [self.depth] * len(self._out)
        for edge in range(len(at) - 1, -1, -1):
            most = self._most.get(edge, self.depth)
            for lower, rows in self._out[edge].items():
                if (row := at[lower] - rows) < most:
                    most = row
            at[edge] = most
        return at

    def broken(self, at: list[int]) -> dict[int, int]:
        """The edges that stand lower than they may, and by how many rows."""
        return {edge: at[edge] - row for edge, row in self._most.items() if at[edge] > row}

    def wrong(self, at: list[int]) -> tuple[int, int]:
        """The rows by which parts are deeper than their limits, and edges stand lower than they may, all together."""
        low = 0
        for edge, row in self._most.items():
            if (more := at[edge] - row) > 0:
                low += more
        return sum(self.exceeding(at).values()) if self._limits else 0, low

    def unbroken(self, at: list[int], edge: int, row: int, rows: int) -> int:
        """By how many of some rows an edge goes down from a row. Where the first of them puts nothing wrong it stops
        before one that does, since another edge may have room where this one has none left; else all, at once.
        """
        if rows == 1:
            return rows
        if not self._limits:
            most = self._unpushed(at, edge) - row
            return rows if most < 1 else min(most, rows)
        now, least = self.wrong(at), 1
        if self.wrong(self.lowered(at, edge, row + rows)) <= now or self.wrong(self.lowered(at, edge, row + 1)) > now:
            return rows
        while least < rows:
            middle = (least + rows + 1) // 2
            if self.wrong(self.lowered(at, edge, row + middle)) > now:
                rows = middle - 1
            else:
                least = middle
        return least

    def _unpushed(self, at: list[int], edge: int) -> int:
        """The lowest row of an edge in which it pushes no other below its bound, nor further below."""
        found: dict[int, int] = {}
        for upper in range(len(at) - 1, edge - 1, -1):
            row = max(self._most.get(upper, _NOWHERE), at[upper])
            for lower, rows in self._out[upper].items():
                if (bound := found[lower] - rows) < row:
                    row = bound
            found[upper] = row
        return found[edge]

    def columns(self, letter: str, head: Area) -> Columns:
        """The columns of a part that its lines stand in, with its head over those of `head`."""
        known = self._columns.get(letter)
        if known is None:
            known = self._columns[letter] = columns_of(self.drawing, letter, head)
        return known

    def pushing(self, at: list[int], edge: int) -> list[str]:
        """The parts whose demands add up to where `edge` stands, from the head of the page down, its own the last."""
        reached, waiting = {edge}, [edge]
        while waiting:
            lower = waiting.pop()
            for upper, rows in self._into[lower].items():
                if at[upper] + rows == at[lower] and upper not in reached:
                    reached.add(upper)
                    waiting.append(upper)
        own = self.drawing.edges[edge].letter
        return [*(letter for letter in self._letters(at, reached) if letter != own), own]

    def excess(self, at: list[int], latest: list[int]) -> dict[str, int]:
        """By how many rows the longest path through each part's own depth is too long, where it is."""
        rows: dict[str, int] = {}
        for letter, pieces in self.drawing.pieces.items():
            ways = (at[one.top] + self.demanded(one.top, one.foot) - latest[one.foot] for one in pieces)
            if (more := max(ways)) > 0:
                rows[letter] = more
        return rows

    def through(self, at: list[int], latest: list[int], letter: str) -> list[str]:
        """The parts on paths through one that are too long, from the head of the page down."""
        pieces = self.drawing.pieces[letter]
        long = [one for one in pieces if at[one.top] + self.demanded(one.top, one.foot) > latest[one.foot]]
        reached = {edge for one in long for edge in (one.top, one.foot)}
        for edges, further in (([one.top for one in long], self._into), ([one.foot for one in long], self._out)):
            while edges:
                edge = edges.pop()
                for other, rows in further[edge].items():
                    upper, lower = (other, edge) if further is self._into else (edge, other)
                    if at[upper] + rows > latest[lower] and other not in reached:
                        reached.add(other)
                        edges.append(other)
        return self._letters(at, reached)

    def _letters(self, at: list[int], edges: Collection[int]) -> list[str]:
        """The parts of some edges, from the head of the page down."""
        downwards = sorted((at[edge], edge) for edge in edges)
        return list(dict.fromkeys(self.drawing.edges[edge].letter for _, edge in downwards))
