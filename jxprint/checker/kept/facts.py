"""What kept files say of a page beside its words: places, titles, roles, what pictures show, type. All of them are made
of one page and name its things alike, so whatever one of them says otherwise than the others is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jxprint.checker.kept.kinds import free_by_kinds
from jxprint.checker.kept.page_facts import tongue_of
from jxprint.checker.kept.seen import Facts, KeptLine, KeptPage, free_groups
from jxprint.checker.kept.told import beside
from jxprint.errors import Finding, Phrase, Place

# What is told of one page of one file: where a file is of another page, all is otherwise.
_TOLD = 8
_SHOWN = 60
# Things on a page, what is said of each of them, and the kinds of files that name all.
_PLACED = ("alto", "hocr", "json", "articles")
_THINGS = (
    ("articles", "blocks", ("alto", "hocr")),
    ("articles", "items", ("json", "articles")),
    ("figures", "alt", (*_PLACED, "page")),
    ("rules", "box", ("alto", "hocr", "page")),
)
_RULE = re.compile(r"G\d+")


def facts_of(page: KeptPage) -> Facts:
    """All that a file says of a page: what its reader noted, and what its articles, regions and lines consist of, where
    they stand and how. White is left out: some formats give it no box.
    """
    found = dict(page.facts)
    if page.size is not None:
        found["", "size"] = page.size
    if page.language:
        found["", "language"] = page.language
        found["", "tongue"] = tongue_of(page.language)
    for article in page.articles:
        if page.size is not None and article.name:
            found[article.name, "blocks"] = tuple(article.blocks)
        for region in article.regions:
            if region.name:
                found[region.name, "lines"] = tuple(line.name for line in region.lines)
                if region.box is not None:
                    found[region.name, "box"] = region.box
    for _, line in page.lines():
        if line.name:
            found |= _of_line(page, line)
    return found | things_of(found, page.kind)


def things_of(facts: Facts, kind: str) -> Facts:
    """Which things there are on a page, as far as a kind of file names all of them; where it names none, it may have no
    way to.
    """
    found: Facts = {}
    for what, known, kinds in _THINGS:
        if kind in kinds:
            names = {name for name, told in facts if told == known and (what != "rules" or _RULE.fullmatch(name))} - {
                ""
            }
            found["", what] = tuple(sorted(names))
    return found


def free_of(page: KeptPage) -> Facts:
    """What of a page has to be read in any order, by the kinds that its articles have in the same file."""
    whole = {name.partition("B")[0] for name, what in page.facts if what in ("role", "alt")}
    kinds = [(one.name, str(page.facts.get((one.name, "kind"), ""))) for one in page.articles if one.name in whole]
    if page.kind not in ("alto", "page") or ("", "free") not in page.facts:
        return {}
    return {("", "free"): free_groups(free_by_kinds(kinds))}


def _of_line(page: KeptPage, line: KeptLine) -> Facts:
    name = line.name
    seen = [(at, sign) for at, sign in enumerate(line.signs) if sign.char != " "]
    told: dict[str, object] = {"text": line.text, "down": line.down, "turns": tuple(sign.turn for _, sign in seen)}
    told["readings"] = tuple(at for at, _ in seen if at in line.above)
    for what in ("box", "baseline", "words", "white", "shown", "hyphen"):
        if getattr(line, what) is not None:
            told[what] = getattr(line, what)
    boxes = tuple(sign.box for _, sign in seen)
    if None not in boxes:
        told["characters"] = boxes
    if page.kind != "json":  # which knows readings, and no word of what they stand over
        told["inline"] = tuple(sign.inline for _, sign in seen)
        told["tongues"] = tuple(_tongue(page, sign.language) for _, sign in seen)
    if page.kind in ("alto", "hocr"):
        told["spoken"] = tuple(sign.language or page.language for _, sign in seen)
        told["looks"] = tuple(sign.look for _, sign in seen)
    return {(name, what): value for what, value in told.items()}


def _tongue(page: KeptPage, language: str) -> str:
    """The language of a word as PAGE XML can name it, empty where it is the page's."""
    if page.kind == "page" or not language or language == page.language:
        return language
    return tongue_of(language)


def disagreeing(files: Mapping[str, Sequence[tuple[int, Facts]]]) -> Iterator[Finding]:
    """What one file says of a page (from 0; -1 is the edition) and others otherwise; `files` are by path. Where as many
    say one thing as the other, the later is told; what is said by no file (an empty path) is right. The same difference
    in many places is told once, of the first.
    """
    first: dict[tuple[int, str, str], object] = {}
    # Of most things all say the same; the others are gathered in the order in which they were met.
    said: dict[tuple[int, str, str], dict[object, list[str]]] = {}
    for pages in files.values():
        for at, facts in pages:
            for (name, what), value in facts.items():
                if first.setdefault((at, name, what), value) != value:
                    said[at, name, what] = {}
    for path, pages in files.items() if said else ():
        for at, facts in pages:
            for (name, what), value in facts.items():
                if (at, name, what) in said:
                    said[at, name, what].setdefault(value, []).append(path)
    told: dict[tuple[str, int], int] = {}
    found: dict[tuple[object, ...], tuple[dict[str, object], str]] = {}
    apart: dict[tuple[object, ...], tuple[object, object]] = {}
    alike: dict[tuple[object, ...], list[str]] = {}
    for (at, name, what), values in said.items():
        usual = max(values, key=lambda value: ("" in values[value], len(values[value])))
        for value, paths in values.items():
            for path in paths if value != usual else ():
                key = path, at, what, *_both_shown(value, usual)
                if key in found:
                    alike.setdefault(key, []).append(name)
                    continue
                count = told[path, at] = told.get((path, at), 0) + 1
                if count <= _TOLD:
                    apart[key] = value, usual
                    found[key] = _told(at, name, what, (value, usual)) | {"other": values[usual][0]}, path
    yield from (_finding(*one) for one in _once_exchanged(found, apart, alike))


