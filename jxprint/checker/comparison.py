"""One page's readings against its copy: differences by place, each with the readers and orders that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.checker.alignment import Hunk
from jxprint.checker.expected import ExpectedPage, ExpectedText
from jxprint.checker.geometry_order import reading_order
from jxprint.checker.glyphs import Glyph, Oddity, Reading, ReadPage, TaggedArticle, by_mcid
from jxprint.checker.languages import language_oddities
from jxprint.checker.pairing import paired
from jxprint.checker.passages import align_passages
from jxprint.checker.places import boxes_of, located, millimetres
from jxprint.checker.raised import raised_oddities
from jxprint.checker.rates import Ledger
from jxprint.checker.roles import role_oddities
from jxprint.checker.tidying import whole_moves
from jxprint.errors import Finding, Place
from jxprint.geometry import PT_PER_MM

ORDERS = ("stream", "structure", "geometry")
_KEYS = {
    "missing": "checks.missing",
    "extra": "checks.extra",
    "altered": "checks.altered",
    "moved": "checks.moved",
}
# Differences kept from one page; a page of which nothing agrees has thousands.
_KEPT = 500
_CONTEXT = 6


class _Gathered(Struct):
    """Differences of a page by what they are, with the readings that show each."""

    page: int
    found: dict[tuple[object, ...], tuple[Finding, list[str]]] = field(default_factory=dict)

    def add(self, finding: Finding, reading: str) -> None:
        args = finding.args
        key = finding.key, finding.place, args["expected"], args["read"]
        if key not in self.found and len(self.found) < _KEPT:
            self.found[key] = finding, []
        if key in self.found and reading not in self.found[key][1]:
            self.found[key][1].append(reading)

    def findings(self) -> Iterator[Finding]:
        for finding, readings in self.found.values():
            yield replace(finding, args={**finding.args, "readings": tuple(readings)})


def compare_page(
    number: int, expected: ExpectedPage, readers: Sequence[ReadPage], ledger: Ledger | None = None
) -> list[Finding]:
    """Everything that differs on page `number` (from 1), in all orders and by all readers; oddities first. Errors are
    counted in the `ledger`.
    """
    ledger = Ledger() if ledger is None else ledger
    gathered = _Gathered(number)
    seen: list[Finding] = []
    for read in readers:
        for order, copy, glyphs in _readings(expected, read):
            reading = Reading(glyphs)
            hunks = list(whole_moves(align_passages(copy, reading.text)))
            ledger.add(f"{read.reader}:{order}", copy.text, reading.text, hunks)
            _compare(gathered, copy, reading, hunks, f"{read.reader}:{order}")
            if order == "stream":
                found = [(oddity_finding(number, oddity), oddity) for oddity in _oddities(expected, read)]
                seen += located(found, copy, reading, hunks)
    ledger.turn()
    return [*seen, *gathered.findings()]


def compare_reading(
    number: int,
    copy: ExpectedText,
    glyphs: Sequence[Glyph],
    name: str,
    ledger: Ledger,
    settled: Callable[[Sequence[Hunk], str, str], Sequence[Hunk]] | None = None,
) -> list[Finding]:
    """What differs between a copy and one reading of page `number` (from 1), called `reader:order`. Each says with
    `read_at` at which of its characters (from 0). `settled` makes of the differences of two texts those that are told.
    """
    gathered, reading = _Gathered(number), Reading(glyphs)
    hunks = list(whole_moves(align_passages(copy, reading.text)))
    ledger.add(name, copy.text, reading.text, hunks)
    hunks = list(hunks if settled is None else settled(hunks, copy.text, reading.text))
    for start, finding in _differences(number, copy, reading, hunks):
        gathered.add(replace(finding, args={**finding.args, "read_at": start}), name)
    ledger.turn()
    return list(gathered.findings())


def _oddities(expected: ExpectedPage, read: ReadPage) -> list[Oddity]:
    """What is odd about a page, tags that are not its copy's roles and languages that are not its own."""
    if not read.tags:
        return list(read.oddities)
    owned = by_mcid(read.stream)
    glyphs = [glyph for article in read.articles for glyph in _owned_by(article, owned)]
    said = language_oddities(expected, read, glyphs)
    out = raised_oddities(expected, read)
    return [*read.oddities, *role_oddities(expected.whole, glyphs, read.tags), *said, *out]


