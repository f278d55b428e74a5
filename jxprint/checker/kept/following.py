"""What is found in an archive, told once: where one thing is wrong, much else no longer fits it, and of all that only
the cause is told. Two faults of one thing are two where neither comes from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from jxprint.checker.kept.forms.wanted import quoted
from jxprint.checker.kept.sorts import (
    DEFINES,
    DISAGREES,
    EARLIER,
    FIRST,
    FORMS,
    NAMES,
    NOWHERE,
    OF_ARTICLES,
    PATHS,
    READ,
    SAYS,
    SHIFTED,
)
from jxprint.checker.kept.telling import Told, once, told_of
from jxprint.errors import Finding, Phrase, Place

# Sentences that say two texts, either of which may be empty.
_QUOTED = ("library.glyphs_differ", "library.lines_differ", "library.other_title")


def causes(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those that only follow from another, in their order. One follows from what stays alone, so that
    no two of them do away with each other.
    """
    told = list(once([told_of(one) for one in findings]))
    kept: dict[str, list[Told]] = {}
    left: set[int] = set()
    for one in sorted(told, key=_strength):
        others = [*kept.get(one.file, ()), *_others(one, kept)]
        if not any(_follows(one, other) for other in others):
            kept.setdefault(one.file, []).append(one)
            left.add(id(one))
    return [_named(one.finding) for one in told if id(one) in left]


def _named(finding: Finding) -> Finding:
    """A finding whose sentence names a thing that has no name, and says what is said, though that be nothing."""
    if finding.key in _QUOTED:
        values = {name: one for name, one in finding.args.items() if name in ("text", "glyphs", "lines", "said")}
        told = {name: quoted(one) for name, one in values.items() if isinstance(one, str)}
        finding = replace(finding, args={**finding.args, **told})
    if finding.args.get("name") == "" and finding.key.startswith("library.") and finding.key not in FORMS:
        return replace(finding, args={**finding.args, "name": Phrase("kept.unnamed")})
    return finding


def _strength(one: Told) -> tuple[int, ...]:
    """What others follow from comes first: names, forms, what is not there, words, and the rest by rank."""
    key = one.finding.key
    if key in FORMS:
        return (0 if _is_of_names(one.finding) else 1), 0
    if key in NOWHERE:
        return 2, 0
    if key in READ:
        return 3, one.rank
    if one.sort == "contradicts":
        return 5, 0
    if key in ("library.file_unlisted", "library.file_missing", "library.file_renamed"):
        return 6, 0
    if key == "library.article_ends":
        return 4, 0
    about = str(one.finding.args.get("fact") or one.sort)
    if about in FIRST:
        return 4, FIRST.index(about) - len(FIRST), one.rank
    return 4, one.rank + EARLIER.get(one.sort, 0)


def _others(one: Told, kept: Mapping[str, Sequence[Told]]) -> Iterator[Told]:
    """What is told of the file that a finding says is otherwise."""
    args = one.finding.args
    manifest = str(args.get("manifest") or "")
    if manifest != one.file:
        yield from kept.get(manifest, ())
    other_file = str(args.get("other") or "")
    if one.finding.key == DISAGREES and other_file != one.file:
        fact = one.finding.args.get("fact")
        yield from (
            other
            for other in kept.get(other_file, ())
            if other.rank < one.rank or (fact == "outline" and other.finding.args.get("fact") == fact)
        )


def _is_of_names(finding: Finding) -> bool:
    """Whether a form misses a part, or things are not called what they have to be."""
    what = str(finding.args.get("what", ""))
    is_named = what in NAMES or what.rpartition("/")[2] in NAMES
    return finding.key in ("library.form_dead", "library.form_twice") or "part" in finding.args or is_named


def _is_of_paths(finding: Finding) -> bool:
    """Whether a list lacks something, or has a path that is none of its own."""
    is_lacking = finding.key == "library.form_missing" or "part" in finding.args
    return is_lacking or str(finding.args["what"]).endswith(PATHS)


def _follows(one: Told, other: Told) -> bool:
    """Whether a finding follows from another of the same file."""
    key, cause = one.finding.key, other.finding.key
    fact, causing = one.finding.args.get("fact"), other.finding.args.get("fact")
    if "manifest" in one.finding.args and one.file != other.file:
        return _is_of_paths(other.finding) if cause in FORMS else causing in ("page_count", "page_of", "path")
    if cause in FORMS:
        return _follows_from_form(one, other)
    if key in FORMS:
        return False
    if fact == "whole" and cause == "checks.missing":
        return True
    if fact in ("outline", "pages", "image") and (causing == "page_of" or fact == causing != "image"):
        return True  # of a file that is no page's nothing has a place; a link that is another's is two articles' fault
    if key == "library.story_parted" and causing in ("box", "edge"):
        return True  # an annotation that stands elsewhere is no longer on its range
    if cause in ("library.no_such_part", "library.story_parted") or causing in ("whole", "articles", "worded"):
        # Where articles are others, what stands on the page is not called what it is.
        is_of_page = causing in ("articles", "worded") and one.page == other.page and key == DISAGREES
        if cause == "library.story_parted" and fact in ("items", "box", "letter", "called", "continues", "follows"):
            return True  # and what is called so is another's
        is_of_them = one.sort in OF_ARTICLES or fact in ("whole", "outline", "tiles")
        return is_of_page or is_of_them or key in ("library.no_such_part", "library.other_ground")
    if one.sort == "contradicts":
        # Halves of words, other titles and numbers in an order are those of what is there.
        return cause in READ or causing == "hyphen" or other.sort == "story"
    if fact == "software" and causing == "agent":
        return True
    if fact == "extent":
        return causing in ("label", "pages")
    return _follows_on_page(one, other) if one.page == other.page else _is_image(one, other)