def _once_exchanged(
    found: Mapping[tuple[object, ...], tuple[dict[str, object], str]],
    apart: Mapping[tuple[object, ...], tuple[object, object]],
    alike: Mapping[tuple[object, ...], Sequence[str]],
) -> Iterator[tuple[dict[str, object], str, Phrase | str]]:
    """Differences with how many more there are like each, by the names of all; two things of which each has what is
    the other's are told once, of the first. `apart` is what is said of each and what should be.
    """
    first: dict[tuple[object, ...], tuple[object, ...]] = {}
    others: dict[tuple[object, ...], str] = {}
    for mark in (one for one in found if one not in alike):
        value, usual = apart[mark]
        before = first.pop((*mark[:3], _apart(usual, value)), None)
        if before is None:
            first[*mark[:3], _apart(value, usual)] = mark
        else:
            others[before], others[mark] = str(found[mark][0]["name"]), ""
    for mark, (args, path) in found.items():
        other = others.get(mark)
        if other is None:
            others_alike = alike.get(mark, ())
            yield args | {"names": (args["name"], *others_alike)}, path, beside(len(others_alike))
        elif other:
            both = {"names": (args["name"], other)}
            yield args | both, path, Phrase("kept.more_exchanged", {"other": other})


def _apart(value: object, other: object) -> object:
    """What differs of two values: of two rows alike in length, what stands in some places of theirs."""
    if isinstance(value, tuple) and isinstance(other, tuple) and len(value) == len(other):
        pairs = enumerate(zip(value, other, strict=True))
        return tuple((at, _apart(one, two)) for at, (one, two) in pairs if one != two)
    return value, other


def _told(at: int, name: str, what: str, values: tuple[object, object]) -> dict[str, object]:
    said, others = _both_shown(*values)
    return {
        "page": at + 1,
        "name": name,
        "what": what,
        "said": said,
        "others": others,
    }


def _finding(args: dict[str, object], path: str, more: Phrase | str) -> Finding:
    """A difference as a finding: what of which thing it is, in the reader's language, and who says otherwise; `more`
    are how many others differ alike.
    """
    number, name = args["page"], str(args["name"])
    of_page = Phrase("kept.of_page", {"page": number}) if number else Phrase("kept.of_edition")
    of_named = Phrase("kept.of_thing" if number else "kept.of_named", {"page": number, "name": name})
    thing = of_named if name else of_page
    by = Phrase("kept.by_file", {"file": args["other"]}) if args["other"] else Phrase("kept.by_copy")
    if args["other"] == path:
        by = Phrase("kept.by_same")
    told = {"page": number, "name": name, "fact": args["what"], "other": args["other"], "more": more}
    told |= {"names": args["names"]}
    told |= {"thing": thing, "what": Phrase(f"kept.{args['what']}"), "by": by}
    said, others = (_in_words(str(args[one])) for one in ("said", "others"))
    return Finding("library.disagrees", Place(path), told | {"said": said, "others": others})


def _in_words(shown: str) -> Phrase:
    """A value in a sentence: what is said, or whether it is so, or that nothing is said."""
    key = {"—": "kept.nothing", "+": "kept.yes", "−": "kept.no"}.get(shown)
    return Phrase("kept.quoted", {"text": shown}) if key is None else Phrase(key)


def _both_shown(value: object, usual: object) -> tuple[str, str]:
    """Two values as a person reads them; where what is shown of both is the same, with how many each has."""
    one, other = _shown(value, usual), _shown(usual, value)
    if one == other and isinstance(value, tuple) and isinstance(usual, tuple):
        return f"{one} (× {len(value)})", f"{other} (× {len(usual)})"
    return one, other


def _shown(value: object, other: object) -> str:
    """A value as a person reads it; of a row of values those that are others."""
    if value in ("", None, ()):
        return "—"
    if isinstance(value, bool):
        return "+" if value else "−"
    if isinstance(value, float):
        return f"{value:g}"
    if not isinstance(value, tuple):
        return str(value)[:_SHOWN]
    inner = other if isinstance(other, tuple) else ()
    if value and isinstance(value[0], tuple):
        # Boxes or loops one behind another: the first that is another one.
        one = next((one for at, one in enumerate(value) if at >= len(inner) or inner[at] != one), value[-1])
        before = inner[value.index(one)] if value.index(one) < len(inner) else ()
        return _shown(one, before)
    if len(value) > 4 and len(inner) == len(value):
        at = next((at for at, one in enumerate(value) if one != inner[at]), 0)
        return f"{_shown(value[at], None)} ({at + 1})"
    return ", ".join(_shown(one, None) for one in value)[:_SHOWN]
