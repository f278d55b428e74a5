"""The recipe of a dump: how the copy of a restored page, folded again, is the dump byte for byte.

Each line of the dump is a list of pieces. A piece is a stretch of a passage of the page, which goes on from where the
last one of that passage ended up to its next joint unless it says otherwise, or what no passage has: blanks that are
layout, characters for which something else stands on the page. Marks are folded as the dump folds most of them, and
those that it does not are listed. `jxprint/reconstruct/refolding.py` reads it all back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from jxprint.lint.lines import copy_of
from jxprint.model import Page
from jxprint.reconstruct.quotes import folds_quotes
from jxprint.reconstruct.widths import folds_stops
from jxprint.text.width import FULL_OF_HALF

_HALF = {full: half for half, full in FULL_OF_HALF.items()}
# Stands on the page for a character that no face has.
STAND_IN = "〓"
# A piece this long is taken at once; for a shorter one other passages are asked, so many of those that begin alike.
_LONG, _ASKED, _SOUGHT = 12, 48, 8
_MOST_SEARCHES = 4000


class CopyLine(Struct, frozen=True):
    """A passage of the page, by the name that the recipe has for it: `01.txt 3` is the third paragraph of that file,
    `01.txt byline 1` a line of its head, `P caption 1` a passage of a part in page.toml.
    """

    name: str
    text: str


class Part(Struct, frozen=True):
    """A stretch of a passage; `kept` are offsets from its start where the dump does not fold as it does elsewhere."""

    passage: int
    start: int
    end: int
    kept: tuple[int, ...] = ()


Cuts = Mapping[str, Sequence[int]]
Pieces = list[Part | str]


class Fold(Struct, frozen=True):
    """What a dump does with marks: whether it folds them, and whether its stops are points and its quotes straight."""

    marks: bool = True
    stops: bool = False
    quotes: bool = False

    def table(self) -> dict[int, str]:
        """The fold, for `str.translate`."""
        quotes = {"“": '"', "”": '"'} if self.quotes else {}
        return str.maketrans((_HALF if self.marks else {}) | ({"。": "."} if self.stops else {}) | quotes)

    def all(self) -> Fold:
        """The fold of everything that this one may fold: what two texts are compared by."""
        return Fold(True, self.stops, self.quotes)


def others(text: str, usual: str, fold: Fold) -> str:
    """By character what a dump has that does not fold as it does elsewhere: folded where it usually is not, and as it
    stands on the page where it usually is folded.
    """
    folded = text.translate(fold.all().table())
    return "".join(folded[k] if usual[k] == char else char for k, char in enumerate(text))


def passages_of(page: Page) -> list[CopyLine]:
    """The passages of a page in reading order."""
    own, files = Path(page.file), dict[str, str | None]()
    counts: dict[str, int] = {}
    found: list[CopyLine] = []
    for line in copy_of(page):
        file = line.place.file
        if file and file not in files:
            files[file] = _named_from(Path(file), own)
        owner = (files[file] if file else None) or (page.parts[line.part - 1].letter if line.part else "page")
        role = "" if line.role in ("body", "subhead", "standfirst") else f" {line.role}"
        counts[owner + role] = counts.get(owner + role, 0) + 1
        found.append(CopyLine(f"{owner}{role} {counts[owner + role]}", line.text))
    return found


def _named_from(file: Path, own: Path) -> str | None:
    """What a file of a page is called there; None for the page's `own`, whose passages have names of their parts."""
    if file == own:
        return None
    return file.relative_to(own.parent).as_posix() if file.is_relative_to(own.parent) else file.name


def cut_by(passages: Sequence[CopyLine], lines: Sequence[str], fold: Fold, cuts: Cuts) -> list[Pieces]:
    """The pieces of each line of a dump; `cuts` are joints by the names of passages."""
    maker = _Maker(passages, fold, cuts)
    return [maker.pieces_of(line) for line in lines]


def fold_of(passages: Sequence[CopyLine], text: str) -> Fold:
    """What a dump does with most marks: those it has at full width against those that the page has so."""
    wide = sum(map(text.count, _HALF))
    on_page = sum(sum(map(one.text.count, _HALF)) for one in passages)
    return Fold(on_page > 2 * wide, folds_stops(text), folds_quotes(text))


