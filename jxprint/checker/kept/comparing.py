"""Kept files against the copy of the pages that they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from jxprint.checker.comparison import compare_reading, oddity_finding
from jxprint.checker.expected import ExpectedPage, expected_page
from jxprint.checker.glyphs import Oddity
from jxprint.checker.jumped import cut_bodies, pages_with_jumps
from jxprint.checker.kept.beside import beside
from jxprint.checker.kept.files import read_with_form
from jxprint.checker.kept.following import causes, placed
from jxprint.checker.kept.neighbours import exchanged, instead
from jxprint.checker.kept.places import misplaced
from jxprint.checker.kept.seen import KeptLine, KeptPage
from jxprint.checker.kept.settling import settled, spans_of
from jxprint.checker.rates import Ledger
from jxprint.checker.report import CheckReport
from jxprint.errors import Finding, Place
from jxprint.model import Page

_ORDER = "reading"
# A page's sheet may be this far from a file's image in its proportions.
_SHAPE = 0.01
# So many characters of a passage tell it from others.
_TELLING = 12


def check_kept(data: bytes, name: str, pages: Sequence[Page]) -> CheckReport:
    """Compare a kept file with the copy of its page, or of its pages. Raises DescriptionError where it cannot be read,
    or is of none of the pages.
    """
    found, odd = read_with_form(data, name)
    report = check_pages(found, name, pages)
    return replace(report, findings=tuple(causes([*odd, *report.findings])))


def check_pages(found: Sequence[KeptPage], name: str, pages: Sequence[Page]) -> CheckReport:
    """Compare what a file says of some pages with their copy."""
    own = [(kept, page_of(kept, pages)) for kept in found]
    printed = {at: [(one.title, one.text) for one in kept.articles] for kept, at in own}
    bodies = cut_bodies(pages, printed) if pages_with_jumps(pages) else [{} for _ in pages]
    expected = {at: expected_page(pages[at], bodies[at]) for _, at in own}
    findings: list[Finding] = []
    ledger = Ledger()
    for kept, at in own:
        findings += (placed(one, name) for one in _compared(kept, at, expected[at], pages[at], ledger))
    copies = [expected[at] for _, at in own]
    return CheckReport(
        name,
        len(own),
        sum(len(copy.articles) for copy in copies),
        sum(len(copy.whole.text) for copy in copies),
        tuple(dict.fromkeys(kept.kind for kept, _ in own)),
        (_ORDER,),
        tuple(findings),
        errors=ledger.worst,
        copy=tuple(copies),
    )


def page_of(kept: KeptPage, pages: Sequence[Page]) -> int:
    """The page that a file is of: the one that it names, unless it says far more of another's passages. One that has
    all passages of the page that it names is of that, and no other is asked.
    """
    if kept.at is None:
        text = kept.text
        named = len(pages) if kept.number is None else kept.number - 1
        if 0 <= named < len(pages) and _has_all(pages[named], text):
            kept.at = named
            return named
        scores = [_score(page, text) for page in pages]
        best = max(scores)
        is_named = 0 <= named < len(pages) and (best <= 0 or (scores[named] > 0 and 2 * scores[named] >= best))
        kept.at = named if is_named else scores.index(best)
    return kept.at


def _has_all(page: Page, text: str) -> bool:
    passages = expected_page(page).whole.passages
    return bool(passages) and all(passage.text in text for passage in passages)


def _score(page: Page, text: str) -> float:
    """How much of a page's passages a text has, what it lacks taken off; a story that jumps is whole on no page."""
    score = 0.0
    for passage in expected_page(page).whole.passages:
        weight = min(len(passage.text), _TELLING)
        score += weight if passage.text[:weight] in text or passage.text[-weight:] in text else -weight / 2
    return score


