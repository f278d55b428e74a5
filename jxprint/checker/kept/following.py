"""What is found in an archive, told once: where one thing is wrong, much else no longer fits it, and of all that only
the cause is told. Two faults of one thing are two where neither comes from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import Finding, Place

_READ = ("checks.missing", "checks.extra", "checks.altered", "checks.moved")
# What a finding is about, and the strongest first: of one thing in one file and of one sort the strongest is told.
_SORTS: dict[str, tuple[str, ...]] = {
    "text": (*_READ, "library.article_ends", "library.glyphs_differ", "library.lines_differ"),
    "place": (
        "library.other_shape",
        "library.off_page",
        "library.out_of_place",
        "library.other_ground",
        "library.apart",
        "library.other_baseline",
        "library.other_length",
    ),
    "type": ("library.other_type", "library.dead_link"),
    "language": ("checks.language",),
    "title": ("library.other_title",),
    "alt": ("checks.alternative",),
    "dpi": ("library.other_dpi",),
}
_FACTS: dict[str, tuple[str, ...]] = {
    "text": ("text", "shown", "lines", "blocks"),
    "place": (
        "size", "box", "zone", "characters", "words", "white", "baseline", "edge", "outline", "tiles", "hyphen", "down", "turns",
    ),
    "type": ("face", "type_size", "bold", "serif", "colour", "looks"),
    "language": ("language", "tongue", "tongues", "spoken"),
    "title": ("title",),
    "alt": ("alt",),
    "dpi": ("dpi", "scan_res"),
}  # fmt: skip
_DISAGREES = "library.disagrees"
# What a form does not know: nothing else of the thing can be relied on.
_FORMS = (
    "library.form_missing",
    "library.form_strange",
    "library.form_dead",
    "library.form_twice",
    "library.form_value",
)


class _Told(Struct):
    """A finding with what it is of: a file, a page, things on it (nothing is the page), a sort and a rank in that."""

    finding: Finding
    file: str
    page: int
    names: Sequence[str]
    sort: str
    rank: int


def causes(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those that only follow from another, in their order."""
    told = list(_once([_told(one) for one in findings]))
    by_file: dict[str, list[_Told]] = {}
    for one in told:
        by_file.setdefault(one.file, []).append(one)
    return [one.finding for one in told if not any(_follows(one, other) for other in _near(one, by_file))]


def _told(finding: Finding) -> _Told:
    args = finding.args
    fact = str(args.get("fact", ""))
    of_fact = finding.key == _DISAGREES
    sorts = _FACTS if of_fact else _SORTS
    what = fact if of_fact else finding.key
    sort = next((sort for sort, known in sorts.items() if what in known), what)
    rank = sorts[sort].index(what) if sort in sorts else 0
    names = args.get("names") or (args.get("name"),)
    named = [str(name or "") for name in names] if isinstance(names, list | tuple) else [""]
    page = args.get("page")
    file = str(args.get("told_of") or finding.place.file or args.get("kind") or "")
    return _Told(finding, file, page if isinstance(page, int) else 0, named, sort, rank + 100 * of_fact)


def _near(one: _Told, by_file: Mapping[str, Sequence[_Told]]) -> Iterator[_Told]:
    """What a finding may follow from: others of its file, and of the file that it says is otherwise."""
    yield from (other for other in by_file.get(one.file, ()) if other is not one)
    other_file = str(one.finding.args.get("other") or "")
    if one.finding.key == _DISAGREES and other_file != one.file:
        yield from (other for other in by_file.get(other_file, ()) if other.finding.key != _DISAGREES)


def _follows(one: _Told, other: _Told) -> bool:
    """Whether a finding follows from another."""
    key, cause = one.finding.key, other.finding.key
    if key in _FORMS:
        return False
    if cause in _FORMS:
        return cause != "library.form_value" and (_same(one, other, inner=True) or not one.page)
    if key == "library.story_parted":
        return cause == "library.no_such_part"
    if one.page != other.page:
        return (
            cause == "library.dead_link"
            and one.finding.args.get("fact") == "image"
            and "name" not in other.finding.args
        )
    if one.sort == other.sort and (_same(one, other) or one.sort in ("alt", "dpi")):
        return one.rank > other.rank
    if other.finding.args.get("fact") == "size" or cause == "library.other_shape":
        return one.sort in ("place", "dpi")
    if cause in _READ:
        # A text that is another, or has moved, has other places, other type, other neighbours.
        shifts = one.sort in ("place", "type", "text") and (_same(one, other) or cause != "checks.altered")
        return key not in _READ and shifts
    if other.sort == "text" and other.rank < 100:
        return one.sort in ("place", "type") and _same(one, other)
    return False


def _same(one: _Told, other: _Told, *, inner: bool = False) -> bool:
    """Whether two are of one thing; `inner`: or of something in it."""
    if set(one.names) & set(other.names):
        return True
    return inner and any(name and known.startswith(name) for name in other.names for known in one.names)


def _once(told: Sequence[_Told]) -> Iterator[_Told]:
    """What is said of a file in several lists, or of many things alike, once."""
    found: dict[object, _Told] = {}
    changed = {one.file for one in told if one.finding.key == "library.file_changed"}
    for one in told:
        key, args = one.finding.key, one.finding.args
        manifest = str(args.get("manifest", ""))
        if key.startswith("library.file_") and manifest in changed and one.file != manifest:
            continue  # the list is no longer what it was
        mark: object = id(one)
        if key.startswith("library.file_"):
            mark = key, one.file.removeprefix("data/")
        elif key == "library.other_type":
            mark = key, one.file, one.page, args.get("said")
        if mark not in found:
            found[mark] = one
            continue
        first = found[mark]
        first.names = [*first.names, *one.names]
        if key == "library.other_type":
            first.finding = replace(first.finding, args={**first.finding.args, "more": f" (+{len(first.names) - 1})"})
        elif manifest and manifest not in str(first.finding.args["manifest"]):
            lists = f"{first.finding.args['manifest']}, {manifest}"
            first.finding = replace(first.finding, args={**first.finding.args, "manifest": lists})
    yield from found.values()


def placed(finding: Finding, file: str) -> Finding:
    """A finding of a kept file, with its place in that; a difference of its text has its place in the copy."""
    if finding.place != Place():
        return replace(finding, args={**finding.args, "told_of": file})
    line = finding.args.get("line")
    return replace(finding, place=Place(file, line if isinstance(line, int) and line else None))