class _Maker(Struct):
    """Goes through a dump and knows what was used of the page."""

    passages: Sequence[CopyLine]
    fold: Fold
    cuts: Cuts
    table: dict[int, str] = field(default_factory=dict)
    usual: dict[int, str] = field(default_factory=dict)
    folded: list[str] = field(default_factory=list)
    whole: str = ""
    starts: list[int] = field(default_factory=list)
    begins: dict[str, list[int]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    at: int = 0
    offset: int = 0
    searches: int = 0

    def __post_init__(self) -> None:
        self.table, self.usual = self.fold.all().table(), self.fold.table()
        self.folded = [one.text.translate(self.table) for one in self.passages]
        begin = 0
        for number, text in enumerate(self.folded):
            self.starts.append(begin)
            begin += len(text) + 1
            self.begins.setdefault(text[:1], []).append(number)
        self.whole = "\0".join(self.folded)

    def pieces_of(self, line: str) -> Pieces:
        """The pieces of one line."""
        folded = line.translate(self.table)
        pieces: Pieces = []
        at = 0
        while at < len(line):
            passage, start, length = self._match(folded, at)
            if length:
                pieces += self._parts(passage, start, line[at : at + length])
                self.used.add(passage)
                self.at, self.offset = passage, start + length
                at += length
                continue
            if pieces and isinstance(pieces[-1], str):
                pieces[-1] += line[at]
            else:
                pieces.append(line[at])
            if not line[at].isspace() and self._is_stood_in():
                self.offset += 1
            at += 1
        return pieces

    def _is_stood_in(self) -> bool:
        return bool(self.folded) and self.folded[self.at][self.offset : self.offset + 1] == STAND_IN

    def _match(self, line: str, at: int) -> tuple[int, int, int]:
        """The passage, offset and length of what goes on at `at`: at the place reached, else where a passage begins."""
        if not self.folded:
            return 0, 0, 0
        here = self._run(self.at, self.offset, line, at)
        if not here and not line[at].isspace():
            text = self.folded[self.at]
            behind = len(text) - len(text[self.offset :].lstrip())
            best = (self.at, behind, self._run(self.at, behind, line, at))
        else:
            best = (self.at, self.offset, here)
        # Of two passages that go on alike the line is the one that ends with it.
        whole = self._is_whole(best, len(line) - at)
        if best[2] >= _LONG or whole or line[at].isspace():
            return best
        for number in self._beginning(line[at]):
            other = (number, 0, self._run(number, 0, line, at))
            if other[2] > best[2] or (other[2] == best[2] and self._is_whole(other, len(line) - at)):
                best = other
                if self._is_whole(best, len(line) - at):
                    break
        return best if best[2] else self._found(line, at)

    def _is_whole(self, place: tuple[int, int, int], left: int) -> bool:
        """Whether a passage, or what stands before a joint of it, and the line both end where a stretch does."""
        passage, offset, length = place
        if not 0 < length == left:
            return False
        end = offset + length
        return end == len(self.folded[passage]) or end in self.cuts.get(self.passages[passage].name, ())

    def _beginning(self, char: str) -> Iterator[int]:
        """Passages that begin with a character and are not used yet, those that come next first."""
        known = self.begins.get(char)
        if not known:
            return
        known[:] = [number for number in known if number not in self.used]
        near = bisect_right(known, self.at)
        yield from (known[near:] + known[:near])[:_ASKED]

    def _found(self, line: str, at: int) -> tuple[int, int, int]:
        """Some place on the page that has the next characters."""
        sought = line[at : at + _SOUGHT]
        while len(sought) > 1 and self.searches < _MOST_SEARCHES:
            self.searches += 1
            place = self.whole.find(sought)
            if place >= 0:
                passage = bisect_right(self.starts, place) - 1
                offset = place - self.starts[passage]
                return passage, offset, self._run(passage, offset, line, at)
            sought = sought[: len(sought) // 2]
        return 0, 0, 0

    def _run(self, passage: int, offset: int, line: str, at: int) -> int:
        """How many characters a passage and a line have in common from here on."""
        text = self.folded[passage]
        most = min(len(text) - offset, len(line) - at)
        if text[offset : offset + most] == line[at : at + most]:
            return max(0, most)
        low, high = 0, most
        while high - low > 1:
            middle = (low + high) // 2
            if text[offset + low : offset + middle] == line[at + low : at + middle]:
                low = middle
            else:
                high = middle
        return low

    def _parts(self, passage: int, start: int, line: str) -> Iterator[Part | str]:
        """A stretch as one piece, but for characters that are neither as they stand on the page nor folded."""
        text = self.passages[passage].text[start : start + len(line)]
        usual = text.translate(self.usual)
        if usual == line:
            yield Part(passage, start, start + len(line))
            return
        other = others(text, usual, self.fold)
        begin = 0
        strange = [k for k, char in enumerate(line) if char not in (usual[k], other[k])]
        for end in (*strange, len(line)):
            if end > begin:
                kept = tuple(k - begin for k in range(begin, end) if line[k] != usual[k])
                yield Part(passage, start + begin, start + end, kept)
            if end < len(line):
                yield line[end]
            begin = end + 1