def _is_image(one: Told, other: Told) -> bool:
    """Whether a page's image is another because a link leads nowhere."""
    is_link = other.finding.key == "library.dead_link" and "name" not in other.finding.args
    return is_link and one.finding.args.get("fact") == "image"


def _follows_on_page(one: Told, other: Told) -> bool:
    """The same of two things that are told of one page, or both of the edition."""
    key, cause = one.finding.key, other.finding.key
    fact, causing = one.finding.args.get("fact"), other.finding.args.get("fact")
    if cause == "library.no_such_block":
        return one.sort in ("text", "order", "alt")
    if cause in READ:
        is_empty = key == "library.lines_differ" and not one.finding.args.get("lines")
        # Where as much stands as has to, all else is in its place.
        is_shifted = one.sort == "order" or (one.sort in SHIFTED and cause != "checks.altered")
        return is_empty or (key not in READ and (is_shifted or _is_near(one, other)))
    if causing == "size" or cause == "library.other_shape":
        return one.sort in ("place", "dpi", "type")
    if key == "library.article_ends":
        return causing in ("articles", "blocks", "items")
    if key == "library.other_length":
        return causing in ("trim", "dpi", "trim_mm") or (other.sort == "place" and _is_near(one, other))
    if causing == "trim" and fact == "box":
        return all(name.endswith("Margin") for name in one.names)
    if fact == "free":
        return other.sort in ("kind", "order")
    if fact == "title" and causing == "label" and not any(one.names):
        return True  # the number stands before it
    return _follows_by_sort(one, other)


def _follows_by_sort(one: Told, other: Told) -> bool:
    """The same by what both are about."""
    if other.sort == "text" and _same(one, other):
        return True
    if one.sort in other.also and one.sort != other.sort:
        return _is_near(one, other)
    if one.finding.key == "library.other_type":
        return other.sort in ("place", "type") and _same(one, other)
    if one.sort == "language":
        is_about = not {other.sort, *other.also}.isdisjoint(("language", "inline"))
        return is_about and (_same(one, other) or not any(other.names))
    if one.sort == other.sort == "place":
        is_box = other.finding.args.get("fact") == "box"
        is_margin = all(name.endswith("Margin") for name in one.names) and is_box and "PrintSpace" in other.names
        return _same(one, other) or is_margin or (is_box and _same(one, other, inner=True))
    if one.sort == "alt" and other.sort == "order":
        return True  # of a picture that is gone
    return one.sort == other.sort and (_same(one, other) or one.sort in ("alt", "dpi", "order"))


def _follows_from_form(one: Told, other: Told) -> bool:
    """Whether something follows from what a file may not have. Where names are wrong, nothing is what it is called."""
    if one.finding.key == "checks.altered" and len(str(one.finding.args["expected"])) == len(
        str(one.finding.args["read"])
    ):
        # As many characters, and others: that is seldom another order.
        return other.finding.key == "library.form_twice"
    if _is_of_names(other.finding):
        is_of_agent = str(one.finding.args.get("what", "")).startswith("agentName ")
        return one.finding.key not in FORMS or _is_of_names(one.finding) or is_of_agent
    if one.finding.key in FORMS:
        return False
    what = str(other.finding.args["what"])
    about = {one.sort, str(one.finding.args.get("fact"))}
    if any(what.startswith(element) and not about.isdisjoint(sorts) for element, sorts in DEFINES.items()):
        return True
    if any(what.startswith(element) and not about.isdisjoint(sorts) for element, sorts in SAYS.items()):
        return _is_near(one, other) or not any(other.names) or not any(one.names)
    return _same(one, other, inner=True)


def _same(one: Told, other: Told, *, inner: bool = False) -> bool:
    """Whether two are of one thing; `inner`: or of something in it."""
    common = set(one.names) & set(other.names)
    if common - {""} or (common and (one.sort == other.sort or other.finding.key in FORMS)):
        return True
    return inner and any(_is_in(name, of) for of in other.names for name in one.names)


def _is_near(one: Told, other: Told) -> bool:
    """Whether one of two is the other, or in it."""
    return _same(one, other, inner=True) or any(_is_in(name, of) for of in one.names for name in other.names)


def _is_in(name: str, of: str) -> bool:
    """Whether a thing is in another: a line in its block, a block in its article."""
    return of[:1] == "A" and name.startswith(of) and not name[len(of) : len(of) + 1].isdigit()


def placed(finding: Finding, file: str) -> Finding:
    """A finding of a kept file, with its place in that; a difference of its text has its place in the copy, and says
    where in the file it stands: on which line, and what the thing is called there.
    """
    args, line = finding.args, finding.args.get("line")
    own = ":".join(str(one) for one in (file, args.get("told_line")) if one)
    named = f"{own} ({args['name']})" if args.get("name") else own
    told_place = Phrase(str(args["how"]), {"place": named, "other": args["instead"]}) if "how" in args else named
    if finding.place != Place():
        return replace(finding, args={**args, "told_of": file, "told_place": told_place})
    if finding.key == "library.article_ends":
        finding = replace(finding, args={**args, "told_place": told_place})
    return replace(finding, place=Place(file, line if isinstance(line, int) and line else None))
