"""What is found in an archive, told once: where one thing is wrong, much else no longer fits it, and of all that only
the cause is told. Two faults of one thing are two where neither comes from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.kept.sorts import DEFINES, DISAGREES, FACTS, FORMS, NAMES, READ, SHIFTED, SORTS
from jxprint.errors import Finding, Place


class _Told(Struct):
    """A finding with what it is of: a file, a page, things on it (nothing is the page), a sort and a rank in that."""

    finding: Finding
    file: str
    page: int
    names: Sequence[str]
    sort: str
    rank: int


def causes(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those that only follow from another, in their order. One follows from what stays alone, so that
    no two of them do away with each other.
    """
    told = list(_once([_told(one) for one in findings]))
    kept: dict[str, list[_Told]] = {}
    left: set[int] = set()
    for one in sorted(told, key=_strength):
        others = [*kept.get(one.file, ()), *_others(one, kept)]
        if not any(_follows(one, other) for other in others):
            kept.setdefault(one.file, []).append(one)
            left.add(id(one))
    return [one.finding for one in told if id(one) in left]


def _strength(one: _Told) -> tuple[int, int]:
    """What others follow from comes first: names, forms, what is not there, words, and the rest by rank."""
    key = one.finding.key
    if key in FORMS:
        return (0 if _is_of_names(one.finding) else 1), 0
    if key == "library.no_such_block":
        return 2, 0
    if key in READ:
        return 3, one.rank
    first = {"articles": -2, "box": -1}
    return 4, first.get(str(one.finding.args.get("fact")), one.rank)


def _told(finding: Finding) -> _Told:
    args = finding.args
    fact = str(args.get("fact", ""))
    of_fact = finding.key == DISAGREES
    sorts = FACTS if of_fact else SORTS
    what = fact if of_fact else finding.key
    sort = next((sort for sort, known in sorts.items() if what in known), what)
    rank = sorts[sort].index(what) if sort in sorts else 0
    names = args.get("names") or (args.get("name"),)
    named = [str(name or "") for name in names] if isinstance(names, list | tuple) else [""]
    page = args.get("page")
    file = str(args.get("told_of") or finding.place.file or args.get("kind") or "")
    return _Told(finding, file, page if isinstance(page, int) else 0, named, sort, rank + 100 * of_fact)


def _others(one: _Told, kept: Mapping[str, Sequence[_Told]]) -> Iterator[_Told]:
    """What is told of the file that a finding says is otherwise."""
    args = one.finding.args
    manifest = str(args.get("manifest") or "")
    if manifest != one.file:
        yield from (other for other in kept.get(manifest, ()) if other.finding.key in FORMS)
    other_file = str(args.get("other") or "")
    if one.finding.key == DISAGREES and other_file != one.file:
        yield from (other for other in kept.get(other_file, ()) if other.rank < one.rank)


def _is_of_names(finding: Finding) -> bool:
    """Whether a form misses a part, or things are not called what they have to be."""
    last = str(finding.args.get("what", "")).rpartition("/")[2]
    return finding.key in ("library.form_dead", "library.form_twice") or "part" in finding.args or last in NAMES


def _is_of_paths(finding: Finding) -> bool:
    """Whether a list lacks something, or has a path that is none of its own."""
    is_lacking = finding.key == "library.form_missing" or "part" in finding.args
    return is_lacking or str(finding.args["what"]).endswith(("/href", "/id", "originalName", "/SIZE", "/CHECKSUM"))


def _follows(one: _Told, other: _Told) -> bool:
    """Whether a finding follows from another."""
    key, cause = one.finding.key, other.finding.key
    if cause in FORMS and "manifest" in one.finding.args:
        return _is_of_paths(other.finding)
    if cause in FORMS:
        return _follows_from_form(one, other)
    if key in FORMS:
        return False
    if cause == "library.no_such_part":
        return key == "library.story_parted"
    if cause == "library.no_such_block":
        return one.sort in ("text", "order")
    if one.page != other.page:
        is_image = cause == "library.dead_link" and "name" not in other.finding.args
        return is_image and one.finding.args.get("fact") == "image"
    if key == "library.contradicts":
        # Halves of words, and numbers in an order, are those of what is there.
        return cause in READ or other.finding.args.get("fact") == "hyphen"
    if cause in READ:
        return key not in READ and (one.sort in SHIFTED or _same(one, other) or one.sort == "order")
    if other.finding.args.get("fact") == "size" or cause == "library.other_shape":
        return one.sort in ("place", "dpi", "type")
    if key == "library.other_length" and other.finding.args.get("fact") in ("trim", "dpi", "trim_mm"):
        return True
    if other.finding.args.get("fact") == "articles" and key == DISAGREES:
        return True  # what stands on the page is not called what it is
    if one.finding.args.get("fact") == "free":
        return other.sort in ("kind", "order")
    if other.sort == "text" and _same(one, other):
        return True
    if one.sort == other.sort == "place":
        return _same(one, other) or (other.finding.args.get("fact") == "box" and _same(one, other, inner=True))
    return one.sort == other.sort and (_same(one, other) or one.sort in ("alt", "dpi", "order"))


def _follows_from_form(one: _Told, other: _Told) -> bool:
    """Whether something follows from what a file may not have. Where names are wrong, nothing is what it is called."""
    if _is_of_names(other.finding):
        return one.finding.key not in FORMS or _is_of_names(one.finding)
    if one.finding.key in FORMS:
        return False
    what = str(other.finding.args["what"])
    if any(what.startswith(element) and one.sort in sorts for element, sorts in DEFINES.items()):
        return True
    return _same(one, other, inner=True)


def _same(one: _Told, other: _Told, *, inner: bool = False) -> bool:
    """Whether two are of one thing; `inner`: or of something in it."""
    if set(one.names) & set(other.names):
        return True
    return inner and any(name[:1] == "A" and known.startswith(name) for name in other.names for known in one.names)


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
        elif key in ("library.glyphs_differ", "library.article_ends"):
            mark = key, one.file, one.page, args.get("name")
        elif key == "library.contradicts":
            mark = key, one.file, args.get("what"), args.get("wanted")
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