def _compared(kept: KeptPage, at: int, expected: ExpectedPage, page: Page, ledger: Ledger) -> Iterator[Finding]:
    sheet = page.sheet
    width, height = sheet.width_pt + 2 * sheet.bleed_pt, sheet.height_pt + 2 * sheet.bleed_pt
    oddities = list(kept.oddities)
    factor = 0.0
    if kept.size is not None:
        factor = width / kept.size[0]
        if abs(kept.size[1] * factor / height - 1) > _SHAPE:
            oddities.append(Oddity("library.other_shape", {"width": kept.size[0], "height": kept.size[1]}))
        oddities += misplaced(kept, factor, sheet.bleed_pt)
    oddities += beside(kept, expected, page, factor)
    told = (replace(oddity, args={**oddity.args, "kind": kept.kind}) for oddity in oddities)
    yield from (oddity_finding(at + 1, oddity) for oddity in told)
    glyphs = kept.glyphs(width, sheet.bleed_pt)
    settling = partial(settled, spans=spans_of(kept))
    differing = compare_reading(at + 1, expected.whole, glyphs, f"{kept.kind}:{_ORDER}", ledger, settling)
    if differing:
        lines = [line for _, line in kept.lines()]
        yield from exchanged([_named(one, lines, has_places=kept.size is not None) for one in gaps(differing)])
    if not differing:
        yield from _ends(kept, at, expected)


def gaps(differing: Sequence[Finding]) -> list[Finding]:
    """Differences, passages that are missing in one place told once: with how many more, and with what stands there
    instead.
    """
    found: list[Finding] = []
    for one in differing:
        last = found[-1] if found else None
        if last is None or one.args["read_at"] != last.args["read_at"] or last.key != "checks.missing":
            found.append(one)
        elif one.key == "checks.missing":
            count = int(str(last.args.get("passages", 0))) + 1
            found[-1] = replace(last, args={**last.args, "passages": count})
        elif one.key == "checks.extra":
            found[-1] = replace(last, key="checks.altered", args={**last.args, "read": one.args["read"]})
        else:
            found.append(one)
    return found


def _named(finding: Finding, lines: Sequence[KeptLine], *, has_places: bool) -> Finding:
    """A difference with the line of the file that it is in, of all its lines. In a file that has no places, only the
    copy's is known.
    """
    args = dict(finding.args)
    read_at = args.pop("read_at")
    if not has_places:
        args |= {"x_mm": None, "y_mm": None, "boxes_mm": ()}
    owners = [at for at, line in enumerate(lines) for _ in line.signs]
    if not owners or not isinstance(read_at, int):
        return replace(finding, args=args)
    at = owners[min(read_at, len(owners) - 1)]
    args |= {"name": lines[at].name, "told_line": lines[at].row}
    if finding.key == "checks.altered":
        args |= instead(lines, at)
    if finding.key == "checks.missing":
        # What is missing is missing beside what stands there, and may be all of a line, or of some that are empty.
        first = next((one for one in range(at - 1, -1, -1) if lines[one].signs), 0)
        args["names"] = tuple(dict.fromkeys(line.name for line in lines[first : at + 2]))
    if finding.key == "checks.moved":
        # What has moved is in a line that another should be in, and that is beside it.
        args["names"] = tuple(dict.fromkeys(line.name for line in lines[max(0, at - 1) : at + 2]))
    return replace(finding, args=args)


def _ends(kept: KeptPage, at: int, expected: ExpectedPage) -> Iterator[Finding]:
    """Articles that end elsewhere than the copy's, where all of the text is right."""
    ends = _running([len(article.text) for article in expected.articles])
    found = _running([len(article.text) for article in kept.articles if article.text])
    for end in sorted(ends ^ found):
        located = expected.whole.locate(end)
        place = Place() if located is None else located[0].at(located[1])
        yield Finding("library.article_ends", place, {"page": at + 1, "kind": kept.kind, "x_mm": None, "y_mm": None})


def _running(lengths: Sequence[int]) -> set[int]:
    total, found = 0, set[int]()
    for length in lengths:
        total += length
        found.add(total)
    return found
