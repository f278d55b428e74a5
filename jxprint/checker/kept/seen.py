"""What a kept file says of a page: articles of regions of lines of characters, each with its box where it has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from jxprint.checker.glyphs import Glyph, Oddity

# Left, top, width, height in the file's own pixels.
Box = tuple[float, float, float, float]
# What a file says of things on a page beside its words: by a thing's identifier ("" is the page itself) and by what is
# said of it: box, title, kind, role, alt, face, type_size, image, dpi, …
Facts = dict[tuple[str, str], object]
# What is said of the edition, though a page's file says it: who made it, and when.
OF_EDITION = ("software", "made")
# Where a baseline stands in an em box, of its height.
ABOVE = 0.88


class KeptSign(Struct):
    """A code point as a file has it. In a line that runs down `turn` is "rotated" where it lies on its side, and
    "across" where it is one of some that stand side by side. `language` is said of it beside the page's, `size` is that
    of its type in points (None where the file says none), `look` all that it says of its type. `inline` is "base" for
    what a reading stands over, "reading" for that and "mark" for what is put before an item.
    """

    char: str
    box: Box | None
    turn: str = ""
    language: str = ""
    size: float | None = None
    look: tuple[object, ...] = ()
    inline: str = ""


class KeptLine(Struct):
    """A line: what it says, its own box, whether it runs down; `name` is its identifier, `row` the line of the file on
    which it stands, as far as that is known. `above` are the numbers of
    signs that stand over others (readings). `baseline`: its two ends, of a vertical line those of its centre line.
    `words` and `white` are boxes of what stands between spaces and of these, `shown` what a reader sees, `hyphen` the
    box of one that is no text (nothing: there is none); each None where the file has no way to say it.
    """

    name: str
    signs: list[KeptSign]
    box: Box | None = None
    down: bool = False
    above: frozenset[int] = frozenset()
    baseline: Box | None = None
    words: tuple[Box | None, ...] | None = None
    white: tuple[Box | None, ...] | None = None
    shown: str | None = None
    hyphen: Box | tuple[()] | None = None
    row: int | None = None

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join([sign.char for sign in self.signs])


class KeptRegion(Struct):
    """A block in one leg."""

    name: str
    lines: list[KeptLine]
    box: Box | None = None


def plain_region(text: str, name: str = "", row: int | None = None) -> KeptRegion:
    """A paragraph in a file without places; `name` and `row` are those of its line."""
    return KeptRegion("", [KeptLine(name, [KeptSign(char, None) for char in text], row=row)])


class KeptArticle(Struct):
    """An article: its title as far as the file has one, its regions in the order in which they are read, its
    identifier where it has one, and the names of its regions and pictures in their order.
    """

    title: str
    regions: list[KeptRegion]
    name: str = ""
    blocks: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join([sign.char for region in self.regions for line in region.lines for sign in line.signs])


class KeptPage(Struct):
    """A page: the kind of file, its place among the pages that are kept (None where it does not say), its size in
    pixels (None: the file has no places), its articles in reading order, and what is odd about it; its language and
    what else it says (`facts`), as far as it does; what it says of the same things once more is in `again`.
    """

    kind: str
    number: int | None
    size: tuple[float, float] | None
    articles: list[KeptArticle]
    oddities: list[Oddity]
    language: str = ""
    facts: Facts = field(default_factory=dict)
    again: Facts = field(default_factory=dict)
    # Which of the pages it is of (from 0), once that was asked.
    at: int | None = None

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join([article.text for article in self.articles])

    def lines(self) -> Iterator[tuple[KeptRegion, KeptLine]]:
        """Every line with its region."""
        for article in self.articles:
            for region in article.regions:
                yield from ((region, line) for line in region.lines)

    def glyphs(self, width: float, bleed: float) -> list[Glyph]:
        """Its characters as glyphs of a sheet that is `width` points wide, bleed and all. White without a box of its
        own stands behind what is before it.
        """
        factor = width / self.size[0] if self.size is not None and self.size[0] else 0.0
        found: list[Glyph] = []
        for _, line in self.lines():
            before = line.box
            for sign in line.signs:
                box = sign.box or _behind(before, line.down)
                before = box or before
                found.append(_glyph(sign, box, line.down, factor, bleed))
        return found


def free_groups(groups: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """What is read in any order, in one order: the names of each group, groups of one left out."""
    found = [tuple(sorted(names, key=_by_length)) for names in groups]
    return tuple(sorted((names for names in found if len(names) > 1), key=lambda names: _by_length(names[0])))


def _by_length(name: str) -> tuple[int, str]:
    return len(name), name


def worded(articles: Iterable[tuple[str, Iterable[str]]]) -> tuple[str, ...]:
    """The names of articles with words, in one order; `articles` are names and texts."""
    return tuple(sorted({name for name, texts in articles if any(texts)}, key=_by_length))


def note(facts: Facts, name: str, what: str, value: object) -> None:
    """Note what a file says of a thing, an empty name being the page; nothing where it says nothing."""
    if value not in (None, ""):
        facts[name, what] = value


def number(value: str) -> float | str:
    """A number, as far as it is one."""
    try:
        return float(value)
    except ValueError:
        return value


def spread(text: str, box: Box | None, down: bool = False) -> list[KeptSign]:
    """Characters that share a box evenly."""
    if box is None or not text:
        return [KeptSign(char, None) for char in text]
    x, y, width, height = box
    share = (height if down else width) / len(text)
    if down:
        return [KeptSign(char, (x, y + at * share, width, share)) for at, char in enumerate(text)]
    return [KeptSign(char, (x + at * share, y, share, height)) for at, char in enumerate(text)]


def around(boxes: Sequence[Box | None]) -> Box | None:
    """The least box about some."""
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    left, top = min(box[0] for box in known), min(box[1] for box in known)
    return left, top, max(box[0] + box[2] for box in known) - left, max(box[1] + box[3] for box in known) - top


def _behind(box: Box | None, down: bool) -> Box | None:
    """A box without a way, behind another."""
    if box is None:
        return None
    left, top, width, height = box
    return (left, top + height, width, 0.0) if down else (left + width, top, 0.0, height)


def _glyph(sign: KeptSign, box: Box | None, down: bool, factor: float, bleed: float) -> Glyph:
    if box is None:
        return Glyph(sign.char, 0.0, 0.0, 1.0, 0.0, None)
    left, top, width, height = box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor
    if down and sign.turn != "across":
        is_turned = sign.turn == "rotated"
        return Glyph(sign.char, left + width / 2 - bleed, top - bleed, width, height, None, True, is_turned=is_turned)
    return Glyph(sign.char, left - bleed, top + ABOVE * height - bleed, height, width, None)
