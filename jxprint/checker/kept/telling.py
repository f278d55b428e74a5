"""Findings of an archive with what they are of. What is said of a file in several lists, or of many things alike, is
told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.kept.sorts import DAMAGED, DISAGREES, FACTS, REFERRED, SORTS
from jxprint.checker.kept.told import beside
from jxprint.errors import Finding, Phrase

# The end of a name that is of an article, or of a block, a line or a word in one.
_THING = re.compile(r"A\d+(?:B\d+(?:\.\d+)?)?(?:L\d+)?(?:W\d+)?(?:C\d+)?$")


# What is said of the issue in one place.
_OF_ISSUE = ("paper", "date", "issue")
_MANIFEST = "manifest.json"
# Lists of what stands in a bag beside its data.
_BESIDE_DATA = ("tagmanifest-", "bagit.txt")


class Told(Struct):
    """A finding with what it is of: a file, a page, things on it (nothing is the page), a sort and a rank in that."""

    finding: Finding
    file: str
    page: int
    names: Sequence[str]
    sort: str
    rank: int
    # Sorts of what is told with it.
    also: frozenset[str] = frozenset()

    @property
    def bare(self) -> str:
        """Its file, in a bag or not."""
        return self.file.removeprefix("data/")


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


def once(told: Sequence[Told]) -> Iterator[Told]:
    """What is said of a file in several lists, or of many things alike, once."""
    found: dict[object, Told] = {}
    known = _Known(told)
    for one in told:
        if known.follows(one):
            continue
        mark = known.mark(one)
        if mark not in found:
            found[mark] = one
            continue
        first, args = found[mark], one.finding.args
        first.names = [*first.names, *one.names]
        first.also |= {one.sort}
        manifest, named = str(args.get("manifest", "")), str(first.finding.args.get("manifest", ""))
        if manifest and one.bare == first.bare:
            lists = named if manifest in named else f"{named}, {manifest}"
            first.finding = replace(first.finding, args={**first.finding.args, "manifest": lists})
        elif _reference(args) is not None:
            more = beside(len(first.names) - 1, "kept.more_of_it")
            first.finding = replace(first.finding, args={**first.finding.args, "more": more})
        elif "more" in args:
            first.finding = replace(first.finding, args={**first.finding.args, "more": beside(len(first.names) - 1)})
    yield from found.values()


def _reference(args: Mapping[str, object]) -> int | None:
    """By which reference of a block a fact is said of it, of those of sorts.REFERRED."""
    return next((at for at, facts in enumerate(REFERRED) if args.get("fact") in facts), None)


class _Known:
    """Which files lists have told of, and how; and which cannot be read."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.changed = {one.file for one in told if one.finding.key == "library.file_changed"}
        self.missing = {one.bare for one in told if one.finding.key == "library.file_missing"}
        renamed = [one for one in told if one.finding.key == "library.file_renamed"]
        self.renamed = {one.bare for one in renamed}
        self.missing |= {str(one.finding.args["old"]).removeprefix("data/") for one in renamed}
        self.damaged = {
            one.file for one in told if one.finding.key in DAMAGED or one.finding.key.startswith("sources.")
        }
        strange = [one for one in told if one.finding.key == "library.file_unlisted"]
        self.unlisted = {one.bare for one in strange}
        self.unlisted_by_lists = {one.bare for one in strange if one.finding.args["manifest"] != _MANIFEST}

    def follows(self, one: Told) -> bool:
        """Whether something is told of a file that follows from what a list says of it, or from its damage."""
        key, args = one.finding.key, one.finding.args
        if key == "library.dead_link":
            return args["link"] in self.missing
        if key.startswith("library.file_") and args.get("manifest") in self.changed and one.file != args["manifest"]:
            return True  # the list is no longer what it was
        if key == "library.file_unlisted" and one.bare in self.renamed:
            return True
        if key == "library.form_dead" and isinstance(said := args.get("said"), Phrase):
            return (
                said.args.get("text") in self.unlisted | self.renamed
            )  # whoever is not in the list cannot be named in it
        if key not in ("library.file_changed", "library.other_length_told"):
            return False
        # What is damaged is not what it was, and a file that was changed is seldom as long as it was.
        of_length = key == "library.other_length_told" and {one.file, f"data/{one.file}"} & self.changed
        return bool(of_length) or one.bare in self.damaged

    def mark(self, one: Told) -> object:
        """What things have in common that are told together."""
        key, args = one.finding.key, one.finding.args
        if key == "library.file_unlisted" and args["manifest"] == _MANIFEST and one.bare not in self.unlisted_by_lists:
            return key, _MANIFEST  # of files that the other lists know the manifest alone is wrong
        if key.startswith("library.file_"):
            # A file beside the data of a bag and one of its name among them are two.
            return key, one.bare, str(args.get("manifest")).startswith(_BESIDE_DATA)
        if key == DISAGREES and args["said"] == Phrase("kept.nothing") and args["fact"] in _OF_ISSUE:
            return key, one.file, "metadata"
        if key == DISAGREES and (reference := _reference(args)) is not None:
            return key, one.file, one.page, one.names[0].partition("L")[0], reference
        if key in ("library.glyphs_differ", "library.article_ends"):
            return key, one.file, one.page, args.get("name")
        if key == "library.contradicts":
            is_gone = args.get("what") == "structures" and args.get("said") == "—"
            return key, one.file, args.get("what"), "" if is_gone else args.get("wanted")
        if key == "library.other_type":
            return key, one.file, one.page, args.get("said")
        if key == "library.no_such_block":
            return key, one.file, one.page
        if key in ("library.form_missing", "library.form_strange"):
            # An attribute that all elements lack is one fault, whatever they are.
            what = str(args.get("what"))
            return key, one.file, what if "part" in args or "/" not in what else what.rpartition("/")[2]
        return id(one)
