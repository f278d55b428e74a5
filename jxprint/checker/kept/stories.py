"""Articles as an edition is wrapped by them: is a story that jumps (转版) one, is its place that of its text?"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.checker.comparison import compare_reading
from jxprint.checker.expected import ExpectedPage, ExpectedText
from jxprint.checker.glyphs import Glyph
from jxprint.checker.kept.comparing import gaps
from jxprint.checker.kept.seen import KeptArticle, KeptLine, KeptPage
from jxprint.checker.kept.wraps import Wrap, WrappedStory
from jxprint.checker.rates import Ledger
from jxprint.errors import Finding, Place
from jxprint.model import Jump, Page, Story

# A part of a story: its page (from 0), and which of that page's articles with words it is.
_Part = tuple[int, int]
_Parts = tuple[_Part, ...]
_SHOWN = 24
# Articles that some wraps leave out, for nobody looks for them.
_FURNITURE = ("folio", "resetting")


class Told(Struct, frozen=True):
    """An edition's pages, what each must say, and by page what a file with places says, word for word the same."""

    pages: Sequence[Page]
    expected: Sequence[ExpectedPage]
    shown: Mapping[int, KeptPage]


def stories_apart(wrap: Wrap, told: Told) -> Iterator[Finding]:
    """What is wrong with the articles of a wrap. Nothing where its pages say other words, for that is told of them, and
    nothing of one that names no words.
    """
    named = {page.number: page for page in wrap.pages if page.number is not None} or {
        at + 1: page for at, page in told.shown.items()
    }
    if not any(story.parts for story in wrap.stories):
        return
    if any(at + 1 not in named or not _agrees(named[at + 1], one) for at, one in enumerate(told.expected)):
        return
    numbered = {
        (number, article.name): (number - 1, order)
        for number, page in named.items()
        for order, article in enumerate(_worded(page))
    }
    known = [(story, tuple(numbered[part] for part in story.parts if part in numbered)) for story in wrap.stories]
    yield from _strange(wrap, {(number, article.name) for number, page in named.items() for article in page.articles})
    yield from _grouped(wrap, [parts for _, parts in known if parts], told)
    for story, parts in known:
        yield from _grounded(wrap, story, parts, told)
        if wrap.kind == "mets":
            yield from _called(wrap, story, parts, told)


def text_apart(data: str, name: str, told: Told) -> Iterator[Finding]:
    """What is wrong with a text of all articles: a line a passage, blank lines between articles."""
    found = [piece.replace("\n", "") for piece in data.split("\n\n")]
    stories = [[(at, passage) for at, order in parts for passage in told.expected[at].articles[order].passages]
               for parts in _stories(told)]  # fmt: skip
    pages = {_of(passage.at(0)): at for story in reversed(stories) for at, passage in reversed(story)}
    whole = ExpectedText(tuple(passage for story in stories for _, passage in story))
    glyphs = [Glyph(char, 0.0, 0.0, 1.0, 0.0, None) for text in found for char in text]
    differing = compare_reading(1, whole, glyphs, f"{name}:reading", Ledger())
    rows = [row for row, line in enumerate(data.split("\n"), 1) for _ in line] or [1]
    for finding in gaps(differing):
        args = dict(finding.args)
        at = args.pop("read_at")
        args |= {"page": pages.get(_of(finding.place), 0) + 1, "x_mm": None, "y_mm": None, "boxes_mm": ()}
        args["told_line"] = rows[min(at, len(rows) - 1)] if isinstance(at, int) else None
        yield Finding(finding.key, finding.place, args)
    if differing:
        return
    texts = ["".join(passage.text for _, passage in story) for story in stories]
    for at, text in enumerate(texts):
        if found[at : at + 1] != [text]:
            place = stories[at][0][1].at(0)
            yield Finding("library.story_parted", place, {"kind": name, "text": text[:_SHOWN]})
            return


def _of(place: Place) -> tuple[object, ...]:
    """What of the copy a place is in."""
    return place.file, place.part, place.paragraph


def _worded(page: KeptPage) -> list[KeptArticle]:
    return [article for article in page.articles if article.text]


def _agrees(page: KeptPage, expected: ExpectedPage) -> bool:
    return [article.text for article in _worded(page)] == [article.text for article in expected.articles]


def agreeing(pages: Mapping[int, Sequence[KeptPage]], expected: Sequence[ExpectedPage]) -> dict[int, KeptPage]:
    """Of what was read of each page (from 0), the first that has places and says what the page must."""
    return {
        at: page
        for at, found in pages.items()
        for page in [next((one for one in found if one.size is not None and _agrees(one, expected[at])), None)]
        if page is not None
    }