def oddity_finding(number: int, oddity: Oddity) -> Finding:
    """An oddity of a page as a finding."""
    return Finding(oddity.key, Place(), {**oddity.args, "page": number, **_millimetres(oddity.at)})


def article_texts(read: ReadPage) -> list[str]:
    """The text of each article of a page in the tree's order; of the whole page where there is no tree."""
    if not read.articles:
        return ["".join(glyph.text for glyph in read.stream)]
    owned = by_mcid(read.stream)
    return ["".join(glyph.text for glyph in _owned_by(article, owned)) for article in read.articles]


def _readings(expected: ExpectedPage, read: ReadPage) -> Iterator[tuple[str, ExpectedText, Sequence[Glyph]]]:
    """Order, copy and glyphs of each comparison."""
    yield "stream", expected.whole, read.stream
    if not read.articles:
        return
    owned = by_mcid(read.stream)
    texts = [_owned_by(article, owned) for article in read.articles]
    yield "structure", expected.whole, [glyph for glyphs in texts for glyph in glyphs]
    said = ["".join(glyph.text for glyph in glyphs) for glyphs in texts]
    pairs = paired(expected.articles, [article.title for article in read.articles], said)
    for copy, numbers in zip(expected.articles, pairs, strict=True):
        glyphs = [glyph for number in numbers for glyph in texts[number]]
        yield "geometry", copy, reading_order(glyphs, expected.column_gap_pt, read.frames, read.rubies)


def _owned_by(article: TaggedArticle, owned: Mapping[int, list[Glyph]]) -> list[Glyph]:
    return [glyph for mcid in article.mcids for glyph in owned.get(mcid, ())]


def _compare(
    gathered: _Gathered, copy: ExpectedText, reading: Reading, hunks: Sequence[Hunk], reading_name: str
) -> None:
    for _, finding in _differences(gathered.page, copy, reading, hunks):
        gathered.add(finding, reading_name)


def _differences(
    page: int, copy: ExpectedText, reading: Reading, hunks: Sequence[Hunk]
) -> Iterator[tuple[int, Finding]]:
    """Differences passage by passage, each with the number of the character at which it is read."""
    for hunk in hunks:
        for start, end, read_start, read_end in _by_passage(copy, hunk):
            whole = replace(hunk, start=start, end=end, read_start=read_start, read_end=read_end)
            yield read_start, _finding(page, whole, copy, reading)


def _by_passage(copy: ExpectedText, hunk: Hunk) -> Iterable[tuple[int, int, int, int]]:
    """A difference cut where passages begin, as far as it can be: both sides alike, or one of them empty."""
    length = hunk.end - hunk.start
    if hunk.kind != "moved" and length and hunk.read_end - hunk.read_start in (0, length):
        for start, end in copy.cuts(hunk.start, hunk.end):
            if hunk.read_start == hunk.read_end:
                yield start, end, hunk.read_start, hunk.read_end
            else:
                shift = hunk.read_start - hunk.start
                yield start, end, start + shift, end + shift
    else:
        yield hunk.start, hunk.end, hunk.read_start, hunk.read_end


def _finding(page: int, hunk: Hunk, copy: ExpectedText, reading: Reading) -> Finding:
    located = copy.locate(hunk.start)
    glyph = reading.glyph(hunk.read_start)
    place, role = Place(), ""
    if located is not None:
        passage, offset = located
        place, role = passage.at(offset), passage.role
    args: dict[str, object] = {
        "expected": copy.text[hunk.start : hunk.end],
        "read": reading.text[hunk.read_start : hunk.read_end],
        "role": role,
        "page": page,
        **_millimetres(None if glyph is None else (glyph.x, glyph.y)),
        "after": reading.text[max(0, hunk.read_start - _CONTEXT) : hunk.read_start],
        "boxes_mm": millimetres(boxes_of(reading, hunk.read_start, hunk.read_end)),
    }
    return Finding(_KEYS[hunk.kind], place, args)


def _millimetres(at: tuple[float, float] | None) -> dict[str, object]:
    if at is None:
        return {"x_mm": None, "y_mm": None}
    return {"x_mm": round(at[0] / PT_PER_MM, 1), "y_mm": round(at[1] / PT_PER_MM, 1)}
