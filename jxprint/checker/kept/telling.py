"""Findings of an archive with what they are of. What is said of a file in several lists, or of many things alike, is
told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.kept.sorts import DAMAGED, DISAGREES, FACTS, SORTS
from jxprint.checker.kept.told import beside
from jxprint.errors import Finding, Phrase

# The end of a name that is of an article, or of a block, a line or a word in one.
_THING = re.compile(r"A\d+(?:B\d+(?:\.\d+)?)?(?:L\d+)?(?:W\d+)?(?:C\d+)?$")


# What is said of the issue in one place.
_OF_ISSUE = ("paper", "date", "issue")


class Told(Struct):
    """A finding with what it is of: a file, a page, things on it (nothing is the page), a sort and a rank in that."""

    finding: Finding
    file: str
    page: int
    names: Sequence[str]
    sort: str
    rank: int


def told_of(finding: Finding) -> Told:
    """A finding with what it is of."""
    args = finding.args
    fact = str(args.get("fact", ""))
    of_fact = finding.key == DISAGREES
    sorts = FACTS if of_fact else SORTS
    what = fact if of_fact else finding.key
    sort = next((sort for sort, known in sorts.items() if what in known), what)
    rank = sorts[sort].index(what) if sort in sorts else 0
    names = args.get("names") or (args.get("name"),)
    named = [_thing(str(name or "")) for name in names] if isinstance(names, list | tuple) else [""]
    page = args.get("page")
    file = str(args.get("told_of") or finding.place.file or args.get("kind") or "")
    return Told(finding, file, page if isinstance(page, int) else 0, named, sort, rank + 100 * of_fact)


def _thing(name: str) -> str:
    """What of a page a name is of, whatever a file puts before it; empty where it is the page or the edition."""
    found = _THING.search(name)
    if found is not None:
        return found[0]
    return "" if "/" in name or name.startswith(("DMD", "LOG", "PHYS")) else name


def _in_words(said: object) -> str:
    return str(said.args.get("text", "")) if isinstance(said, Phrase) else str(said)


def once(told: Sequence[Told]) -> Iterator[Told]:
    """What is said of a file in several lists, or of many things alike, once."""
    found: dict[object, Told] = {}
    changed = {one.file for one in told if one.finding.key == "library.file_changed"}
    unlisted = {one.file for one in told if one.finding.key == "library.file_unlisted"}
    damaged = {one.file for one in told if one.finding.key in DAMAGED or one.finding.key.startswith("sources.")}
    missing = {one.file.removeprefix("data/") for one in told if one.finding.key == "library.file_missing"}
    for one in told:
        key, args = one.finding.key, one.finding.args
        manifest = str(args.get("manifest", ""))
        if key == "library.dead_link" and args["link"] in missing:
            continue
        if key.startswith("library.file_") and manifest in changed and one.file != manifest:
            continue  # the list is no longer what it was
        if key == "library.other_length_told" and {one.file, f"data/{one.file}"} & changed:
            continue  # a file that was changed is seldom as long as it was
        if key == "library.form_dead" and _in_words(args.get("said")) in unlisted:
            continue  # whoever is not in the list cannot be named in it
        if key in ("library.file_changed", "library.other_length_told") and one.file.removeprefix("data/") in damaged:
            continue  # and what is damaged is not what it was
        mark: object = id(one)
        if key == "library.file_unlisted" and manifest == "manifest.json":
            mark = key, manifest  # of files that the other lists know the manifest alone is wrong
        elif key.startswith("library.file_"):
            mark = key, one.file.removeprefix("data/")
        elif key == DISAGREES and args["said"] == Phrase("kept.nothing") and args["fact"] in _OF_ISSUE:
            mark = key, one.file, "metadata"
        elif key in ("library.glyphs_differ", "library.article_ends"):
            mark = key, one.file, one.page, args.get("name")
        elif key == "library.contradicts":
            is_gone = args.get("what") == "structures" and args.get("said") == "—"
            mark = key, one.file, args.get("what"), "" if is_gone else args.get("wanted")
        elif key == "library.other_type":
            mark = key, one.file, one.page, args.get("said")
        elif key == "library.no_such_block":
            mark = key, one.file, one.page
        elif key in ("library.form_missing", "library.form_strange"):
            # An attribute that all elements lack is one fault, whatever they are.
            what = str(args.get("what"))
            mark = key, one.file, what if "part" in args or "/" not in what else what.rpartition("/")[2]
        if mark not in found:
            found[mark] = one
            continue
        first = found[mark]
        first.names = [*first.names, *one.names]
        if "more" in args:
            first.finding = replace(first.finding, args={**first.finding.args, "more": beside(len(first.names) - 1)})
        elif manifest and manifest not in str(first.finding.args["manifest"]):
            lists = f"{first.finding.args['manifest']}, {manifest}"
            first.finding = replace(first.finding, args={**first.finding.args, "manifest": lists})
    yield from found.values()