def _stories(told: Told) -> list[_Parts]:
    """The edition's articles, each with its parts, where the first of them stands."""
    onward: dict[_Part, _Part] = {}
    for at, page in enumerate(told.pages):
        for story in page.parts:
            jump = story.jump_to if isinstance(story, Story) else None
            if jump is None:
                continue
            there = at if page.has(jump) else next(to for to, one in enumerate(told.pages) if one.is_named_by(jump))
            target = told.pages[there].part(jump.letter)
            if isinstance(target, Story) and target.jump_from is not None:
                onward[_part_of(told, at, jump)] = _part_of(told, there, target.jump_from)
    later = set(onward.values())
    found: list[_Parts] = []
    for at, said in enumerate(told.expected):
        for order in range(len(said.articles)):
            if (at, order) in later:
                continue
            parts = [(at, order)]
            while parts[-1] in onward:
                parts.append(onward[parts[-1]])
            found.append(tuple(parts))
    return found


def _part_of(told: Told, at: int, jump: Jump) -> _Part:
    """The article that says a jump: its jump line has the jump's own place in the page's file."""
    for order, article in enumerate(told.expected[at].articles):
        if any(passage.role == "jump" and passage.copy.place == jump.place for passage in article.passages):
            return at, order
    raise LookupError(jump.letter)


def _strange(wrap: Wrap, names: Container[tuple[int, str]]) -> Iterator[Finding]:
    """Blocks that an article names and that no page has."""
    for story in wrap.stories:
        for page, name in story.parts:
            if (page, name) not in names:
                told = {"name": name, "title": story.title[:_SHOWN]}
                yield Finding("library.no_such_part", Place(wrap.file), told)


def _grouped(wrap: Wrap, found: Sequence[_Parts], told: Told) -> Iterator[Finding]:
    """Stories that are parted, or put together with others, or are no article at all."""
    for parts in _stories(told):
        article = told.expected[parts[0][0]].articles[parts[0][1]]
        if wrap.kind == "iiif" and article.passages[0].role in _FURNITURE:
            continue
        if [other for other in found if set(parts) & set(other)] != [parts]:
            place = article.passages[0].at(0)
            args = {"kind": wrap.kind, "told_of": wrap.file, "told_place": wrap.file, "text": article.text[:_SHOWN]}
            yield Finding("library.story_parted", place, args)


def _called(wrap: Wrap, story: WrappedStory, parts: _Parts, told: Told) -> Iterator[Finding]:
    """What a story is called where it goes on, if that is another title than its first."""
    if any(at not in told.shown for at, _ in parts):
        return
    titles = dict.fromkeys(_worded(told.shown[at])[order].title for at, order in parts[1:])
    wanted = [title for title in titles if title != story.title]
    if story.others != wanted:
        name = f"{parts[0][0] + 1}{_worded(told.shown[parts[0][0]])[parts[0][1]].name}" if parts else ""
        args = {"what": "mods:titleInfo", "said": ", ".join(story.others) or "—", "wanted": ", ".join(wanted) or "—"}
        yield Finding("library.contradicts", Place(wrap.file), {**args, "name": name})


def _grounded(wrap: Wrap, story: WrappedStory, parts: _Parts, told: Told) -> Iterator[Finding]:
    """A line of an article beyond its grounds, or a line of another on them; the first of each page."""
    for at in dict.fromkeys(at for at, _ in parts):
        page = told.shown.get(at)
        if page is None or page.size is None or at + 1 not in story.grounds:
            continue
        factor = wrap.sizes.get(at + 1, page.size)[0] / page.size[0]
        own = {order for index, order in parts if index == at}
        for order, line in _lines(page):
            if line.box is None:
                continue
            x, y = (line.box[0] + line.box[2] / 2) * factor, (line.box[1] + line.box[3] / 2) * factor
            if story.covers(at + 1, x, y) != (order in own):
                text = "".join(sign.char for sign in line.signs)[:_SHOWN]
                name = next((name for number, name in story.parts if number == at + 1), "").rpartition("/")[2]
                args = {"page": at + 1, "title": story.title[:_SHOWN], "text": text, "name": name}
                yield Finding("library.other_ground", Place(wrap.file), args)
                break


def _lines(page: KeptPage) -> Iterator[tuple[int, KeptLine]]:
    """Every line of a page with the number of its article among those with words."""
    for order, article in enumerate(_worded(page)):
        for region in article.regions:
            yield from ((order, line) for line in region.lines)
